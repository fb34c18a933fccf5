// Digests and DEFLATE, by what the standards print.
#include <doctest/doctest.h>

#include "sim/codec/deflate.h"
#include "sim/codec/digest.h"

namespace imapscope::codec {
namespace {

TEST_CASE("digests of RFC 1321, RFC 3174 and RFC 6234") {
  if (!has_digests()) {
    CHECK(digest(Digest::md5, "abc").empty());
    return;
  }
  CHECK(hex(digest(Digest::md5, "abc")) == "900150983cd24fb0d6963f7d28e17f72");
  CHECK(hex(digest(Digest::sha1, "abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hex(digest(Digest::sha256, "abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("HMAC of RFC 2202, PBKDF2 of RFC 6070") {
  if (!has_digests()) return;
  CHECK(hex(hmac(Digest::md5, "Jefe", "what do ya want for nothing?")) ==
        "750c783e6ab0b503eaa86e310a5db738");
  CHECK(hex(pbkdf2(Digest::sha1, "password", "salt", 2)) ==
        "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957");
}

TEST_CASE("what is deflated in pieces is inflated piece by piece, and copies go on by themselves") {
  if (!has_deflate()) return;
  Deflater writes;
  Inflater reads;
  const std::string first = writes.write("* 172 EXISTS\r\n");
  CHECK(reads.read(first) == "* 172 EXISTS\r\n");
  Deflater other = writes;
  Inflater beside = reads;
  const std::string second = writes.write(std::string(50000, 'x'));
  CHECK(second.size() < 500);
  CHECK(reads.read(second) == std::string(50000, 'x'));
  CHECK(beside.read(other.write("* 173 EXISTS\r\n")) == "* 173 EXISTS\r\n");
  CHECK_FALSE(Inflater().read("a1 NOOP\r\n").has_value());
}

}  // namespace
}  // namespace imapscope::codec
