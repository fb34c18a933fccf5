// All accounts of a server, by user name. A value.
#pragma once

#include <map>
#include <string>
#include <string_view>

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

 private:
  std::map<std::string, Account, std::less<>> accounts_;
};

}  // namespace imapscope::mail
