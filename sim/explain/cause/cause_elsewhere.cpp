#include "sim/explain/cause/cause_elsewhere.h"

#include <algorithm>
#include <memory>
#include <span>

#include "sim/base/certainty.h"
#include "sim/belief/families.h"
#include "sim/belief/reading.h"

namespace imapscope::explain {
namespace {

// How far back another session's doing is looked for, and how often a past belief is asked for on
// the way: that costs most, and a selected line must be explained within a frame.
constexpr std::size_t searched_lines = 5000;
constexpr int asked_beliefs = 16;

template <class D>
bool is(const Line& line) {
  return line.kind == LineKind::untagged && line.name == name_of_data<D>();
}

bool opens_mailbox(const Line& line) {
  return line.kind == LineKind::command && journey_of(line.name).ok == Passage::select;
}

/// The mailbox of the line's session, as its client saw it before the line landed (a response) or
/// was sent (a command). Shares the ownership of the beliefs.
std::shared_ptr<const MailboxBelief> mailbox_before(const Timeline& timeline, const Line& line) {
  const auto kind =
      line.direction == trace::Direction::to_client ? Moment::Kind::lands : Moment::Kind::departs;
  const auto moment = timeline.moment_of(line.id, kind);
  if (!moment) return nullptr;
  const auto beliefs = timeline.beliefs_after(*moment);
  const auto at = beliefs->find(line.connection);
  return at == beliefs->end() ? nullptr : at->second.mailbox;
}

bool same_mailbox(const MailboxBelief& a, const MailboxBelief& b) {
  const bool moved_on = a.uid_validity && b.uid_validity && *a.uid_validity != *b.uid_validity;
  return a.name == b.name && !moved_on;
}

Known<Uid> uid_of(const MailboxBelief& mailbox, SeqNum number) {
  if (number.value == 0 || number.value > mailbox.messages.size()) return std::nullopt;
  return mailbox.messages[number.value - 1].uid;
}

/// Whether a set of another session names the message that has this number and perhaps this UID
/// here. By number alone it can only be guessed: the two may count differently.
Certainty names_it(const MessageSet& set, const MailboxBelief& theirs, SeqNum number,
                   Known<Uid> uid) {
  if (is_saved(set)) return Certainty::perhaps;
  const SeqNum last{static_cast<std::uint32_t>(theirs.messages.size())};
  if (const auto* uids = std::get_if<UidSet>(&set)) {
    if (!uid) uid = uid_of(theirs, number);
    if (!uid) return Certainty::no;
    return uids->contains(*uid, uid_of(theirs, last).value_or(Uid{UINT32_MAX})) ? Certainty::yes
                                                                                : Certainty::no;
  }
  const SeqSet& numbers = std::get<SeqSet>(set);
  for (SeqNum n{1}; uid && n <= last; ++n.value) {
    if (uid_of(theirs, n) == uid) return numbers.contains(n, last) ? Certainty::yes : Certainty::no;
  }
  return numbers.contains(number, last) ? Certainty::perhaps : Certainty::no;
}

bool has_failed(const Timeline& timeline, const Line& command) {
  return command.completion &&
         timeline.lines()[command.completion->value].condition != Condition::ok;
}

/// Commands that had reached the server when the line was sent, the newest first, back to `first`.
class Before {
 public:
  explicit Before(const Explaining& e) : e_(e) {}

  template <class Visit>
  void each(Visit visit) const {
    const std::span<const Line> lines = e_.timeline().lines();
    const std::size_t here = e_.line().id.value;
    for (std::size_t back = 1; back <= std::min(here, searched_lines); ++back) {
      if (!visit(lines[here - back])) return;
    }
  }
  /// The mailbox that the line's session had open then, where it is the same as here; null: it is
  /// another one, or too many have been asked for. Likely ones are asked for apart, so that many
  /// others cannot hide them.
  [[nodiscard]] std::shared_ptr<const MailboxBelief> same_mailbox_of(const Line& line,
                                                                     bool likely = true) {
    int& asked = likely ? asked_likely_ : asked_;
    if (asked++ >= asked_beliefs || e_.mailbox() == nullptr) return nullptr;
    auto theirs = mailbox_before(e_.timeline(), line);
    return theirs && same_mailbox(*theirs, *e_.mailbox()) ? theirs : nullptr;
  }
  /// Its octets were at the server in time, and the server did not refuse it.
  [[nodiscard]] bool may_have_done_it(const Line& command) const {
    return command.kind == LineKind::command && command.landed &&
           *command.landed <= e_.line().sent && !has_failed(e_.timeline(), command);
  }

