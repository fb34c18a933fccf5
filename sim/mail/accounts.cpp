#include "sim/mail/accounts.h"

#include <utility>

namespace imapscope::mail {

Account& Accounts::add(Account account) {
  const std::string user = account.user();
  return accounts_.insert_or_assign(user, std::move(account)).first->second;
}

const Account* Accounts::find(std::string_view user) const {
  const auto found = accounts_.find(user);
  return found == accounts_.end() ? nullptr : &found->second;
}

Account* Accounts::find(std::string_view user) {
  const auto found = accounts_.find(user);
  return found == accounts_.end() ? nullptr : &found->second;
}

const Account* Accounts::find_owner(std::string_view owner) const {
  return owner == Account::shared_user ? shared() : find(owner);
}

Account* Accounts::find_owner(std::string_view owner) {
  if (owner == Account::shared_user) return shared_ ? &*shared_ : nullptr;
  return find(owner);
}

Account* Accounts::authenticate(std::string_view user, std::string_view password) {
  Account* account = find(user);
  return account != nullptr && account->has_password(password) ? account : nullptr;
}

}  // namespace imapscope::mail
