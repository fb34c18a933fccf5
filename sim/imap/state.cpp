#include "sim/imap/state.h"

namespace imapscope {

std::string_view name_of(State state) {
  switch (state) {
    case State::greeting:
      return "Greeting";
    case State::not_authenticated:
      return "Not authenticated";
    case State::authenticated:
      return "Authenticated";
    case State::selected:
      return "Selected";
    case State::logout:
      return "Logout";
  }
  return "";
}

}  // namespace imapscope
