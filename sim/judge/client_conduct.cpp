#include "sim/judge/client_conduct.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/base/overloaded.h"
#include "sim/base/requires.h"
#include "sim/belief/place.h"
#include "sim/imap/extension_commands.h"
#include "sim/judge/extension_use.h"
#include "sim/judge/report.h"

namespace imapscope::judge {
namespace {

using rules::Named;

constexpr std::array all_states{State::greeting, State::not_authenticated, State::authenticated,
                                State::selected, State::logout};

/// "Authenticated or Selected".
Said any_of(const States& states) {
  std::vector<std::string> names;
  for (const State state : all_states) {
    if (states.contains(state)) names.emplace_back(name_of(state));
  }
  const std::string last = std::move(names.back());
  names.pop_back();
  if (names.empty()) return Said(last);
  std::string others = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) others += ", " + names[i];
  return {"rules.or", {{"names", others}, {"last", last}}};
}

std::string_view verb_of(std::string_view name) {
  return name.starts_with("UID ") ? name.substr(4) : name;
}

using NumberSets = std::vector<const SeqSet*>;

void add_numbers(const MessageSet& messages, NumberSets& sets) {
  if (const auto* numbers = std::get_if<SeqSet>(&messages)) sets.push_back(numbers);
}

void add_numbers(const std::vector<SearchKey>& keys, NumberSets& sets) {
  for (const SearchKey& each : keys) {
    std::visit(overloaded{
                   [&](const SearchMessages& k) { add_numbers(k.messages, sets); },
                   [&](const SearchFuzzy& k) { add_numbers(k.key, sets); },
                   [&](const SearchNot& k) { add_numbers(k.key, sets); },
                   [&](const SearchOr& k) { add_numbers(k.keys, sets); },
                   [&](const SearchAnd& k) { add_numbers(k.keys, sets); },
                   [](const auto&) {},
               },
               each.key);
  }
}

/// The sets of numbers by which the command names messages, those among the keys of a search, too.
NumberSets numbers_in(const Command& command) {
  NumberSets sets;
  std::visit(overloaded{
                 [&](const Fetch& c) { add_numbers(c.messages, sets); },
                 [&](const Store& c) { add_numbers(c.messages, sets); },
                 [&](const Copy& c) { add_numbers(c.messages, sets); },
                 [&](const Move& c) { add_numbers(c.messages, sets); },
                 [&](const Search& c) { add_numbers(c.criteria.keys, sets); },
                 [&](const Sort& c) { add_numbers(c.search.criteria.keys, sets); },
                 [&](const Thread& c) { add_numbers(c.search.criteria.keys, sets); },
                 [](const auto&) {},
             },
             command);
  return sets;
}

// `$` stands for messages, whatever their numbers are by now (RFC 5182 §2.1).
bool uses_numbers(const Command& command) {
  const NumberSets sets = numbers_in(command);
  return std::any_of(sets.begin(), sets.end(), [](const SeqSet* set) { return !set->saved; });
}

// `SELECT Bulk Mail`: the line goes on behind the name's first word, and not with parameters.
bool needs_quotes(const Line& line, const wire::SyntaxError& error) {
  const bool named = has(line.name, Trait::names_mailbox);
  const std::string_view rest = std::string_view(line.bytes).substr(error.offset);
  return named && rest.size() > 1 && rest[0] == ' ' && ascii::is_alpha(rest[1]);
}

// Whether an extension could have put there what cannot be read: not where the line ends, nor a
// space too many.
bool may_be_extension(const Line& line, std::size_t offset) {
  const std::string_view rest = std::string_view(line.bytes).substr(offset);
  const std::size_t word = rest.find_first_not_of(' ');
  if (word == rest.npos || rest[word] == '\r' || rest[word] == '\n' || word > 1) return false;
  return word == 0 || offset == 0 || line.bytes[offset - 1] != ' ';
}

/// What of the set is no number where there are so many messages: one beyond `most`, or `*` where
/// there is none.
std::optional<SeqNum> number_beyond(const SeqSet& set, std::uint32_t most) {
  for (const SeqSet::Range& range : set.ranges) {
    const SeqNum largest = std::max(range.first, range.last);
    if (largest.value > most || most == 0) return largest;
  }
  return std::nullopt;
}

/// Where they stand: of a SEARCH among its keys.
rules::Place place_of_numbers(const Line& line) {
  return is_verb_of<Search>(line.name) ? place_of_name(line) : place_behind_name(line);
}

/// The `{5+}` with which the line ends so far.
rules::Place place_of_announcement(std::string_view so_far) {
  const std::size_t begin = so_far.rfind('{');
  REQUIRES(begin != so_far.npos);
  return {begin, without_line_end(so_far).size() - begin};
}

/// What the client was told last of the open mailbox, while nothing is about to open another.
std::optional<std::uint32_t> exists_known_in(const SessionModel& session) {
  const bool certain = session.mailbox && !session.opening && !session.incomplete &&
                       session.mailbox->facts.exists_known &&
                       !session.in_progress.any_that(Role::opens);
  return certain ? std::optional(session.mailbox->facts.exists) : std::nullopt;
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
  follow(session.in_progress);
}

bool PossibleStates::any_of(const States& states) const {
  return std::any_of(all_states.begin(), all_states.end(),
                     [&](State state) { return contains(state) && states.contains(state); });
}

// Each command may succeed, or fail and change nothing; SELECT leaves a mailbox even if it fails.
void PossibleStates::follow(const CommandsInProgress<InProgressAtClient>& in_progress) {
  if (in_progress.any_that(Role::ends)) {
    bits_ = 1U << static_cast<unsigned>(State::logout);
    return;
  }
  const std::set<LineId>& opening = in_progress.that(Role::opens);
  const std::set<LineId>& entering = in_progress.that(Role::enters);
  bool opens = !opening.empty();
  if (!contains(State::authenticated) && !contains(State::selected)) {
    const bool enters = contains(State::not_authenticated) && !entering.empty();
    if (enters) add(State::authenticated);
    opens = opens && enters && *entering.begin() < *opening.rbegin();  // a login came before it
  }
  if (in_progress.any_that(Role::unauthenticates)) add(State::not_authenticated);
  if (opens) {
    add(State::authenticated);
    add(State::selected);
  } else if (contains(State::selected) && in_progress.any_that(Role::leaves)) {
    add(State::authenticated);
  }
}

void ClientConduct::sends(Line& line, const Reading& reading, const SessionModel* session,
                          trace::Clocking clocking, bool strict) {
  const Extensions extensions = session == nullptr ? Extensions{} : extensions_of(*session);
  if (reading.tag_fault == TagFault::missing) {
    judge_missing_tag(line, clocking);
  } else {
    judge_reading(line, reading, strict, extensions);
  }
  idle_was_last_ = has(line.name, Trait::idles);
  if (session == nullptr || line.kind != LineKind::command) return;
  judge_tag(line, *session);
  judge_state(line, *session, clocking);
  judge_enabling(line, *session);
  const bool shifts = has(line.name, Trait::names_mailbox) && line.texts == Texts::ascii;
  if (shifts) report_superfluous_shift(line);
  judge_extension_use(line, reading, *session);
  judge_numbers(line, reading, *session);
  judge_pipelining(line, reading, *session);
  cite(line, extensions);
  before_last_ = PossibleStates(*session);
}

void ClientConduct::judge_reading(Line& line, const Reading& reading, bool strict,
                                  const Extensions& extensions) {
  for (const wire::Quirk& quirk : reading.quirks) report(line, quirk);
  if (reading.tag_fault == TagFault::ill_formed) {
    line.report("tag_ill_formed", {}, place_of_tag(line.bytes));
  }
  if (!reading.error) return;
  if (!reading.known_verb && !line.name.empty()) {
    if (find_extension_command(verb_of(line.name)) != nullptr) return;
    if (ascii::starts_with_ignoring_case(line.name, "X")) return;  // RFC 3501 §6.5
    return line.report(strict ? Named("unknown_command") : Named("unknown_command_perhaps"),
                       {{"command", line.name}}, place_at(line.bytes, reading.error->offset));
  }
  if (reading.command && is_offered(*reading.command, extensions)) return;
  if (needs_quotes(line, *reading.error)) {
    const std::size_t end = line.bytes.find_first_of("\r\n", reading.error->offset);
    const std::size_t octets = std::min(end, line.bytes.size()) - reading.error->offset;
    return line.report("mailbox_needs_quotes", {}, {reading.error->offset, octets});
  }
  line.report(strict ? Named("command_grammar") : Named("command_grammar_perhaps"),
              {{"expected", reading.error->expected.said()}},
              place_at(line.bytes, reading.error->offset));
  line.findings.back().rfc = reading.error->rfc;
}

// A DONE may cross the line with which the server ends IDLE by itself.
void ClientConduct::judge_missing_tag(Line& line, trace::Clocking clocking) const {
  const bool alone = line.tag.size() == line.bytes.find_last_not_of("\r\n") + 1;
  if (ascii::equal_ignoring_case(line.tag, "DONE") && alone) {
    if (idle_was_last_ && clocking == trace::Clocking::one_tap) return;
    line.report("done_without_idle");
  } else {
    line.report(alone ? Named("word_alone") : Named("tag_missing"), {}, place_of_tag(line.bytes));
  }
}

void ClientConduct::judge_tag(Line& line, const SessionModel& session) {
  const InProgressAtClient* holder = session.in_progress.find(line.tag);
  if (holder == nullptr || holder->facts.line == line.id) return;
  if (holder->facts.line <= session.in_doubt_until) return;
  line.report("tag_in_use", {{"tag", line.tag}, {"command", holder->facts.verb}},
              place_of_tag(line.bytes));
}

void ClientConduct::judge_state(Line& line, const SessionModel& session, trace::Clocking clocking) {
  const CommandInfo* info = find_command(verb_of(line.name));
  if (info == nullptr || PossibleStates(session).any_of(info->legal_in)) return;
  const words::Argument states{"states", any_of(info->legal_in)};
  if (clocking == trace::Clocking::one_tap && before_last_.any_of(info->legal_in)) {
    return line.report("wrong_state_perhaps", {{"command", line.name}, states},
                       place_of_name(line));
  }
  line.report(
      "wrong_state",
      {{"command", line.name}, states, {"state", std::string(name_of(session.facts.state))}},
      place_of_name(line));
}

// RFC 5161 §3.1: before any mailbox is selected.
void ClientConduct::judge_enabling(Line& line, const SessionModel& session) {
  const PossibleStates states(session);
  constexpr States without_mailbox{State::not_authenticated, State::authenticated};
  const bool is_open = states.any_of(mailbox_open) && !states.any_of(without_mailbox);
  if (is_verb_of<Enable>(line.name) && is_open) {
    line.report("enable_after_select", {}, place_of_name(line));
  }
}

void ClientConduct::judge_numbers(Line& line, const Reading& reading, const SessionModel& session) {
  const std::optional<std::uint32_t> exists = exists_known_in(session);
  // One EXPUNGE more may be known to the bystander than to the client.
  const std::uint32_t most = std::max(exists.value_or(0), exists_before_last_.value_or(0));
  exists_before_last_ = exists;
  if (!exists || !reading.command) return;
  for (const SeqSet* numbers : numbers_in(*reading.command)) {
    const std::optional<SeqNum> number = number_beyond(*numbers, most);
    if (!number) continue;
    const bool is_star = *number == SeqSet::star;
    return line.report(
        "number_beyond_exists",
        {{"number", is_star ? "*" : std::to_string(number->value)}, {"count", *exists}},
        is_star ? place_of_numbers(line) : place_of_number(line.bytes, number->value));
  }
}

void ClientConduct::judge_pipelining(Line& line, const Reading& reading,
                                     const SessionModel& session) {
  const auto oldest_that = [&](Role role) -> const InProgressAtClient* {
    const std::set<LineId>& lines = session.in_progress.that(role);
    const auto oldest =
        session.in_doubt_until ? lines.upper_bound(*session.in_doubt_until) : lines.begin();
    return oldest == lines.end() || *oldest == line.id ? nullptr
                                                       : session.in_progress.find(*oldest);
  };
  if (oldest_that(Role::idles) != nullptr) return breaks_into_idle(line);
  const InProgressAtClient* renumbers = oldest_that(Role::renumbers);
  if (renumbers == nullptr && !session.expunges_at_any_time) return;
  if (!reading.command || !uses_numbers(*reading.command)) return;
  if (renumbers == nullptr) return line.report("numbers_after_notify", {}, place_of_numbers(line));
  line.report(
      "numbers_may_change",
      {{"command", line.name}, {"running", renumbers->facts.verb}, {"tag", renumbers->facts.tag}},
      place_of_numbers(line));
}

void ClientConduct::breaks_into_idle(Line& line) {
  line.report("command_in_idle");
}

void ClientConduct::sends_literal_unasked(Line& line, std::size_t offset) {
  line.report("literal_not_asked_for", {}, {offset, 1});
}

// LITERAL- and IMAP4rev2 allow small ones only (RFC 7888 §5, RFC 9051 §4.3).
void ClientConduct::sends_literal_at_once(Line& line, std::uint64_t octets, std::string_view so_far,
                                          const Known<std::vector<std::string>>& told) {
  constexpr std::uint64_t small = 4096;
  if (!told) return;
  if (holds(*told, "LITERAL+")) return;
  const bool small_ones = holds(*told, "LITERAL-");
  if (small_ones && octets <= small) return;
  line.report(small_ones ? Named("literal_plus_too_long") : Named("literal_plus_unannounced"),
              {{"literal", "{" + std::to_string(octets) + "+}"}}, place_of_announcement(so_far));
}

void ClientConduct::completed(Line& line, Condition condition, bool speaks_more) {
  const auto settle = [](Finding& finding, Named before, Named after) {
    if (finding.rule == &before.rule()) finding.rule = &after.rule();
  };
  for (Finding& finding : line.findings) {
    const bool extension = may_be_extension(line, finding.place.offset);
    if (condition == Condition::bad) {
      settle(finding, "unknown_command_perhaps", "unknown_command");
      if (!extension || !speaks_more) settle(finding, "command_grammar_perhaps", "command_grammar");
    } else if (condition == Condition::ok && extension) {
      settle(finding, "unknown_command", "unknown_command_perhaps");
      settle(finding, "command_grammar", "command_grammar_perhaps");
    }
  }
}

}  // namespace imapscope::judge