 private:
  const Explaining& e_;
  int asked_likely_ = 0;
  int asked_ = 0;
};

// ---- EXPUNGE: the same mailbox, and the same UID; or, where UIDs are unknown, number ----

Certainty removed_uid(const Timeline& timeline, const Line& command, const MailboxBelief& theirs,
                      Uid uid) {
  const auto holds = [uid](const MailboxBelief& mailbox) {
    return std::any_of(mailbox.messages.begin(), mailbox.messages.end(),
                       [uid](const MessageBelief& m) { return m.uid == uid; });
  };
  if (!holds(theirs) || !command.completion) return Certainty::no;
  const auto completed = timeline.moment_of(*command.completion, Moment::Kind::lands);
  if (!completed) return Certainty::no;
  const auto beliefs = timeline.beliefs_after(*completed);
  const auto after = beliefs->find(command.connection);
  if (after == beliefs->end() || after->second.mailbox == nullptr) return Certainty::no;
  return holds(*after->second.mailbox) ? Certainty::no : Certainty::yes;
}

/// CLOSE expunges what is marked `\Deleted`, and tells nobody there.
Certainty closed_away(const MailboxBelief& theirs, Uid uid) {
  if (theirs.read_only) return Certainty::no;
  const bool marked =
      std::any_of(theirs.messages.begin(), theirs.messages.end(), [uid](const MessageBelief& m) {
        return m.uid == uid && m.flags && m.flags->contains(flags::deleted);
      });
  return marked ? Certainty::perhaps : Certainty::no;
}

/// Whether the command was answered with an EXPUNGE of this number.
Certainty removed_number(const Timeline& timeline, const Line& command, SeqNum number) {
  const std::span<const Line> lines = timeline.lines();
  const std::size_t end = command.completion ? command.completion->value : lines.size();
  for (std::size_t at = command.id.value; at < end; ++at) {
    if (lines[at].command != command.id) continue;
    const auto* gone = effect_of<effect::Expunged>(lines[at]);
    if (gone != nullptr && gone->number == number) return Certainty::perhaps;
  }
  return Certainty::no;
}

bool knows_all_uids(const MailboxBelief& mailbox) {
  return std::all_of(mailbox.messages.begin(), mailbox.messages.end(),
                     [](const MessageBelief& m) { return m.uid.has_value(); });
}

std::optional<Origin> expunged_elsewhere(const Explaining& e) {
  const auto* here = effect_of<effect::Expunged>(e.line());
  if (here == nullptr || e.mailbox() == nullptr) return std::nullopt;
  const Known<Uid> uid = uid_of(*e.mailbox(), here->number);
  Before before(e);
  std::optional<Origin> origin;
  before.each([&](const Line& other) {
    if (other.connection == e.line().connection) return !opens_mailbox(other);
    if (!has(other.name, Trait::removes_messages)) return true;
    const bool closes = is_verb_of<Close>(other.name);
    if (!before.may_have_done_it(other)) return true;
    const auto theirs = before.same_mailbox_of(other);
    if (!theirs) return true;
    const bool by_number = !closes && (!uid || !knows_all_uids(*theirs));
    Certainty match = Certainty::no;
    if (uid)
      match = closes ? closed_away(*theirs, *uid) : removed_uid(e.timeline(), other, *theirs, *uid);
    if (by_number && match == Certainty::no)
      match = removed_number(e.timeline(), other, here->number);
    if (match != Certainty::no) origin = Origin{{&other}, match == Certainty::yes};
    return !origin;
  });
  return origin;
}

// ---- FETCH (FLAGS …): a STORE, or a reading that sets \Seen ----

struct FlagsTold {
  SeqNum number;
  Known<Uid> uid;
  Known<FlagSet> before;
  FlagSet flags;
};

std::optional<FlagsTold> flags_told(const Line& line, const MailboxBelief& mailbox) {
  const auto response = response_of(line);
  const auto* untagged = response ? std::get_if<Untagged>(&*response) : nullptr;
  const auto* data = untagged == nullptr ? nullptr : std::get_if<FetchData>(&untagged->data);
  if (data == nullptr) return std::nullopt;
  FlagsTold told{data->number, uid_of(mailbox, data->number), {}, {}};
  if (data->number.value >= 1 && data->number.value <= mailbox.messages.size()) {
    told.before = mailbox.messages[data->number.value - 1].flags;
  }
  bool tells_flags = false;
  for (const FetchedItem& item : data->items) {
    if (const auto* uid = std::get_if<FetchedUid>(&item)) told.uid = uid->uid;
    if (const auto* flags = std::get_if<FetchedFlags>(&item)) told.flags = flags->flags;
    tells_flags = tells_flags || std::holds_alternative<FetchedFlags>(item);
  }
  return tells_flags ? std::optional(told) : std::nullopt;
}

/// `held` is what the command made of these flags; none of it is news where that was known here.
bool brings(const FlagsTold& told, const FlagSet& flags, bool held) {
  bool news = !told.before;
  for (const Flag& flag : flags) {
    if (told.flags.contains(flag) != held) return false;
    news = news || told.before->contains(flag) != held;
  }
  return news;
}

bool brings(const FlagsTold& told, const Store& store) {
  if (store.mode == StoreMode::add) return brings(told, store.flags, true);
  if (store.mode == StoreMode::remove) return brings(told, store.flags, false);
  FlagSet kept = told.flags;
  kept.remove(flags::recent);
  return kept == store.flags && told.before != told.flags;
}

/// The messages whose flags the command may have made what was told; nothing: it did not.
std::optional<MessageSet> changed_by(const Command& command, const FlagsTold& told) {
  if (const auto* store = std::get_if<Store>(&command)) {
    return brings(told, *store) ? std::optional(store->messages) : std::nullopt;
  }
  const auto* fetch = std::get_if<Fetch>(&command);
  if (fetch == nullptr || !brings(told, {flags::seen}, true)) return std::nullopt;
  return observer::sets_seen(*fetch) ? std::optional(fetch->messages) : std::nullopt;
}

/// FETCH does not always set `\Seen`: it is known to, where the flag is news and may be set.
Certainty limit_of(const Line& command, const FlagsTold& told, const MailboxBelief& theirs) {
  if (has(command.name, Trait::changes_flags)) return Certainty::yes;
  if (theirs.read_only) return Certainty::no;
  return told.before ? Certainty::yes : Certainty::perhaps;
}

/// Most often both sessions count alike.
bool may_name(const MessageSet& set, const FlagsTold& told) {
  if (const auto* numbers = std::get_if<SeqSet>(&set)) {
    return numbers->contains(told.number, SeqNum{UINT32_MAX});
  }
  return told.uid && std::get<UidSet>(set).contains(*told.uid, Uid{UINT32_MAX});
}

std::optional<Origin> flagged_elsewhere(const Explaining& e) {
  const MailboxBelief* mailbox = e.mailbox();
  const auto told = mailbox == nullptr ? std::nullopt : flags_told(e.line(), *mailbox);
  if (!told) return std::nullopt;
  Before before(e);
  std::optional<Origin> origin;
  before.each([&](const Line& other) {
    if (other.connection == e.line().connection) return !opens_mailbox(other);
    const bool candidate =
        has(other.name, Trait::changes_flags) || has(other.name, Trait::may_set_seen);
    if (!candidate || !before.may_have_done_it(other)) return true;
    const auto command = command_of(other);
    const auto changed = command == nullptr ? std::nullopt : changed_by(*command, *told);
    const auto theirs =
        changed ? before.same_mailbox_of(other, may_name(*changed, *told)) : nullptr;
    if (!theirs) return true;
    const Certainty match = std::min(names_it(*changed, *theirs, told->number, told->uid),
                                     limit_of(other, *told, *theirs));
    if (match == Certainty::no) return true;
    origin = Origin{{&other}, match == Certainty::yes};
    return false;
  });
  return origin;
}

// ---- EXISTS and RECENT: APPEND, COPY, MOVE, or mail from outside ----

/// How many messages the command put into the mailbox: 0, where it is another's; nothing, where
/// the bytes do not tell.
std::optional<std::uint32_t> arrivals(const Timeline& timeline, const Line& line,
                                      const MailboxName& mailbox) {
  const auto command = command_of(line);
  if (command == nullptr) return 0;
  if (const auto* append = std::get_if<Append>(command.get())) {
    return append->mailbox == mailbox ? static_cast<std::uint32_t>(append->new_messages.size()) : 0;
  }
  if (const auto* replace = std::get_if<Replace>(command.get())) {
    return replace->mailbox == mailbox ? 1 : 0;
  }
  const auto* copy = std::get_if<Copy>(command.get());
  const auto* move = std::get_if<Move>(command.get());
  if (copy == nullptr && move == nullptr) return 0;
  if ((copy != nullptr ? copy->mailbox : move->mailbox) != mailbox) return 0;
  const auto& messages = copy != nullptr ? copy->messages : move->messages;
  const auto theirs = mailbox_before(timeline, line);
  if (!theirs) return std::nullopt;
  std::uint32_t count = 0;
  for (SeqNum n{1}; n.value <= theirs->messages.size(); ++n.value) {
    const Certainty match = names_it(messages, *theirs, n, uid_of(*theirs, n));
    if (by_uid(messages) && !uid_of(*theirs, n)) return std::nullopt;
    if (match != Certainty::no) ++count;
  }
  return count;
}

/// The newest EXISTS of the same session before the line, or the command that opened its mailbox.
const Line* told_before(const Explaining& e, const Line& line) {
  const std::span<const Line> lines = e.timeline().lines();
  for (std::size_t at = line.id.value; at > 0; --at) {
    const Line& other = lines[at - 1];
    if (other.connection != line.connection) continue;
    if (is<Exists>(other) || opens_mailbox(other)) return &other;
  }
  return nullptr;
}

std::optional<Origin> arrived(const Explaining& e, const Line& exists) {
  const auto* growth = effect_of<effect::Grew>(exists);
  const Line* last_told = told_before(e, exists);
  if (growth == nullptr || e.mailbox() == nullptr || last_told == nullptr) return std::nullopt;
  if (opens_mailbox(*last_told)) return std::nullopt;  // how many there were is not known
  const std::uint32_t wanted = growth->last.value - growth->first.value + 1;
  Origin origin;
  std::uint32_t found = 0;
  bool counted = true;
  const Before before(e);
  before.each([&](const Line& other) {
    if (found >= wanted) return false;
    if (!has(other.name, Trait::adds_messages) || !before.may_have_done_it(other)) return true;
    if (other.completion && *other.completion < last_told->id) return true;  // was told then
    const auto count = arrivals(e.timeline(), other, e.mailbox()->name);
    if (count == 0U) return true;
    counted = counted && count.has_value();
    found += count.value_or(1);
    origin.commands.insert(origin.commands.begin(), &other);
    return true;
  });
  origin.sure = found == 0 || (counted && found == wanted);
  return origin;
}

/// RECENT comes with the EXISTS that it belongs to.
const Line* exists_beside(const Explaining& e) {
  const std::span<const Line> lines = e.timeline().lines();
  for (std::size_t at = e.line().id.value; at > 0; --at) {
    const Line& other = lines[at - 1];
    if (other.connection != e.line().connection) continue;
    if (is<Exists>(other)) return &other;
    if (other.kind != LineKind::untagged) return nullptr;
  }
  return nullptr;
}

}  // namespace

std::optional<Origin> origin_of(const Explaining& e) {
  if (e.line().kind != LineKind::untagged) return std::nullopt;
  if (is<ExpungeData>(e.line())) return expunged_elsewhere(e);
  if (is<FetchData>(e.line())) return flagged_elsewhere(e);
  if (is<Exists>(e.line())) return arrived(e, e.line());
  if (!is<Recent>(e.line())) return std::nullopt;
  const Line* exists = exists_beside(e);
  return exists == nullptr ? std::nullopt : arrived(e, *exists);
}

}  // namespace imapscope::explain
