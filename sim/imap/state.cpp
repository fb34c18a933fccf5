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

std::string names_of(const States& states, std::string_view between) {
  std::string names;
  for (const State state : {State::not_authenticated, State::authenticated, State::selected}) {
    if (!states.contains(state)) continue;
    if (!names.empty()) names += between;
    names += name_of(state);
  }
  return names;
}

}  // namespace imapscope
