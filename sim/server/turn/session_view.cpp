#include "sim/server/turn/session_view.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/base/overloaded.h"
#include "sim/server/temper/temper.h"
#include "sim/server/turn/access.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

/// Half-open.
struct PlaceRange {
  std::size_t begin;
  std::size_t end;
};

Places places_in(std::vector<PlaceRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](PlaceRange a, PlaceRange b) { return a.begin < b.begin; });
  Places places;
  std::size_t next = 0;  // what lies before it has been taken
  for (const PlaceRange range : ranges) {
    for (next = std::max(next, range.begin); next < range.end; ++next) places.push_back(next);
  }
  return places;
}

FlagSet changed(FlagSet held, StoreMode mode, const FlagSet& flags) {
  if (mode == StoreMode::replace) return flags;
  if (mode == StoreMode::add) {
    held.add(flags);
  } else {
    held.remove(flags);
  }
  return held;
}

}  // namespace

SessionView::SessionView(mail::MailboxId id, bool read_only, const mail::Mailbox& mailbox,
                         Uid first_recent)
    : id_(id), read_only_(read_only) {
  take_seats(mailbox, first_recent);
  told_recent_ = recent_count_;
  told_keywords_ = mailbox.known_flags().size();
  seen_changes_ = mailbox.highest_mod_seq();
  seen_removals_ = mailbox.last_removal();
}

void SessionView::take_seats(const mail::Mailbox& mailbox, Uid first_recent) {
  const auto& entries = mailbox.entries();
  auto entry = std::lower_bound(entries.begin(), entries.end(), uid_next_,
                                [](const mail::Entry& e, Uid uid) { return e.uid < uid; });
  uid_next_ = mailbox.uid_next();
  if (entry == entries.end()) return;
  std::vector<Seat>& seats = seats_.write();
  seats.reserve(seats.size() + static_cast<std::size_t>(entries.end() - entry));
  for (; entry != entries.end(); ++entry) {
    const bool recent = entry->uid >= first_recent;
    seats.push_back({entry->uid, recent, entry->mod_seq});
    if (recent) ++recent_count_;
  }
}

std::optional<std::size_t> SessionView::place_of(Uid uid) const {
  const std::size_t place = first_place_from(uid);
  if (place == seats().size() || seats()[place].uid != uid) return std::nullopt;
  return place;
}

std::size_t SessionView::first_place_from(Uid uid) const {
  const auto seat = std::lower_bound(seats().begin(), seats().end(), uid,
                                     [](const Seat& s, Uid u) { return s.uid < u; });
  return static_cast<std::size_t>(seat - seats().begin());
}

Places SessionView::places_from(Uid first) const {
  const std::size_t begin = first_place_from(first);
  Places places(seats().size() - begin);
  std::iota(places.begin(), places.end(), begin);
  return places;
}

std::vector<Uid> SessionView::saved() const {
  std::vector<Uid> uids = saved_;
  std::erase_if(uids, [this](Uid uid) { return !place_of(uid); });
  return uids;
}

std::optional<Places> SessionView::places_of(const MessageSet& set) const {
  if (is_saved(set)) {
    Places places;
    for (const Uid uid : saved()) places.push_back(*place_of(uid));
    return places;
  }
  std::vector<PlaceRange> ranges;
  const auto by_number = [&](const SeqSet& numbers) {
    for (const auto& range : numbers.ranges) {
      const auto bound = [&](SeqNum n) { return n == SeqSet::star ? size() : n.value; };
      const auto [low, high] = std::minmax({bound(range.first), bound(range.last)});
      if (low == 0 || high > size()) return false;
      ranges.push_back({low - 1, high});
    }
    return true;
  };
  const auto by_uid = [&](const UidSet& uids) {
    for (const auto& range : uids.ranges) {
      const auto bound = [&](Uid uid) { return uid == UidSet::star ? largest_uid() : uid; };
      const auto [low, high] = std::minmax({bound(range.first), bound(range.last)});
      const auto begin = std::lower_bound(seats().begin(), seats().end(), low,
                                          [](const Seat& s, Uid uid) { return s.uid < uid; });
      const auto end = std::upper_bound(begin, seats().end(), high,
                                        [](Uid uid, const Seat& s) { return uid < s.uid; });
      ranges.push_back({static_cast<std::size_t>(begin - seats().begin()),
                        static_cast<std::size_t>(end - seats().begin())});
    }
    return true;
  };
  if (!std::visit(overloaded{by_number, by_uid}, set)) return std::nullopt;
  return places_in(std::move(ranges));
}

FlagSet SessionView::flags_when_told(const mail::Entry& entry, Uid first_recent) const {
  const std::optional<std::size_t> place = place_of(entry.uid);
  return flags_seen(entry, place ? seats()[*place].recent : entry.uid >= first_recent);
}

FlagSet SessionView::flags_seen(const mail::Entry& entry, bool recent) const {
  FlagSet flags = entry.flags;
  if (!session_flags_.empty()) {
    const auto own = session_flags_.find(entry.uid);
    if (own != session_flags_.end()) flags.add(own->second);
  }
  if (recent) flags.add(flags::recent);
  return flags;
}

bool SessionView::store_session_flags(Uid uid, StoreMode mode, const FlagSet& flags) {
  const auto held = session_flags_.find(uid);
  const FlagSet before = held == session_flags_.end() ? FlagSet{} : held->second;
  FlagSet after = changed(before, mode, flags);
  if (after == before) return false;
  if (after.empty()) {
    session_flags_.erase(uid);
  } else {
    session_keywords_.add(after);
    session_flags_[uid] = std::move(after);
  }
  return true;
}

