// All accounts of a server, by user name. A value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sim/mail/account.h"

namespace imapscope::mail {

class Accounts {
 public:
  /// Takes the place of an account of the same user.
  Account& add(Account account);

  /// Null where there is none. Valid until accounts are added.
  [[nodiscard]] const Account* find(std::string_view user) const;
  [[nodiscard]] Account* find(std::string_view user);

  /// The account, where user and password are right; else null, whichever of them is wrong.
  [[nodiscard]] Account* authenticate(std::string_view user, std::string_view password);

  [[nodiscard]] const std::map<std::string, Account, std::less<>>& all() const { return accounts_; }

  /// The mailboxes that are nobody's own, under `Account::shared_user`; null where there are none.
  [[nodiscard]] const Account* shared() const { return shared_ ? &*shared_ : nullptr; }
  void set_shared(Account account) { shared_ = std::move(account); }
  /// A user's account, or the shared one.
  [[nodiscard]] Account* find_owner(std::string_view owner);
  [[nodiscard]] const Account* find_owner(std::string_view owner) const;

  /// Of the server itself (RFC 5464 §3.2.1.1).
  [[nodiscard]] Annotations& annotations() { return annotations_; }

 private:
  std::optional<Account> shared_;
  Annotations annotations_;
  std::map<std::string, Account, std::less<>> accounts_;
};

}  // namespace imapscope::mail
