// The expunge family, explained.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Expunge& command) {
  if (command.uids) e.say_messages(true);
}

void explain_data(Explaining& e, const ExpungeData& data) {
  const std::string rfc = both("3501 §7.4.1", "9051 §7.5.1");
  e.say("message_sequence_number",
        e.words("explain.message.sentence", {{"message", e.message(data.number)}}),
        both("3501 §2.3.1.2", "9051 §2.3.1.2"));
  e.lead();
  e.say("data", e.words("explain.expunge.gone", {{"number", data.number.value}}), rfc);
}

void explain_data(Explaining& e, const VanishedData& data) {
  const std::string rfc = both(info_for<VanishedData>(data_rows).standard);
  e.lead();
  e.say("data",
        data.earlier ? e.words("explain.expunge.vanished_earlier")
                     : e.words("explain.expunge.vanished"),
        rfc);
  if (e.at(wire::TokenKind::list_open)) {
    e.pass_open();
    e.say("modifier", e.words("explain.expunge.earlier"), rfc);
    e.pass_close();
  }
  if (!e.at_line_end()) e.say_messages(true);
}

}  // namespace imapscope::explain
