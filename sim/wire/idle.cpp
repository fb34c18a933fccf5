#include "sim/wire/idle.h"

namespace imapscope::wire {

// idle = "IDLE" CRLF "DONE" (RFC 2177 §4)
bool is_done(std::string_view frame) {
  Cursor in(frame, Writer::client);
  if (!in.accept_word("DONE")) return false;
  in.end_of_line();
  return in.ok();
}

}  // namespace imapscope::wire
