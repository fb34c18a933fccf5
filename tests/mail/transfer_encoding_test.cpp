#include "sim/mail/mime/transfer_encoding.h"

#include <doctest/doctest.h>

#include <tuple>

using namespace imapscope::mail;

TEST_CASE("transfer encodings are decoded leniently") {
  const std::tuple<const char*, const char*, const char*> rows[] = {
      {"quoted-printable", "a=3Db=\r\nc= \t\r\nd=zz=", "a=bcd=zz"},
      {"BASE64", "SGVs\r\nbG8=", "Hello"},
      {"base64", "SGVsbG8", "Hello"},
      {"base64", "S!G V*s", "Hel"},
      {"base64", "SGVsbG8=SGVsbG8=", "HelloHello"},
      {"base64", "", ""},
      {"8bit", "as=20is", "as=20is"},
      {"x-odd", "as is", "as is"},
  };
  for (const auto& [encoding, body, expected] : rows) {
    CHECK(decode_transfer(body, encoding) == expected);
  }
}
