#include "sim/observer/row.h"

#include <string>

namespace imapscope::observer {

std::string_view row_bytes(const Line& line) {
  const std::string_view bytes = line.bytes;
  const bool goes_on = line.kind == LineKind::command && line.head_octets != 0;
  return goes_on ? bytes.substr(0, line.head_octets) : bytes;
}

wire::LineText row_text(const Line& line) {
  if (line.kind != LineKind::literal) return wire::line_text(row_bytes(line));
  const std::string announced = "{" + std::to_string(line.head_octets) + "}";
  wire::LineText text = wire::line_text(announced + "\r\n" + line.bytes);
  if (text.body.empty()) text.head.erase(0, announced.size() + 1);  // it stands there as it is
  return text;
}

Instant row_time(const Timeline& timeline, const Line& line) {
  const auto departs = timeline.moment_of(line.id, Moment::Kind::departs);
  return departs ? timeline.moments()[*departs].at : line.sent;
}

}  // namespace imapscope::observer
