// Completion: what a console line may become. It offers only what is legal in the session's state;
// anything may be sent all the same. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/layout/arguments.h"

namespace imapscope::gui {

/// A line as it is typed: where its first word is a tag of the typist's own, that is its tag.
struct TypedLine {
  std::string_view tag;  ///< empty: none of its own
  std::string_view command;
};
[[nodiscard]] TypedLine typed_line(std::string_view line);

/// Something that may stand at the line's end.
struct Candidate {
  std::string text;       ///< "UID EXPUNGE"
  std::string arguments;  ///< "uids"; of a command
  std::string meaning;    ///< one sentence; of a command
  std::string source;     ///< "MOVE · RFC 6851 §3.1"; of a command
  std::string octets{};   ///< that it announces; of a literal
};

struct Completion {
  std::size_t from = 0;  ///< in the line: what stands from here on gives way to a candidate
  std::vector<Candidate> candidates;
  std::string rest;         ///< what the first of them would add
  std::string hint;         ///< "UID FETCH uids items · legal in Selected"
  bool legal = true;        ///< false: a whole verb stands there that this state does not allow
  std::string verb;         ///< "UID FETCH", once it is whole
  std::vector<Slot> slots;  ///< of the verb
  std::optional<std::size_t> slot;  ///< the one at the line's end
  std::vector<std::string> about;   ///< sentences on it
};

/// `line` as typed so far, with or without a tag of its own.
[[nodiscard]] Completion complete(std::string_view line, const Known& known,
                                  const words::Words& words);

/// The line with candidate `index` at its end.
[[nodiscard]] std::string completed(std::string_view line, const Completion& completion,
                                    std::size_t index);

}  // namespace imapscope::gui
