// The expunge family: EXPUNGE, and the arithmetic of its responses.
#include "sim/belief/families.h"

namespace imapscope::observer {
namespace {

// How many are \Recent after this one has gone: known only where its flags are.
void recount_recent(MailboxBelief& facts, const MessageBelief& gone) {
  if (!facts.recent) return;
  if (!gone.flags) {
    if (*facts.recent != 0) facts.recent.reset();
  } else if (gone.flags->contains(flags::recent) && *facts.recent > 0) {
    --*facts.recent;
  }
}

void shift_first_unseen(MailboxBelief& facts, SeqNum gone) {
  if (!facts.first_unseen || gone > *facts.first_unseen) return;
  if (gone == *facts.first_unseen) {
    facts.first_unseen.reset();
  } else {
    --facts.first_unseen->value;
  }
}

}  // namespace

// RFC 3501 §7.4.1: every higher number drops by one, at once.
void learn(Learning& learning, const ExpungeData& data) {
  learning.prove(State::selected);
  MailboxModel* mailbox = learning.mailbox();
  if (mailbox == nullptr) return;
  if (learning.session.between_mailboxes()) return forget_messages(learning);
  MailboxBelief& facts = mailbox->facts;
  const bool held = mailbox->messages.holds(data.number);
  const bool counted = facts.exists_known && data.number.value <= facts.exists;
  if (data.number.value == 0 || (!held && !counted)) return;
  learning.remember(MailboxChange::Kind::expunged, data.number);
  recount_recent(facts, held ? mailbox->messages.at(data.number) : MessageBelief{});
  shift_first_unseen(facts, data.number);
  if (held) mailbox->messages.erase(data.number);
  if (facts.exists_known) {
    --facts.exists;
    mailbox->messages.grow(facts.exists);  // one that was only counted may be held now
  }
  learning.effect(effect::Expunged{data.number});
}

// RFC 7162 §3.2.10: messages are gone, but by UID, and their numbers may be unknown.
void learn(Learning& learning, const VanishedData& data) {
  if (!data.earlier) forget_messages(learning);
}

void forget_messages(Learning& learning) {
  MailboxModel* mailbox = learning.mailbox();
  if (mailbox == nullptr) return;
  mailbox->messages.clear();
  learning.remember(MailboxChange::Kind::forgotten);
  mailbox->facts.exists_known = false;
  mailbox->facts.exists = 0;
  mailbox->facts.recent.reset();
  mailbox->facts.uid_next.reset();
  mailbox->facts.first_unseen.reset();
  learning.effect(effect::MailboxFactsKnown{});
}

bool answers(const Expunge&, const UntaggedData& data) {
  return std::holds_alternative<ExpungeData>(data) || std::holds_alternative<VanishedData>(data);
}

}  // namespace imapscope::observer
