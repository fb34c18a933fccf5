#include "sim/cli/lanes.h"

#include <algorithm>

#include "sim/observer/row.h"
#include "sim/terminal/columns.h"
#include "sim/trace/peer_names.h"
#include "sim/wire/line_text.h"

namespace imapscope::cli {

using terminal::columns;
using terminal::padded;

namespace {

std::string in_the_colour_of_its_outcome(const observer::Line& line, const std::string& text,
                                         const Style& style) {
  if (!line.condition || line.kind != observer::LineKind::tagged) {
    return line.direction == trace::Direction::to_server ? style.wire(text) : text;
  }
  switch (*line.condition) {
    case Condition::ok:
      return style.good(text);
    case Condition::no:
      return style.middling(text);
    case Condition::bad:
      return style.bad(text);
    default:
      return text;
  }
}

}  // namespace

std::string seconds_text(Instant t) {
  const std::int64_t ms = t.us / 1000;
  const std::string fraction = std::to_string(ms % 1000);
  return std::to_string(ms / 1000) + "." + std::string(3 - fraction.size(), '0') + fraction;
}

Lanes::Lanes(const trace::Trace& trace, const words::Words& words, Style style)
    : words_(words), style_(style), nameless_(words("window.client")) {
  std::vector<trace::ConnectionId> connections;
  std::vector<std::string> names;
  for (const trace::Event& event : trace.events) {
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    if (opened == nullptr) continue;
    connections.push_back(event.connection);
    names.push_back(opened->client.empty() ? nameless_ : opened->client);
  }
  const std::vector<std::string> brief = trace::short_peer_names(names);
  for (std::size_t i = 0; i < connections.size(); ++i) {
    names_[connections[i]] = brief[i];
    width_ = std::max(width_, columns(brief[i]));
  }
}

std::string Lanes::text(const observer::Line& line) const {
  const auto found = names_.find(line.connection);
  const std::string name = found == names_.end() ? nameless_ : found->second;
  if (line.kind == observer::LineKind::note) return style_.dim("· " + words_(line.note));
  if (line.bytes.empty()) return padded(name, width_) + " · " + style_.dim(words_(line.note));
  const bool to_server = line.direction == trace::Direction::to_server;
  std::string text = padded(name, width_) + (to_server ? " → " : " ← ") +
                     in_the_colour_of_its_outcome(line, observer::row_text(line).head, style_);
  const bool arrives = line.landed || line.head_octets != 0;
  if (!arrives) text += style_.dim("  (" + words_("play.did_not_arrive") + ")");
  return text;
}

std::string Lanes::mark(const observer::Line& line) const {
  const std::string_view bytes = observer::row_bytes(line);
  const std::string shown = observer::row_text(line).head;
  std::string marks;
  for (const rules::Finding& finding : line.findings) {
    const std::size_t offset = finding.place.offset;
    if (finding.place.octets == 0 || offset >= bytes.size()) continue;
    const std::string before = wire::line_text(bytes.substr(0, offset)).head;
    const std::string through =
        wire::line_text(bytes.substr(0, offset + finding.place.octets)).head;
    if (!shown.starts_with(before)) continue;
    const std::size_t begin = columns(before);
    const std::size_t end = std::max(begin + 1, columns(through));  // a line end has no column
    if (marks.size() < end) marks.resize(end, ' ');
    marks.replace(begin, end - begin, end - begin, '^');
  }
  return marks.empty() ? marks : std::string(width_ + columns(" → "), ' ') + marks;
}

std::vector<std::string> complaints(const observer::Line& line, const words::Words& words,
                                    const Style& style) {
  std::vector<std::string> sentences;
  for (const bool broken : {true, false}) {  // what is worst comes first
    for (const rules::Finding& finding : line.findings) {
      if (finding.is_violation() != broken) continue;
      const std::string text = rules::labelled(words, finding);
      sentences.push_back(broken ? style.bad(text) : style.middling(text));
    }
  }
  return sentences;
}

}  // namespace imapscope::cli
