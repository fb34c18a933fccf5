#include "sim/observer/dialogue.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/observer/row.h"

namespace imapscope::observer {
namespace {

/// The number in the `{350}` that ends a row; nothing where it announces no literal that waits.
std::optional<std::uint64_t> announced_by(std::string_view row) {
  while (row.ends_with('\n') || row.ends_with('\r')) row.remove_suffix(1);
  const std::size_t brace = row.rfind('{');
  if (brace == std::string_view::npos || !row.ends_with('}')) return std::nullopt;
  const std::string_view digits = row.substr(brace + 1, row.size() - brace - 2);
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  std::uint64_t octets = 0;
  for (const char digit : digits) {
    if (!ascii::is_digit(digit)) return std::nullopt;
    octets = octets * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return octets;
}

/// How the client's newest row ends: of a literal's, what stands behind its octets.
std::string_view end_of_row(const Line& line) {
  const std::string_view bytes = row_bytes(line);
  if (line.kind != LineKind::literal) return bytes;
  return bytes.substr(std::min(bytes.size(), line.head_octets));
}

/// What happened since the client spoke last.
struct Since {
  std::optional<LineId> spoke;
  std::optional<LineId> asked;
  std::set<LineId> completed;
};

bool speaks(const Line& line) {
  return line.direction == trace::Direction::to_server &&
         (line.kind == LineKind::command || line.kind == LineKind::literal ||
          line.kind == LineKind::client_data);
}

Since since_client_spoke(const Timeline& timeline, std::size_t moments,
                         trace::ConnectionId connection) {
  Since since;
  for (std::size_t i = moments; i > 0 && !since.spoke; --i) {
    const Moment& moment = timeline.moments()[i - 1];
    const Line& line = timeline.lines()[moment.line.value];
    if (line.connection != connection) continue;
    if (moment.kind == Moment::Kind::departs) {
      if (speaks(line)) since.spoke = line.id;
    } else if (line.kind == LineKind::continuation_request) {
      if (!since.asked) since.asked = line.id;
    } else if (line.kind == LineKind::tagged && line.command) {
      since.completed.insert(*line.command);
    }
  }
  return since;
}

std::optional<Dialogue> begun_by(const Line& line, const Since& since) {
  const LineId command = line.kind == LineKind::command ? line.id : line.command.value_or(line.id);
  if (line.kind != LineKind::client_data) {
    if (const auto octets = announced_by(end_of_row(line))) {
      return Dialogue{Dialogue::Wants::octets, command, since.asked, *octets};
    }
  }
  if (line.kind == LineKind::command && line.name == "IDLE") {
    return Dialogue{Dialogue::Wants::done, command, since.asked};
  }
  return std::nullopt;
}

/// AUTHENTICATE goes on for as long as the server asks; its first answer may have come with it.
std::optional<Dialogue> authenticating(const Timeline& timeline, const Line& line,
                                       const Since& since) {
  const LineId id = line.kind == LineKind::command ? line.id : line.command.value_or(line.id);
  const Line& command = timeline.lines()[id.value];
  if (command.name != "AUTHENTICATE") return std::nullopt;
  const auto words = std::count(command.bytes.begin(), command.bytes.end(), ' ') + 1;
  const bool answered = line.kind == LineKind::client_data || words > 3;
  if (answered && !since.asked) return std::nullopt;
  return Dialogue{Dialogue::Wants::sasl_response, id, since.asked};
}

}  // namespace

std::optional<Dialogue> dialogue_at(const Timeline& timeline, std::size_t moments,
                                    trace::ConnectionId connection) {
  const Since since = since_client_spoke(timeline, moments, connection);
  if (!since.spoke) return std::nullopt;
  const Line& line = timeline.lines()[since.spoke->value];
  auto dialogue = begun_by(line, since);
  if (!dialogue) dialogue = authenticating(timeline, line, since);
  if (dialogue && since.completed.contains(dialogue->command)) return std::nullopt;
  return dialogue;
}

}  // namespace imapscope::observer
