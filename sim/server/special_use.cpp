#include "sim/server/special_use.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/base/ascii.h"

namespace imapscope::server {
namespace {

constexpr std::array<std::string_view, 5> supported_uses{"\\Archive", "\\Drafts", "\\Junk",
                                                         "\\Sent", "\\Trash"};

}  // namespace

std::optional<std::vector<std::string>> parse_uses(std::string_view written) {
  std::vector<std::string> uses;
  while (!written.empty()) {
    const auto end = std::min(written.find(' '), written.size());
    const std::string_view word = written.substr(0, end);
    written.remove_prefix(std::min(end + 1, written.size()));
    const auto* const found =
        std::find_if(supported_uses.begin(), supported_uses.end(),
                     [&](std::string_view use) { return ascii::equal_ignoring_case(use, word); });
    if (found == supported_uses.end()) return std::nullopt;
    if (std::find(uses.begin(), uses.end(), *found) == uses.end()) uses.emplace_back(*found);
  }
  return uses;
}

NString uses_text(const std::vector<std::string>& uses) {
  if (uses.empty()) return std::nullopt;
  std::string text;
  for (const std::string& use : uses) text += (text.empty() ? "" : " ") + use;
  return text;
}

std::vector<MailboxName> designate(mail::Account& account, const MailboxName& name,
                                   std::vector<std::string> uses) {
  std::vector<MailboxName> losers;
  mail::NameEntry* const chosen = account.entry(name);
  for (const MailboxName& other : account.names()) {
    mail::NameEntry& entry = *account.entry(other);
    if (&entry == chosen) continue;
    const auto lost = std::erase_if(entry.uses, [&](const std::string& use) {
      return std::find(uses.begin(), uses.end(), use) != uses.end();
    });
    if (lost > 0) losers.push_back(other);
  }
  chosen->uses = std::move(uses);
  return losers;
}

}  // namespace imapscope::server
