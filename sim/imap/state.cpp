#include "sim/imap/state.h"

namespace imapscope {

std::string names_of(const States& states, std::string_view between) {
  std::string names;
  for (const StateInfo& info : state_rows) {
    if (!states.contains(info.state)) continue;
    if (!names.empty()) names += between;
    names += info.name;
  }
  return names;
}

}  // namespace imapscope
