// Parsing: a frame's bytes to a value, or the place where they stop being IMAP.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/wire/expected.h"
#include "sim/wire/quirk.h"

namespace imapscope::wire {

struct SyntaxError {
  std::size_t offset = 0;  ///< into the frame
  Expected expected;
  std::string_view rfc;  ///< "3501 §9"
};

/// A command that cannot be parsed: what of it could be read, so that a server can answer under its
/// tag.
struct CommandError {
  std::optional<std::string> tag;
  std::optional<std::string>
      verb;  ///< upper case, "UID FETCH" for a UID form; nothing before it was read
  bool known_verb = false;
  SyntaxError error;
};

/// A value, and the leniencies it took to read it.
template <class T>
struct Parsed {
  T value;
  std::vector<Quirk> quirks;
  /// The first argument of an extension, and what else would stand there. (Arguments::any)
  std::optional<SyntaxError> extension{};
};

/// Which arguments a command may have.
enum class Arguments {
  spoken,  ///< those that imapscope's own server takes
  any,     ///< also what extensions put into the slots of RFC 4466
};

[[nodiscard]] Result<Parsed<TaggedCommand>, CommandError> parse_command(
    std::string_view frame, Arguments arguments = Arguments::spoken, Texts texts = Texts::ascii);
[[nodiscard]] Result<Parsed<Response>, SyntaxError> parse_response(std::string_view frame,
                                                                   Texts texts = Texts::ascii);

}  // namespace imapscope::wire
