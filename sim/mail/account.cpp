#include "sim/mail/account.h"

#include <algorithm>
#include <utility>

#include "sim/base/utf.h"

namespace imapscope::mail {

namespace {

struct RefusalText {
  std::string_view code;
  std::string_view sentence;
};

RefusalText text_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::already_exists:
      return {"ALREADYEXISTS", "There is already a mailbox of that name."};
    case Refusal::nonexistent:
      return {"NONEXISTENT", "There is no mailbox of that name."};
    case Refusal::inbox_is_special:
      return {"CANNOT", "INBOX is always there: it is neither made, removed nor replaced."};
    case Refusal::has_children:
      return {"HASCHILDREN", "Only the mailboxes below that name can be removed."};
    case Refusal::not_selectable:
      return {"CANNOT", "That name only holds other mailboxes; it has no messages."};
    case Refusal::malformed_name:
      return {"CANNOT", "That is no mailbox name: a level of it is empty or unprintable."};
    case Refusal::inside_itself:
      return {"CANNOT", "A mailbox cannot be moved below itself."};
    case Refusal::no_subscription:
      return {"NONEXISTENT", "That name is not subscribed to."};
    case Refusal::childless_inbox:
      return {"CANNOT", "Nothing can lie below INBOX here."};
  }
  return {};
}

/// RFC 6855 §3: those of ASCII and of Latin 1, and the separators of lines and paragraphs.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string_view sentence_of(Refusal refusal) {
  return text_of(refusal).sentence;
}
std::string_view code_of(Refusal refusal) {
  return text_of(refusal).code;
}

Account::Account(std::string user, std::string password, char delimiter,
                 UidValidity first_uid_validity)
    : user_(std::move(user)),
      password_(std::move(password)),
      delimiter_(delimiter),
      next_uid_validity_(first_uid_validity) {
  NameEntry& inbox = names_[MailboxName::inbox()];
  inbox = new_entry(MailboxName::inbox());
  inbox.id = make_mailbox();
}

Account Account::shared(char delimiter) {
  Account account(std::string(shared_user), "", delimiter);
  account.names_.clear();
  account.mailboxes_.clear();
  return account;
}

// ---- finding ----

OrRefusal<MailboxId> Account::id_of(const MailboxName& given) const {
  const MailboxName name = canonical(given);
  if (!is_well_formed(name)) return fail(Refusal::malformed_name);
  const auto found = names_.find(name);
  if (found == names_.end()) return fail(Refusal::nonexistent);
  if (!found->second.id) return fail(Refusal::not_selectable);
  return *found->second.id;
}

const Mailbox* Account::find(MailboxId id) const {
  const auto found = mailboxes_.find(id);
  return found == mailboxes_.end() ? nullptr : &found->second;
}

Mailbox* Account::find(MailboxId id) {
  const auto found = mailboxes_.find(id);
  return found == mailboxes_.end() ? nullptr : &found->second;
}

const Mailbox* Account::find(const MailboxName& name) const {
  const auto id = id_of(name);
  return id ? find(*id) : nullptr;
}

Mailbox* Account::find(const MailboxName& name) {
  const auto id = id_of(name);
  return id ? find(*id) : nullptr;
}

std::optional<MailboxName> Account::name_of(MailboxId id) const {
  for (const auto& [name, held] : names_) {
    if (held.id == id) return name;
  }
  return std::nullopt;
}

std::vector<MailboxName> Account::names() const {
  std::vector<MailboxName> names;
  for (const auto& [name, id] : names_) names.push_back(name);
  return names;
}

const NameEntry* Account::entry(const MailboxName& name) const {
  const auto found = names_.find(canonical(name));
  return found == names_.end() ? nullptr : &found->second;
}

NameEntry* Account::entry(const MailboxName& name) {
  const auto found = names_.find(canonical(name));
  return found == names_.end() ? nullptr : &found->second;
}

std::optional<MailboxName> Account::superior_of(const MailboxName& given) const {
  std::string text = without_trailing_delimiter(canonical(given)).utf8();
  if (delimiter_ == 0) return std::nullopt;
  for (auto end = text.rfind(delimiter_); end != std::string::npos; end = text.rfind(delimiter_)) {
    text.resize(end);
    const MailboxName superior(text);
    if (names_.count(superior) != 0) return superior;
  }
  return std::nullopt;
}

bool Account::is_well_formed(const MailboxName& name) const {
  const std::string& text = name.utf8();
  const std::string empty_level(2, delimiter_);
  const std::u32string letters = code_points_of(text);
  return !text.empty() && text.front() != delimiter_ && text.back() != delimiter_ &&
         text.find(empty_level) == std::string::npos &&
         std::none_of(letters.begin(), letters.end(), is_control);
}

