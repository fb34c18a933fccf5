// Framer: cuts one direction of a byte stream into complete commands or responses, literals
// included. It knows lines and literals (RFC 3501 §4.3, RFC 7888) and no grammar; parsing comes
// after. Any split of the input into feeds gives the same frames.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace imapscope::wire {

/// Which end wrote the stream: only a client's literals wait for `+`.
enum class Writer { client, server };

struct FramerLimits {
  std::size_t line_octets = 1U << 16U;     ///< of one command or response without its literals
  std::size_t literal_octets = 1U << 26U;  ///< of one literal
};

/// A complete command or response. `bytes` holds its literals and ends with its line end (CRLF, or
/// the bare LF of a careless sender). The view is valid until the framer is fed or stepped again.
struct Frame {
  std::string_view bytes;
  std::uint64_t offset = 0;  ///< of the first octet, in the stream
};

/// A client's line ends with `{n}`: somebody has to decide, by `accept_literal` or
/// `refuse_literal`. A `{n+}` is announced too, since it may be too large; its octets come in any
/// case.
struct LiteralAhead {
  std::string_view so_far;  ///< the command up to and including the line end after `{n}`
  std::uint64_t offset = 0;
  std::uint64_t octets = 0;
  bool synchronizing = true;
};

struct Incomplete {};

/// The line outgrew the limit. The framer drops the rest of it and goes on with the next line.
struct LineTooLong {
  std::uint64_t offset = 0;
  std::string_view beginning;  ///< what was held when the limit was reached
};

using FramerStep = std::variant<Incomplete, Frame, LiteralAhead, LineTooLong>;

class Framer {
 public:
  explicit Framer(Writer writer, FramerLimits limits = {});

  void feed(std::string_view bytes);

  /// The next thing in the stream; `Incomplete` where more must be fed first. After `LiteralAhead`
  /// the framer waits for a decision and answers the same again.
  [[nodiscard]] FramerStep next();

  void accept_literal();
  /// Synchronizing: the command ends here. Non-synchronizing: its octets, and the rest of its line,
  /// are dropped as they come, without being held.
  void refuse_literal();

  /// Forgets what is held and continues at `offset`: after a gap in a capture.
  void resume_at(std::uint64_t offset);

  /// Octets fed so far: the stream offset behind the last one.
  [[nodiscard]] std::uint64_t fed() const;
  /// Octets held that no frame has taken yet.
  [[nodiscard]] std::string_view pending() const;
};

}  // namespace imapscope::wire
