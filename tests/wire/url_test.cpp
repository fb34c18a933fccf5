// GENURLAUTH, RESETKEY and URLFETCH, and URLs of messages.
#include "sim/wire/url.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("commands that name URLs") {
  check_commands({
      {R"(a GENURLAUTH "imap://ada@h/INBOX/;uid=1;urlauth=anonymous" INTERNAL)",
       "a GENURLAUTH imap://ada@h/INBOX/;uid=1;urlauth=anonymous INTERNAL"},
      {"a GENURLAUTH x INTERNAL y XSAMPLE", ""},
      {"a RESETKEY", ""},
      {"a RESETKEY inbox INTERNAL XSAMPLE", "a RESETKEY INBOX INTERNAL XSAMPLE"},
      {"a URLFETCH x y", ""},
      {"a URLFETCH (x BINARY BODYPARTSTRUCTURE) (y) z", ""},
  });
  check_command_faults({
      {"a GENURLAUTH x", "14: a space"},
      {"a GENURLAUTH x (", "15: an authentication mechanism"},
      {"a URLFETCH", "10: a space"},
      {"a URLFETCH (x", "13: the list's end"},
  });
}

TEST_CASE("what URLs name is told as it is, or by items") {
  check_responses({
      {R"(* GENURLAUTH "x" "y")", ""},
      {R"(* URLFETCH "x" NIL)", ""},
      {"* URLFETCH \"x\" {3}\r\nabc \"y\" NIL", ""},
      {"* URLFETCH \"x\" (BINARY {3}\r\nabc) (BODY NIL) \"y\" NIL", ""},
      {R"(* URLFETCH "x" (BODYPARTSTRUCTURE ("image" "png" NIL NIL NIL "binary" 123)))", ""},
  });
  check_response_faults({
      {"* GENURLAUTH", "12: a space"},
      {R"(* URLFETCH "x")", "14: a space"},
  });
}

TEST_CASE("a URL of a message is taken apart") {
  const auto url = message_url_of(
      "IMAP://ada%20b@host:143/Tea%2F2026;UIDVALIDITY=42/;UID=20/;SECTION=1.2.MIME/;PARTIAL=3.5"
      ";EXPIRE=2026-03-01T09:00:00+01:00;URLAUTH=user+bob:internal:01ab");
  REQUIRE(url.has_value());
  CHECK(url->user == "ada b");
  CHECK(url->host == "host:143");
  CHECK(url->mailbox.utf8() == "Tea/2026");
  CHECK(url->uid_validity == UidValidity{42});
  CHECK(url->uid == Uid{20});
  CHECK(url->section.path == std::vector<std::uint32_t>{1, 2});
  CHECK(url->section.text == Section::Text::mime);
  CHECK(url->partial == Partial{3, 5});
  REQUIRE(url->expires.has_value());
  CHECK(url->expires->zone_minutes == 60);
  CHECK(url->access == "user+bob");
  CHECK(url->mechanism == "internal");
  CHECK(url->token == "01ab");
  CHECK(url->rump.ends_with(";URLAUTH=user+bob"));
}

TEST_CASE("what names no message is no URL of one") {
  for (const char* text :
       {"", "/", "/INBOX", "/INBOX/;UID=0", "/INBOX/;UID=x", "/;UID=1", ";UID=1", "INBOX/;UID=1",
        "/INBOX;UIDVALIDITY=0/;UID=1", "/IN%2GBOX/;UID=1",
        "/INBOX/;UID=1/;SECTION=", "/INBOX/;UID=1/;SECTION=AURA", "/INBOX/;UID=1/;PARTIAL=1.0",
        "/INBOX/;UID=1;EXPIRE=never", "/INBOX/;UID=1;EXPIRE=2026-02-30T00:00:00Z",
        "/INBOX/;UID=1;URLAUTH=", "/INBOX/;UID=1;URLAUTH=anonymous:internal", "imap://host",
        "http://host/INBOX/;UID=1"}) {
    CAPTURE(text);
    CHECK_FALSE(message_url_of(text).has_value());
  }
  CHECK(message_url_of("/INBOX/;uid=1/;partial=7")->partial == Partial{7, UINT32_MAX});
}
