// COMPRESS over real sockets (RFC 4978).
#include <doctest/doctest.h>

#include "sim/codec/deflate.h"
#include "sim/disk/disk_files.h"
#include "sim/observer/timeline.h"
#include "sim/trace/read.h"
#include "tests/net/running.h"
#include "tests/temporary.h"

namespace imapscope::net {
namespace {

/// Speaks DEFLATE from here on.
class Compressing {
 public:
  explicit Compressing(WireClient& client) : client_(client) {
    REQUIRE(client.ask("c0 COMPRESS DEFLATE") == "c0 OK DEFLATE active\r\n");
  }
  void send(std::string_view text) { client_.send(to_server_.write(text)); }
  /// Up to and including the line that begins so.
  std::string lines_to(std::string_view start) {
    std::string lines;
    while (!has("\n" + lines, "\n" + std::string(start)) || !lines.ends_with("\r\n")) {
      const std::string octets = client_.some();
      REQUIRE(!octets.empty());
      const auto text = to_client_.read(octets);
      REQUIRE(text);
      lines += *text;
    }
    return lines;
  }

 private:
  WireClient& client_;
  codec::Deflater to_server_;
  codec::Inflater to_client_;
};

server::Config with_compress() {
  server::Config config;
  config.turn("COMPRESS=DEFLATE");
  config.turn("UNAUTHENTICATE");
  return config;
}

TEST_CASE("both directions of a socket, and a trace that can be read") {
  if (!codec::has_deflate()) return;
  const test::TemporaryFile file("serve_compressed.jsonl");
  ServeOptions options;
  options.trace = file.path().string();
  Running running(std::move(options), "Subject: x\r\n\r\nx", with_compress());
  WireClient client = logged_in(running);
  Compressing compressing(client);
  compressing.send("a1 SELECT INBOX\r\na2 NOOP\r\na3 IDLE\r\n");
  const std::string lines = compressing.lines_to("+ idling");
  CHECK(has(lines, "* 1 EXISTS\r\n"));
  CHECK(has(lines, "a2 OK"));
  WireClient other = logged_in(running);
  other.ask("b1 SELECT INBOX");
  other.ask("b2 STORE 1 +FLAGS (\\Flagged)");
  CHECK(has(compressing.lines_to("* 1 FETCH"), "\\Flagged"));
  compressing.send("DONE\r\na4 LOGOUT\r\n");
  CHECK(has(compressing.lines_to("a4 OK"), "* BYE"));
  running.stop();

  const auto trace = trace::read_file(disk::DiskFiles(), file.path().string());
  REQUIRE(trace);
  const observer::Timeline timeline(*trace);
  bool read = false;
  for (const observer::Line& line : timeline.lines()) {
    CHECK_FALSE(line.breaks_rule());
    read = read || line.bytes == "a2 NOOP\r\n";
  }
  CHECK(read);
}

TEST_CASE("what is not compressed ends that session, and no other") {
  if (!codec::has_deflate()) return;
  const Running running({}, "Subject: x\r\n\r\nx", with_compress());
  WireClient other = logged_in(running);
  WireClient pipelining = logged_in(running);
  pipelining.send("c1 COMPRESS DEFLATE\r\nc2 NOOP\r\n");
  codec::Inflater inflater;
  CHECK(pipelining.line() == "c1 OK DEFLATE active\r\n");
  CHECK(inflater.read(pipelining.rest()).value_or("").starts_with("* BYE "));
  WireClient plain = logged_in(running);
  Compressing begun(plain);
  plain.send("\x07\xff\xff NOOP\r\n");
  CHECK(begun.lines_to("* BYE").starts_with("* BYE "));
  CHECK(has(other.ask("n NOOP"), "n OK"));
}

TEST_CASE("behind UNAUTHENTICATE all is plain") {
  if (!codec::has_deflate()) return;
  const Running running({}, "Subject: x\r\n\r\nx", with_compress());
  WireClient client = logged_in(running);
  Compressing compressing(client);
  compressing.send("a1 UNAUTHENTICATE\r\n");
  CHECK(compressing.lines_to("a1 OK").starts_with("a1 OK"));
  CHECK(client.ask("a2 LOGIN ada secret") == "a2 OK LOGIN completed\r\n");
  const Compressing again(client);
}

TEST_CASE("a little that stands for very much is read in pieces") {
  if (!codec::has_deflate()) return;
  const Running running({}, "Subject: x\r\n\r\nx", with_compress());
  WireClient bomber = logged_in(running);
  Compressing compressing(bomber);
  const std::size_t before = resident_octets();
  compressing.send("a1 " + std::string(std::size_t{1} << 26U, 'x') + "\r\na2 NOOP\r\n");
  CHECK(has(compressing.lines_to("a2 OK"), "a1 BAD"));
  CHECK(resident_octets() < before + (std::size_t{1} << 25U) + (std::size_t{1} << 26U));
}

}  // namespace
}  // namespace imapscope::net
