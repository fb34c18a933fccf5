// LIST and LSUB (RFC 3501 §6.3.8, §6.3.9; RFC 5258).
#include <algorithm>
#include <optional>

#include "sim/base/ascii.h"
#include "sim/mail/listing.h"

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

/// What a name begins with that lies in another namespace (RFC 3501 §5.1.2): a wildcard does not
/// stand for it, so that `*` finds the user's own mailboxes.
constexpr char namespace_mark = '#';

class Lister {
 public:
  Lister(const Directory& directory, const ListQuery& query)
      : directory_(directory), query_(query) {
    for (const std::string_view pattern : query.patterns) {
      if (pattern.empty()) continue;  // RFC 5258 §3: it matches nothing
      wanted_.push_back(below_reference(query.reference, pattern, directory.delimiter));
    }
    for (const auto& [name, held] : directory.names) add_candidate(name);
    if (!query.only_subscribed) return;
    for (const MailboxName& name : directory.subscriptions) add_candidate(name);
  }

  [[nodiscard]] std::vector<Listed> all() const {
    std::vector<Listed> listed;
    for (const MailboxName& name : candidates_) {
      if (auto each = one(name)) listed.push_back(std::move(*each));
    }
    return listed;
  }

 private:
  [[nodiscard]] bool restricts() const { return query_.only_subscribed || query_.only_with_use; }
  [[nodiscard]] const ListedName* find(const MailboxName& name) const {
    const auto found = directory_.names.find(name);
    return found == directory_.names.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool is_subscribed(const MailboxName& name) const {
    return directory_.subscriptions.count(name) != 0;
  }
  /// With the names above it.
  void add_candidate(const MailboxName& name) {
    candidates_.insert(name);
    const std::string& text = name.utf8();
    const char delimiter = directory_.delimiter;
    if (delimiter == 0) return;
    for (auto end = text.find(delimiter); end != std::string::npos;
         end = text.find(delimiter, end + 1)) {
      candidates_.insert(MailboxName(std::string_view(text).substr(0, end)));
    }
  }

  [[nodiscard]] bool matches_any(const MailboxName& name) const {
    const bool is_elsewhere = name.utf8().starts_with(namespace_mark) && !query_.only_subscribed;
    return std::any_of(wanted_.begin(), wanted_.end(), [&](const std::string& pattern) {
      if (is_elsewhere && !pattern.starts_with(namespace_mark)) return false;
      return matches(pattern, name, directory_.delimiter);
    });
  }

  /// The selection criteria (RFC 5258 §3), whatever the patterns are.
  [[nodiscard]] bool fits(const MailboxName& name) const {
    const ListedName* held = find(name);
    if (query_.only_subscribed && !is_subscribed(name)) return false;
    if (query_.only_with_use && (held == nullptr || held->uses.empty())) return false;
    return held != nullptr || query_.only_subscribed;
  }

  /// Whether any of the names that lie below one passes a test; `names` in their order.
  template <class Names, class Test>
  [[nodiscard]] bool any_below(const MailboxName& name, const Names& names, Test test) const {
    if (directory_.delimiter == 0) return false;
    const std::string prefix = name.utf8() + directory_.delimiter;
    for (auto each = names.lower_bound(MailboxName(prefix)); each != names.end(); ++each) {
      if (!name_in(*each).utf8().starts_with(prefix)) return false;
      if (test(name_in(*each))) return true;
    }
    return false;
  }
  static const MailboxName& name_in(const MailboxName& name) { return name; }
  static const MailboxName& name_in(const std::pair<const MailboxName, ListedName>& held) {
    return held.first;
  }

  [[nodiscard]] bool has_children(const MailboxName& name) const {
    return any_below(name, directory_.names, [](const MailboxName&) { return true; });
  }

  /// A level that is no mailbox itself is told where the pattern ends with `%` (RFC 3501 §6.3.8).
  [[nodiscard]] bool is_missing_level(const MailboxName& name) const {
    if (restricts() || find(name) != nullptr || !has_children(name)) return false;
    return std::any_of(wanted_.begin(), wanted_.end(), [&](const std::string& pattern) {
      const bool hidden =
          name.utf8().starts_with(namespace_mark) && !pattern.starts_with(namespace_mark);
      return !hidden && pattern.ends_with('%') && matches(pattern, name, directory_.delimiter);
    });
  }

  [[nodiscard]] std::optional<Listed> one(const MailboxName& name) const {
    if (!matches_any(name)) return std::nullopt;
    Listed listed;
    listed.fits = fits(name);
    listed.exists = find(name) != nullptr;
    const auto fits_below = [&](const MailboxName& each) { return fits(each); };
    const auto fits_unseen = [&](const MailboxName& each) {
      return fits(each) && !matches_any(each);  // RFC 5258 §3.5: others are told themselves
    };
    const bool told_of_below = query_.recursive && any_below(name, candidates_, fits_below);
    const bool is_told = listed.fits || is_missing_level(name) ||
                         (query_.recursive && any_below(name, candidates_, fits_unseen));
    if (!is_told) return std::nullopt;
    listed.listing = {attributes_of(name), told_delimiter(directory_.delimiter), name};
    if (told_of_below) listed.listing.extended = R"(("CHILDINFO" ("SUBSCRIBED")))";
    return listed;
  }

  [[nodiscard]] std::vector<std::string> attributes_of(const MailboxName& name) const {
    std::vector<std::string> attributes;
    const ListedName* held = find(name);
    if (held == nullptr) attributes.emplace_back(query_.extended ? "\\NonExistent" : "\\Noselect");
    if (held != nullptr && !held->selectable) attributes.emplace_back("\\Noselect");
    if (query_.tell_uses && held != nullptr) {
      attributes.insert(attributes.end(), held->uses.begin(), held->uses.end());
    }
    if (held != nullptr && held->remote) attributes.emplace_back("\\Remote");
    const bool tells = query_.only_subscribed || query_.tell_subscribed;
    if (tells && is_subscribed(name)) attributes.emplace_back("\\Subscribed");
    // \Noinferiors says \HasNoChildren, too (RFC 5258 §3.4).
    const bool can_have = held == nullptr || held->may_have_children;
    if (!can_have) {
      attributes.emplace_back("\\Noinferiors");
    } else {
      attributes.emplace_back(has_children(name) ? "\\HasChildren" : "\\HasNoChildren");
    }
    return attributes;
  }

  const Directory& directory_;
  const ListQuery& query_;
  std::vector<std::string> wanted_;
  /// The names that exist, those that are subscribed to, and those above them.
  std::set<MailboxName> candidates_;
};

}  // namespace

