#include "sim/observer/dialogue.h"

#include <algorithm>
#include <string_view>

#include "sim/imap/command.h"
#include "sim/imap/literal_header.h"
#include "sim/observer/row.h"

namespace imapscope::observer {
namespace {

/// How the client's newest row ends: of a literal's, what stands behind its octets.
std::string_view end_of_row(const Line& line) {
  const std::string_view bytes = row_bytes(line);
  if (line.kind != LineKind::literal) return bytes;
  return bytes.substr(std::min(bytes.size(), line.head_octets));
}

bool speaks(const Line& line) {
  return line.direction == trace::Direction::to_server &&
         (line.kind == LineKind::command || line.kind == LineKind::literal ||
          line.kind == LineKind::client_data);
}

}  // namespace

void Talk::stand_after(std::size_t moments, const Timeline& timeline) {
  if (moments < moments_) {
    moments_ = 0;
    said_ = {};
  }
  for (; moments_ < moments; ++moments_) {
    const Moment& moment = timeline.moments()[moments_];
    const Line& line = timeline.lines()[moment.line.value];
    if (line.connection == connection_) take(moment, line);
  }
}

void Talk::take(const Moment& moment, const Line& line) {
  if (moment.kind == Moment::Kind::lands) return hear(line);
  if (!speaks(line)) return;
  const bool begins = line.kind == LineKind::command;
  said_ = {begins ? line.id : said_.command, line.id, std::nullopt, {}};
}

void Talk::hear(const Line& line) {
  if (line.kind == LineKind::continuation_request) said_.asked = line.id;
  if (line.kind == LineKind::tagged && line.command) said_.completed.insert(*line.command);
}

std::optional<Dialogue> Talk::begun_by(const Line& line) const {
  const LineId command = line.kind == LineKind::command ? line.id : line.command.value_or(line.id);
  if (line.kind != LineKind::client_data) {
    const auto header = literal_header_of(end_of_row(line));
    if (header && header->is_synchronizing) {
      return Dialogue{Dialogue::Wants::octets, command, said_.asked, header->octets};
    }
  }
  if (line.kind == LineKind::command && has(line.name, Trait::idles)) {
    return Dialogue{Dialogue::Wants::done, command, said_.asked};
  }
  return std::nullopt;
}

/// AUTHENTICATE goes on for as long as the server asks; its first answer may have come with it.
std::optional<Dialogue> Talk::authenticating(const Timeline& timeline, const Line& line) const {
  const LineId id = line.kind == LineKind::command ? line.id : line.command.value_or(line.id);
  const Line& command = timeline.lines()[id.value];
  if (!is_verb_of<Authenticate>(command.name)) return std::nullopt;
  const auto words = std::count(command.bytes.begin(), command.bytes.end(), ' ') + 1;
  const bool answered = line.kind == LineKind::client_data || words > 3;
  if (answered && !said_.asked) return std::nullopt;
  return Dialogue{Dialogue::Wants::sasl_response, id, said_.asked};
}

std::optional<Dialogue> Talk::dialogue(const Timeline& timeline) const {
  if (!said_.spoke) return std::nullopt;
  const Line& line = timeline.lines()[said_.spoke->value];
  if (line.protocol != Protocol::imap) return std::nullopt;
  auto dialogue = begun_by(line);
  if (!dialogue) dialogue = authenticating(timeline, line);
  if (dialogue && said_.completed.contains(dialogue->command)) return std::nullopt;
  return dialogue;
}

}  // namespace imapscope::observer
