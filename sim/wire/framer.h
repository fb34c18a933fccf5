// Framer: cuts one direction of a byte stream into complete commands or responses, literals
// included. It knows lines and literals (RFC 3501 §4.3, RFC 7888) and no grammar; parsing comes
// after. Any split of the input into feeds gives the same frames.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace imapscope::wire {

/// Which end wrote the stream: only a client's literals wait for `+`.
enum class Writer {
  client,
  server,
  neighbour,  ///< either end of POP3 or SMTP: lines, without literals
};

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
  bool any_octet = false;  ///< a literal8, `~{n}` (RFC 3516 §7)
};

struct Incomplete {};

/// The line outgrew its limit, or a server's literal did. The framer has dropped the rest of it,
/// literals included: it is told of when its end has come, so that whoever answers lines does not
/// answer in the middle of one.
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

  /// The literal's octets belong to the frame. One beyond `literal_octets` is not held all the
  /// same: it and the rest of its line are dropped as they come, and no frame follows.
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

 private:
  struct Literal {
    std::uint64_t octets = 0;
    bool synchronizing = true;
    bool any_octet = false;
  };
  /// What is dropped as it comes: the octets of a literal, then the rest of its line.
  struct Dropping {
    std::uint64_t octets = 0;
    std::string line_tail{};  ///< enough to see whether the line announces a literal too
    bool literals = true;     ///< whether it can
  };
  struct LongLine {
    std::uint64_t offset = 0;
    std::string beginning{};
    bool told = true;
  };

  [[nodiscard]] static std::optional<Literal> literal_at_end(std::string_view line, Writer writer);
  [[nodiscard]] std::optional<FramerStep> end_of_line(std::size_t end);
  [[nodiscard]] FramerStep frame_until(std::size_t end);
  [[nodiscard]] FramerStep drop_long_line(std::size_t end, std::uint64_t literal_octets);
  [[nodiscard]] LiteralAhead announcement() const;
  [[nodiscard]] bool may_hold_literals(std::size_t end) const;
  [[nodiscard]] std::string_view held(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::uint64_t offset_of(std::size_t position) const;
  void start_frame(std::size_t position);
  void continue_line_behind(std::size_t end, std::uint64_t literal_octets);
  void drop_held();
  std::size_t drop(std::string_view bytes);  ///< how many it took
  void drop_line(std::string_view part);

  Writer writer_;
  FramerLimits limits_;
  std::string held_;       ///< fed, and not yet forgotten
  std::uint64_t fed_ = 0;  ///< stream offset behind the last octet of `held_`
  std::size_t begin_ = 0;  ///< of the frame at work, in `held_`
  std::size_t line_ = 0;   ///< of the line at work, behind the frame's last literal; may lie ahead
  std::size_t scanned_ = 0;       ///< no line end between `line_` and here
  std::size_t line_room_;         ///< octets that may stand between `line_` and its line end
  std::optional<Literal> ahead_;  ///< announced and not yet decided
  std::optional<Dropping> dropping_;
  LongLine long_line_;  ///< that is being dropped, or was the last
};

}  // namespace imapscope::wire
