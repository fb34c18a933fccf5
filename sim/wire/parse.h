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
#include "sim/wire/quirk.h"

namespace imapscope::wire {

struct SyntaxError {
  std::size_t offset = 0;  ///< into the frame
  std::string expected;    ///< "a mailbox name"
  std::string_view rfc;    ///< "3501 §9"
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
};

[[nodiscard]] Result<Parsed<TaggedCommand>, CommandError> parse_command(std::string_view frame);
[[nodiscard]] Result<Parsed<Response>, SyntaxError> parse_response(std::string_view frame);

}  // namespace imapscope::wire
