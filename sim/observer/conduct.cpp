#include "sim/observer/conduct.h"

#include <algorithm>
#include <utility>

#include "sim/base/overloaded.h"

namespace imapscope::observer {

void Conduct::arrives(const Line& line, std::shared_ptr<const Command> command, bool begins) {
  if (line.kind != LineKind::command) return;
  const auto at = std::find_if(in_progress_.begin(), in_progress_.end(),
                               [&](const InProgress& c) { return c.line == line.id; });
  if (at != in_progress_.end()) {
    at->command = std::move(command);
    at->whole = !begins;
  } else if (line.id != last_begun_) {  // else it was refused before its literal
    in_progress_.push_back({line.id, line.tag, line.name, std::move(command), !begins, 0});
  }
  if (begins) last_begun_ = line.id;
}

const InProgress* Conduct::cause_of(const Response& response) const {
  if (in_progress_.empty()) return nullptr;
  const auto* untagged = std::get_if<Untagged>(&response);
  if (untagged == nullptr) return &in_progress_.back();  // `+` for the newest command
  for (const InProgress& command : in_progress_) {
    if (command.command && asks_for(*command.command, untagged->data)) return &command;
  }
  return &in_progress_.front();
}

std::optional<LineId> Conduct::sent(Line& line, const Reading& reading) {
  if (!reading.response) return std::nullopt;
  if (const auto* tagged = std::get_if<Tagged>(&*reading.response)) {
    const auto at = std::find_if(in_progress_.begin(), in_progress_.end(),
                                 [&](const InProgress& c) { return c.tag == tagged->tag; });
    if (at == in_progress_.end()) return std::nullopt;
    const LineId completed = at->line;
    line.command = completed;
    in_progress_.erase(at);
    return completed;
  }
  if (const InProgress* cause = cause_of(*reading.response)) line.command = cause->line;
  return std::nullopt;
}

bool asks_for(const Command& command, const UntaggedData& data) {
  (void)command;
  (void)data;
  return false;
}

}  // namespace imapscope::observer
