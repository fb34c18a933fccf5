#include "sim/wire/mailbox_filter.h"

#include <array>

#include "sim/base/ascii.h"

namespace imapscope::wire {
namespace {

// In the enum's order.
constexpr std::array<std::string_view, 8> filter_names{"selected",    "selected-delayed", "inboxes",
                                                       "personal",    "subscribed",       "subtree",
                                                       "subtree-one", "mailboxes"};

// one-or-more-mailbox = mailbox / many-mailboxes (RFC 5465 §8)
void parse_mailboxes(Cursor& in, std::vector<MailboxName>& mailboxes) {
  in.space();
  if (!in.at('(')) return mailboxes.push_back(in.mailbox());
  in.list_of_some("mailbox_list", [&] { mailboxes.push_back(in.mailbox()); });
}

}  // namespace

// filter-mailboxes = filter-mailboxes-selected / filter-mailboxes-other, with "subtree-one"
MailboxFilter parse_mailbox_filter(Cursor& in) {
  const std::size_t begin = in.offset();
  const std::string_view name = in.atom("mailbox_filter");
  for (std::size_t i = 0; i < filter_names.size(); ++i) {
    if (!ascii::equal_ignoring_case(name, filter_names[i])) continue;
    MailboxFilter filter{static_cast<MailboxFilter::Kind>(i)};
    if (filter.has_names()) parse_mailboxes(in, filter.mailboxes);
    return filter;
  }
  in.fail_at(begin, "mailbox_filter", "5465 §8");
  return {};
}

void print_mailbox_filter(Printer& out, const MailboxFilter& filter) {
  out.raw(filter_names[static_cast<std::size_t>(filter.kind)]);
  if (filter.mailboxes.empty()) return;
  out.space();
  if (filter.mailboxes.size() == 1) return out.mailbox(filter.mailboxes.front());
  out.list(filter.mailboxes, [&out](const MailboxName& name) { out.mailbox(name); });
}

}  // namespace imapscope::wire
