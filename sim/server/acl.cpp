// The acl family: SETACL, DELETEACL, GETACL, LISTRIGHTS, MYRIGHTS (RFC 4314).
#include "sim/mail/acl.h"

#include <algorithm>

#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

/// Nothing where the user may administer the mailbox, which exists.
Ending refuse_administration(const Access& access) {
  if (auto refused = access.refuse_without('a')) return refused;
  if (access.entry() == nullptr) return no(mail::Refusal::nonexistent);
  return std::nullopt;
}

/// Where SASLprep would fail (RFC 4314 §3): nothing is left, or control characters are.
bool is_identifier(std::string_view text) {
  return !text.empty() && std::none_of(text.begin(), text.end(),
                                       [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

StatusResponse bad_identifier() {
  return bad("That cannot be an identifier");
}

StatusResponse bad_rights(std::string_view letters) {
  const bool capital =
      std::any_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capital) return bad("Rights are small letters");
  return bad("Rights are of lrswipkxtea, or c and d");
}

bool is_owner(const mail::Account& account, std::string_view identifier) {
  return !account.is_shared() && account.user() == identifier;
}

/// An owner's are never fewer than what he always has.
mail::Rights told_rights(const mail::Account& account, std::string_view identifier,
                         mail::Rights held) {
  if (is_owner(account, identifier)) held += mail::owners_rights();
  return held;
}

}  // namespace

Ending handle(const SetAcl& command, Turn& turn) {
  if (!is_identifier(command.identifier)) return bad_identifier();
  std::string_view letters = command.rights;
  const char sign = letters.empty() ? '\0' : letters.front();
  const bool changes = sign == '+' || sign == '-';
  if (changes) letters.remove_prefix(1);
  const auto rights = mail::Rights::parse(letters);
  if (!rights) return bad_rights(letters);
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_administration(access)) return refused;
  mail::Acl& acl = access.entry()->acl;
  mail::Rights& held = acl[command.identifier];
  if (!changes) {
    held = *rights;
  } else if (sign == '+') {
    held += *rights;
  } else {
    held -= *rights;
  }
  if (held.empty()) acl.erase(command.identifier);  // it says no more than no entry does
  return ok("SETACL completed");
}

Ending handle(const DeleteAcl& command, Turn& turn) {
  if (!is_identifier(command.identifier)) return bad_identifier();
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_administration(access)) return refused;
  access.entry()->acl.erase(command.identifier);
  return ok("DELETEACL completed");
}

Ending handle(const GetAcl& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_administration(access)) return refused;
  mail::Acl acl = access.entry()->acl;
  if (!access.account->is_shared()) acl[access.account->user()] += mail::owners_rights();
  AclData data{command.mailbox, {}};
  for (const auto& [identifier, rights] : acl) {
    data.entries.push_back({identifier, rights.text()});
  }
  say(turn.session, std::move(data));
  return ok("GETACL completed");
}

// No right is tied to another here: each stands alone.
Ending handle(const ListRights& command, Turn& turn) {
  if (!is_identifier(command.identifier)) return bad_identifier();
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_administration(access)) return refused;
  const mail::Rights required = told_rights(*access.account, command.identifier, {});
  ListRightsData data{command.mailbox, command.identifier, required.text(), {}};
  for (const char right : mail::Rights::all().text()) {
    if (!required.has(right)) data.optional.emplace_back(1, right);
  }
  say(turn.session, std::move(data));
  return ok("LISTRIGHTS completed");
}

Ending handle(const MyRights& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = access.refuse_without_any("lrikxa")) return refused;
  if (access.entry() == nullptr) return no(mail::Refusal::nonexistent);
  say(turn.session, MyRightsData{command.mailbox, access.rights.text()});
  return ok("MYRIGHTS completed");
}

}  // namespace imapscope::server
