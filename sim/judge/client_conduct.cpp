#include "sim/judge/client_conduct.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/imap/extension_commands.h"
#include "sim/judge/report.h"

namespace imapscope::judge {
namespace {

constexpr std::array all_states{State::greeting, State::not_authenticated, State::authenticated,
                                State::selected, State::logout};

std::string_view verb_of(std::string_view name) {
  return name.starts_with("UID ") ? name.substr(4) : name;
}

bool holds_numbers(const SearchKey& key) {
  const auto any = [](const std::vector<SearchKey>& keys) {
    return std::any_of(keys.begin(), keys.end(), holds_numbers);
  };
  return std::visit(overloaded{
                        [](const SearchMessages& k) { return !by_uid(k.messages); },
                        [&](const SearchNot& k) { return any(k.key); },
                        [&](const SearchOr& k) { return any(k.keys); },
                        [&](const SearchAnd& k) { return any(k.keys); },
                        [](const auto&) { return false; },
                    },
                    key.key);
}

// Whether the command names messages by number.
bool uses_numbers(const Command& command) {
  return std::visit(overloaded{
                        [](const Fetch& c) { return !by_uid(c.messages); },
                        [](const Store& c) { return !by_uid(c.messages); },
                        [](const Copy& c) { return !by_uid(c.messages); },
                        [](const Move& c) { return !by_uid(c.messages); },
                        [](const Search& c) { return holds_numbers(SearchKey{c.criteria}); },
                        [](const auto&) { return false; },
                    },
                    command);
}

// Commands whose last argument is a mailbox.
constexpr std::array<std::string_view, 6> name_mailbox{"SELECT", "EXAMINE",   "CREATE",
                                                       "DELETE", "SUBSCRIBE", "UNSUBSCRIBE"};

// `SELECT Bulk Mail`: the line goes on behind the name's first word, and not with parameters.
bool needs_quotes(const Line& line, const wire::SyntaxError& error) {
  const bool named =
      std::find(name_mailbox.begin(), name_mailbox.end(), line.name) != name_mailbox.end();
  const std::string_view rest = std::string_view(line.bytes).substr(error.offset);
  return named && rest.size() > 1 && rest[0] == ' ' && ascii::is_alpha(rest[1]);
}

}  // namespace

PossibleStates::PossibleStates(const SessionModel& session) {
  if (!session.facts.state_known) {
    for (const State state : all_states) add(state);
    return;
  }
  add(session.facts.state);
  if (session.facts.state == State::greeting) {  // the greeting is under way; it may be PREAUTH
    add(State::not_authenticated);
    add(State::authenticated);
  }
  follow(session.issued);
}

bool PossibleStates::any_of(const States& states) const {
  return std::any_of(all_states.begin(), all_states.end(),
                     [&](State state) { return contains(state) && states.contains(state); });
}

// Each command may succeed, or fail and change nothing; SELECT leaves a mailbox even if it fails.
void PossibleStates::follow(const OpenCommands<Issued>& open) {
  if (open.any_that(Role::ends)) {
    bits_ = 1U << static_cast<unsigned>(State::logout);
    return;
  }
  const std::set<LineId>& opening = open.that(Role::opens);
  const std::set<LineId>& entering = open.that(Role::enters);
  bool opens = !opening.empty();
  if (!contains(State::authenticated) && !contains(State::selected)) {
    const bool enters = contains(State::not_authenticated) && !entering.empty();
    if (enters) add(State::authenticated);
    opens = opens && enters && *entering.begin() < *opening.rbegin();  // a login came before it
  }
  if (opens) {
    add(State::authenticated);
    add(State::selected);
  } else if (contains(State::selected) && open.any_that(Role::leaves)) {
    add(State::authenticated);
  }
}

void ClientConduct::sends(Line& line, const Reading& reading, const SessionModel* session,
                          trace::Clocking clocking, bool strict) {
  if (reading.tag_fault == TagFault::missing) {
    judge_missing_tag(line, clocking);
  } else {
    judge_reading(line, reading, strict);
  }
  idle_was_last_ = line.name == "IDLE";
  if (session == nullptr || line.kind != LineKind::command) return;
  judge_tag(line, *session);
  judge_state(line, *session, clocking);
  judge_pipelining(line, reading, *session);
  before_last_ = PossibleStates(*session);
}

void ClientConduct::judge_reading(Line& line, const Reading& reading, bool strict) {
  for (const wire::Quirk& quirk : reading.quirks) {
    remark(line, Finding::Kind::quirk, std::string(wire::describe(quirk.kind)), "3501 §9",
           quirk.offset);
  }
  if (reading.tag_fault == TagFault::ill_formed) {
    report(line, Fault::client, "The tag holds a character that cannot stand in a tag.", "3501 §9");
  }
  if (!reading.error) return;
  if (!reading.known_verb && !line.name.empty()) {
    if (find_extension_command(verb_of(line.name)) != nullptr) return;
    if (ascii::starts_with_ignoring_case(line.name, "X")) return;  // RFC 3501 §6.5
    const std::string message = "There is no command " + line.name + ".";
    if (strict) {
      report(line, Fault::client, message, "3501 §6", reading.error->offset);
    } else {
      remark(line, Finding::Kind::quirk, message, "3501 §6", reading.error->offset);
    }
    return;
  }
  if (needs_quotes(line, *reading.error)) {
    report(line, Fault::client, "A mailbox name with a space in it needs quotes.", "3501 §9",
           reading.error->offset);
    return;
  }
  const std::string message =
      "The command breaks the grammar: here " + reading.error->expected + " must stand.";
  if (strict) {
    report(line, Fault::client, message, reading.error->rfc, reading.error->offset);
  } else {
    remark(line, Finding::Kind::quirk, message, reading.error->rfc, reading.error->offset);
  }
}

// A DONE may cross the line with which the server ends IDLE by itself.
void ClientConduct::judge_missing_tag(Line& line, trace::Clocking clocking) const {
  const bool alone = line.tag.size() == line.bytes.find_last_not_of("\r\n") + 1;
  if (ascii::equal_ignoring_case(line.tag, "DONE") && alone) {
    if (idle_was_last_ && clocking == trace::Clocking::one_tap) return;
    report(line, Fault::client, "DONE ends IDLE, and no IDLE is in progress.", "2177 §3");
  } else if (alone) {
    report(line, Fault::client,
           "A command is a tag, a space and a name; here one word stands alone.", "3501 §2.2.1");
  } else {
    report(line, Fault::client, "The tag is missing: every command begins with one.",
           "3501 §2.2.1");
  }
}

void ClientConduct::judge_tag(Line& line, const SessionModel& session) {
  const Issued* holder = session.issued.find(line.tag);
  if (holder == nullptr || holder->pending.line == line.id) return;
  if (holder->pending.line <= session.in_doubt_until) return;
  report(line, Fault::client,
         "The tag " + line.tag + " is in use: " + holder->pending.verb +
             " has it, and is not completed.",
         "3501 §2.2.1");
}

void ClientConduct::judge_state(Line& line, const SessionModel& session, trace::Clocking clocking) {
  const CommandInfo* info = find_command(verb_of(line.name));
  if (info == nullptr || PossibleStates(session).any_of(info->legal_in)) return;
  const std::string where =
      line.name + " is legal in the state " + names_of(info->legal_in, " or ");
  if (clocking == trace::Clocking::one_tap && before_last_.any_of(info->legal_in)) {
    remark(line, Finding::Kind::undecidable,
           where + "; whether the client had read on when it sent this, one tap cannot tell.",
           info->standard.rev1);
    return;
  }
  report(line, Fault::client,
         where + ", but the session is " + std::string(name_of(session.facts.state)) + ".",
         "3501 §3");
}

void ClientConduct::judge_pipelining(Line& line, const Reading& reading,
                                     const SessionModel& session) {
  const auto oldest_that = [&](Role role) -> const Issued* {
    const std::set<LineId>& lines = session.issued.that(role);
    const auto oldest =
        session.in_doubt_until ? lines.upper_bound(*session.in_doubt_until) : lines.begin();
    return oldest == lines.end() || *oldest == line.id ? nullptr : session.issued.find(*oldest);
  };
  if (oldest_that(Role::idles) != nullptr) return breaks_into_idle(line);
  const Issued* renumbers = oldest_that(Role::renumbers);
  if (renumbers == nullptr || !reading.command || !uses_numbers(*reading.command)) return;
  report(line, Fault::client,
         line.name + " names messages by number before " + renumbers->pending.verb + " (" +
             renumbers->pending.tag +
             ") is completed, whose reply may change the numbers: the client must wait.",
         "3501 §5.5");
}

void ClientConduct::breaks_into_idle(Line& line) {
  report(line, Fault::client, "While IDLE runs, the client may only say DONE.", "2177 §3");
}

void ClientConduct::sends_literal_unasked(Line& line, std::size_t offset) {
  report(line, Fault::client, "The literal was sent without waiting for `+`.", "3501 §7.5", offset);
}

// LITERAL- and IMAP4rev2 allow small ones only (RFC 7888 §5, RFC 9051 §4.3).
void ClientConduct::sends_literal_at_once(Line& line, std::uint64_t octets, std::size_t offset,
                                          const Known<std::vector<std::string>>& told) {
  constexpr std::uint64_t small = 4096;
  if (!told) return;
  const auto can = [&](std::string_view name) {
    return std::any_of(told->begin(), told->end(), [name](const std::string& capability) {
      return ascii::equal_ignoring_case(capability, name);
    });
  };
  if (can("LITERAL+")) return;
  const bool small_ones = can("LITERAL-") || can("IMAP4rev2");
  if (small_ones && octets <= small) return;
  const std::string literal = "{" + std::to_string(octets) + "+}";
  if (small_ones) {
    report(line, Fault::client,
           "The client sends " + literal +
               " without waiting for `+`; this server allows that up to 4096 octets only.",
           "7888 §5", offset);
  } else {
    report(line, Fault::client,
           "The client sends " + literal +
               " without waiting for `+`, and the server has not announced LITERAL+.",
           "7888 §3", offset);
  }
}

void ClientConduct::answered_bad(Line& line) {
  const auto wrong = std::find_if(line.findings.begin(), line.findings.end(), [](const Finding& f) {
    return f.kind == Finding::Kind::quirk && (f.message.starts_with("There is no command") ||
                                              f.message.starts_with("The command breaks"));
  });
  if (wrong == line.findings.end()) return;
  line.violations.push_back({Fault::client, wrong->stream_offset, wrong->message, wrong->rfc});
  line.findings.erase(wrong);
}

}  // namespace imapscope::judge