bool Account::has_children(const MailboxName& name) const {
  const std::string prefix = name.utf8() + delimiter_;
  const auto after = names_.lower_bound(MailboxName(prefix));
  return after != names_.end() && after->first.utf8().starts_with(prefix);
}

/// The superior is INBOX in any case, so what is below it is the same name in any case, too.
MailboxName Account::canonical(const MailboxName& name) const {
  return MailboxName(with_inbox_in_capitals(name.utf8(), delimiter_));
}

MailboxName Account::without_trailing_delimiter(const MailboxName& name) const {
  const std::string& text = name.utf8();
  if (text.empty() || text.back() != delimiter_) return name;
  return MailboxName(std::string_view(text).substr(0, text.size() - 1));
}

// ---- changing ----

/// A fixture may have set any value, and none may come twice.
void Account::pass_uid_validity(const Mailbox& mailbox) {
  const UidValidity next{mailbox.uid_validity().value + 1};
  next_uid_validity_ = std::max(next_uid_validity_, next);
}

UidValidity Account::new_uid_validity() {
  for (const auto& [id, mailbox] : mailboxes_) pass_uid_validity(mailbox);
  const UidValidity validity = next_uid_validity_;
  ++next_uid_validity_.value;
  return validity;
}

MailboxId Account::make_mailbox() {
  const MailboxId id = next_id_;
  mailboxes_.emplace(id, Mailbox(new_uid_validity()));
  ++next_id_.value;
  return id;
}

void Account::renew_uid_validity(MailboxId id) {
  Mailbox& mailbox = *find(id);
  mailbox.renumber(new_uid_validity(), mailbox.uid_next());
}

/// So every name's superiors are names, too.
void Account::create_superiors(const MailboxName& name) {
  const std::string& text = name.utf8();
  if (delimiter_ == 0) return;
  for (auto end = text.find(delimiter_); end != std::string::npos;
       end = text.find(delimiter_, end + 1)) {
    const MailboxName superior(std::string_view(text).substr(0, end));
    if (names_.count(superior) == 0) names_.emplace(superior, new_entry(superior));
  }
}

/// A new name has the rights of the one above it (RFC 4314 §4); at the top its owner has all.
NameEntry Account::new_entry(const MailboxName& name) const {
  NameEntry entry;
  if (const auto superior = superior_of(name)) {
    entry.acl = names_.at(*superior).acl;
  } else if (!is_shared()) {
    entry.acl[user_] = Rights::all();
  }
  return entry;
}

std::optional<Refusal> Account::refuse_new(const MailboxName& name) const {
  if (name.is_inbox()) return Refusal::inbox_is_special;
  if (!is_well_formed(name)) return Refusal::malformed_name;
  const std::string below_inbox = std::string("INBOX") + delimiter_;
  if (!inbox_has_children_ && name.utf8().starts_with(below_inbox)) return Refusal::childless_inbox;
  return std::nullopt;
}

OrRefusal<MailboxId> Account::create(const MailboxName& given) {
  const MailboxName name = without_trailing_delimiter(canonical(given));
  if (const auto refused = refuse_new(name)) return fail(*refused);
  create_superiors(name);
  const auto entry = names_.try_emplace(name, new_entry(name)).first;
  auto& id = entry->second.id;
  if (id) return fail(Refusal::already_exists);
  id = make_mailbox();
  return *id;
}

OrRefusal<void> Account::may_remove(const MailboxName& name) const {
  if (name.is_inbox()) return fail(Refusal::inbox_is_special);
  const auto found = names_.find(name);
  if (found == names_.end()) return fail(Refusal::nonexistent);
  if (has_children(name) && !found->second.id) return fail(Refusal::has_children);
  return {};
}

/// Where there are others below it, the name stays, and cannot be selected.
void Account::take_name(const MailboxName& name) {
  if (has_children(name)) {
    names_.at(name) = new_entry(name);
  } else {
    names_.erase(name);
  }
}

OrRefusal<void> Account::remove(const MailboxName& given) {
  const MailboxName name = canonical(given);
  if (auto refused = may_remove(name); !refused) return refused;
  if (const auto id = names_.at(name).id) {
    pass_uid_validity(*find(*id));
    mailboxes_.erase(*id);
  }
  take_name(name);
  return {};
}

OrRefusal<void> Account::remove_name(const MailboxName& given) {
  const MailboxName name = canonical(given);
  if (auto refused = may_remove(name); !refused) return refused;
  if (const auto id = names_.at(name).id) ghosts_.insert(*id);
  take_name(name);
  return {};
}

