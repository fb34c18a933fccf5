#include "sim/lesson/check/possible.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "sim/base/ascii.h"
#include "sim/imap/command.h"
#include "sim/imap/state.h"
#include "sim/lesson/grade.h"

namespace imapscope::lesson {
namespace {

// ---- states ----

std::optional<State> state_named(std::string_view name) {
  for (const State state : {State::greeting, State::not_authenticated, State::authenticated,
                            State::selected, State::logout}) {
    if (ascii::equal_ignoring_case(name, name_of(state))) return state;
  }
  return std::nullopt;
}

/// Whether some answer to `verb` leads over the edge. A server may leave at any time, and its
/// greeting needs no command.
bool may_lead(std::string_view verb, Passage passage) {
  constexpr std::array needs_no_command{Passage::greeting_ok, Passage::greeting_preauth,
                                        Passage::greeting_bye, Passage::leave};
  const Journey journey = journey_of(verb);
  return journey.ok == passage || journey.no == passage ||
         std::find(needs_no_command.begin(), needs_no_command.end(), passage) !=
             needs_no_command.end();
}

/// The states that answers to the commands can lead to from `start`.
std::set<State> reachable(State start, const std::vector<std::string>& verbs) {
  std::set<State> states{start};
  for (std::size_t before = 0; before != states.size();) {
    before = states.size();
    for (const Edge& edge : edges) {
      const bool open = may_lead("", edge.passage) ||
                        std::any_of(verbs.begin(), verbs.end(), [&](const std::string& verb) {
                          return may_lead(verb, edge.passage);
                        });
      if (open && states.count(edge.from) > 0) states.insert(edge.to);
    }
  }
  return states;
}

std::optional<Verdict> on_state(const Option& option, const Evidence& evidence) {
  const auto state = state_named(option.line);
  if (!state) return std::nullopt;
  const State start = evidence.state_before();
  if (reachable(start, evidence.verbs_under_way()).count(*state) > 0) return std::nullopt;
  return illegal({"lesson.check.no_edge",
                  {{"from", std::string(name_of(start))}, {"to", std::string(name_of(*state))}}},
                 "3501 §3");
}

// ---- numbers ----

/// "3, 3, 5, 8"; nothing where anything else stands there.
std::optional<std::vector<std::size_t>> numbers_in(std::string_view text) {
  std::vector<std::size_t> numbers;
  while (!text.empty()) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || number == 0) return std::nullopt;
    numbers.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    if (text.empty()) break;
    if (!text.starts_with(", ")) return std::nullopt;
    text.remove_prefix(2);
  }
  return numbers;
}

bool numbers_may_change(const Evidence& evidence) {
  const std::vector<std::string> verbs = evidence.verbs_under_way();
  return std::any_of(verbs.begin(), verbs.end(), [](const std::string& verb) {
    const bool uid_form = verb.starts_with("UID ");
    const CommandInfo* info = find_command(uid_form ? verb.substr(4) : verb);
    if (info == nullptr) return true;
    return (uid_form ? info->uid_form : info->plain) == Numbers::may_change;
  });
}

Verdict no_message_may_vanish() {
  return illegal(Said("lesson.check.no_message_may_vanish"), "3501 §7.4.1");
}

std::optional<Verdict> on_count(const Option& option, const Evidence& evidence) {
  const auto numbers = numbers_in(option.line);
  const auto before = evidence.count_before();
  if (!numbers || numbers->size() != 1 || !before) return std::nullopt;
  if (numbers->front() >= *before || numbers_may_change(evidence)) return std::nullopt;
  return no_message_may_vanish();
}

/// The places that messages had before any of them was expunged; nothing where a number is beyond
/// the last message.
std::optional<std::set<std::size_t>> expunged(const std::vector<std::size_t>& numbers,
                                              std::size_t count) {
  std::vector<std::size_t> row(count);
  for (std::size_t i = 0; i < count; ++i) row[i] = i + 1;
  std::set<std::size_t> gone;
  for (const std::size_t number : numbers) {
    if (number > row.size()) return std::nullopt;
    const auto at = row.begin() + static_cast<std::ptrdiff_t>(number - 1);
    gone.insert(*at);
    row.erase(at);
  }
  return gone;
}

std::optional<Verdict> on_expunges(const Option& option, const std::string& came,
                                   const Evidence& evidence) {
  const auto numbers = numbers_in(option.line);
  const auto count = evidence.count_before();
  if (!numbers || numbers->empty() || !count) return std::nullopt;
  if (!numbers_may_change(evidence)) return no_message_may_vanish();
  const auto gone = expunged(*numbers, *count);
  if (!gone) {
    return illegal(Said("lesson.check.beyond_last"), "3501 §9");
  }
  const auto numbers_that_came = came == "none" ? std::vector<std::size_t>{} : numbers_in(came);
  const auto in_fact = numbers_that_came ? expunged(*numbers_that_came, *count) : std::nullopt;
  if (!in_fact) return std::nullopt;
  if (*gone == *in_fact) {
    return Verdict{Grade::legal, Said("lesson.check.other_order")};
  }
  const bool too_many =
      !std::includes(in_fact->begin(), in_fact->end(), gone->begin(), gone->end());
  if (!too_many) return std::nullopt;  // the others may be told later
  return illegal(Said("lesson.check.not_expunged"), "3501 §7.4.1");
}

}  // namespace

std::optional<Verdict> verdict_on(const Ask& ask, const Option& option, const Evidence& evidence) {
  switch (ask.predict) {
    case Predict::line:
      if (option.words.empty()) return judge(option.line, evidence);
      if (option.line.starts_with(nothing)) return judge(std::string(nothing), evidence);
      return std::nullopt;
    case Predict::state:
      return on_state(option, evidence);
    case Predict::count:
      return on_count(option, evidence);
    case Predict::expunges:
      return on_expunges(option, happened(ask, evidence), evidence);
    case Predict::words:
      break;
  }
  return std::nullopt;
}

}  // namespace imapscope::lesson