std::optional<char> told_delimiter(char delimiter) {
  return delimiter == 0 ? std::nullopt : std::optional(delimiter);
}

std::string with_inbox_in_capitals(std::string_view name, char delimiter) {
  constexpr std::string_view inbox = "INBOX";
  const bool below_inbox = ascii::starts_with_ignoring_case(name, inbox) &&
                           name.substr(inbox.size()).starts_with(delimiter);
  return below_inbox ? std::string(inbox).append(name.substr(inbox.size())) : std::string(name);
}

std::vector<Listed> list(const Directory& directory, const ListQuery& query) {
  const bool asks_delimiter =
      !query.extended && query.patterns.size() == 1 && query.patterns.front().empty();
  if (!asks_delimiter) return Lister(directory, query).all();
  const char delimiter = directory.delimiter;
  const MailboxName root(delimiter == 0 ? "" : root_of(query.reference, delimiter));
  return {{{{"\\Noselect"}, told_delimiter(delimiter), root}, true, false}};
}

std::vector<MailboxListing> lsub(const Directory& directory, std::string_view reference,
                                 std::string_view pattern) {
  const char delimiter = directory.delimiter;
  const std::string wanted = below_reference(reference, pattern, delimiter);
  const bool ends_with_percent = !wanted.empty() && wanted.back() == '%';
  std::map<MailboxName, bool> selectable;  // the names that match, and whether they are subscribed
  for (const MailboxName& name : directory.subscriptions) {
    if (matches(wanted, name, delimiter)) selectable[name] = true;
    if (!ends_with_percent || delimiter == 0) continue;
    const std::string& text = name.utf8();
    for (auto end = text.find(delimiter); end != std::string::npos;
         end = text.find(delimiter, end + 1)) {
      const MailboxName superior(std::string_view(text).substr(0, end));
      if (matches(wanted, superior, delimiter)) selectable.emplace(superior, false);
    }
  }
  std::vector<MailboxListing> listings;
  for (const auto& [name, is_subscribed] : selectable) {
    std::vector<std::string> attributes;
    if (!is_subscribed) attributes.emplace_back("\\Noselect");
    listings.push_back({std::move(attributes), told_delimiter(delimiter), name});
  }
  return listings;
}

}  // namespace imapscope::mail
