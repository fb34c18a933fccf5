// THE TABLE OF SMTP's COMMANDS (RFC 5321, and what extends it). One row adds a command to help,
// completion, explanation and judge; a handler in server/neighbour/smtp.cpp
// serves it.
#pragma once

#include <array>

#include "sim/neighbour/command.h"
#include "sim/neighbour/reply.h"

namespace imapscope::smtp {

inline constexpr States at_any_time{State::smtp_connected, State::smtp_ready, State::smtp_sender,
                                    State::smtp_recipients};
inline constexpr States after_hello{State::smtp_ready, State::smtp_sender, State::smtp_recipients};
inline constexpr States no_transaction{State::smtp_ready};
inline constexpr States sender_known{State::smtp_sender, State::smtp_recipients};
inline constexpr States recipients_known{State::smtp_recipients};

using neighbour::Brings;
using neighbour::Tells;

inline constexpr std::array command_rows{
    neighbour::CommandInfo{.verb = "EHLO",
                           .arguments = "domain",
                           .standard = "5321 §4.1.1.1",
                           .legal_in = at_any_time,
                           .passage = Passage::smtp_hello,
                           .tells = Tells::capabilities},
    neighbour::CommandInfo{"HELO", "domain", "5321 §4.1.1.1", at_any_time, Passage::smtp_hello},
    neighbour::CommandInfo{.verb = "AUTH",
                           .arguments = "mechanism [initial-response]",
                           .standard = "4954 §4",
                           .legal_in = no_transaction,
                           .brings = Brings::wants_response,
                           .holds_secret = true,
                           .capability = "AUTH"},
    neighbour::CommandInfo{.verb = "STARTTLS",
                           .arguments = "",
                           .standard = "3207 §4",
                           .legal_in = at_any_time,
                           .starts_tls = true,
                           .capability = "STARTTLS"},
    neighbour::CommandInfo{"MAIL", "FROM:<path> [parameters]", "5321 §4.1.1.2", no_transaction,
                           Passage::smtp_sender},
    neighbour::CommandInfo{"RCPT", "TO:<path> [parameters]", "5321 §4.1.1.3", sender_known,
                           Passage::smtp_recipient},
    neighbour::CommandInfo{"DATA", "", "5321 §4.1.1.4", recipients_known, Passage::smtp_data,
                           Brings::wants_message},
    neighbour::CommandInfo{"RSET", "", "5321 §4.1.1.5", at_any_time, Passage::smtp_done},
    neighbour::CommandInfo{"NOOP", "[string]", "5321 §4.1.1.9", at_any_time},
    neighbour::CommandInfo{"VRFY", "string", "5321 §4.1.1.6", at_any_time},
    neighbour::CommandInfo{"HELP", "[string]", "5321 §4.1.1.8", at_any_time},
    neighbour::CommandInfo{.verb = "EXPN",
                           .arguments = "string",
                           .standard = "5321 §4.1.1.7",
                           .legal_in = at_any_time,
                           .is_served = false},
    neighbour::CommandInfo{.verb = "QUIT",
                           .arguments = "",
                           .standard = "5321 §4.1.1.10",
                           .legal_in = at_any_time,
                           .passage = Passage::leave},
};

/// Null where SMTP has no such command.
[[nodiscard]] constexpr const neighbour::CommandInfo* find_command(std::string_view verb) {
  return neighbour::find(command_rows, verb);
}

/// `250-…` while the answer goes on, `250 …` at its end (RFC 5321 §4.2). The first digit tells how
/// the command went: 2 well, 3 well so far, 4 not now, 5 not at all.
[[nodiscard]] std::optional<neighbour::Status> status_in(std::string_view line);

extern const neighbour::Dialect dialect;

}  // namespace imapscope::smtp
