#include "sim/trace/jsonl.h"

#include <utility>

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

/// "session.jsonl, line 7: …", and `what` is wrong there.
Said at_line(const char* key, std::string_view name, std::size_t line, Said what) {
  return {key, {{"file", std::string(name)}, {"line", line}, {"what", std::move(what)}}};
}

/// Events are in the order in which they were sent: seeking relies on it.
Result<Event, Said> next_event(std::string_view line, Instant last_sent) {
  auto event = parse_event(line);
  if (event && event->sent < last_sent) {
    return fail(Said("trace.jsonl.order"));
  }
  return event;
}

ReadError bad_header(std::string_view name, Said what) {
  return {at_line("trace.jsonl.header", name, 1, std::move(what)), 1};
}

Said damaged(std::string_view name, std::size_t line, Said what) {
  return at_line("trace.jsonl.damaged", name, line, std::move(what));
}

Said torn(std::string_view name, std::size_t line) {
  return {"trace.jsonl.torn", {{"file", std::string(name)}, {"line", line}}};
}

}  // namespace

bool looks_like_jsonl(std::string_view content) {
  return without_bom(content).starts_with('{');
}

Result<Trace, ReadError> read_jsonl(std::string_view content, std::string_view name) {
  content = without_bom(content);
  auto header = parse_header(take_line(content).text);
  if (!header) return fail(bad_header(name, header.error()));
  Trace trace{.header = std::move(*header), .events = {}, .warnings = {}};
  Instant last_sent;
  for (std::size_t number = 2; !content.empty(); ++number) {
    const Line line = take_line(content);
    if (line.text.empty()) continue;
    auto event = next_event(line.text, last_sent);
    if (!event) {
      trace.warnings.push_back(line.complete ? damaged(name, number, event.error())
                                             : torn(name, number));
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
    if (!gained) failed_ = ReadError{gained.error()};
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
    if (!header) failed_ = bad_header(name, header.error());
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
