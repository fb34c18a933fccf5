#include "sim/trace/transcript.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "sim/base/ascii.h"

namespace imapscope::trace {
namespace {

constexpr Duration between_turns = milliseconds(100);
constexpr Duration between_lines = milliseconds(1);  ///< of one side, sent in one go

std::string_view take_transcript_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view without_indent(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

struct Marked {
  Direction direction;
  std::string_view text;  ///< behind the marker, with the blanks of the layout
};

std::optional<Marked> marked(std::string_view line) {
  line = without_indent(line);
  if (line.size() < 2 || line[1] != ':') return std::nullopt;
  if (line.size() > 2 && line[2] != ' ' && line[2] != '\t') return std::nullopt;
  if (line[0] == 'C') return Marked{Direction::to_server, line.substr(2)};
  if (line[0] == 'S') return Marked{Direction::to_client, line.substr(2)};
  return std::nullopt;
}

/// The octets that `{n}`, `{n+}` or `{n-}` at the end of a line announces; 0 where there is none.
std::size_t literal_announced(std::string_view line) {
  if (!line.ends_with('}')) return 0;
  line.remove_suffix(1);
  if (line.ends_with('+') || line.ends_with('-')) line.remove_suffix(1);
  const auto open = line.rfind('{');
  if (open == std::string_view::npos) return 0;
  std::size_t octets = 0;
  const auto digits = line.substr(open + 1);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), octets);
  return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? octets : 0;
}

/// Print breaks a line at a space, or between two addresses or body parts, where there is none.
bool broken_between_groups(std::string_view before, std::string_view after) {
  return before.ends_with(')') && !before.ends_with("))") && after.starts_with('(') &&
         !after.starts_with("((");
}

bool is_greeting(std::string_view line) {
  using ascii::starts_with_ignoring_case;
  return starts_with_ignoring_case(line, "* OK") || starts_with_ignoring_case(line, "* PREAUTH") ||
         starts_with_ignoring_case(line, "* BYE");
}

class TranscriptReader {
 public:
  explicit TranscriptReader(std::string_view name) : name_(name) {
    trace_.header = {.title = std::string(name),
                     .source = "C:/S: transcript",
                     .clocking = Clocking::one_tap,
                     .unix_us = std::nullopt,
                     .redacted = false};
  }

  void take(std::string_view line, std::size_t number) {
    if (const auto mark = marked(line)) {
      take_marked(*mark);
    } else if (without_indent(line).empty()) {
      may_continue_ = false;
    } else if (may_continue_ && (line.front() == ' ' || line.front() == '\t')) {
      join(without_indent(line));
    } else if (!line.starts_with('#')) {
      may_continue_ = false;
      leave_out(number);
    }
  }

  Trace finish() {
    flush();
    if (left_out_ > 1) {
      trace_.warnings.back() +=
          " (So are " + std::to_string(left_out_ - 1) + " more lines without C: or S:.)";
    }
    trace_.warnings.push_back(name_ + " has no times: its lines are spread evenly over time.");
    return std::move(trace_);
  }

 private:
  void take_marked(const Marked& mark) {
    flush();
    const bool inside_literal = literal_left_ > 0 && direction_ == mark.direction;
    const std::string_view bare = without_indent(mark.text);
    const std::size_t indent = mark.text.size() - bare.size();
    if (inside_literal) {  // the literal's own blanks stay
      line_ = mark.text.substr(std::min(indent, indent_));
    } else {
      line_ = bare;
      indent_ = indent;
      literal_left_ = 0;
    }
    direction_ = mark.direction;
    may_continue_ = held_ = true;
  }

  void join(std::string_view text) {
    if (!broken_between_groups(line_, text)) line_ += ' ';
    line_ += text;
  }

  void leave_out(std::size_t number) {
    if (left_out_++ > 0) return;
    trace_.warnings.push_back(name_ + ", line " + std::to_string(number) +
                              ": this line has neither C: nor S: before it and is left out.");
  }

  /// The held line is complete: no other line continues it.
  void flush() {
    if (!held_) return;
    held_ = false;
    const std::size_t octets = line_.size() + 2;
    literal_left_ = octets > literal_left_ ? literal_announced(line_) : literal_left_ - octets;
    if (trace_.events.empty()) begin();
    now_ = now_ + (direction_ == last_direction_ ? between_lines : between_turns);
    last_direction_ = direction_;
    emit(direction_, Payload{line_ + "\r\n", Fidelity::line, {}});
  }

  /// A transcript that does not begin with a greeting begins in the middle of a connection.
  void begin() {
    emit(Direction::to_server, Opened{});
    last_direction_ = opposite(direction_);
    if (direction_ == Direction::to_client && is_greeting(line_)) return;
    emit(Direction::to_server, Gap{});
    emit(Direction::to_client, Gap{});
  }

  void emit(Direction direction, What what) {
    trace_.events.push_back({{1}, direction, now_, now_, std::move(what)});
  }

  std::string name_;
  Trace trace_;
  std::string line_;  ///< held until it is known that nothing continues it
  bool held_ = false;
  bool may_continue_ = false;
  Direction direction_ = Direction::to_server;
  Direction last_direction_ = Direction::to_server;
  std::size_t indent_ = 0;        ///< of the line that announced the literal
  std::size_t literal_left_ = 0;  ///< octets of it that are still to come
  Instant now_;
  std::size_t left_out_ = 0;
};

}  // namespace

bool looks_like_transcript(std::string_view content) {
  std::string_view rest = content.substr(0, 1U << 16U);
  if (rest.find('\0') != std::string_view::npos) return false;
  while (!rest.empty()) {
    if (marked(take_transcript_line(rest))) return true;
  }
  return false;
}

Result<Trace, ReadError> read_transcript(std::string_view content, std::string_view name) {
  TranscriptReader reader(name);
  for (std::size_t number = 1; !content.empty(); ++number)
    reader.take(take_transcript_line(content), number);
  Trace trace = reader.finish();
  if (trace.events.empty()) {
    return fail(ReadError{std::string(name) + " has no line that begins with C: or S:."});
  }
  return trace;
}

}  // namespace imapscope::trace
