// What the commands of POP3 and SMTP have in common: words on a line, answered in their order,
// without tags. Their tables are pop3.h and smtp.h.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/imap/state.h"

namespace imapscope::neighbour {

/// What comes with a good answer.
enum class Brings {
  nothing,
  list,            ///< lines, each of one item, up to `.`
  list_of_all,     ///< the same where no message is named, and else nothing
  message,         ///< a message, up to `.`
  wants_message,   ///< the client goes on with a message, up to `.`
  wants_response,  ///< the client goes on with a SASL response, in one line
};

/// What a command and its good answer teach, beside the state that they lead to.
enum class Tells {
  nothing,
  user_name,  ///< the command's first word, while it is not refused
  capabilities,
  total,          ///< how many messages, of how many octets
  sizes,          ///< of each message, or of the one that is named
  unique_ids,     ///< the same
  whole_message,  ///< it has been taken
  deletion,       ///< it goes at the end
  no_deletions,   ///< none goes
};

struct CommandInfo {
  std::string_view verb;       ///< upper case; SMTP's MAIL FROM and RCPT TO by their first word
  std::string_view arguments;  ///< as people are told them: "FROM:<path>"
  std::string_view standard;   ///< "1939 §7"
  States legal_in;
  std::optional<Passage> passage = std::nullopt;  ///< that it travels when it is answered well
  Brings brings = Brings::nothing;
  Tells tells = Tells::nothing;
  bool is_served = true;          ///< by the simulated server; others are only known by name
  bool holds_secret = false;      ///< its arguments, or what follows a go-ahead
  bool starts_tls = false;        ///< behind its good answer
  std::string_view capability{};  ///< that a server announces where it has the command
};

using Commands = std::span<const CommandInfo>;

/// In any case of letters; null where the table has no such verb.
[[nodiscard]] constexpr const CommandInfo* find(Commands commands, std::string_view verb) {
  for (const CommandInfo& info : commands) {
    if (ascii::equal_ignoring_case(info.verb, verb)) return &info;
  }
  return nullptr;
}

/// A line in two: `MAIL` and `FROM:<ada@example.org>`.
struct Words {
  std::string_view verb;
  std::string_view argument;  ///< all behind the blanks
};
[[nodiscard]] Words words_of(std::string_view line);

/// The row of the line's verb; null where the table has none.
[[nodiscard]] inline const CommandInfo* info_of(Commands commands, std::string_view line) {
  return find(commands, words_of(line).verb);
}

/// Whether a well-answered command brings lines up to `.`.
[[nodiscard]] constexpr bool brings_lines(const CommandInfo& info, std::string_view argument) {
  return info.brings == Brings::list || info.brings == Brings::message ||
         (info.brings == Brings::list_of_all && argument.empty());
}

}  // namespace imapscope::neighbour
