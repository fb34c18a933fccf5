#include "sim/base/base64.h"

#include <doctest/doctest.h>

using namespace imapscope;

TEST_CASE("base64 goes there and back (RFC 4648 §10)") {
  const std::pair<std::string, std::string> rows[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foobar", "Zm9vYmFy"},
      {std::string("\0ada\0pw", 7), "AGFkYQBwdw=="},
      {"\xfb\xff", "+/8="},
  };
  for (const auto& [bytes, text] : rows) {
    CHECK(encode_base64(bytes) == text);
    CHECK(decode_base64(text) == bytes);
  }
}

TEST_CASE("mailbox names have a comma for the slash, and no padding") {
  CHECK(encode_base64("\xfb\xff", Base64::mailbox_name) == "+,8");
  CHECK(decode_base64("+,8", Base64::mailbox_name) == "\xfb\xff");
  CHECK_FALSE(decode_base64("+/8", Base64::mailbox_name));
  CHECK_FALSE(decode_base64("+,8=", Base64::mailbox_name));
}

TEST_CASE("what is no base64") {
  for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zm 9",
                           "Zm9v\r\n", "Zg==Zg==", "Zm9-"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_base64(text));
  }
}

TEST_CASE("base64 in mail may be broken") {
  const std::pair<const char*, const char*> rows[] = {
      {"SGVs\r\nbG8=", "Hello"}, {"SGVsbG8", "Hello"},
      {"S!G V*s", "Hel"},        {"Zh==", "f"},
      {"Zg==Zm9v", "ffoo"},      {"Z", ""},
  };
  for (const auto& [text, bytes] : rows) CHECK(decode_base64_leniently(text) == bytes);
}
