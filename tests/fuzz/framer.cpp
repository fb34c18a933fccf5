// Any octets, in any pieces: the framer gives the same steps as for the whole, holds no more than
// it must, and its frames are pieces of the stream.
#include "sim/wire/framer.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace imapscope::wire;

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

std::string spelled(const Frame& frame) {
  return "frame " + std::to_string(frame.offset) + " " + std::string(frame.bytes);
}
std::string spelled(const LineTooLong& line) {
  return "too long " + std::to_string(line.offset) + " " + std::string(line.beginning);
}
std::string spelled(const LiteralAhead& ahead) {
  return "literal " + std::to_string(ahead.offset) + " " + std::to_string(ahead.octets);
}
std::string spelled(const Incomplete&) {
  return {};
}

std::vector<std::string> steps_of(std::string_view stream, Writer writer, std::size_t piece) {
  const FramerLimits limits{.line_octets = 64, .literal_octets = 128};
  Framer framer(writer, limits);
  std::vector<std::string> steps;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    framer.feed(stream.substr(at, piece));
    for (FramerStep step = framer.next(); !std::holds_alternative<Incomplete>(step);
         step = framer.next()) {
      steps.push_back(std::visit([](const auto& s) { return spelled(s); }, step));
      if (const auto* frame = std::get_if<Frame>(&step)) {
        demand(stream.substr(frame->offset, frame->bytes.size()) == frame->bytes);
      }
      if (const auto* ahead = std::get_if<LiteralAhead>(&step)) {
        if (ahead->octets % 3 == 0) {
          framer.refuse_literal();
        } else {
          framer.accept_literal();
        }
      }
    }
  }
  demand(framer.fed() == stream.size());
  return steps;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const Writer writer = data[0] % 2 == 0 ? Writer::client : Writer::server;
  const std::size_t piece = 1 + data[1] % 16;
  const std::string_view stream(reinterpret_cast<const char*>(data) + 2, size - 2);
  demand(steps_of(stream, writer, piece) == steps_of(stream, writer, stream.size() + 1));
  return 0;
}
