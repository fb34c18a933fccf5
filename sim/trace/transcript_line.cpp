#include "sim/trace/transcript_line.h"

#include <algorithm>
#include <array>
#include <limits>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/imap/literal_header.h"
#include "sim/imap/response.h"

namespace imapscope::trace {
namespace {

using ascii::equal_ignoring_case;
using ascii::starts_with_ignoring_case;

struct MarkerWord {
  std::string_view word;
  Direction direction;
  Markers markers;
};
constexpr std::array<MarkerWord, 6> marker_words{{
    {"Client", Direction::to_server, Markers::words},
    {"Server", Direction::to_client, Markers::words},
    {"C", Direction::to_server, Markers::letters},
    {"S", Direction::to_client, Markers::letters},
    {"c", Direction::to_server, Markers::small_letters},
    {"s", Direction::to_client, Markers::small_letters},
}};

constexpr std::array<std::string_view, 6> elision_words{"...",  "…",      "more",
                                                        "snip", "elided", "omitted"};

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view without_blanks(std::string_view text) {
  text = without_indent(text);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view take_word(std::string_view& line) {
  const auto end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

// The name in `[NAME …]` at the beginning; empty where there is none.
std::string_view code_of(std::string_view text) {
  if (!text.starts_with('[')) return {};
  return text.substr(1, text.find_first_of(" ]") - 1);
}

// Nobody is greeted with such a code.
bool speaks_of_mailbox(std::string_view text) {
  const CodeInfo* code = find_code(code_of(text));
  return code != nullptr && code->about != About::session;
}

// Takes `dd` and what stands behind it; nothing where there is no number.
std::optional<std::int64_t> take_digits(std::string_view& text, std::size_t most) {
  std::int64_t value = 0;
  std::size_t digits = 0;
  for (; digits < most && digits < text.size() && ascii::is_digit(text[digits]); ++digits)
    value = value * 10 + (text[digits] - '0');
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

// `hh:mm:ss` with its fraction, or `hh:mm`.
std::optional<Duration> day_time_in(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::size_t begin = colon;
  while (begin > 0 && colon - begin < 2 && ascii::is_digit(text[begin - 1])) --begin;
  text.remove_prefix(begin);
  const auto hours = take_digits(text, 2);
  if (!hours || !text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  const auto minutes = take_digits(text, 2);
  if (!minutes) return std::nullopt;
  Duration time = seconds((*hours * 60 + *minutes) * 60);
  if (!text.starts_with(':')) return time;
  text.remove_prefix(1);
  time = time + seconds(take_digits(text, 2).value_or(0));
  if (!text.starts_with('.') && !text.starts_with(',')) return time;
  text.remove_prefix(1);
  std::int64_t unit = 100'000;  // microseconds
  for (; !text.empty() && ascii::is_digit(text.front()) && unit > 0; unit /= 10) {
    time = time + microseconds((text.front() - '0') * unit);
    text.remove_prefix(1);
  }
  return time;
}

// Takes `[2026-11-26T09:30:00Z] ` or `09:30:00.250 `.
std::optional<Duration> take_day_time(std::string_view& line) {
  constexpr std::string_view of_times = "0123456789:.,-/+[]()TZ \t";
  const auto end = line.find_first_not_of(of_times);
  if (end == 0 || end == std::string_view::npos) return std::nullopt;
  const auto time = day_time_in(line.substr(0, end));
  if (time) line.remove_prefix(end);
  return time;
}

bool is_status(std::string_view line) {
  return take_word(line) == "*" && find_condition(take_word(line)).has_value();
}

bool server_may_say(std::string_view text) {
  return text.starts_with("* ") || text == "+" || text.starts_with("+ ") || completion_in(text);
}

// Without a blank behind its colon, a marker may be a drive's name or the like: what follows has to
// look like IMAP.
bool may_follow_at_once(const Marked& line) {
  if (line.direction == Direction::to_client) return server_may_say(line.text);
  const auto space = line.text.find(' ');
  const bool has_words = space != 0 && space != std::string_view::npos;
  return equal_ignoring_case(line.text, "DONE") ||
         (has_words && line.text.find_first_of("\\/:") > space);
}

bool take_marker(std::string_view line, Marked& marked) {
  for (const MarkerWord& marker : marker_words) {
    const bool word = marker.markers == Markers::words;
    if (word ? !starts_with_ignoring_case(line, marker.word) : !line.starts_with(marker.word))
      continue;
    std::string_view rest = line.substr(marker.word.size());
    const auto number = take_digits(rest, 3);
    if (!rest.starts_with(':')) continue;
    marked.markers = marker.markers;
    marked.direction = marker.direction;
    marked.connection = {static_cast<std::uint32_t>(std::max<std::int64_t>(number.value_or(1), 1))};
    marked.text = rest.substr(1);
    return marked.text.empty() || is_blank(marked.text.front()) || may_follow_at_once(marked);
  }
  return false;
}

}  // namespace

std::string_view take_transcript_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  line = without_line_end(line);
  return line;
}

std::string_view without_indent(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

std::string_view without_quote(std::string_view line) {
  line = without_indent(line);
  while (line.starts_with('>')) {
    line.remove_prefix(1);
    if (line.starts_with(' ')) line.remove_prefix(1);
  }
  return line;
}

std::optional<Marked> marked(std::string_view line) {
  Marked marked;
  line = without_indent(line);
  marked.quoted = line.starts_with('>');
  if (marked.quoted) line = without_indent(without_quote(line));
  marked.day_time = take_day_time(line);
  if (!take_marker(line, marked)) return std::nullopt;
  return marked;
}

std::optional<Markers> markers_of(std::string_view content) {
  while (!content.empty()) {
    const auto line = marked(take_transcript_line(content));
    if (!line) continue;
    const bool is_server = line->direction == Direction::to_client;
    if (line->markers == Markers::letters) return Markers::letters;
    if (!is_server) continue;
    const std::string_view text = without_blanks(line->text);
    if (server_may_say(text) || protocol_of_server(text)) return line->markers;
  }
  return std::nullopt;
}

std::optional<Completion> completion_in(std::string_view line) {
  const std::string_view tag = take_word(line);
  const std::string_view condition = take_word(line);
  if (tag.empty() || tag == "*" || tag == "+") return std::nullopt;
  const auto known = find_condition(condition);
  if (!known || !completes(*known)) return std::nullopt;
  return Completion{tag, *known == Condition::ok};
}

std::optional<std::size_t> literal_announced(std::string_view line, Direction direction) {
  if (direction == Direction::to_client &&
      (line.starts_with('+') || is_status(line) || completion_in(line))) {
    return std::nullopt;
  }
  const auto header = literal_header_of(line);
  if (!header || header->octets > std::numeric_limits<std::size_t>::max()) return std::nullopt;
  return static_cast<std::size_t>(header->octets);
}

namespace {

/// What stands in `[ ]`, `( )` or `< >`; nothing where it is not bracketed.
std::optional<std::string_view> in_brackets(std::string_view text) {
  text = without_blanks(text);
  const bool bracketed = (text.starts_with('[') && text.ends_with(']')) ||
                         (text.starts_with('(') && text.ends_with(')')) ||
                         (text.starts_with('<') && text.ends_with('>'));
  if (!bracketed) return std::nullopt;
  return without_blanks(text.substr(1, text.size() - 2));
}

}  // namespace

bool is_elision(std::string_view text) {
  text = without_blanks(text);
  if (text.find_first_not_of('.') == std::string_view::npos) return text.size() >= 3;
  if (text == "…") return true;
  const auto inside = in_brackets(text);
  if (!inside) return false;
  return std::any_of(elision_words.begin(), elision_words.end(), [&](std::string_view word) {
    return starts_with_ignoring_case(*inside, word) || inside->ends_with(word);
  });
}

bool begins_tls(std::string_view text) {
  const auto inside = in_brackets(text);
  return inside && starts_with_ignoring_case(*inside, "TLS");
}

bool is_greeting(std::string_view line) {
  if (take_word(line) != "*") return false;
  const auto condition = find_condition(take_word(line));
  if (condition == Condition::preauth || condition == Condition::bye) return true;
  return condition == Condition::ok && !speaks_of_mailbox(line);
}

bool may_follow_greeting(std::string_view line) {
  if (is_greeting(line)) return true;
  if (take_word(line) != "*") return false;
  const std::string_view word = take_word(line);
  const auto condition = find_condition(word);
  if (condition) return condition == Condition::no || condition == Condition::bad;
  const DataInfo* data = find_data(word);
  return data != nullptr && data->legal_in.contains(State::not_authenticated);
}

}  // namespace imapscope::trace
