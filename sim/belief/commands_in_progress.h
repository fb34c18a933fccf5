// CommandsInProgress: the commands that were begun and are not completed, in the order in which
// they came. A client may have thousands of them under way: no question that is asked for every
// line looks at each.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "sim/base/requires.h"
#include "sim/belief/belief.h"
#include "sim/belief/command_roles.h"
#include "sim/wire/chars.h"

namespace imapscope::observer {

/// More than any tag has that is meant as one, and than every server keeps.
inline constexpr std::size_t very_long_tag = 256;

/// BAD without a tag may complete such a command (RFC 3501 §7.1.3).
[[nodiscard]] inline bool is_odd_tag(std::string_view tag) {
  return tag.size() >= very_long_tag || !wire::chars::all_are(tag, wire::chars::tag);
}

/// `C` has `facts` (CommandInProgress), and `Roles roles_of(const C&)` tells what it may do.
template <class C>
class CommandsInProgress {
 public:
  /// Its line is newer than any that is here.
  void add(C command) {
    const LineId line = command.facts.line;
    REQUIRES(empty() || newest().facts.line < line);
    file(by_line_.emplace_hint(by_line_.end(), line, Entry{std::move(command), {}})->second);
  }

  /// Changes the command of that line, which is here, with `f(C&)`.
  template <class F>
  void change(LineId line, F f) {
    REQUIRES(find(line) != nullptr);
    Entry& entry = by_line_.at(line);
    unfile(entry);
    f(entry.command);
    file(entry);
  }

  /// Removes the command of that line, which is here.
  C take(LineId line) {
    const auto at = by_line_.find(line);
    REQUIRES(at != by_line_.end());
    unfile(at->second);
    C command = std::move(at->second.command);
    by_line_.erase(at);
    return command;
  }

  void clear() { *this = {}; }

  [[nodiscard]] bool empty() const { return by_line_.empty(); }
  [[nodiscard]] std::size_t size() const { return by_line_.size(); }
  /// There is one.
  [[nodiscard]] const C& oldest() const {
    REQUIRES(!empty());
    return by_line_.begin()->second.command;
  }
  [[nodiscard]] const C& newest() const {
    REQUIRES(!empty());
    return by_line_.rbegin()->second.command;
  }
  /// The first one of the `most` oldest for which `f(const C&)` is true; null where there is none.
  template <class F>
  [[nodiscard]] const C* find_if(F f, std::size_t most) const {
    for (const auto& [line, entry] : by_line_) {
      if (most-- == 0) break;
      if (f(entry.command)) return &entry.command;
    }
    return nullptr;
  }
  /// Calls `f(const C&)` with each, oldest first.
  template <class F>
  void each(F f) const {
    for (const auto& [line, entry] : by_line_) f(entry.command);
  }

  /// Null: it is not here.
  [[nodiscard]] const C* find(LineId line) const {
    const auto at = by_line_.find(line);
    return at == by_line_.end() ? nullptr : &at->second.command;
  }
  /// The oldest one with this tag; null where none has it.
  [[nodiscard]] const C* find(const std::string& tag) const {
    const auto at = by_tag_.lower_bound({tag, LineId{0}});
    return at == by_tag_.end() || at->first != tag ? nullptr : find(at->second);
  }
  /// The oldest one whose tag is odd; null where there is none.
  [[nodiscard]] const C* with_odd_tag() const {
    return odd_tags_.empty() ? nullptr : find(*odd_tags_.begin());
  }
  /// The lines of those that may do this, oldest first.
  [[nodiscard]] const std::set<LineId>& that(Role role) const { return by_role_[index_of(role)]; }
  [[nodiscard]] bool any_that(Role role) const { return !that(role).empty(); }

 private:
  struct Entry {
    C command;
    Roles roles;
  };
  void file(Entry& entry) {
    const CommandInProgress& facts = entry.command.facts;
    entry.roles = roles_of(entry.command);
    by_tag_.emplace(facts.tag, facts.line);
    if (is_odd_tag(facts.tag)) odd_tags_.insert(facts.line);
    entry.roles.each([&](Role role) { by_role_[index_of(role)].insert(facts.line); });
  }
  void unfile(const Entry& entry) {
    const CommandInProgress& facts = entry.command.facts;
    by_tag_.erase({facts.tag, facts.line});
    odd_tags_.erase(facts.line);
    entry.roles.each([&](Role role) { by_role_[index_of(role)].erase(facts.line); });
  }

  std::map<LineId, Entry> by_line_;
  std::set<std::pair<std::string, LineId>> by_tag_;
  std::set<LineId> odd_tags_;
  std::array<std::set<LineId>, role_count> by_role_;
};

}  // namespace imapscope::observer
