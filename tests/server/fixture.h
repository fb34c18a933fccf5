// The accounts that the server's tests work on. Ada's INBOX has five messages (UIDs 10, 20 … 50),
// of which the last two are recent; her mailbox Limited keeps \Seen and \Deleted only.
#pragma once

#include <string>

#include "sim/mail/accounts.h"

namespace imapscope::server {

/// A short message of one text part.
inline std::string plain_message(const std::string& subject) {
  return "From: Bob <bob@example.org>\r\nTo: ada@example.org\r\nSubject: " + subject +
         "\r\nDate: Sun, 1 Mar 2026 09:00:00 +0000\r\n\r\nHello, Ada.\r\n";
}

namespace fixture {

inline void append(mail::Mailbox& mailbox, std::uint32_t uid, const std::string& octets,
                   const FlagSet& flags) {
  mailbox.renumber(mailbox.uid_validity(), Uid{uid});
  const DateTime date{.date = {2026, 3, static_cast<int>(uid / 10)}, .hour = 9};
  mailbox.append(mail::make_message(octets), flags, date);
}

inline std::string multipart_message() {
  return "From: Grace Hopper <grace@example.org>\r\n"
         "To: ada@example.org\r\n"
         "Subject: Nanoseconds\r\n"
         "Date: Mon, 2 Mar 2026 09:00:00 +0100\r\n"
         "Message-ID: <ns@example.org>\r\n"
         "MIME-Version: 1.0\r\n"
         "Content-Type: multipart/mixed; boundary=cut\r\n"
         "\r\n"
         "--cut\r\n"
         "Content-Type: text/plain; charset=us-ascii\r\n"
         "\r\n"
         "One foot of wire.\r\n"
         "--cut\r\n"
         "Content-Type: application/octet-stream; name=wire.bin\r\n"
         "Content-Transfer-Encoding: base64\r\n"
         "\r\n"
         "d2lyZQ==\r\n"
         "--cut--\r\n";
}

inline void fill_inbox(mail::Mailbox& inbox) {
  inbox.renumber({42}, {10});
  append(inbox, 10, plain_message("Lunch?"), {flags::seen});
  append(inbox, 20, multipart_message(), {});
  append(inbox, 30, plain_message("Minutes"), {flags::seen, flags::answered});
  inbox.set_first_recent({40});
  append(inbox, 40, plain_message("Offer"), {flags::flagged});
  append(inbox, 50, plain_message("Reminder"), {});
}

inline mail::Account ada(char delimiter) {
  mail::Account account("ada", "secret", delimiter, {100});
  fill_inbox(*account.find(MailboxName("INBOX")));
  for (const char* name : {"Empty", "Limited", "Work"}) (void)account.create(MailboxName(name));
  const std::string below = delimiter == 0 ? "Work 2026" : std::string("Work") + delimiter + "2026";
  (void)account.create(MailboxName(below));
  const mail::FlagPolicy policy{.permanent = {flags::seen, flags::deleted},
                                .may_create_keywords = false};
  mail::Mailbox& limited = *account.find(MailboxName("Limited"));
  limited = mail::Mailbox({7}, policy);
  append(limited, 10, plain_message("Few flags"), {});
  (void)account.subscribe(MailboxName("INBOX"));
  return account;
}

}  // namespace fixture

inline mail::Accounts accounts_of_ada_and_bob(char delimiter = '/') {
  mail::Accounts accounts;
  accounts.add(fixture::ada(delimiter));
  accounts.add(mail::Account("bob", "pass word", delimiter));
  return accounts;
}

}  // namespace imapscope::server
