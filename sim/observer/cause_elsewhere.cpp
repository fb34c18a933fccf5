#include "sim/observer/cause_elsewhere.h"

#include <algorithm>
#include <memory>
#include <span>

#include "sim/observer/reading.h"

namespace imapscope::observer {
namespace {

constexpr std::size_t searched_lines = 2000;  // how far back another session's doing is looked for

enum class Match { no, perhaps, yes };

const Effect* effect_of(const Line& line, Effect::Kind kind) {
  const auto at = std::find_if(line.effects.begin(), line.effects.end(),
                               [kind](const Effect& effect) { return effect.kind == kind; });
  return at == line.effects.end() ? nullptr : &*at;
}

bool is_data(const Line& line, std::string_view name) {
  return line.kind == LineKind::untagged && line.name == name;
}

bool opens_mailbox(const Line& line) {
  return line.kind == LineKind::command && (line.name == "SELECT" || line.name == "EXAMINE");
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
Match names_it(const MessageSet& set, const MailboxBelief& theirs, SeqNum number, Known<Uid> uid) {
  const SeqNum last{static_cast<std::uint32_t>(theirs.messages.size())};
  if (const auto* uids = std::get_if<UidSet>(&set)) {
    if (!uid) uid = uid_of(theirs, number);
    if (!uid) return Match::no;
    return uids->contains(*uid, uid_of(theirs, last).value_or(Uid{UINT32_MAX})) ? Match::yes
                                                                                : Match::no;
  }
  const SeqSet& numbers = std::get<SeqSet>(set);
  for (SeqNum n{1}; uid && n <= last; ++n.value) {
    if (uid_of(theirs, n) == uid) return numbers.contains(n, last) ? Match::yes : Match::no;
  }
  return numbers.contains(number, last) ? Match::perhaps : Match::no;
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
  /// Its octets were at the server in time, and the server did not refuse it.
  [[nodiscard]] bool may_have_done_it(const Line& command) const {
    return command.kind == LineKind::command && command.landed &&
           *command.landed <= e_.line().sent && !has_failed(e_.timeline(), command);
  }

 private:
  const Explaining& e_;
};

// ---- EXPUNGE: the same mailbox, and the same UID; or, where UIDs are unknown, number ----

/// CLOSE expunges what is marked `\Deleted`, and tells nobody there.
bool may_have_closed_away(const Before& before, const Line& line, const MailboxBelief& theirs,
                          Uid uid) {
  if (line.name != "CLOSE" || theirs.read_only || !before.may_have_done_it(line)) return false;
  return std::any_of(theirs.messages.begin(), theirs.messages.end(), [&](const MessageBelief& m) {
    return m.uid == uid && m.flags && m.flags->contains(flags::deleted);
  });
}

std::optional<Origin> expunged_elsewhere(const Explaining& e) {
  const Effect* here = effect_of(e.line(), Effect::Kind::expunged);
  if (here == nullptr || e.mailbox() == nullptr) return std::nullopt;
  const Known<Uid> uid = uid_of(*e.mailbox(), here->number);
  const Before before(e);
  std::optional<Origin> origin;
  before.each([&](const Line& other) {
    if (other.connection == e.line().connection) return !opens_mailbox(other);
    const Effect* gone = effect_of(other, Effect::Kind::expunged);
    if (other.name != "CLOSE" && (gone == nullptr || !other.command)) return true;
    const auto theirs = mailbox_before(e.timeline(), other);
    if (!theirs || !same_mailbox(*theirs, *e.mailbox())) return true;
    if (uid && may_have_closed_away(before, other, *theirs, *uid)) origin = Origin{{&other}, false};
    if (gone == nullptr) return !origin;
    const Line& command = e.timeline().lines()[other.command->value];
    const bool removes = command.name.ends_with("EXPUNGE") || command.name.ends_with("MOVE");
    const Known<Uid> their_uid = uid_of(*theirs, gone->number);
    const bool known = uid && their_uid;
    if (!removes || (known ? *uid != *their_uid : here->number != gone->number)) return true;
    origin = Origin{{&command}, known};
    return false;
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

bool reads_text(const FetchItem& item) {
  if (const auto* section = std::get_if<FetchSection>(&item)) return !section->peek;
  const FetchAttribute attribute = std::get<FetchAttribute>(item);
  return attribute == FetchAttribute::rfc822 || attribute == FetchAttribute::rfc822_text;
}

Match changed_by(const Line& line, const FlagsTold& told, const MailboxBelief& theirs) {
  const auto command = command_of(line);
  if (command == nullptr) return Match::no;
  if (const auto* store = std::get_if<Store>(command.get())) {
    if (!brings(told, *store)) return Match::no;
    return names_it(store->messages, theirs, told.number, told.uid);
  }
  const auto* fetch = std::get_if<Fetch>(command.get());
  if (fetch == nullptr || theirs.read_only || !brings(told, {flags::seen}, true)) return Match::no;
  const std::vector<FetchItem> items = items_of(*fetch);
  if (std::none_of(items.begin(), items.end(), reads_text)) return Match::no;
  const Match match = names_it(fetch->messages, theirs, told.number, told.uid);
  return told.before ? match : std::min(match, Match::perhaps);
}

std::optional<Origin> flagged_elsewhere(const Explaining& e) {
  const MailboxBelief* mailbox = e.mailbox();
  const auto told = mailbox == nullptr ? std::nullopt : flags_told(e.line(), *mailbox);
  if (!told) return std::nullopt;
  const Before before(e);
  std::optional<Origin> origin;
  before.each([&](const Line& other) {
    if (other.connection == e.line().connection) return !opens_mailbox(other);
    const bool candidate = other.name.ends_with("STORE") || other.name.ends_with("FETCH");
    if (!candidate || !before.may_have_done_it(other)) return true;
    const auto theirs = mailbox_before(e.timeline(), other);
    if (!theirs || !same_mailbox(*theirs, *mailbox)) return true;
    const Match match = changed_by(other, *told, *theirs);
    if (match == Match::no) return true;
    origin = Origin{{&other}, match == Match::yes};
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
    return append->mailbox == mailbox ? 1 : 0;
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
    const Match match = names_it(messages, *theirs, n, uid_of(*theirs, n));
    if (by_uid(messages) && !uid_of(*theirs, n)) return std::nullopt;
    if (match != Match::no) ++count;
  }
  return count;
}

/// The newest EXISTS of the same session before the line, or the command that opened its mailbox.
const Line* told_before(const Explaining& e, const Line& line) {
  const std::span<const Line> lines = e.timeline().lines();
  for (std::size_t at = line.id.value; at > 0; --at) {
    const Line& other = lines[at - 1];
    if (other.connection != line.connection) continue;
    if (is_data(other, "EXISTS") || opens_mailbox(other)) return &other;
  }
  return nullptr;
}

std::optional<Origin> arrived(const Explaining& e, const Line& exists) {
  const Effect* growth = effect_of(exists, Effect::Kind::exists);
  const Line* last_told = told_before(e, exists);
  if (growth == nullptr || e.mailbox() == nullptr || last_told == nullptr) return std::nullopt;
  if (opens_mailbox(*last_told)) return std::nullopt;  // how many there were is not known
  const std::uint32_t wanted = growth->last.value - growth->number.value + 1;
  Origin origin;
  std::uint32_t found = 0;
  bool counted = true;
  const Before before(e);
  before.each([&](const Line& other) {
    if (found >= wanted) return false;
    const bool candidate =
        other.name == "APPEND" || other.name.ends_with("COPY") || other.name.ends_with("MOVE");
    if (!candidate || !before.may_have_done_it(other)) return true;
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
    if (is_data(other, "EXISTS")) return &other;
    if (other.kind != LineKind::untagged) return nullptr;
  }
  return nullptr;
}

}  // namespace

std::optional<Origin> origin_of(const Explaining& e) {
  if (e.line().kind != LineKind::untagged) return std::nullopt;
  if (e.line().name == "EXPUNGE") return expunged_elsewhere(e);
  if (e.line().name == "FETCH") return flagged_elsewhere(e);
  if (e.line().name == "EXISTS") return arrived(e, e.line());
  if (e.line().name != "RECENT") return std::nullopt;
  const Line* exists = exists_beside(e);
  return exists == nullptr ? std::nullopt : arrived(e, *exists);
}

}  // namespace imapscope::observer
