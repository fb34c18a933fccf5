#include "sim/observer/conduct.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/imap/capability.h"
#include "sim/observer/families.h"

namespace imapscope::observer {
namespace {

constexpr std::size_t remembered_tags = 64;
// A server answers about in order: of so many commands, one is being answered.
constexpr std::size_t answered_at_once = 256;

}  // namespace

void report(Line& line, Fault fault, std::string message, std::string_view rfc,
            std::uint64_t offset) {
  line.violations.push_back({fault, line.stream_offset + offset, std::move(message), rfc});
}

void remark(Line& line, Finding::Kind kind, std::string message, std::string_view rfc,
            std::uint64_t offset) {
  line.findings.push_back({kind, line.stream_offset + offset, std::move(message), rfc});
}

bool asks_for(const Command& command, const UntaggedData& data) {
  return std::visit([&](const auto& c) { return answers(c, data); }, command);
}

bool Conduct::speaks_known_extensions_only() const {
  return !capabilities_.empty() &&
         std::all_of(capabilities_.begin(), capabilities_.end(), [](const std::string& name) {
           return is_spoken(name) || ascii::starts_with_ignoring_case(name, "AUTH=");
         });
}

void Conduct::arrives(const Line& line, std::shared_ptr<const Command> command, bool begins) {
  if (line.kind != LineKind::command) return;
  if (in_progress_.find(line.id) != nullptr) {
    in_progress_.change(line.id, [&](InProgress& c) {
      c.command = std::move(command);
      c.whole = !begins;
    });
  } else if (line.id != last_begun_) {  // else it was refused before its literal
    in_progress_.add({.pending = {line.id, line.tag, line.name},
                      .command = std::move(command),
                      .whole = !begins,
                      .in_pieces = begins});
  }
  if (begins) last_begun_ = line.id;
}

std::optional<LineId> Conduct::sent(Line& line, const Reading& reading, bool in_doubt) {
  judge_reading(line, reading, in_doubt);
  if (!reading.response) return std::nullopt;
  judge_order(line);
  spoke_ = true;
  if (const auto* tagged = std::get_if<Tagged>(&*reading.response)) return complete(line, *tagged);
  find_cause(line, *reading.response);
  if (const auto* untagged = std::get_if<Untagged>(&*reading.response)) {
    judge_untagged(line, untagged->data);
    follow(untagged->data);
  }
  if (line.kind == LineKind::greeting && !state_) state_ = State::not_authenticated;
  const InProgress* refused = in_progress_.with_very_long_tag();
  if (refused == nullptr || line.kind != LineKind::untagged || line.condition != Condition::bad) {
    return std::nullopt;
  }
  return line.command = in_progress_.take(refused->pending.line).pending.line;
}

bool Conduct::is_dialogue(const std::string& tag) const {
  const InProgress* found = in_progress_.find(tag);
  return found != nullptr &&
         (found->pending.verb == "IDLE" || found->pending.verb == "AUTHENTICATE");
}

std::uint32_t Conduct::continuations_of(LineId command) const {
  const InProgress* found = in_progress_.find(command);
  return found == nullptr ? 0 : found->continuations;
}

// `+` is for the newest command, unless an older one begins a dialogue.
LineId Conduct::asked_to_go_on() const {
  const std::set<LineId>& dialogues = in_progress_.that(Role::begins_dialogue);
  return dialogues.empty() ? in_progress_.newest().pending.line : *dialogues.begin();
}

void Conduct::find_cause(Line& line, const Response& response) {
  const auto* untagged = std::get_if<Untagged>(&response);
  if (untagged == nullptr) {
    judge_continuation(line);
    if (in_progress_.empty()) return;
    line.command = asked_to_go_on();
    in_progress_.change(*line.command, [](InProgress& c) { ++c.continuations; });
    return;
  }
  if (in_progress_.empty()) return;
  const InProgress* asking = in_progress_.find_if(
      [&](const InProgress& c) { return c.command && asks_for(*c.command, untagged->data); },
      answered_at_once);
  line.command = (asking != nullptr ? *asking : in_progress_.oldest()).pending.line;
  if (asking == nullptr || asking->answered) return;
  in_progress_.change(*line.command, [](InProgress& c) { c.answered = true; });
}

std::optional<LineId> Conduct::complete(Line& line, const Tagged& tagged) {
  follow_code(tagged.status);
  const InProgress* completed = in_progress_.find(tagged.tag);
  if (completed == nullptr) {
    judge_stray_completion(line);
    if (incomplete_) state_.reset();
    return std::nullopt;
  }
  const InProgress command = in_progress_.take(completed->pending.line);
  line.command = command.pending.line;
  completed_.push_back(tagged.tag);
  if (completed_.size() > remembered_tags) completed_.pop_front();
  judge_completion(line, command);
  follow_completion(command, tagged.status);
  return command.pending.line;
}

void Conduct::follow_completion(const InProgress& command, const StatusResponse& status) {
  const std::string& verb = command.pending.verb;
  const bool ok = status.condition == Condition::ok;
  const auto leave = [this] {
    state_ = State::authenticated;
    exists_.reset();
    announced_.reset();
  };
  if (opens_mailbox(command)) {
    opening_.reset();
    if (ok) {
      state_ = State::selected;
    } else if (status.condition == Condition::no) {
      leave();
    }
  } else if (!ok) {
    return;
  } else if (verb == "LOGIN" || verb == "AUTHENTICATE") {
    state_ = State::authenticated;
  } else if (verb == "CLOSE" || verb == "UNSELECT") {
    leave();
  } else if (verb == "LOGOUT") {
    state_ = State::logout;
  }
}

// The data of the SELECT that is the oldest command in progress.
OpeningData* Conduct::opening() {
  if (in_progress_.empty() || !opens_mailbox(in_progress_.oldest())) return nullptr;
  if (!opening_) {
    opening_.emplace();
    exists_.reset();
    announced_.reset();
  }
  return &*opening_;
}

void Conduct::follow_code(const StatusResponse& status) {
  if (!status.code) return;
  const auto* capability = std::get_if<CodeCapability>(&*status.code);
  if (capability != nullptr) {
    capabilities_.insert(capabilities_.end(), capability->names.begin(), capability->names.end());
  }
  OpeningData* data = opening();
  if (data == nullptr) return;
  if (std::holds_alternative<CodePermanentFlags>(*status.code)) data->permanent_flags = true;
  if (std::holds_alternative<CodeUidNext>(*status.code)) data->uid_next = true;
  if (std::holds_alternative<CodeUidValidity>(*status.code)) data->uid_validity = true;
}

void Conduct::follow(const UntaggedData& data) {
  std::visit(overloaded{
                 [&](const StatusResponse& status) {
                   follow_code(status);
                   if (status.condition == Condition::bye) said_bye_ = true;
                   if (status.condition == Condition::preauth) state_ = State::authenticated;
                 },
                 [&](const CapabilityData& d) {
                   capabilities_.insert(capabilities_.end(), d.names.begin(), d.names.end());
                 },
                 [&](const FlagsData& d) {
                   if (OpeningData* opening = this->opening()) opening->flags = true;
                   announced_ = d.flags;
                 },
                 [&](const Exists& d) {
                   if (OpeningData* opening = this->opening()) opening->exists = true;
                   exists_ = d.count;
                 },
                 [&](const Recent&) {
                   if (OpeningData* opening = this->opening()) opening->recent = true;
                 },
                 [&](const ExpungeData&) {
                   if (exists_ && *exists_ > 0) --*exists_;
                 },
                 [&](const UnknownData& d) {
                   // RFC 7162 §3.2.10: messages are gone, and how many is not told.
                   if (ascii::starts_with_ignoring_case(d.text, "VANISHED")) exists_.reset();
                 },
                 [](const auto&) {},
             },
             data);
}

}  // namespace imapscope::observer
