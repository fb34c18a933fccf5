// The notify family, explained.
#include <string>

#include "sim/explain/explain_parts.h"

namespace imapscope::explain {
namespace {

const char* const events_rfc = "5465 §5";

void explain_event(Explaining& e) {
  const std::string key = "explain.notify.event." + e.word();
  const bool known = e.words().has(key);
  const bool fetches = e.word() == "MESSAGENEW";
  e.say("event", e.words(known ? key : "explain.notify.event_unknown"), events_rfc);
  if (fetches && e.at(wire::TokenKind::list_open)) explain_fetch_list(e);
}

void explain_events(Explaining& e) {
  if (e.word() == "NONE") return e.say("event", e.words("explain.notify.no_event"), events_rfc);
  const bool listed = e.at(wire::TokenKind::list_open);
  if (listed) e.pass_open();
  while (e.inside()) explain_event(e);
  if (listed) e.pass_close();
}

void explain_group(Explaining& e) {
  e.pass_open(e.words("explain.notify.group"));
  explain_mailbox_filter(e, "5465 §6");
  explain_events(e);
  e.pass_close();
}

}  // namespace

void explain_arguments(Explaining& e, const Notify& command) {
  const bool set = !command.groups.empty();
  e.say("argument", e.words(set ? "explain.notify.set" : "explain.notify.none"), "5465 §3.1");
  if (command.status) e.say("option", e.words("explain.notify.status"), "5465 §3.1");
  while (e.inside()) explain_group(e);
}

}  // namespace imapscope::explain
