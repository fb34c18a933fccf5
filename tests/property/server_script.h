// Scripts: what several clients of one user send, by the grammar and with some sense: most commands
// are legal and hit the few messages that there are, some are not, and a few are an abuse: longer
// than any server takes, or with a literal where there is not even a tag.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/property/choices.h"

namespace imapscope {

/// The `max_line_octets` for servers that are to find some lines too long.
inline constexpr std::size_t script_line_octets = 1000;

struct ScriptLine {
  std::size_t lane = 0;
  std::string text;  ///< without the CRLF at its end; may hold a literal, or nonsense
};

enum class Speech {
  base,      ///< what every server takes
  extended,  ///< the commands and arguments of the extensions, too (extension_script.h)
};

class ScriptWriter {
 public:
  /// With `ends_idle_badly`, something else than DONE sometimes comes after IDLE.
  explicit ScriptWriter(std::size_t lanes, bool ends_idle_badly = false,
                        Speech speech = Speech::base)
      : idles_(lanes, false), ends_idle_badly_(ends_idle_badly), speech_(speech) {}

  ScriptLine next(Choices& choices);
  /// The lane's IDLE ends, if it has one; else nothing.
  std::vector<ScriptLine> end_idle(std::size_t lane);

 private:
  std::vector<bool> idles_;
  bool ends_idle_badly_;
  Speech speech_;
  int tags_ = 0;
};

}  // namespace imapscope
