// One direction of a TCP connection, put together from the segments that a capture holds. The whole
// capture is there when this is asked, so nothing waits, stalls or times out: what is missing at
// the end was missed.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::trace {

/// When and where in the capture something was seen.
struct Seen {
  std::int64_t unix_us = 0;
  std::size_t packet = 0;  ///< from 1
  friend auto operator<=>(const Seen&, const Seen&) = default;
};

struct Chunk {
  Seen seen;                 ///< when the receiver could read it: all before it had come too
  std::string bytes;         ///< empty where the capture missed them
  std::uint64_t missed = 0;  ///< octets
};

class TcpStream {
 public:
  /// `sequence` is that of the SYN: the first octet has the next number.
  void begin(std::uint32_t sequence);
  /// `octets` is the payload's length on the wire; `bytes` can be shorter (snap length). Octets
  /// that came before are dropped: the first copy counts.
  void add(std::uint32_t sequence, std::string_view bytes, std::size_t octets, Seen seen);
  /// The sender will send nothing behind `sequence`.
  void finish(std::uint32_t sequence, Seen seen);
  /// The receiver has all octets before `sequence`, whether the capture has them or not.
  void acknowledge(std::uint32_t sequence, Seen seen);

  /// The stream's beginning is known: its SYN was captured, or answered.
  [[nodiscard]] bool has_beginning() const { return begin_.has_value(); }
  [[nodiscard]] bool begins_at(std::uint32_t syn_sequence) const;
  [[nodiscard]] bool is_empty() const { return pieces_.empty(); }
  [[nodiscard]] std::size_t held_octets() const { return held_octets_; }
  /// Octets at the front, as far as they are complete.
  [[nodiscard]] std::string front(std::size_t most) const;

  /// In the order of the stream.
  [[nodiscard]] std::vector<Chunk> chunks() const;

 private:
  struct Piece {
    std::string bytes;
    Seen seen;
  };
  /// Sequence numbers are 32 bits wide and wrap around; positions do not.
  std::int64_t position_of(std::uint32_t sequence);
  void keep(std::int64_t from, std::int64_t to, std::int64_t start, std::string_view bytes,
            Seen seen);
  [[nodiscard]] std::int64_t known_end() const;

  std::optional<std::int64_t> newest_;  ///< the last position that was asked for
  std::optional<std::int64_t> begin_;
  std::optional<std::int64_t> end_;
  /// Tells in parts, as the receiver acknowledged them, what is missing from `at` to `end`.
  void add_missing(std::vector<Chunk>& chunks, std::int64_t at, std::int64_t end, Seen seen) const;

  struct Acknowledgment {
    std::int64_t position = 0;
    Seen seen;
  };
  std::optional<std::int64_t> first_acknowledged_, acknowledged_;
  std::vector<Acknowledgment> acknowledgments_;  ///< each of more than the one before
  Seen end_seen_;
  std::map<std::int64_t, Piece> pieces_;  ///< by position; they do not overlap
  std::size_t held_octets_ = 0;
};

}  // namespace imapscope::trace
