#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {

bool answers(const Create&, const UntaggedData&) {
  return false;
}

bool answers(const Delete&, const UntaggedData&) {
  return false;
}

bool answers(const Rename&, const UntaggedData&) {
  return false;
}

bool answers(const Subscribe&, const UntaggedData&) {
  return false;
}

bool answers(const Unsubscribe&, const UntaggedData&) {
  return false;
}

void explain_arguments(Explaining& e, const Create&) {
  e.say_mailbox("The mailbox to create.");
}

void explain_arguments(Explaining& e, const Delete&) {
  e.say_mailbox("The mailbox to remove, with all its messages.");
}

void explain_arguments(Explaining& e, const Rename& command) {
  e.say_mailbox(command.from.is_inbox() ? "Its messages move away; the mailbox itself stays, empty."
                                        : "The mailbox to rename, and those below it.");
  e.say_mailbox("Its new name.");
}

void explain_arguments(Explaining& e, const Subscribe&) {
  e.say_mailbox("The name to add to the subscribed ones; the mailbox need not exist.");
}

void explain_arguments(Explaining& e, const Unsubscribe&) {
  e.say_mailbox("The name to take from the subscribed ones.");
}

}  // namespace imapscope::observer
