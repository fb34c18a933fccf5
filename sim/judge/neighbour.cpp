#include "sim/judge/neighbour.h"

#include <charconv>

#include "sim/neighbour/command.h"

namespace imapscope::judge {
namespace {

using observer::Line;
using observer::SessionModel;

struct Rules {
  rules::Named unknown;
  rules::Named wrong_state;
  rules::Named unreadable;
};

Rules rules_of(const neighbour::Dialect& dialect) {
  if (dialect.protocol == Protocol::pop3) {
    return {"pop3_command_unknown", "pop3_wrong_state", "pop3_answer_unreadable"};
  }
  return {"smtp_command_unknown", "smtp_wrong_order", "smtp_answer_unreadable"};
}

/// A message that is not there as the client knows: it deleted it, or it is beyond the last.
bool is_gone(const observer::MaildropBelief& maildrop, std::uint32_t number) {
  if (maildrop.messages && number > *maildrop.messages) return true;
  return number != 0 && number <= maildrop.drops.size() && maildrop.drops[number - 1].is_deleted;
}

void judge_number(Line& line, std::string_view argument, const SessionModel& session) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(argument.data(), argument.data() + argument.size(), number);
  const auto& maildrop = session.facts.maildrop;
  if (read.ec != std::errc() || !maildrop || !is_gone(*maildrop, number)) return;
  const auto offset = static_cast<std::size_t>(argument.data() - line.bytes.data());
  const auto octets = static_cast<std::size_t>(read.ptr - argument.data());
  line.report("pop3_no_such_message", {{"number", number}}, {offset, octets});
}

}  // namespace

void judge_neighbour_command(Line& line, const neighbour::Dialect& dialect,
                             const SessionModel* session) {
  const auto [verb, argument] = neighbour::words_of(line.bytes);
  const neighbour::CommandInfo* info = neighbour::find(dialect.commands, verb);
  const Rules rules = rules_of(dialect);
  if (info == nullptr) {
    return line.report(rules.unknown, {{"command", line.name}}, {0, verb.size()});
  }
  const bool is_certain =
      session != nullptr && session->facts.state_known && session->in_progress.empty();
  // Not greeted yet; or the end was seen, and what follows may be of another connection.
  const bool is_between = !is_certain || session->facts.state == first_state(dialect.protocol) ||
                          session->facts.state == last_state(dialect.protocol);
  if (is_between) return;
  if (!info->legal_in.contains(session->facts.state)) {
    return line.report(rules.wrong_state,
                       {{"command", line.name},
                        {"states", names_of(info->legal_in, ", ")},
                        {"state", std::string(name_of(session->facts.state))}},
                       {0, verb.size()});
  }
  const bool proves_user = info->brings == neighbour::Brings::wants_response;
  if (dialect.protocol == Protocol::smtp && proves_user && session->facts.user) {
    return line.report("smtp_auth_again", {{"user", *session->facts.user}}, {0, verb.size()});
  }
  if (dialect.protocol == Protocol::pop3) judge_number(line, argument, *session);
}

void judge_neighbour_answer(Line& line, const neighbour::Dialect& dialect) {
  line.report(rules_of(dialect).unreadable);
}

}  // namespace imapscope::judge