void Account::forget_ghost(MailboxId id) {
  if (ghosts_.erase(id) == 0) return;
  pass_uid_validity(*find(id));
  mailboxes_.erase(id);
}

OrRefusal<void> Account::rename(const MailboxName& given, const MailboxName& given_to) {
  const MailboxName from = canonical(given);
  const MailboxName to = without_trailing_delimiter(canonical(given_to));
  if (const auto refused = refuse_new(to)) return fail(*refused);
  if (names_.count(from) == 0) return fail(Refusal::nonexistent);
  if (names_.count(to) != 0) return fail(Refusal::already_exists);
  if (from.is_inbox()) {
    rename_inbox(to);
  } else if (delimiter_ != 0 && to.utf8().starts_with(from.utf8() + delimiter_)) {
    return fail(Refusal::inside_itself);
  } else {
    rename_tree(from, to);
  }
  return {};
}

std::vector<MailboxId> Account::moved_by_rename(const MailboxName& given) const {
  const MailboxName name = canonical(given);
  std::vector<MailboxId> moved;
  if (name.is_inbox()) return moved;
  const std::string prefix = name.utf8() + delimiter_;
  for (const auto& [each, entry] : names_) {
    const bool goes_along = each == name || each.utf8().starts_with(prefix);
    if (goes_along && entry.id) moved.push_back(*entry.id);
  }
  return moved;
}

/// Inferiors of INBOX stay where they are (RFC 3501 §6.3.5).
void Account::rename_inbox(const MailboxName& to) {
  create_superiors(to);
  const MailboxName from_inbox = MailboxName::inbox();
  const MailboxId target_id = make_mailbox();
  NameEntry entry = names_.at(from_inbox);  // its annotations stay, and go along (RFC 5464 §4.1)
  entry.id = target_id;
  entry.uses.clear();
  names_[to] = std::move(entry);
  Mailbox& target = *find(target_id);
  Mailbox& inbox = *find(MailboxName("INBOX"));
  std::vector<Uid> moved;
  for (const Entry& entry : inbox.entries()) {
    target.append(entry.message, entry.flags, entry.internal_date);
    moved.push_back(entry.uid);
  }
  inbox.remove(moved);
}

void Account::rename_tree(const MailboxName& from, const MailboxName& to) {
  create_superiors(to);
  const auto move_name = [&](auto node) {
    const std::string below = node->first.utf8().substr(from.utf8().size());
    names_.emplace(to.utf8() + below, std::move(node->second));
    return names_.erase(node);
  };
  move_name(names_.find(from));
  const std::string prefix = from.utf8() + delimiter_;
  auto node = names_.lower_bound(MailboxName(prefix));
  while (node != names_.end() && node->first.utf8().starts_with(prefix)) node = move_name(node);
}

OrRefusal<void> Account::subscribe(const MailboxName& given) {
  const MailboxName name = canonical(given);
  if (names_.count(name) == 0) return fail(Refusal::nonexistent);
  subscriptions_.insert(name);
  return {};
}

OrRefusal<void> Account::unsubscribe(const MailboxName& name) {
  if (subscriptions_.erase(canonical(name)) == 0) return fail(Refusal::no_subscription);
  return {};
}

ListedName Account::listed(const MailboxName& name, const NameEntry& entry) const {
  return {entry.id.has_value(), !name.is_inbox() || inbox_has_children_, entry.uses,
          !entry.moved_to.empty()};
}

Directory Account::directory() const {
  Directory directory{{}, subscriptions_, delimiter_};
  for (const auto& [name, entry] : names_) directory.names.emplace(name, listed(name, entry));
  return directory;
}

std::vector<MailboxListing> Account::list(std::string_view reference,
                                          std::string_view pattern) const {
  std::vector<MailboxListing> listings;
  const ListQuery query{.reference = reference, .patterns = {pattern}};
  for (Listed& listed : mail::list(directory(), query)) {
    listings.push_back(std::move(listed.listing));
  }
  return listings;
}

std::vector<MailboxListing> Account::lsub(std::string_view reference,
                                          std::string_view pattern) const {
  return mail::lsub(directory(), reference, pattern);
}

Usage Account::usage() const {
  Usage usage;
  for (const auto& [id, mailbox] : mailboxes_) {
    usage.messages += mailbox.size();
    for (const Entry& entry : mailbox.entries()) usage.octets += entry.message->size();
  }
  return usage;
}

bool Account::has_room_for(const Usage& more) const {
  if (!quota_.is_limited()) return true;  // nothing need be counted
  Usage usage = this->usage();
  usage.octets += more.octets;
  usage.messages += more.messages;
  return quota_.admits(usage);
}

}  // namespace imapscope::mail
