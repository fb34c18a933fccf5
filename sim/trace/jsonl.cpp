#include "sim/trace/jsonl.h"

#include "sim/base/line_end.h"
#include "sim/trace/jsonl_line.h"

namespace imapscope::trace {
namespace {

/// Some editors put a byte order mark first.
std::string_view without_bom(std::string_view content) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  return content.starts_with(mark) ? content.substr(mark.size()) : content;
}

/// The next line without its line end, taken off `rest`; `complete` tells whether it had one.
struct Line {
  std::string_view text;
  bool complete = false;
};

Line take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  Line line{rest.substr(0, end), end != std::string_view::npos};
  rest.remove_prefix(line.complete ? end + 1 : rest.size());
  line.text = without_line_end(line.text);
  return line;
}

std::string place(std::string_view name, std::size_t line) {
  return std::string(name) + ", line " + std::to_string(line) + ": ";
}

/// Events are in the order in which they were sent: seeking relies on it.
Result<Event, std::string> next_event(std::string_view line, Instant last_sent) {
  auto event = parse_event(line);
  if (event && event->sent < last_sent) {
    return fail(std::string("was sent before the event above it"));
  }
  return event;
}

std::string damaged(std::string_view name, std::size_t line, std::string_view complaint) {
  return place(name, line) + "this line " + std::string(complaint) +
         "; the trace is read up to there.";
}

}  // namespace

bool looks_like_jsonl(std::string_view content) {
  return without_bom(content).starts_with('{');
}

Result<Trace, ReadError> read_jsonl(std::string_view content, std::string_view name) {
  content = without_bom(content);
  auto header = parse_header(take_line(content).text);
  if (!header) return fail(ReadError{place(name, 1) + "this " + header.error() + ".", 1});
  Trace trace{.header = std::move(*header), .events = {}, .warnings = {}};
  Instant last_sent;
  for (std::size_t number = 2; !content.empty(); ++number) {
    const Line line = take_line(content);
    if (line.text.empty()) continue;
    auto event = next_event(line.text, last_sent);
    if (!event) {
      trace.warnings.push_back(line.complete ? damaged(name, number, event.error())
                                             : place(name, number) +
                                                   "the last line is torn, as if its writer was "
                                                   "stopped in the middle; it is left out.");
      break;
    }
    last_sent = event->sent;
    trace.events.push_back(std::move(*event));
  }
  return trace;
}

Result<Growth, ReadError> Follower::poll(const Files& files) {
  Growth growth;
  if (!failed_) {
    const auto gained = files.read_from(name_, offset_);
    if (!gained) failed_ = ReadError{name_ + " " + gained.error()};
    std::string_view rest = gained ? std::string_view(*gained) : std::string_view();
    while (!failed_ && rest.find('\n') != std::string_view::npos) {
      const auto before = rest.size();
      take(take_line(rest).text, growth);
      offset_ += before - rest.size();
    }
  }
  if (failed_ && growth.events.empty()) return fail(*failed_);
  return growth;
}

void Follower::take(std::string_view line, Growth& growth) {
  const std::string name = file_of(name_);
  if (++lines_ == 1) {
    auto header = parse_header(line);
    if (!header) failed_ = ReadError{place(name, 1) + "this " + header.error() + ".", 1};
    if (header) growth.header = std::move(*header);
    return;
  }
  if (line.empty()) return;
  auto event = next_event(line, last_sent_);
  if (!event) {
    failed_ = ReadError{damaged(name, lines_, event.error()), lines_};
    return;
  }
  last_sent_ = event->sent;
  growth.events.push_back(std::move(*event));
}

}  // namespace imapscope::trace
