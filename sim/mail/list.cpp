// LIST and LSUB (RFC 3501 §6.3.8, §6.3.9).
#include <algorithm>
#include <map>

#include "sim/base/ascii.h"
#include "sim/mail/account.h"

namespace imapscope::mail {
namespace {

/// `*` stands for any octets, `%` for any but the delimiter. Follows all readings of the pattern at
/// once, so that hostile patterns take no more than the product of both lengths.
class Pattern {
 public:
  Pattern(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  [[nodiscard]] bool matches(std::string_view name) const {
    std::vector<bool> reached(text_.size() + 1);  // the part of the pattern that may stand here
    reached[0] = true;
    skip_wildcards(reached);
    for (const char c : name) {
      reached = step(reached, c);
      skip_wildcards(reached);
    }
    return reached[text_.size()];
  }

 private:
  [[nodiscard]] bool is_wildcard(std::size_t i) const { return text_[i] == '*' || text_[i] == '%'; }

  /// A wildcard may stand for nothing.
  void skip_wildcards(std::vector<bool>& reached) const {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (reached[i] && is_wildcard(i)) reached[i + 1] = true;
    }
  }

  [[nodiscard]] std::vector<bool> step(const std::vector<bool>& reached, char c) const {
    std::vector<bool> next(reached.size());
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!reached[i]) continue;
      if (text_[i] == '*' || (text_[i] == '%' && c != delimiter_)) {
        next[i] = true;
      } else if (!is_wildcard(i) && text_[i] == c) {
        next[i + 1] = true;
      }
    }
    return next;
  }

  std::string_view text_;
  char delimiter_;
};

/// INBOX is matched in any case.
bool matches(std::string_view pattern, const MailboxName& name, char delimiter) {
  if (Pattern(pattern, delimiter).matches(name.utf8())) return true;
  return name.is_inbox() && Pattern(ascii::to_upper(pattern), delimiter).matches(name.utf8());
}

/// A pattern that begins at the root stands alone.
std::string below_reference(std::string_view reference, std::string_view pattern, char delimiter) {
  if (!pattern.empty() && pattern.front() == delimiter) return std::string(pattern);
  return with_inbox_in_capitals(std::string(reference) + std::string(pattern), delimiter);
}

/// "" for a name that does not begin at a root of its own ("/usr", "#news.comp").
std::string_view root_of(std::string_view reference, char delimiter) {
  if (reference.empty() || (reference[0] != delimiter && reference[0] != '#')) return "";
  return reference.substr(0, reference.find(delimiter) + 1);
}

}  // namespace

std::string with_inbox_in_capitals(std::string_view name, char delimiter) {
  constexpr std::string_view inbox = "INBOX";
  const bool below_inbox = ascii::starts_with_ignoring_case(name, inbox) &&
                           name.substr(inbox.size()).starts_with(delimiter);
  return below_inbox ? std::string(inbox).append(name.substr(inbox.size())) : std::string(name);
}

std::vector<MailboxListing> Account::list(std::string_view reference,
                                          std::string_view pattern) const {
  if (pattern.empty()) {
    return {{{"\\Noselect"}, delimiter_, MailboxName(root_of(reference, delimiter_))}};
  }
  const std::string wanted = below_reference(reference, pattern, delimiter_);
  std::vector<MailboxListing> listings;
  for (const auto& [name, id] : names_) {
    if (!matches(wanted, name, delimiter_)) continue;
    MailboxListing listing{{}, delimiter_, name};
    if (!id) listing.attributes.emplace_back("\\Noselect");
    listing.attributes.emplace_back(has_children(name) ? "\\HasChildren" : "\\HasNoChildren");
    listings.push_back(std::move(listing));
  }
  return listings;
}

std::vector<MailboxListing> Account::lsub(std::string_view reference,
                                          std::string_view pattern) const {
  const std::string wanted = below_reference(reference, pattern, delimiter_);
  const bool ends_with_percent = !wanted.empty() && wanted.back() == '%';
  std::map<MailboxName, bool> selectable;  // the names that match, and whether they are subscribed
  for (const MailboxName& name : subscriptions_) {
    if (matches(wanted, name, delimiter_)) selectable[name] = true;
    if (!ends_with_percent) continue;
    const std::string& text = name.utf8();
    for (auto end = text.find(delimiter_); end != std::string::npos;
         end = text.find(delimiter_, end + 1)) {
      const MailboxName superior(std::string_view(text).substr(0, end));
      if (matches(wanted, superior, delimiter_)) selectable.emplace(superior, false);
    }
  }
  std::vector<MailboxListing> listings;
  for (const auto& [name, is_subscribed] : selectable) {
    std::vector<std::string> attributes;
    if (!is_subscribed) attributes.emplace_back("\\Noselect");
    listings.push_back({std::move(attributes), delimiter_, name});
  }
  return listings;
}

}  // namespace imapscope::mail
