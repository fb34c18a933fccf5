// Captures of connections that compress.
#include "sim/inflate/inflate.h"

#include <doctest/doctest.h>

#include "sim/codec/deflate.h"
#include "sim/observer/timeline.h"

namespace imapscope::inflate {
namespace {

using trace::Direction;

class Capture {
 public:
  Capture& client(const std::string& octets) { return add(Direction::to_server, octets); }
  Capture& server(const std::string& octets) { return add(Direction::to_client, octets); }
  Capture& squeezed_client(const std::string& text) { return client(to_server_.write(text)); }
  Capture& squeezed_server(const std::string& text) { return server(to_client_.write(text)); }
  Capture& anew() {
    to_server_ = to_client_ = codec::Deflater();
    return *this;
  }
  Capture& gap(Direction direction, std::uint64_t octets) {
    trace_.events.push_back({{1}, direction, now_, now_, trace::Gap{octets}});
    return *this;
  }
  std::string squeeze(const std::string& text) { return to_client_.write(text); }
  Capture& granted() {
    return server("* PREAUTH ready\r\n")
        .client("a1 COMPRESS DEFLATE\r\n")
        .server("a1 OK DEFLATE active\r\n");
  }
  [[nodiscard]] const trace::Trace& trace() const { return trace_; }

 private:
  Capture& add(Direction direction, const std::string& octets) {
    now_ = now_ + milliseconds(10);
    trace_.events.push_back({{1}, direction, now_, now_, trace::Payload{octets, {}, {}}});
    return *this;
  }

  trace::Trace trace_;
  Instant now_{};
  codec::Deflater to_server_;
  codec::Deflater to_client_;
};

std::string said_in(const trace::Trace& trace) {
  std::string said;
  for (const trace::Event& event : trace.events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr) continue;
    said += (event.direction == Direction::to_server ? "C: " : "S: ") + payload->bytes;
  }
  return said;
}

}  // namespace

TEST_CASE("what was compressed becomes what was said") {
  if (!codec::has_deflate()) return;
  Capture capture;
  capture.granted().squeezed_client("a2 NOOP\r\n").squeezed_server("* 3 EXISTS\r\na2 OK done\r\n");
  const trace::Trace trace = inflate(capture.trace());
  CHECK(said_in(trace) ==
        "S: * PREAUTH ready\r\nC: a1 COMPRESS DEFLATE\r\nS: a1 OK DEFLATE active\r\n"
        "C: a2 NOOP\r\nS: * 3 EXISTS\r\na2 OK done\r\n");
  const auto& last = std::get<trace::Payload>(trace.events.back().what);
  CHECK(last.compressed ==
        std::get<trace::Payload>(capture.trace().events.back().what).bytes.size());
  CHECK(inflate(trace).events == trace.events);  // once is enough
}

TEST_CASE("compression begins in the midst of a segment, and segments cut the stream anywhere") {
  if (!codec::has_deflate()) return;
  Capture capture;
  capture.server("* PREAUTH ready\r\n").client("x1 NOOP\r\na1 COMP").client("RESS DEFLATE\r\n");
  capture.server("x1 OK done\r\na1 OK active\r\n" + capture.squeeze("* 1 EXISTS\r\n"));
  for (const char octet : capture.squeeze("* 2 EXISTS\r\n")) capture.server(std::string(1, octet));
  CHECK(said_in(inflate(capture.trace())).find("EXISTS") == std::string::npos);  // asked in two

  Capture whole;
  whole.server("* PREAUTH ready\r\n").client("a1 COMPRESS DEFLATE\r\n");
  whole.server("a1 OK active\r\n" + whole.squeeze("* 1 EXISTS\r\n"));
  for (const char octet : whole.squeeze("* 2 EXISTS\r\n")) whole.server(std::string(1, octet));
  const observer::Timeline timeline(inflate(whole.trace()));
  CHECK(timeline.lines().back().bytes == "* 2 EXISTS\r\n");
}

TEST_CASE("UNAUTHENTICATE ends compression, and it can begin anew") {
  if (!codec::has_deflate()) return;
  Capture capture;
  capture.granted()
      .squeezed_client("a2 UNAUTHENTICATE\r\n")
      .squeezed_server("a2 OK nobody\r\n")
      .client("a3 LOGIN ada secret\r\n")
      .server("a3 OK done\r\n")
      .client("a4 COMPRESS DEFLATE\r\n")
      .server("a4 OK active\r\n")
      .anew()
      .squeezed_client("a5 NOOP\r\n")
      .squeezed_server("a5 OK done\r\n");
  const observer::Timeline timeline(inflate(capture.trace()));
  CHECK(timeline.lines().back().bytes == "a5 OK done\r\n");
  for (const observer::Line& line : timeline.lines()) {
    CHECK(line.kind != observer::LineKind::opaque);
    CHECK_FALSE(line.breaks_rule());
  }
}

TEST_CASE("NO, and another mechanism's OK, begin nothing") {
  if (!codec::has_deflate()) return;
  Capture capture;
  capture.server("* PREAUTH ready\r\n")
      .client("a1 COMPRESS DEFLATE\r\n")
      .server("a1 NO [COMPRESSIONACTIVE] by TLS\r\n")
      .client("a2 NOOP\r\n")
      .server("a2 OK done\r\n");
  CHECK(inflate(capture.trace()).events == capture.trace().events);
}

TEST_CASE("behind a hole, and where it is no DEFLATE, nothing can be read, and that is said") {
  if (!codec::has_deflate()) return;
  const auto kind_of_last = [](const Capture& capture) {
    return observer::Timeline(inflate(capture.trace())).lines().back().kind;
  };
  Capture holed;
  holed.granted().squeezed_server("* 3 EXISTS\r\n");
  const std::string missing = holed.squeeze("* 4 EXISTS\r\n");
  holed.gap(Direction::to_client, missing.size()).squeezed_server("* 5 EXISTS\r\n");
  CHECK(kind_of_last(holed) == observer::LineKind::opaque);
  Capture other;
  other.granted().server("\x07\xff\xff no such block");
  CHECK(kind_of_last(other) == observer::LineKind::opaque);
}

TEST_CASE("what would grow beyond all measure stays as it is") {
  if (!codec::has_deflate()) return;
  Capture capture;
  capture.granted();
  const std::string zeros(std::size_t{1} << 24U, '\0');
  for (int i = 0; i < 18; ++i) capture.squeezed_server(zeros);
  const trace::Trace trace = inflate(capture.trace());
  std::size_t octets = 0;
  for (const trace::Event& event : trace.events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    octets += payload == nullptr ? 0 : payload->bytes.size();
  }
  CHECK(octets < (std::size_t{1} << 28U) + (std::size_t{1} << 20U));
}

}  // namespace imapscope::inflate
