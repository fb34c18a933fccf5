// The number that stands before the name of data about messages: `* 3 EXISTS`, `* 3 FETCH (…)`.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/imap/numbers.h"
#include "sim/wire/cursor.h"

namespace imapscope::wire {

struct DataNumber {
  std::uint32_t value = 0;
  std::size_t offset = 0;  ///< into the frame
};

/// nz-number: of a message.
inline SeqNum message_number(Cursor& in, const DataNumber& number) {
  if (number.value == 0) in.fail_at(number.offset, "message_number_not_0", "3501 §7.4");
  return {number.value};
}

}  // namespace imapscope::wire
