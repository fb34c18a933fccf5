#include "sim/mail/annotations.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope::mail {
namespace {

constexpr std::string_view private_scope = "/private";
constexpr std::string_view shared_scope = "/shared";

std::vector<std::string_view> components_of(std::string_view entry) {
  std::vector<std::string_view> components;
  while (!entry.empty()) {
    entry.remove_prefix(1);  // the slash
    const auto end = std::min(entry.find('/'), entry.size());
    components.push_back(entry.substr(0, end));
    entry.remove_prefix(end);
  }
  return components;
}

bool may_stand_in_entry(char c) {
  return c >= 0x20 && c < 0x7f && c != '*' && c != '%';
}

}  // namespace

bool is_private_entry(std::string_view entry) {
  return ascii::starts_with_ignoring_case(entry, private_scope);
}

bool is_entry_path(std::string_view entry) {
  if (entry.empty() || entry.front() != '/') return false;
  if (!std::all_of(entry.begin(), entry.end(), may_stand_in_entry)) return false;
  const auto components = components_of(entry);
  const bool any_empty = std::any_of(components.begin(), components.end(),
                                     [](std::string_view each) { return each.empty(); });
  const auto is_scope = [&](std::string_view scope) {
    return ascii::equal_ignoring_case(components.front(), scope.substr(1));
  };
  return !any_empty && entry.back() != '/' && (is_scope(private_scope) || is_scope(shared_scope));
}

bool is_entry_name(std::string_view entry) {
  if (!is_entry_path(entry)) return false;
  const auto components = components_of(entry);
  const std::size_t least =
      components.size() > 1 && ascii::equal_ignoring_case(components[1], "vendor") ? 4 : 2;
  return components.size() >= least;
}

Annotations::Key Annotations::key_of(std::string_view user, std::string_view entry) {
  std::string name = ascii::to_lower(entry);
  return {is_private_entry(entry) ? std::string(user) : std::string(), std::move(name)};
}

NString Annotations::get(std::string_view user, std::string_view entry) const {
  const auto found = values_.find(key_of(user, entry));
  return found == values_.end() ? NString() : NString(found->second);
}

void Annotations::set(std::string_view user, std::string_view entry, const NString& value) {
  if (value) {
    values_[key_of(user, entry)] = *value;
  } else {
    values_.erase(key_of(user, entry));
  }
}

std::vector<std::string> Annotations::entries(std::string_view user) const {
  std::vector<std::string> entries;
  for (const auto& [key, value] : values_) {
    if (key.first.empty() || key.first == user) entries.push_back(key.second);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace imapscope::mail
