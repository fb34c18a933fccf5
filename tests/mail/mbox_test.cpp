#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "sim/disk/disk_files.h"
#include "sim/mail/mbox.h"
#include "tests/in_english.h"
#include "tests/temporary.h"

using namespace imapscope;
using namespace imapscope::mail;

namespace {

Mailbox read(std::string_view text) {
  Mailbox mailbox;
  const auto result = read_mbox(text, "in.mbox", mailbox);
  if (!result) FAIL(in_english(result.error().said()));
  return mailbox;
}

std::string fault_of(std::string_view text) {
  Mailbox mailbox;
  const auto result = read_mbox(text, "in.mbox", mailbox);
  CHECK(mailbox.size() == 0);
  return result ? "" : in_english(result.error().said());
}

std::size_t size_of(const Account& account, std::string_view name) {
  const Mailbox* mailbox = account.find(MailboxName(name));
  return mailbox == nullptr ? 999 : mailbox->size();
}

const char* const one = "From a Tue Mar 10 09:15:00 2026\nSubject: one\n\nbody\n";

}  // namespace

TEST_CASE("messages are cut at From_ lines behind an empty line") {
  const Mailbox mailbox = read(
      "From ada@x.example Tue Mar 10 09:15:00 2026\n"
      "Subject: one\n"
      "\n"
      "first\n"
      "From here on, no separator.\n"
      ">From quoted\n"
      ">>From twice\n"
      "> From a reply\n"
      "\n"
      "From bob Wed Mar 11 10:00:00 2026 +0200\n"
      "Subject: two\n"
      "Date: Thu, 12 Mar 2026 00:00:00 +0000\n"
      "\n"
      "\n"
      "From MAILER-DAEMON\n"
      "Date: Fri, 13 Mar 2026 01:02:03 -0100\n"
      "\n"
      "no final newline");
  REQUIRE(mailbox.size() == 3);
  const auto& entries = mailbox.entries();
  CHECK(entries[0].message->octets() ==
        "Subject: one\r\n\r\nfirst\r\nFrom here on, no separator.\r\nFrom quoted\r\n"
        ">From twice\r\n> From a reply\r\n");
  CHECK(entries[0].internal_date == DateTime{{2026, 3, 10}, 9, 15, 0, 0});
  CHECK(entries[1].message->octets() ==
        "Subject: two\r\nDate: Thu, 12 Mar 2026 00:00:00 +0000\r\n\r\n");
  CHECK(entries[1].internal_date == DateTime{{2026, 3, 11}, 10, 0, 0, 120});
  CHECK(entries[2].internal_date == DateTime{{2026, 3, 13}, 1, 2, 3, -60});
  CHECK(entries[2].message->octets().ends_with("no final newline"));
}

TEST_CASE("line ends may be CRLF") {
  const Mailbox mailbox = read("From a\r\nSubject: x\r\n\r\nbody\r\n\r\nFrom b\r\n\r\nsecond\r\n");
  REQUIRE(mailbox.size() == 2);
  CHECK(mailbox.entries()[0].message->octets() == "Subject: x\r\n\r\nbody\r\n");
}

TEST_CASE("an empty file is an empty mailbox") {
  CHECK(read("").size() == 0);
}

TEST_CASE("status fields set flags, UIDs and UIDVALIDITY, and leave the message") {
  const Mailbox mailbox = read(
      "From a\n"
      "X-IMAPbase: 3857529045 0000000042 $Work\n"
      "Status: RO\n"
      "X-Status: AF\n"
      "X-Keywords: $Work Later\n"
      "X-UID: 7\n"
      "Subject: one\n"
      "\n"
      "Status: R is text here\n"
      "\n"
      "From b\n"
      "Status: O\n"
      "X-Status: DT\n"
      "Subject: two\n"
      "\n"
      "From c\n"
      "X-UID: 12\n"
      "Subject: three\n"
      "\n");
  REQUIRE(mailbox.size() == 3);
  const auto& entries = mailbox.entries();
  CHECK(mailbox.uid_validity() == UidValidity{3857529045U});
  CHECK(mailbox.uid_next() == Uid{43});
  CHECK(entries[0].uid == Uid{7});
  CHECK(entries[1].uid == Uid{8});
  CHECK(entries[2].uid == Uid{12});
  CHECK(entries[0].flags ==
        FlagSet{flags::seen, flags::answered, flags::flagged, Flag{"$Work"}, Flag{"Later"}});
  CHECK(entries[1].flags == FlagSet{flags::deleted, flags::draft});
  CHECK(entries[2].flags.empty());
  CHECK(mailbox.known_flags().contains(Flag{"Later"}));
  CHECK(mailbox.recent_count() == 1);
  CHECK(entries[0].message->octets() == "Subject: one\r\n\r\nStatus: R is text here\r\n");
}

TEST_CASE("a broken mbox is refused with the place") {
  CHECK(fault_of("Subject: x\n\n") == "in.mbox:1: An mbox begins with a `From ` line.");
  CHECK(fault_of("\nFrom a\n\n") == "in.mbox:1: An mbox begins with a `From ` line.");
  CHECK(fault_of("From a\nX-UID: 0\n\n") == "in.mbox:1: X-UID is not a UID.");
  CHECK(fault_of("From a\nX-UID: 99999999999\n\n") == "in.mbox:1: X-UID is not a UID.");
  CHECK(fault_of("From a\nX-IMAPbase: 1\n\n") ==
        "in.mbox:1: X-IMAPbase is not UIDVALIDITY and the last UID.");
  CHECK(fault_of("From a\nX-UID: 5\n\n\nFrom b\nX-UID: 5\n\n") ==
        "in.mbox:5: X-UID 5 does not ascend: the next UID is 6.");
}

TEST_CASE("a folder becomes a tree of mailboxes") {
  const test::TemporaryFolder folder;
  folder.write("INBOX.mbox", one);
  folder.write("Lists/imap.mbox", std::string(one) + "\n" + one);
  folder.write("Lists.mbox", one);
  folder.write("notes.txt", "not a mailbox");
  Account account("ada", "secret", '.');
  REQUIRE(load_mailboxes(disk::DiskFiles(), folder.path().string(), account));
  CHECK(size_of(account, "INBOX") == 1);
  CHECK(size_of(account, "Lists") == 1);
  CHECK(size_of(account, "Lists.imap") == 2);
  CHECK(account.names().size() == 3);
}

TEST_CASE("a file is read into INBOX") {
  const test::TemporaryFolder folder;
  folder.write("letters", one);
  Account account("ada", "secret");
  REQUIRE(load_mailboxes(disk::DiskFiles(), (folder / "letters").string(), account));
  CHECK(size_of(account, "INBOX") == 1);
}

TEST_CASE("what cannot be loaded is named") {
  const test::TemporaryFolder folder;
  folder.write("good.mbox", one);
  folder.write("sub/bad.mbox", "nonsense\n");
  Account account("ada", "secret");
  const auto result = load_mailboxes(disk::DiskFiles(), folder.path().string(), account);
  REQUIRE_FALSE(result);
  CHECK(in_english(result.error().said()) ==
        (folder / "sub" / "bad.mbox").string() + ":1: An mbox begins with a `From ` line.");
  const auto missing = load_mailboxes(disk::DiskFiles(), (folder / "none").string(), account);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().line == 0);
}
