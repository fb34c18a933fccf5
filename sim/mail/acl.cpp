#include "sim/mail/acl.h"

#include <algorithm>

namespace imapscope::mail {
namespace {

constexpr std::string_view everybody = "anyone";

const OldRight* find_old(char letter) {
  for (const OldRight& old : old_rights) {
    if (old.letter == letter) return &old;
  }
  return nullptr;
}

Rights entry_of(const Acl& acl, const std::string& identifier) {
  const auto found = acl.find(identifier);
  return found == acl.end() ? Rights() : found->second;
}

}  // namespace

unsigned Rights::bit(char right) {
  const auto at = standard_rights.find(right);
  return at == std::string_view::npos ? 0 : 1U << at;
}

Rights::Rights(std::string_view letters) {
  for (const char letter : letters) {
    const OldRight* old = find_old(letter);
    if (old == nullptr) {
      bits_ |= bit(letter);
    } else {
      for (const char member : old->members) bits_ |= bit(member);
    }
  }
}

std::optional<Rights> Rights::parse(std::string_view letters) {
  const bool known = std::all_of(letters.begin(), letters.end(), [](char letter) {
    return bit(letter) != 0 || find_old(letter) != nullptr;
  });
  return known ? std::optional(Rights(letters)) : std::nullopt;
}

bool Rights::has_any(std::string_view rights) const {
  return std::any_of(rights.begin(), rights.end(), [this](char right) { return has(right); });
}

std::string Rights::text() const {
  std::string text;
  for (const char right : standard_rights) {
    if (has(right)) text += right;
  }
  for (const OldRight& old : old_rights) {
    if (has_any(old.members)) text += old.letter;
  }
  return text;
}

Rights owners_rights() {
  return Rights("la");
}

Rights rights_of(std::string_view user, bool is_owner, const Acl& acl) {
  const std::string name(user);
  const std::string all(everybody);
  Rights rights = entry_of(acl, name);
  rights += entry_of(acl, all);
  rights -= entry_of(acl, "-" + name);
  rights -= entry_of(acl, "-" + all);
  if (is_owner) rights += owners_rights();
  return rights;
}

}  // namespace imapscope::mail
