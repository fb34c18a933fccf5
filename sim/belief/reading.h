// Reading: a line's bytes as a value. Done once when the line is complete, and again only where a
// moment of the past is replayed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/belief/line.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/wire/parse.h"

namespace imapscope::observer {

/// What is wrong with the word that stands where a command's tag must.
enum class TagFault {
  none,
  missing,     ///< a command's name stands there, or the line is one word
  ill_formed,  ///< it holds what no tag may: the command behind it is read all the same
};

/// What could be read of a line. Nothing in both: it is no IMAP, or no protocol data at all.
struct Reading {
  std::shared_ptr<const Command> command;
  std::optional<Response> response;
  std::vector<wire::Quirk> quirks;
  /// Where nothing more could be read; beside a command: its first argument of an extension.
  std::optional<wire::SyntaxError> error;
  bool known_verb = true;  ///< false: no row of the command table has the verb
  TagFault tag_fault = TagFault::none;
};

/// Fills in kind, tag, name and condition of a client's line, and reads it.
[[nodiscard]] Reading read_command(Line& line);
/// The same for a server's line; `greeting`: it is the first of its connection.
[[nodiscard]] Reading read_response(Line& line, bool greeting);

/// The value of a line whose kind is known.
[[nodiscard]] std::shared_ptr<const Command> command_of(const Line& line);
[[nodiscard]] std::optional<Response> response_of(const Line& line);

/// The command that a line is, or begins.
[[nodiscard]] CommandInProgress in_progress_of(const Line& line);

/// Why nothing, or not all, could be read of a line of the protocol; nothing: it was read.
[[nodiscard]] std::optional<wire::SyntaxError> error_of(const Line& line);

/// Tag and verb of a command whose first line is there, upper case: "UID FETCH".
struct CommandStart {
  std::string tag;
  std::string verb;
};
[[nodiscard]] CommandStart command_start(std::string_view first_line);
/// Whether a server can answer under it (RFC 3501 §9: tag).
[[nodiscard]] bool is_tag(std::string_view word);

}  // namespace imapscope::observer
