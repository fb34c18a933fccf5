#include "sim/imap/mailbox_name.h"

#include <doctest/doctest.h>

using namespace imapscope;

TEST_CASE("modified UTF-7 goes there and back (RFC 3501 §5.1.3)") {
  const std::pair<std::string, std::string> rows[] = {
      {"", ""},
      {"INBOX", "INBOX"},
      {"R&D", "R&-D"},
      {"Entwürfe", "Entw&APw-rfe"},
      {"~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"},
      {"☺!", "&Jjo-!"},
      {"😀", "&2D3eAA-"},
      {"a\tb", "a&AAk-b"},
      {"&ü&", "&-&APw-&-"},
      {"Входящие", "&BBIERQQ+BDQETwRJBDgENQ-"},
  };
  for (const auto& [utf8, text] : rows) {
    CHECK(encode_modified_utf7(utf8) == text);
    CHECK(decode_modified_utf7(text) == utf8);
  }
}

TEST_CASE("what is no modified UTF-7") {
  for (const char* text : {"&", "a&b", "&Jjo", "&Jj-", "&Jjo!-", "&AGE-", "&2D0-", "&3gA-",
                           "&3gDYPQ-", "\xc3\xbc", "a\tb", "&Jjo=-", "&J-"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_modified_utf7(text));
  }
}

TEST_CASE("INBOX is one name in any case; all others are compared octet by octet") {
  CHECK(MailboxName("inbox") == MailboxName("INBOX"));
  CHECK(MailboxName("iNbOx").utf8() == "INBOX");
  CHECK(MailboxName("inbox").is_inbox());
  CHECK_FALSE(MailboxName("Drafts") == MailboxName("drafts"));
  CHECK_FALSE(MailboxName("inbox/x").is_inbox());
  CHECK(MailboxName("a") < MailboxName("b"));
}
