#include "sim/lesson/same_command.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/base/overloaded.h"
#include "sim/wire/parse.h"

namespace imapscope::lesson {
namespace {

std::string_view without_tag(std::string_view line) {
  const std::size_t tag_end = line.find(' ');
  return tag_end == std::string_view::npos ? line : line.substr(tag_end + 1);
}

/// The fewest ranges, ascending; `*` is larger than any number.
template <class N>
void order(NumberSet<N>& set) {
  using Range = typename NumberSet<N>::Range;
  const auto rank = [](N n) { return n.value - 1; };  // `*`, which is 0, becomes the largest
  for (Range& range : set.ranges) {
    if (rank(range.last) < rank(range.first)) std::swap(range.first, range.last);
  }
  std::sort(set.ranges.begin(), set.ranges.end(),
            [&](const Range& a, const Range& b) { return rank(a.first) < rank(b.first); });
  std::vector<Range> merged;
  for (const Range& range : set.ranges) {
    const bool goes_on = !merged.empty() && merged.back().last != NumberSet<N>::star &&
                         range.first != NumberSet<N>::star &&
                         range.first.value - 1 <= merged.back().last.value;
    if (!goes_on) {
      merged.push_back(range);
    } else if (rank(merged.back().last) < rank(range.last)) {
      merged.back().last = range.last;
    }
  }
  set.ranges = std::move(merged);
}

void order(MessageSet& set) {
  std::visit([](auto& numbers) { order(numbers); }, set);
}

/// Written in one way only.
void make_plain(Command& command) {
  std::visit(overloaded{
                 [](Fetch& fetch) {
                   order(fetch.messages);
                   fetch.items = items_of(fetch);
                 },
                 [](Store& store) { order(store.messages); },
                 [](Copy& copy) { order(copy.messages); },
                 [](Move& move) { order(move.messages); },
                 [](Expunge& expunge) {
                   if (expunge.uids) order(*expunge.uids);
                 },
                 [](auto&) {},
             },
             command);
}

/// Of a line without its tag.
std::optional<Command> command_in(std::string_view text) {
  auto parsed = wire::parse_command("a " + std::string(text) + "\r\n");
  if (!parsed) return std::nullopt;
  Command command = std::move(parsed->value.command);
  make_plain(command);
  return command;
}

bool are_same(std::string_view a, std::string_view b) {
  if (ascii::equal_ignoring_case(a, b)) return true;
  const auto first = command_in(a);
  return first && first == command_in(b);
}

}  // namespace

bool is_same_command(std::string_view typed, std::string_view scripted) {
  const std::string_view line = without_line_ends(typed);
  const std::string_view wanted = without_tag(without_line_ends(scripted));
  if (are_same(line, wanted)) return true;
  // UID is no tag here: `UID FETCH 1` and `FETCH 1` ask of different messages.
  const bool tagged = !ascii::starts_with_ignoring_case(line, "UID ");
  return tagged && are_same(without_tag(line), wanted);
}

}  // namespace imapscope::lesson