FlagSet SessionView::listed_flags(const mail::Mailbox& mailbox) const {
  FlagSet listed = mailbox.known_flags();
  listed.add(session_keywords_);
  return listed;
}

void SessionView::announce_keywords(const mail::Mailbox& mailbox, std::string& output) {
  const std::size_t keywords = mailbox.known_flags().size();
  if (keywords == told_keywords_ && session_keywords_.empty()) return;
  FlagSet listed = listed_flags(mailbox);
  if (listed.size() == told_keywords_) return;
  told_keywords_ = listed.size();
  say(output, FlagsData{std::move(listed)});
  if (!read_only_ && mailbox.may_create_keywords()) say_permanent_flags(mailbox, *this, output);
}

bool SessionView::is_behind(const mail::Mailbox& mailbox) const {
  return mailbox.highest_mod_seq() != seen_changes_ || mailbox.last_removal() != seen_removals_;
}

void SessionView::tell_changes(const mail::Mailbox& mailbox, Uid first_recent, Telling telling,
                               std::string& output) {
  if (!is_behind(mailbox)) return;
  announce_keywords(mailbox, output);
  if (telling.order == UpdateOrder::flags_first) tell_flags(mailbox, telling, output);
  if (telling.order == UpdateOrder::new_first) tell_size(mailbox, first_recent, output);
  tell_removals(mailbox, telling, output);
  tell_size(mailbox, first_recent, output);
  if (telling.order != UpdateOrder::flags_first) tell_flags(mailbox, telling, output);
  if (!kept_.empty()) keep_again(mailbox);
}

void SessionView::tell_removals(const mail::Mailbox& mailbox, Telling telling,
                                std::string& output) {
  if (telling.numbers == Numbers::may_change) tell_expunged(mailbox, telling.vanished, output);
}

void SessionView::tell_size(const mail::Mailbox& mailbox, Uid first_recent, std::string& output) {
  const bool any_new = tell_new(mailbox, first_recent, output);
  const bool counts = first_recent != none_is_recent;
  if (counts && (any_new || recent_count_ != told_recent_)) say(output, Recent{recent_count_});
  told_recent_ = recent_count_;
}

const mail::Entry* SessionView::find_kept(Uid uid) const {
  for (auto mailbox = kept_.rbegin(); mailbox != kept_.rend(); ++mailbox) {
    if (const mail::Entry* entry = mailbox->find(uid)) return entry;
  }
  return nullptr;
}

/// As it is now; what was told before is needed only while some of it is gone and not told.
void SessionView::keep_again(const mail::Mailbox& mailbox) {
  if (seen_removals_ == mailbox.last_removal()) kept_.clear();
  kept_.push_back(mailbox);
}

void SessionView::tell_expunged(const mail::Mailbox& mailbox, bool vanished, std::string& output) {
  if (seen_removals_ == mailbox.last_removal()) return;
  EntryWalk entries(mailbox);
  std::vector<Seat> kept;
  std::vector<Uid> gone;
  kept.reserve(seats().size());
  for (const Seat& seat : seats()) {
    if (entries.find(seat.uid) != nullptr) {
      kept.push_back(seat);
      continue;
    }
    // Those before it that went are told by now, and count no more (RFC 3501 §7.4.1).
    if (vanished) {
      gone.push_back(seat.uid);
    } else {
      say(output, ExpungeData{SeqNum{static_cast<std::uint32_t>(kept.size() + 1)}});
    }
    if (seat.recent) --recent_count_;
    session_flags_.erase(seat.uid);
  }
  if (!gone.empty()) say(output, VanishedData{false, UidSet::of(gone)});
  seats_.write() = std::move(kept);
  seen_removals_ = mailbox.last_removal();
}

bool SessionView::tell_new(const mail::Mailbox& mailbox, Uid first_recent, std::string& output) {
  const std::size_t before = size();
  take_seats(mailbox, first_recent);
  if (size() == before) return false;
  say(output, Exists{static_cast<std::uint32_t>(size())});
  return true;
}

void SessionView::tell_flags(const mail::Mailbox& mailbox, Telling telling, std::string& output) {
  if (!telling.flags || mailbox.highest_mod_seq() == seen_changes_) return;
  seen_changes_ = mailbox.highest_mod_seq();
  EntryWalk entries(mailbox);
  for (std::size_t place = 0; place < size(); ++place) {
    const mail::Entry* entry = entries.find(uid_at(place));
    if (entry == nullptr || knows_flags(place, *entry)) continue;
    const SeqNum number{static_cast<std::uint32_t>(place + 1)};
    const auto mod_seq = telling.with_mod_seq ? std::optional(entry->mod_seq) : std::nullopt;
    if (telling.uid_only) {
      say_flags(output, entry->uid, flags_of(place, *entry), {{}, mod_seq});
    } else {
      say_flags(output, number, flags_of(place, *entry),
                {telling.with_uid ? std::optional(entry->uid) : std::nullopt, mod_seq});
    }
    told_flags(place, *entry);
  }
}

void say_permanent_flags(const mail::Mailbox& mailbox, const SessionView& view,
                         std::string& output) {
  if (view.read_only()) return say_ok(output, CodePermanentFlags{}, "No flag can be kept");
  const bool may_create = mailbox.may_create_keywords() && view.rights().has('w');
  const FlagSet kept = allowed_flags(mailbox.permanent_flags(), view.rights());
  say_ok(output, CodePermanentFlags{kept, may_create}, "Flags that can be kept");
}

}  // namespace imapscope::server
