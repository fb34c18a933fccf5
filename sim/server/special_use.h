// Special uses of mailboxes (RFC 6154), set by CREATE and by an annotation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/mail/account.h"

namespace imapscope::server {

/// The uses of `\Sent \Drafts`, spelled as the RFC spells them; nothing where one of them is not
/// supported here. Those that show messages of other mailboxes (`\All`, `\Flagged`) are not.
[[nodiscard]] std::optional<std::vector<std::string>> parse_uses(std::string_view written);
/// The same in one string; NIL where there are none.
[[nodiscard]] NString uses_text(const std::vector<std::string>& uses);

/// Gives a mailbox its uses. One mailbox has each, so others lose them: these, by name.
std::vector<MailboxName> designate(mail::Account& account, const MailboxName& name,
                                   std::vector<std::string> uses);

}  // namespace imapscope::server
