#include "sim/server/turn/access.h"

#include <utility>

namespace imapscope::server {
namespace {

constexpr std::string_view rights_to_notice = "lrikxa";

StatusResponse no_such_mailbox() {
  return no(mail::Refusal::nonexistent);
}

/// What the user may do with a name of an account, there or not.
mail::Rights rights_on(const mail::Account& account, const MailboxName& name,
                       const Asking& asking) {
  const bool is_own = account.user() == asking.user;
  const mail::NameEntry* entry = account.entry(name);
  if (!asking.config.speaks("ACL") || (entry == nullptr && is_own)) return mail::Rights::all();
  return entry == nullptr ? mail::Rights() : mail::rights_of(asking.user, is_own, entry->acl);
}

Access access_in(mail::Account* account, MailboxName name, const Asking& asking) {
  if (account == nullptr) return {nullptr, std::move(name), {}};
  const mail::Rights rights = rights_on(*account, name, asking);
  return {account, std::move(name), rights};
}

/// `bob/Work` behind `#users/`.
Access access_of_another(std::string_view rest, const Asking& asking) {
  const char delimiter = asking.own().delimiter();
  const auto end = rest.find(delimiter);
  if (end == std::string_view::npos) return {};
  mail::Account* account = asking.accounts.find(rest.substr(0, end));
  const bool writes_alike = account != nullptr && account->delimiter() == delimiter;
  return access_in(writes_alike ? account : nullptr, MailboxName(rest.substr(end + 1)), asking);
}

void add_names(const mail::Account& owner, const Asking& asking, Remotes remotes,
               mail::Directory& directory) {
  const mail::Account& user = asking.own();
  const bool is_own = &owner == &user;
  if (owner.delimiter() != user.delimiter()) return;
  for (const auto& [name, entry] : owner.entries()) {
    if (!rights_on(owner, name, asking).has('l')) continue;
    if (remotes == Remotes::hidden && !entry.moved_to.empty()) continue;
    mail::ListedName listed = owner.listed(name, entry);
    if (!is_own) listed.uses.clear();  // they are each user's own (RFC 6154 §2)
    directory.names.emplace(name_for(user, owner, name), std::move(listed));
  }
}

}  // namespace

mail::OrRefusal<mail::MailboxId> Access::id() const {
  if (account == nullptr) return fail(mail::Refusal::nonexistent);
  return account->id_of(name);
}

Ending Access::refuse_without(char right) const {
  if (rights.has(right)) return std::nullopt;
  return rights.has_any(rights_to_notice) ? no_right(right) : no_such_mailbox();
}

Ending Access::refuse_without_any(std::string_view several) const {
  if (rights.has_any(several)) return std::nullopt;
  return refuse_without(several.front());
}

Access access_to(const MailboxName& name, const Asking& asking) {
  const std::string_view text = name.utf8();
  const char delimiter = asking.own().delimiter();
  if (asking.config.speaks("ACL") && delimiter != 0) {
    const std::string users = users_prefix(delimiter);
    const std::string shared = shared_prefix(delimiter);
    if (text.starts_with(users)) return access_of_another(text.substr(users.size()), asking);
    if (text.starts_with(shared)) {
      mail::Account* account = asking.accounts.find_owner(mail::Account::shared_user);
      return access_in(account, MailboxName(text.substr(shared.size())), asking);
    }
  }
  return access_in(&asking.own(), name, asking);
}

Access access_to(mail::MailboxId id, std::string_view owner, const Asking& asking) {
  mail::Account* account = asking.accounts.find_owner(owner);
  const auto name = account == nullptr ? std::nullopt : account->name_of(id);
  return name ? access_in(account, *name, asking) : Access{};
}

Ending refuse_new_name(const Access& access, const Asking& asking) {
  if (access.account == nullptr) return no_right('k');
  const auto above = access.account->superior_of(access.name);
  if (above) return access_in(access.account, *above, asking).refuse_without('k');
  return access.account == &asking.own() ? std::nullopt : Ending(no_right('k'));
}

Ending refuse_out_of_reach(const Access& access, const Config& config) {
  const mail::NameEntry* entry = access.entry();
  if (entry == nullptr) return std::nullopt;
  if (!entry->moved_to.empty()) {
    return refer_to(entry->moved_to, "MAILBOX-REFERRALS", "The mailbox lies on another server",
                    config);
  }
  if (entry->trouble == nullptr) return std::nullopt;
  return no(entry->trouble->code, entry->trouble->text);
}

Ending refuse_destination(const Access& access, const Asking& asking) {
  const auto id = access.id();
  if (id) {
    if (auto refused = access.refuse_without('i')) return refused;
    return refuse_out_of_reach(access, asking.config);
  }
  // [TRYCREATE] says that CREATE would help (RFC 3501 §6.3.11).
  if (refuse_new_name(access, asking)) return no_such_mailbox();
  return no_destination(id.error());
}

bool tells_uids(const Access& access, const Config& config) {
  return config.speaks("UIDPLUS") && access.rights.has('r') &&
         access.account->find(*access.id())->keeps_uids();
}

MailboxName name_for(const mail::Account& user, const mail::Account& owner,
                     const MailboxName& name) {
  if (&owner == &user) return name;
  const char delimiter = user.delimiter();
  if (owner.is_shared()) return MailboxName(shared_prefix(delimiter) + name.utf8());
  return MailboxName(users_prefix(delimiter) + owner.user() + delimiter + name.utf8());
}

mail::Directory directory_for(const Asking& asking, Remotes remotes) {
  const mail::Account& own = asking.own();
  mail::Directory directory{{}, own.subscriptions(), own.delimiter()};
  add_names(own, asking, remotes, directory);
  if (!asking.config.speaks("ACL") || own.delimiter() == 0) return directory;
  for (const auto& [user, account] : asking.accounts.all()) {
    if (&account != &own) add_names(account, asking, remotes, directory);
  }
  if (const mail::Account* shared = std::as_const(asking.accounts).shared()) {
    add_names(*shared, asking, remotes, directory);
  }
  return directory;
}

std::string users_prefix(char delimiter) {
  return std::string("#users") + delimiter;
}

std::string shared_prefix(char delimiter) {
  return std::string("#shared") + delimiter;
}

char right_for(const Flag& flag) {
  if (flag == flags::seen) return 's';
  return flag == flags::deleted ? 't' : 'w';
}

FlagSet allowed_flags(const FlagSet& flags, mail::Rights rights) {
  FlagSet allowed = flags;
  for (const Flag& flag : flags) {
    if (!rights.has(right_for(flag))) allowed.remove(flag);
  }
  return allowed;
}

StatusResponse no_right(char right) {
  return no("NOPERM", std::string("That needs the right ") + right);
}

}  // namespace imapscope::server
