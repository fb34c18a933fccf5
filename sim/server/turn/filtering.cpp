#include "sim/server/turn/filtering.h"

#include <algorithm>

namespace imapscope::server {
namespace {

using Kind = MailboxFilter::Kind;

/// Whether `name` lies below `top`: anywhere, or right below it.
bool is_below(const MailboxName& name, const MailboxName& top, bool one_level, char delimiter) {
  const std::string prefix = top.utf8() + delimiter;
  if (!name.utf8().starts_with(prefix)) return false;
  return !one_level || name.utf8().find(delimiter, prefix.size()) == std::string::npos;
}

bool is_in_tree(const MailboxName& name, const MailboxFilter& filter, char delimiter) {
  const bool one_level = filter.kind == Kind::subtree_one;
  return std::any_of(filter.mailboxes.begin(), filter.mailboxes.end(), [&](const auto& top) {
    return name == top || is_below(name, top, one_level, delimiter);
  });
}

/// Those below each of its mailboxes in turn.
std::vector<MailboxName> tree(const MailboxFilter& filter, const Asking& asking) {
  std::vector<MailboxName> names;
  const mail::Directory directory = directory_for(asking);
  for (const MailboxName& top : filter.mailboxes) {
    const MailboxFilter one{filter.kind, {top}};
    for (const auto& [name, listed] : directory.names) {
      if (is_in_tree(name, one, directory.delimiter)) names.push_back(name);
    }
  }
  return names;
}

}  // namespace

std::vector<MailboxName> names_in(const MailboxFilter& filter, const Asking& asking) {
  const mail::Account& account = asking.own();
  switch (filter.kind) {
    case Kind::selected:
    case Kind::selected_delayed:
      return {};
    case Kind::inboxes:
      return {MailboxName::inbox()};  // the only one that mail is delivered to by itself
    case Kind::personal:
      return account.names();
    case Kind::subscribed:
      return {account.subscriptions().begin(), account.subscriptions().end()};
    case Kind::subtree:
    case Kind::subtree_one:
      return tree(filter, asking);
    case Kind::mailboxes:
      break;
  }
  return filter.mailboxes;
}

bool covers(const MailboxFilter& filter, const MailboxName& name, const Asking& asking) {
  switch (filter.kind) {
    case Kind::selected:
    case Kind::selected_delayed:
      return false;
    case Kind::inboxes:
      return name.is_inbox();
    case Kind::personal:
      return access_to(name, asking).account == &asking.own();
    case Kind::subscribed:
      return asking.own().subscriptions().count(name) != 0;
    case Kind::subtree:
    case Kind::subtree_one:
      return is_in_tree(name, filter, asking.own().delimiter());
    case Kind::mailboxes:
      break;
  }
  return std::find(filter.mailboxes.begin(), filter.mailboxes.end(), name) !=
         filter.mailboxes.end();
}

}  // namespace imapscope::server
