#include "sim/belief/ends/server_side.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/belief/families.h"
#include "sim/imap/capability.h"

namespace imapscope::observer {
namespace {

constexpr std::size_t remembered_tags = 64;
constexpr std::size_t remembered_tagless = 16;
// A server answers about in order: of so many commands, one is being answered.
constexpr std::size_t answered_at_once = 256;
// The same line that often means something only where it comes within so long.
constexpr Duration repetition_time = seconds(10);

const MailboxName* mailbox_opened_by(const Command& command) {
  if (const auto* select = std::get_if<Select>(&command)) return &select->mailbox;
  if (const auto* examine = std::get_if<Examine>(&command)) return &examine->mailbox;
  return nullptr;
}

std::optional<UidValidity> validity_in(const StatusData& data) {
  for (const auto& [item, value] : data.values) {
    if (item == StatusItem::uid_validity) return UidValidity{static_cast<std::uint32_t>(value)};
  }
  return std::nullopt;
}

bool changes_mailboxes(const Command& command) {
  return std::holds_alternative<Create>(command) || std::holds_alternative<Delete>(command) ||
         std::holds_alternative<Rename>(command);
}

}  // namespace

bool ServerSide::speaks_known_extensions_only() const {
  return !capabilities_.empty() && !speaks_unknown_extensions();
}

bool ServerSide::speaks_unknown_extensions() const {
  return std::any_of(capabilities_.begin(), capabilities_.end(), [](const std::string& name) {
    return !is_spoken(name) && !ascii::starts_with_ignoring_case(name, "AUTH=");
  });
}

std::optional<Uid> ServerSide::uid_next_of(SeqNum number) const {
  return number.value <= old_messages_ ? uid_next_ : std::nullopt;
}

std::optional<UidValidity> ServerSide::validity_of(const MailboxName& name) const {
  const auto found = validities_.find(name);
  return found == validities_.end() ? std::nullopt : std::optional(found->second);
}

const MailboxName* ServerSide::opens() const {
  if (in_progress_.empty() || !opens_mailbox(in_progress_.oldest())) return nullptr;
  const auto& command = in_progress_.oldest().command;
  return command ? mailbox_opened_by(*command) : nullptr;
}

// One EXPUNGE after the other is often the same line.
void ServerSide::count_repetition(const Line& line, const UntaggedData& data) {
  const bool again = line.bytes == repeated_.bytes && !std::holds_alternative<ExpungeData>(data) &&
                     line.sent - repeated_.since <= repetition_time;
  if (!again) {  // member by member: the string's memory is used again
    repeated_.bytes = line.bytes;
    repeated_.since = line.sent;
    repeated_.times = 0;
  }
  ++repeated_.times;
}

void ServerSide::follow_validity(const MailboxName& name, UidValidity validity) {
  validities_.insert_or_assign(name, validity);
}

// RFC 9051 §7.1, where no mailbox is being opened: the session goes on without one.
void ServerSide::follow_closed() {
  if (state_ != State::selected || in_progress_.any_that(Role::opens)) return;
  state_ = State::authenticated;
  forget_mailbox();
}

void ServerSide::missed() {
  incomplete_ = true;
  announced_.reset();
}

void ServerSide::missed_answers() {
  if (!in_progress_.empty()) in_doubt_until_ = in_progress_.newest().facts.line;
}

void ServerSide::arrives(const Line& line, std::shared_ptr<const Command> command, bool begins) {
  if (line.kind == LineKind::unreadable && !line.tag.empty()) {
    tagless_.push_back({line.tag, line.id});
    if (tagless_.size() > remembered_tagless) tagless_.pop_front();
  }
  if (line.kind != LineKind::command) return;
  if (in_progress_.find(line.id) != nullptr) {
    in_progress_.change(line.id, [&](InProgressAtServer& c) {
      c.command = std::move(command);
      c.whole = !begins;
      c.arrived = line.landed.value_or(line.sent);
    });
  } else if (line.id != last_begun_) {  // else it was refused before its literal
    in_progress_.add({.facts = in_progress_of(line),
                      .command = std::move(command),
                      .whole = !begins,
                      .in_pieces = begins,
                      .arrived = line.landed.value_or(line.sent)});
  }
  if (begins) last_begun_ = line.id;
}

void ServerSide::attribute(Line& line, const Response& response) {
  if (const auto* tagged = std::get_if<Tagged>(&response)) {
    follow_code(tagged->status);
    if (const InProgressAtServer* completed = in_progress_.find(tagged->tag)) {
      line.command = completed->facts.line;
      return;
    }
    const auto tagless = std::find_if(tagless_.begin(), tagless_.end(),
                                      [&](const Tagless& t) { return t.word == tagged->tag; });
    if (tagless != tagless_.end()) line.command = tagless->line;
  } else if (const auto* untagged = std::get_if<Untagged>(&response)) {
    in_progress_.empty() ? find_tagless(line, untagged->data) : find_cause(line, untagged->data);
  } else if (!in_progress_.empty()) {
    line.command = asked_to_go_on();
  }
}

void ServerSide::attribute_unread(Line& line) {
  if (line.kind != LineKind::untagged) return;
  if (line.name == name_of_data<FlagsData>()) {
    announced_.reset();
    if (OpeningData* opening = begin_opening()) opening->flags = true;
  }
  if (in_progress_.empty()) return;
  line.command = in_progress_.oldest().facts.line;
  in_progress_.change(*line.command,
                      [](InProgressAtServer& c) { c.answered = c.esearched = true; });
}

// BAD, and BYE where LOGOUT was said.
void ServerSide::find_tagless(Line& line, const UntaggedData& data) const {
  const auto* status = std::get_if<StatusResponse>(&data);
  if (status == nullptr || tagless_.empty()) return;
  const bool leaves = status->condition == Condition::bye &&
                      ascii::equal_ignoring_case(tagless_.back().word, "LOGOUT");
  if (leaves || status->condition == Condition::bad) line.command = tagless_.back().line;
}

std::optional<LineId> ServerSide::answer_tagless(LineId answered) {
  const auto is_answered = [&](const Tagless& tagless) { return tagless.line == answered; };
  const auto erased = std::remove_if(tagless_.begin(), tagless_.end(), is_answered);
  if (erased == tagless_.end()) return std::nullopt;
  tagless_.erase(erased, tagless_.end());
  return answered;
}

void ServerSide::note_untagged_bad(const Line& line) {
  if (incomplete_ || !line.command || in_progress_.size() != 1) return;
  untagged_bad_ = UntaggedBad{line.id, *line.command};
}

void ServerSide::secured() {
  in_progress_.clear();
  opening_.reset();
}

void ServerSide::closes() {
  if (untagged_bad_) untagged_bad_->left_open = true;
}

std::optional<LineId> ServerSide::take_bad_without_tag() {
  if (!untagged_bad_ || !untagged_bad_->left_open) return std::nullopt;
  const LineId bad = untagged_bad_->bad;
  untagged_bad_.reset();
  return bad;
}

std::optional<LineId> ServerSide::follow(Line& line, const Response& response) {
  spoke_ = true;
  if (const auto* tagged = std::get_if<Tagged>(&response)) return complete(line, *tagged);
  if (const auto* untagged = std::get_if<Untagged>(&response)) {
    count_repetition(line, untagged->data);
    follow_data(untagged->data);
  } else if (line.command) {
    in_progress_.change(*line.command, [](InProgressAtServer& c) { ++c.continuations; });
  }
  if (line.kind == LineKind::greeting && !state_) state_ = destination(Passage::greeting_ok);
  if (line.kind != LineKind::untagged || line.condition != Condition::bad) return std::nullopt;
  const InProgressAtServer* refused = in_progress_.with_odd_tag();
  if (refused == nullptr) {
    note_untagged_bad(line);
    return line.command ? answer_tagless(*line.command) : std::nullopt;
  }
  return line.command = in_progress_.take(refused->facts.line).facts.line;
}

bool ServerSide::has_completed(const std::string& tag) const {
  return std::find(completed_.begin(), completed_.end(), tag) != completed_.end();
}

bool ServerSide::is_dialogue(const std::string& tag) const {
  const InProgressAtServer* found = in_progress_.find(tag);
  return found != nullptr && found->facts.nature->traits.has(Trait::dialogue);
}

std::uint32_t ServerSide::continuations_of(LineId command) const {
  const InProgressAtServer* found = in_progress_.find(command);
  return found == nullptr ? 0 : found->continuations;
}

// `+` is for the newest command, unless an older one begins a dialogue.
LineId ServerSide::asked_to_go_on() const {
  const std::set<LineId>& dialogues = in_progress_.that(Role::begins_dialogue);
  return dialogues.empty() ? in_progress_.newest().facts.line : *dialogues.begin();
}

void ServerSide::find_cause(Line& line, const UntaggedData& data) {
  const auto is_open = [&](const InProgressAtServer& c) { return c.facts.line > in_doubt_until_; };
  const auto asks = [&](const InProgressAtServer& c) {
    return c.command && asks_for(*c.command, data);
  };
  const auto find = [&](auto f) { return in_progress_.find_if(f, answered_at_once); };
  const InProgressAtServer* asking =
      find([&](const InProgressAtServer& c) { return is_open(c) && asks(c); });
  if (asking == nullptr) asking = find(asks);
  const InProgressAtServer* cause = asking != nullptr ? asking : find(is_open);
  line.command = (cause != nullptr ? *cause : in_progress_.oldest()).facts.line;
  if (asking == nullptr) return;
  const bool esearch = std::holds_alternative<EsearchData>(data);
  if (asking->answered && (asking->esearched || !esearch)) return;
  in_progress_.change(*line.command, [esearch](InProgressAtServer& c) {
    c.answered = true;
    c.esearched = c.esearched || esearch;
  });
}

std::optional<LineId> ServerSide::complete(Line& line, const Tagged& tagged) {
  if (!line.command) {
    if (incomplete_) state_.reset();
    return std::nullopt;
  }
  if (const auto tagless = answer_tagless(*line.command)) return tagless;
  const InProgressAtServer command = in_progress_.take(*line.command);
  std::erase_if(tagless_, [&](const Tagless& t) { return t.line < command.facts.line; });
  if (untagged_bad_ && untagged_bad_->command == command.facts.line) untagged_bad_.reset();
  if (untagged_bad_) untagged_bad_->left_open = true;  // a newer one was answered before it
  completed_.push_back(tagged.tag);
  if (completed_.size() > remembered_tags) completed_.pop_front();
  follow_completion(command, tagged.status);
  return command.facts.line;
}

void ServerSide::follow_completion(const InProgressAtServer& command,
                                   const StatusResponse& status) {
  if (opens_mailbox(command)) opening_.reset();
  if (command.command && changes_mailboxes(*command.command)) validities_.clear();
  const Nature& nature = *command.facts.nature;
  const Journey& journey = nature.journey;
  const bool ok = status.condition == Condition::ok;
  if (ok && nature.traits.has(Trait::asks_for_events)) {
    tells_events_ = command.facts.wants_events;
    expunges_at_any_time_ = command.facts.wants_expunges;
  }
  const auto passage = ok                                  ? journey.ok
                       : status.condition == Condition::no ? journey.no
                                                           : std::nullopt;
  if (!passage) return;
  if (*passage == Passage::unauthenticate) {  // RFC 8437 §3: nothing is left of what was set
    enabled_.clear();
    validities_.clear();  // the next user has other mailboxes of the same names
    tells_events_ = false;
    expunges_at_any_time_ = false;
  }
  // A failed SELECT before login leads nowhere; where the state is unknown, the server knows
  // better.
  state_ = state_ ? travel(*state_, *passage) : destination(*passage);
  if (*passage == Passage::deselect || *passage == Passage::unauthenticate) forget_mailbox();
}

void ServerSide::forget_mailbox() {
  validity_.reset();
  exists_.reset();
  announced_.reset();
  uid_next_.reset();
}

void ServerSide::follow_exists(std::uint32_t count) {
  OpeningData* opening = begin_opening();
  if (opening != nullptr && !opening->exists) {
    opening->exists = true;
    old_messages_ = count;
  }
  exists_ = count;
}

void ServerSide::follow_expunge(SeqNum number) {
  if (exists_ && *exists_ > 0) --*exists_;
  if (old_messages_ > 0 && number.value <= old_messages_) --old_messages_;
}

// The data of the SELECT that is the oldest command in progress.
OpeningData* ServerSide::begin_opening() {
  if (in_progress_.empty() || !opens_mailbox(in_progress_.oldest())) return nullptr;
  if (!opening_) {
    opening_.emplace().leaves = state_ == State::selected;
    exists_.reset();
    announced_.reset();
    uid_next_.reset();
    old_messages_ = 0;
  }
  return &*opening_;
}

void ServerSide::follow_code(const StatusResponse& status) {
  if (!status.code) return;
  const auto* capability = std::get_if<CodeCapability>(&*status.code);
  if (capability != nullptr) {
    capabilities_.insert(capabilities_.end(), capability->names.begin(), capability->names.end());
  }
  OpeningData* data = begin_opening();
  const auto* atom = std::get_if<CodeAtom>(&*status.code);
  const bool closed = atom != nullptr && ascii::equal_ignoring_case(atom->name, "CLOSED");
  if (closed) follow_closed();
  if (data == nullptr) return;
  data->closed = data->closed || closed;
  if (const auto* validity = std::get_if<CodeUidValidity>(&*status.code)) {
    validity_ = validity->value;
    if (const MailboxName* name = opens()) follow_validity(*name, validity->value);
  }
  const auto is = [&](bool read, std::string_view name) {  // or of another form than it should have
    return read || (atom != nullptr && ascii::equal_ignoring_case(atom->name, name));
  };
  if (is(std::holds_alternative<CodePermanentFlags>(*status.code), "PERMANENTFLAGS"))
    data->permanent_flags = true;
  if (is(std::holds_alternative<CodeUidNext>(*status.code), "UIDNEXT")) data->uid_next = true;
  if (const auto* next = std::get_if<CodeUidNext>(&*status.code)) uid_next_ = next->uid;
  if (is(std::holds_alternative<CodeUidValidity>(*status.code), "UIDVALIDITY"))
    data->uid_validity = true;
}

void ServerSide::follow_data(const UntaggedData& data) {
  std::visit(overloaded{
                 [&](const StatusResponse& status) {
                   follow_code(status);
                   if (status.condition == Condition::bye) said_bye_ = true;
                   if (status.condition == Condition::preauth)
                     state_ = destination(Passage::greeting_preauth);
                 },
                 [&](const CapabilityData& d) {
                   capabilities_.insert(capabilities_.end(), d.names.begin(), d.names.end());
                 },
                 [&](const FlagsData& d) {
                   if (OpeningData* opening = begin_opening()) opening->flags = true;
                   announced_ = d.flags;
                 },
                 [&](const Exists& d) { follow_exists(d.count); },
                 [&](const StatusData& d) {
                   if (const auto validity = validity_in(d)) follow_validity(d.mailbox, *validity);
                 },
                 [&](const ListData&) {
                   if (OpeningData* opening = begin_opening()) opening->list = true;
                 },
                 [&](const EnabledData& d) {
                   enabled_.insert(enabled_.end(), d.capabilities.begin(), d.capabilities.end());
                 },
                 [&](const Recent&) {
                   if (OpeningData* opening = begin_opening()) opening->recent = true;
                 },
                 [&](const ExpungeData& d) { follow_expunge(d.number); },
                 [&](const VanishedData&) {  // messages are gone, and how many is not told
                   exists_.reset();
                   uid_next_.reset();
                 },
                 [](const auto&) {},
             },
             data);
}

}  // namespace imapscope::observer
