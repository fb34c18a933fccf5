#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {

bool answers(const Idle&, const UntaggedData&) {
  return false;
}

void explain_done(Explaining& e) {
  e.lead();
  e.say("end of IDLE", "It ends IDLE, and has no tag of its own: it is the rest of that command.",
        both("2177 §3", "9051 §6.3.13"));
}

}  // namespace imapscope::observer
