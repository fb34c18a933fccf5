#include "sim/mail/mailbox.h"

#include <algorithm>
#include <utility>

#include "sim/base/requires.h"

namespace imapscope::mail {
namespace {

/// The place of `uid`, or of the next larger one.
template <class Entries>
auto place_of(Entries& entries, Uid uid) {
  return std::lower_bound(entries.begin(), entries.end(), uid,
                          [](const Entry& entry, Uid wanted) { return entry.uid < wanted; });
}

FlagSet changed(FlagSet held, StoreMode mode, const FlagSet& flags) {
  switch (mode) {
    case StoreMode::replace:
      return flags;
    case StoreMode::add:
      held.add(flags);
      break;
    case StoreMode::remove:
      held.remove(flags);
      break;
  }
  return held;
}

}  // namespace

Mailbox::Mailbox(UidValidity uid_validity, FlagPolicy policy)
    : uid_validity_(uid_validity),
      known_flags_{flags::answered, flags::flagged, flags::deleted, flags::seen, flags::draft},
      permanent_flags_(std::move(policy.permanent)),
      may_create_keywords_(policy.may_create_keywords) {
  known_flags_.add(permanent_flags_);
}

const Entry* Mailbox::find(Uid uid) const {
  const auto entry = place_of(entries(), uid);
  return entry != entries().end() && entry->uid == uid ? &*entry : nullptr;
}

bool Mailbox::is_permanent(const Flag& flag) const {
  return permanent_flags_.contains(flag) || (may_create_keywords_ && !flag.is_system());
}

FlagSet Mailbox::kept(const FlagSet& flags) const {
  FlagSet kept = flags;
  for (const Flag& flag : flags) {
    if (!is_permanent(flag)) kept.remove(flag);
  }
  return kept;
}

void Mailbox::learn(const FlagSet& flags) {
  known_flags_.add(flags);
  permanent_flags_.add(flags);
}

std::uint32_t Mailbox::recent_count() const {
  return static_cast<std::uint32_t>(entries().end() - place_of(entries(), first_recent_));
}

Uid Mailbox::claim_recent() {
  return std::exchange(first_recent_, uid_next_);
}

Uid Mailbox::append(MessagePtr message, const FlagSet& flags, DateTime internal_date,
                    const std::optional<DateTime>& saved) {
  const Uid uid = uid_next_;
  ++uid_next_.value;
  FlagSet permanent = kept(flags);
  learn(permanent);
  entries_.write().push_back({uid, std::move(permanent), internal_date, std::move(message),
                              ++highest_mod_seq_, saved.value_or(internal_date)});
  return uid;
}

bool Mailbox::store(Uid uid, StoreMode mode, const FlagSet& flags) {
  const Entry* entry = find(uid);
  if (entry == nullptr) return false;
  FlagSet wanted = changed(entry->flags, mode, kept(flags));
  if (wanted == entry->flags) return false;
  learn(wanted);
  Entry& written = *place_of(entries_.write(), uid);
  written.flags = std::move(wanted);
  written.mod_seq = ++highest_mod_seq_;
  return true;
}

std::vector<Uid> Mailbox::expunge(const std::optional<UidSet>& only) {
  const Uid largest = entries().empty() ? Uid{} : entries().back().uid;
  std::vector<Uid> uids;
  for (const Entry& entry : entries()) {
    if (only && !only->contains(entry.uid, largest)) continue;
    if (entry.flags.contains(flags::deleted)) uids.push_back(entry.uid);
  }
  remove(uids);
  return uids;
}

void Mailbox::remove(const std::vector<Uid>& uids) {
  REQUIRES(std::is_sorted(uids.begin(), uids.end()));
  const auto is_removed = [&uids](const Entry& entry) {
    return std::binary_search(uids.begin(), uids.end(), entry.uid);
  };
  if (std::none_of(entries().begin(), entries().end(), is_removed)) return;
  last_removal_ = ++highest_mod_seq_;
  for (const Entry& entry : entries()) {
    if (is_removed(entry)) removals_.write().push_back({last_removal_, entry.uid});
  }
  std::erase_if(entries_.write(), is_removed);
}

std::vector<Uid> Mailbox::removed_since(ModSeq mod_seq) const {
  const auto& all = removals_.read();
  const auto first = std::upper_bound(
      all.begin(), all.end(), mod_seq,
      [](ModSeq known, const Removal& removal) { return known < removal.mod_seq; });
  std::vector<Uid> uids;
  for (auto at = first; at != all.end(); ++at) uids.push_back(at->uid);
  std::sort(uids.begin(), uids.end());
  return uids;
}

void Mailbox::renumber(UidValidity uid_validity, Uid uid_next) {
  uid_validity_ = uid_validity;
  uid_next_ = std::max(uid_next_, uid_next);
}

void Mailbox::set_first_recent(Uid uid) {
  first_recent_ = uid;
}

}  // namespace imapscope::mail
