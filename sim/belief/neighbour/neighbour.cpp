#include "sim/belief/neighbour/neighbour.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/line_end.h"
#include "sim/belief/ends/session_model.h"
#include "sim/belief/families.h"
#include "sim/neighbour/pop3.h"
#include "sim/neighbour/smtp.h"

namespace imapscope::observer {
namespace {

const neighbour::CommandInfo* info_of(const Learning& learning, const InProgressAtClient& sent) {
  const neighbour::Dialect* dialect = dialect_of(learning.session.facts.protocol);
  return neighbour::find(dialect->commands, sent.facts.verb);
}

// Where the table has no such edge from here, the session stays.
void travel_on(Learning& learning, Passage passage) {
  const SessionBelief& facts = learning.session.facts;
  const bool leads_away = !facts.state_known || travel(facts.state, passage) != facts.state;
  if (leads_away) learning.travel(passage);
}

void learn_greeting(Learning& learning, const Line& line) {
  SessionBelief& facts = learning.session.facts;
  facts.refused = line.condition != Condition::ok;
  if (facts.refused) learning.effect(effect::SaidBye{});
  learning.travel(facts.refused ? Passage::greeting_bye : Passage::greeting_ok);
}

/// RFC 5321 §4.2.3: 421 may come at any time.
void learn_unasked(Learning& learning, const Line& line) {
  if (line.condition != Condition::bye) return;
  learning.effect(effect::SaidBye{});
  learning.travel(Passage::leave);
}

bool completes(const Line& line) {
  return line.kind == LineKind::tagged || line.kind == LineKind::literal;
}

bool proves_user(const neighbour::CommandInfo& info) {
  return info.passage == Passage::login || info.brings == neighbour::Brings::wants_response;
}

/// AUTH names its mechanism; of PLAIN's message the user is known, too (RFC 4616 §2).
void learn_sasl(Learning& learning, std::string_view mechanism, std::string_view message) {
  if (ascii::equal_ignoring_case(mechanism, "PLAIN")) {
    learning.session.claimed_user = user_in_plain(decode_base64(message).value_or(""));
  }
}

void learn_completion(Learning& learning, const InProgressAtClient& sent, const Line& line) {
  const neighbour::CommandInfo* info = info_of(learning, sent);
  if (info != nullptr && proves_user(*info) && line.condition == Condition::ok) {
    const std::string& name = learning.session.claimed_user;
    if (!name.empty()) learning.session.facts.user = name;
  }
  const bool is_message = info != nullptr && info->passage == Passage::smtp_data;
  if (line.condition != Condition::ok) learning.effect(effect::Failed{});
  if (is_message && sent.continuations > 0) {
    travel_on(learning, Passage::smtp_done);  // taken or not, the transaction is over
  } else if (info != nullptr && info->passage && line.condition == Condition::ok) {
    travel_on(learning, *info->passage);
  }
}

void learn_part(Learning& learning, const InProgressAtClient& sent, const Line& line) {
  const neighbour::CommandInfo* info = info_of(learning, sent);
  if (info == nullptr) return;  // nobody can say what its answer means
  if (learning.session.facts.protocol == Protocol::pop3) {
    learn_pop3_answer(learning, {sent, *info}, line);
  } else {
    learn_smtp_answer(learning, {sent, *info}, line);
  }
}

void learn_go_ahead(Learning& learning, const InProgressAtClient& sent) {
  learning.session.in_progress.change(sent.facts.line,
                                      [](InProgressAtClient& asked) { ++asked.continuations; });
  const neighbour::CommandInfo* info = info_of(learning, sent);
  if (info != nullptr && info->passage == Passage::smtp_data) {
    travel_on(learning, Passage::smtp_data);
  }
}

}  // namespace

const neighbour::Dialect* dialect_of(Protocol protocol) {
  if (protocol == Protocol::pop3) return &pop3::dialect;
  if (protocol == Protocol::smtp) return &smtp::dialect;
  return nullptr;
}

void learn_neighbour_command(Learning& learning, const Line& line) {
  const auto [verb, argument] = neighbour::words_of(line.bytes);
  const neighbour::Dialect* dialect = dialect_of(learning.session.facts.protocol);
  const neighbour::CommandInfo* info = neighbour::find(dialect->commands, verb);
  InProgressAtClient sent{
      .facts = {line.id, "", ascii::to_upper(verb), false, false, &nature_of(verb)},
      .command = nullptr};
  if (info == nullptr || !info->holds_secret) sent.argument = argument;
  if (info != nullptr && info->tells == neighbour::Tells::user_name) {
    learning.session.claimed_user = neighbour::words_of(argument).verb;
  }
  if (info != nullptr && info->brings == neighbour::Brings::wants_response) {
    const auto [mechanism, response] = neighbour::words_of(argument);
    sent.argument = mechanism;  // and no secret
    learning.session.claimed_user.clear();
    if (line.masked.empty()) learn_sasl(learning, mechanism, response);
  }
  learning.session.in_progress.add(std::move(sent));
}

void learn_neighbour_data(Learning& learning, const Line& line) {
  const bool is_response = line.kind == LineKind::client_data && line.masked.empty();
  if (is_response && !learning.session.in_progress.empty()) {
    learn_sasl(learning, learning.session.in_progress.oldest().argument,
               without_line_end(line.bytes));
  }
  if (learning.session.facts.protocol == Protocol::smtp) learn_smtp_data(learning, line);
}

void learn_neighbour_answer(Learning& learning, const Line& line) {
  SessionModel& session = learning.session;
  if (line.kind == LineKind::greeting) return learn_greeting(learning, line);
  if (session.in_progress.empty()) return learn_unasked(learning, line);
  const InProgressAtClient sent = session.in_progress.oldest();
  learn_part(learning, sent, line);
  if (line.kind == LineKind::continuation_request) return learn_go_ahead(learning, sent);
  if (!completes(line)) return;
  session.in_progress.take(sent.facts.line);
  learn_completion(learning, sent, line);
}

std::optional<std::string> subject_in(std::string_view header) {
  std::size_t at = 0;
  while (at < header.size()) {
    const std::size_t end = std::min(header.find('\n', at), header.size());
    const std::string_view line = header.substr(at, end - at);
    if (line.empty() || line == "\r") break;  // the header ends
    if (ascii::starts_with_ignoring_case(line, "Subject:")) {
      std::string value;
      std::size_t stop = at + 8;
      while (stop < header.size()) {
        const char c = header[stop];
        const bool folded =
            stop + 1 < header.size() && (header[stop + 1] == ' ' || header[stop + 1] == '\t');
        if (c == '\n' && !folded) break;
        if (c != '\r' && c != '\n') value.push_back(c);
        ++stop;
      }
      if (stop >= header.size()) return std::nullopt;
      const std::size_t first = value.find_first_not_of(" \t");
      return first == std::string::npos ? std::string{} : value.substr(first);
    }
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace imapscope::observer
