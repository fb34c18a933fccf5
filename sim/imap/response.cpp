#include "sim/imap/response.h"

namespace imapscope {

std::string_view name_of(Condition condition) {
  switch (condition) {
    case Condition::ok:
      return "OK";
    case Condition::no:
      return "NO";
    case Condition::bad:
      return "BAD";
    case Condition::bye:
      return "BYE";
    case Condition::preauth:
      return "PREAUTH";
  }
  return "";
}

}  // namespace imapscope
