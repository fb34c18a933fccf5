// The store family, explained.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Store& command) {
  const std::string rfc = both("3501 §6.4.6", "9051 §6.4.6");
  e.say_messages(by_uid(command.messages));
  explain_parameters(e, slot::store);
  const std::string what = command.mode == StoreMode::add      ? e.words("explain.store.add")
                           : command.mode == StoreMode::remove ? e.words("explain.store.remove")
                                                               : e.words("explain.store.replace");
  e.say("data_item", command.silent ? e.words("explain.store.silent", {{"what", what}}) : what,
        rfc);
  e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
}

}  // namespace imapscope::explain
