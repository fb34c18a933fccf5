// The mailbox family, explained: CREATE to UNSUBSCRIBE.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

namespace {

/// `(USE (\Sent))`
void say_uses(Explaining& e) {
  e.pass_open(e.words("explain.argument.begin"));
  while (e.inside()) {
    if (explain_argument(e, slot::create) == nullptr) {
      explain_parameter(e, slot::create);  // of an extension that nobody here knows
      continue;
    }
    e.pass_open();
    while (e.inside()) explain_attribute(e, "6154 §2");
    e.pass_close();
  }
  e.pass_close();
}

}  // namespace

void explain_arguments(Explaining& e, const Create&) {
  e.say_mailbox(e.words("explain.mailbox.create"));
  if (e.at(wire::TokenKind::list_open)) say_uses(e);
}

void explain_arguments(Explaining& e, const Delete&) {
  e.say_mailbox(e.words("explain.mailbox.delete"));
}

void explain_arguments(Explaining& e, const Rename& command) {
  e.say_mailbox(command.from.is_inbox() ? e.words("explain.mailbox.rename_inbox")
                                        : e.words("explain.mailbox.rename"));
  e.say_mailbox(e.words("explain.mailbox.new_name"));
}

void explain_arguments(Explaining& e, const Subscribe&) {
  e.say_mailbox(e.words("explain.mailbox.subscribe"));
}

void explain_arguments(Explaining& e, const Unsubscribe&) {
  e.say_mailbox(e.words("explain.mailbox.unsubscribe"));
}

}  // namespace imapscope::explain
