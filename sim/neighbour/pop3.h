// THE TABLE OF POP3's COMMANDS (RFC 1939, and what extends it). One row adds a command to help,
// completion, explanation and judge; a handler in server/neighbour/pop3.cpp
// serves it.
#pragma once

#include <array>

#include "sim/neighbour/command.h"
#include "sim/neighbour/reply.h"

namespace imapscope::pop3 {

inline constexpr States before_login{State::pop3_authorization};
inline constexpr States after_login{State::pop3_transaction};
inline constexpr States at_any_time{State::pop3_authorization, State::pop3_transaction};

using neighbour::Brings;
using neighbour::Tells;

inline constexpr std::array command_rows{
    neighbour::CommandInfo{
        "USER", "name", "1939 §7", before_login, {}, Brings::nothing, Tells::user_name},
    neighbour::CommandInfo{.verb = "PASS",
                           .arguments = "password",
                           .standard = "1939 §7",
                           .legal_in = before_login,
                           .passage = Passage::login,
                           .holds_secret = true},
    neighbour::CommandInfo{.verb = "APOP",
                           .arguments = "name digest",
                           .standard = "1939 §7",
                           .legal_in = before_login,
                           .passage = Passage::login,
                           .tells = Tells::user_name,
                           .is_served = false,
                           .holds_secret = true},
    neighbour::CommandInfo{.verb = "AUTH",
                           .arguments = "mechanism [initial-response]",
                           .standard = "5034 §4",
                           .legal_in = before_login,
                           .passage = Passage::login,
                           .brings = Brings::wants_response,
                           .holds_secret = true,
                           .capability = "SASL"},
    neighbour::CommandInfo{.verb = "STLS",
                           .arguments = "",
                           .standard = "2595 §4",
                           .legal_in = before_login,
                           .starts_tls = true,
                           .capability = "STLS"},
    neighbour::CommandInfo{
        "CAPA", "", "2449 §5", at_any_time, {}, Brings::list, Tells::capabilities},
    neighbour::CommandInfo{"STAT", "", "1939 §5", after_login, {}, Brings::nothing, Tells::total},
    neighbour::CommandInfo{
        "LIST", "[msg]", "1939 §5", after_login, {}, Brings::list_of_all, Tells::sizes},
    neighbour::CommandInfo{
        "UIDL", "[msg]", "1939 §7", after_login, {}, Brings::list_of_all, Tells::unique_ids},
    neighbour::CommandInfo{
        "RETR", "msg", "1939 §5", after_login, {}, Brings::message, Tells::whole_message},
    neighbour::CommandInfo{"TOP", "msg n", "1939 §7", after_login, {}, Brings::message},
    neighbour::CommandInfo{
        "DELE", "msg", "1939 §5", after_login, {}, Brings::nothing, Tells::deletion},
    neighbour::CommandInfo{"NOOP", "", "1939 §5", after_login},
    neighbour::CommandInfo{
        "RSET", "", "1939 §5", after_login, {}, Brings::nothing, Tells::no_deletions},
    neighbour::CommandInfo{.verb = "QUIT",
                           .arguments = "",
                           .standard = "1939 §4, §6",
                           .legal_in = at_any_time,
                           .passage = Passage::pop3_update},
};

/// Null where POP3 has no such command.
[[nodiscard]] constexpr const neighbour::CommandInfo* find_command(std::string_view verb) {
  return neighbour::find(command_rows, verb);
}

/// `+OK …`, `-ERR …`, and `+ …` for the client to go on (RFC 1939 §3, RFC 5034 §4).
[[nodiscard]] std::optional<neighbour::Status> status_in(std::string_view line);

extern const neighbour::Dialect dialect;

}  // namespace imapscope::pop3
