// The idle family, explained.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_done(Explaining& e) {
  e.lead();
  e.say("end_of_idle", e.words("explain.idle.done"), both("2177 §3", "9051 §6.3.13"));
}

}  // namespace imapscope::explain
