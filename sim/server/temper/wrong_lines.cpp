#include "sim/server/temper/wrong_lines.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/wire/framer.h"

namespace imapscope::server {
namespace {

using Lines = std::vector<std::string>;

/// Responses, each with its literals.
Lines responses_in(std::string_view written) {
  Lines lines;
  wire::Framer framer(wire::Writer::server);
  framer.feed(written);
  for (;;) {
    const wire::FramerStep step = framer.next();
    const auto* frame = std::get_if<wire::Frame>(&step);
    if (frame == nullptr) break;
    lines.emplace_back(frame->bytes);
  }
  if (!framer.pending().empty()) lines.emplace_back(framer.pending());
  return lines;
}

/// A number in a line, and where it stands.
struct NumberAt {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::int64_t value = 0;
};

std::optional<NumberAt> number_at(std::string_view line, std::size_t begin) {
  NumberAt found{begin, begin, 0};
  const char* const first = line.data() + begin;
  const auto [end, error] = std::from_chars(first, line.data() + line.size(), found.value);
  if (error != std::errc()) return std::nullopt;
  found.end = begin + static_cast<std::size_t>(end - first);
  return found;
}

/// `* 3 EXPUNGE`: the number, where the line is of that name.
std::optional<NumberAt> number_of(std::string_view line, std::string_view name) {
  if (!line.starts_with("* ")) return std::nullopt;
  const auto number = number_at(line, 2);
  if (!number || !line.substr(number->end).starts_with(' ')) return std::nullopt;
  return line.substr(number->end + 1).starts_with(name) ? number : std::nullopt;
}

/// `UIDVALIDITY 7`.
std::optional<NumberAt> number_behind(std::string_view line, std::string_view word) {
  const std::size_t at = line.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  return number_at(line, at + word.size());
}

void put(std::string& line, const NumberAt& number, std::int64_t value) {
  line.replace(number.begin, number.end - number.begin,
               std::to_string(std::max<std::int64_t>(value, 0)));
}

/// Where the list ends that begins at `begin`.
std::size_t end_of_list(std::string_view line, std::size_t begin) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = begin; at < line.size(); ++at) {
    if (quoted && line[at] == '\\') {
      ++at;
    } else if (line[at] == '"') {
      quoted = !quoted;
    } else if (!quoted && line[at] == '(') {
      ++depth;
    } else if (!quoted && line[at] == ')' && --depth == 0) {
      return at + 1;
    }
  }
  return line.size();
}

class WrongLines {
 public:
  WrongLines(Lines lines, const Wrong& wrong) : lines_(std::move(lines)), wrong_(wrong) {}

  std::string write() {
    for (std::string& line : lines_) changed_ = change(line) || changed_;
    if (!changed_ && wrong_.over) add();
    std::string written;
    for (const std::string& line : lines_) written += line;
    return written;
  }

 private:
  [[nodiscard]] std::int64_t by(std::int64_t usual) const {
    return wrong_.fault.by == 0 ? usual : wrong_.fault.by;
  }
  /// Behind the last message that there was before this answer.
  [[nodiscard]] std::int64_t beyond() const {
    const std::size_t held = wrong_.view == nullptr ? 0 : wrong_.view->size();
    return static_cast<std::int64_t>(held + lines_.size()) + by(1);
  }
  [[nodiscard]] bool is_completion(std::string_view line) const {
    return !wrong_.tag.empty() && line.starts_with(std::string(wrong_.tag) + ' ');
  }

  bool change(std::string& line);
  bool change_number(std::string& line, std::string_view name);
  bool change_literal(std::string& line);
  bool change_structure(std::string& line);
  bool change_validity(std::string& line);
  void add();
  void insert(const std::string& line, std::int64_t times = 1);

  Lines lines_;
  const Wrong& wrong_;
  bool changed_ = false;
};

bool WrongLines::change(std::string& line) {
  switch (wrong_.fault.kind) {
    case FaultKind::no_completion:
      if (is_completion(line)) line.clear();
      return false;
    case FaultKind::wrong_tag:
      if (is_completion(line)) line = "x" + line;
      return false;
    case FaultKind::literal_count:
      return change_literal(line);
    case FaultKind::expunge_number:
      return change_number(line, "EXPUNGE");
    case FaultKind::fetch_number:
      return change_number(line, "FETCH");
    case FaultKind::uid_validity:
      return change_validity(line);
    case FaultKind::body_structure:
      return change_structure(line);
    default:
      return false;
  }
}

bool WrongLines::change_number(std::string& line, std::string_view name) {
  const auto number = number_of(line, name);
  if (number) put(line, *number, beyond());
  return number.has_value();
}

bool WrongLines::change_literal(std::string& line) {
  const std::size_t brace = line.find('{');
  if (changed_ || brace == std::string::npos) return false;
  const auto number = number_at(line, brace + 1);
  if (!number || !std::string_view(line).substr(number->end).starts_with("}\r\n")) return false;
  put(line, *number, number->value + by(-1));
  return true;
}

bool WrongLines::change_validity(std::string& line) {
  const auto number = number_behind(line, "UIDVALIDITY ");
  if (number) put(line, *number, number->value + by(1));
  return number.has_value();
}

/// Its first fields, and what must come behind them is left out.
bool WrongLines::change_structure(std::string& line) {
  constexpr std::string_view name = "BODYSTRUCTURE ";
  const std::size_t at = line.find(name);
  if (at == std::string::npos) return false;
  const std::size_t begin = at + name.size();
  line.replace(begin, end_of_list(line, begin) - begin, R"(("TEXT" "PLAIN" NIL NIL))");
  return true;
}

void WrongLines::insert(const std::string& line, std::int64_t times) {
  const auto completion =
      std::find_if(lines_.begin(), lines_.end(),
                   [this](const std::string& each) { return is_completion(each); });
  lines_.insert(completion, static_cast<std::size_t>(std::max<std::int64_t>(times, 0)),
                line + "\r\n");
}

/// A line of the kind, where the answer had none that could be changed.
void WrongLines::add() {
  const auto held = static_cast<std::int64_t>(wrong_.view == nullptr ? 0 : wrong_.view->size());
  const bool is_open = wrong_.view != nullptr;
  switch (wrong_.fault.kind) {
    case FaultKind::expunge_number:
      if (is_open) insert("* " + std::to_string(beyond()) + " EXPUNGE");
      return;
    case FaultKind::fetch_number:
      if (is_open) insert("* " + std::to_string(beyond()) + " FETCH (FLAGS ())");
      return;
    case FaultKind::exists_falls:  // behind the completion, where SELECT has told the truth
      if (is_open) {
        lines_.push_back("* " + std::to_string(std::max<std::int64_t>(held - by(1), 0)) +
                         " EXISTS\r\n");
      }
      return;
    case FaultKind::uid_validity:
      if (is_open) {
        const std::int64_t validity = wrong_.mailbox->uid_validity().value + by(1);
        insert("* OK [UIDVALIDITY " + std::to_string(validity) + "] Another");
      }
      return;
    case FaultKind::flood:
      insert(is_open ? "* " + std::to_string(held) + " EXISTS" : "* OK Still here", by(50));
      return;
    default:
      return;
  }
}

}  // namespace

std::string with_wrong_lines(std::string_view written, const Wrong& wrong) {
  return WrongLines(responses_in(written), wrong).write();
}

std::string cut_last_line(std::string_view written) {
  const Lines lines = responses_in(written);
  if (lines.empty()) return std::string(written);
  return std::string(written.substr(0, written.size() - (lines.back().size() + 1) / 2));
}

}  // namespace imapscope::server
