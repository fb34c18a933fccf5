// Feeding a framer in pieces and collecting what comes out, as values that outlive it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/overloaded.h"
#include "sim/wire/framer.h"

namespace imapscope::wire {

/// What a framer answered, but for `Incomplete`: "frame 12 <A1 NOOP…>". Every literal announced is
/// accepted or refused as `accepts` says.
template <class Accepts>
std::vector<std::string> steps_of(Framer& framer, Accepts accepts) {
  std::vector<std::string> steps;
  const auto add = [&steps](const char* kind, std::uint64_t offset, std::string_view bytes) {
    steps.push_back(std::string(kind) + " " + std::to_string(offset) + " <" + std::string(bytes) +
                    ">");
  };
  bool more = true;
  while (more) {
    std::visit(overloaded{
                   [&](const Incomplete&) { more = false; },
                   [&](const Frame& frame) { add("frame", frame.offset, frame.bytes); },
                   [&](const LineTooLong& line) { add("too long", line.offset, line.beginning); },
                   [&](const LiteralAhead& ahead) {
                     add(ahead.synchronizing ? "literal" : "literal+", ahead.offset, ahead.so_far);
                     if (accepts(ahead)) {
                       framer.accept_literal();
                     } else {
                       framer.refuse_literal();
                     }
                   },
               },
               framer.next());
  }
  return steps;
}

struct SplitInput {
  Writer writer;
  FramerLimits limits;
  std::string_view stream;
};

/// `stream` fed in pieces of `piece` octets.
template <class Accepts>
std::vector<std::string> frame_in_pieces(const SplitInput& input, std::size_t piece,
                                         Accepts accepts) {
  Framer framer(input.writer, input.limits);
  std::vector<std::string> all;
  for (std::size_t at = 0; at < input.stream.size(); at += piece) {
    framer.feed(input.stream.substr(at, piece));
    for (std::string& step : steps_of(framer, accepts)) all.push_back(std::move(step));
  }
  return all;
}

inline bool accept_all(const LiteralAhead&) {
  return true;
}
inline bool refuse_all(const LiteralAhead&) {
  return false;
}

}  // namespace imapscope::wire
