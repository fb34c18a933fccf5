// Stream: one direction of one connection, cut into frames, and which events carried each octet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/belief/line.h"
#include "sim/trace/event.h"
#include "sim/wire/framer.h"

namespace imapscope::observer {

class Stream {
 public:
  explicit Stream(wire::Writer writer);

  void feed(const trace::Event& event, const trace::Payload& payload, std::size_t index);
  [[nodiscard]] wire::FramerStep next() { return framer_.next(); }
  void accept_literal() { framer_.accept_literal(); }
  void refuse_literal() { framer_.refuse_literal(); }
  /// Octets are missing: what is held can never be completed, and the next line may be a torso.
  void skip(std::uint64_t octets);

  [[nodiscard]] std::uint64_t fed() const { return framer_.fed(); }
  [[nodiscard]] std::string_view pending() const { return framer_.pending(); }
  /// Where `pending` begins.
  [[nodiscard]] std::uint64_t pending_offset() const { return fed() - pending().size(); }

  /// Fills in which events carried the line's octets, when they were sent and landed, and what of
  /// them is masked. Lines are asked for in order; what lies before them is forgotten.
  void place(Line& line, std::uint64_t offset, std::uint64_t octets);
  /// The same for a part of a line, of which nothing is forgotten.
  void locate(Line& line, std::uint64_t offset, std::uint64_t octets) const;
  /// When the octet at `offset` was sent.
  [[nodiscard]] Instant sent_at(std::uint64_t offset) const;

 private:
  struct Segment {
    std::uint64_t begin;
    std::uint64_t end;
    std::size_t event;
    Instant sent;
    std::optional<Instant> landed;
    trace::Fidelity fidelity;
    std::vector<trace::Masked> masked;
  };
  [[nodiscard]] std::deque<Segment>::const_iterator segment_at(std::uint64_t offset) const;

  wire::Framer framer_;
  std::deque<Segment> segments_;
  Instant last_landing_{};  // nothing overtakes
};

}  // namespace imapscope::observer
