// The idle family, explained.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_done(Explaining& e) {
  e.lead();
  e.say("end of IDLE", "It ends IDLE, and has no tag of its own: it is the rest of that command.",
        both("2177 §3", "9051 §6.3.13"));
}

}  // namespace imapscope::explain
