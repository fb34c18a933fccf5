// The part of Cursor that reads numbers.
#include <limits>

#include "sim/wire/cursor.h"

namespace imapscope::wire {

std::uint64_t Cursor::digits(Expected expected, std::uint64_t most, Expected too_large) {
  const std::size_t begin = at_;
  std::uint64_t value = 0;
  for (; at_digit(); ++at_) {
    const auto digit = static_cast<std::uint64_t>(frame_[at_] - '0');
    if (value > (most - digit) / 10) {
      fail_at(begin, too_large);
      return 0;
    }
    value = value * 10 + digit;
  }
  if (at_ == begin) fail(expected);
  return ok() ? value : 0;
}

// number = 1*DIGIT, unsigned 32 bits
std::uint32_t Cursor::number(Expected expected) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(digits(expected, most, "number_below_2_32"));
}

// number64 = 1*DIGIT, unsigned 63 bits (RFC 9051 §9)
std::uint64_t Cursor::number64(Expected expected) {
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  return digits(expected, most, "number_below_2_63");
}

// nz-number = digit-nz *DIGIT
void Cursor::refuse_zero(std::size_t begin, std::uint64_t value) {
  if (ok() && value == 0) fail_at(begin, "number_not_0");
  if (ok() && frame_[begin] == '0' && writer_ == Writer::client) fail_at(begin, "no_leading_0");
}

std::uint32_t Cursor::nz_number(Expected expected) {
  const std::size_t begin = at_;
  const std::uint32_t value = number(expected);
  refuse_zero(begin, value);
  return ok() ? value : 0;
}

std::uint64_t Cursor::nz_number64(Expected expected) {
  const std::size_t begin = at_;
  const std::uint64_t value = number64(expected);
  refuse_zero(begin, value);
  return ok() ? value : 0;
}

// seq-number = nz-number / "*"
std::uint32_t Cursor::set_bound() {
  return accept('*') ? 0 : nz_number("message_number_or_star");
}

bool Cursor::at_saved() {
  if (!at('$') || writer_ == Writer::server) return false;
  return extension_at(at_, "message_number_or_star");
}

MessageSet Cursor::message_set(Form form) {
  if (form == Form::uid) return number_set<Uid>();
  return number_set<SeqNum>();
}

}  // namespace imapscope::wire
