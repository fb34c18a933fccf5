// The select family: SELECT, EXAMINE, CHECK, CLOSE, UNSELECT, and what a mailbox says of itself.
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/copy_on_write.h"
#include "sim/belief/families.h"

namespace imapscope::observer {
namespace {

const MailboxName* mailbox_opened_by(const Command& command) {
  if (const auto* select = std::get_if<Select>(&command)) return &select->mailbox;
  if (const auto* examine = std::get_if<Examine>(&command)) return &examine->mailbox;
  return nullptr;
}

// The mailbox that a fact belongs to. When a SELECT is the oldest command in progress, its data
// have begun: from here on they speak of the new mailbox (RFC 3501 §6.3.1).
MailboxModel* mailbox_for(Learning& learning) {
  SessionModel& session = learning.session;
  if (session.opening) return &change(session.opening);
  const auto* first =
      session.in_progress.empty() ? nullptr : session.in_progress.oldest().command.get();
  if (const MailboxName* name = first == nullptr ? nullptr : mailbox_opened_by(*first)) {
    session.opening = std::make_shared<MailboxModel>();
    session.opening->facts.name = *name;
    session.opening->facts.read_only = std::holds_alternative<Examine>(*first);
    session.opening->facts.opening = true;
    learning.remember(MailboxChange::Kind::opened);
    return session.opening.get();
  }
  learning.prove(State::selected);
  return learning.mailbox();
}

template <class Fact>
void know(Learning& learning, Known<Fact> MailboxBelief::*fact, Fact value) {
  MailboxModel* mailbox = mailbox_for(learning);
  if (mailbox == nullptr) return;
  mailbox->facts.*fact = std::move(value);
  learning.effect(effect::MailboxFactsKnown{});
}

}  // namespace

bool has_code(const StatusResponse& status, std::string_view name) {
  if (!status.code) return false;
  const auto* atom = std::get_if<CodeAtom>(&*status.code);
  return atom != nullptr && ascii::equal_ignoring_case(atom->name, name);
}

void learn(Learning& learning, const FlagsData& data) {
  know(learning, &MailboxBelief::flags, data.flags);
}

void learn(Learning& learning, const Exists& data) {
  MailboxModel* mailbox = mailbox_for(learning);
  if (mailbox == nullptr) return;
  MailboxBelief& facts = mailbox->facts;
  const std::uint32_t before = facts.exists_known ? facts.exists : 0;
  const bool first = !facts.exists_known;
  facts.exists_known = true;
  // It shrank: a broken rule (RFC 3501 §5.2), after which nothing is known of any message.
  if (data.count < mailbox->messages.size()) {
    mailbox->messages.clear();
    learning.remember(MailboxChange::Kind::forgotten);
  }
  learning.remember(MailboxChange::Kind::exists, SeqNum{data.count});
  facts.exists = data.count;
  mailbox->messages.grow(data.count);
  const bool grew = !first || learning.session.opening;  // else it was not seen how large it was
  if (grew && data.count > before) {
    if (!first) facts.uid_next.reset();  // the new messages have taken UIDs from it on
    learning.effect(effect::Grew{SeqNum{before + 1}, SeqNum{data.count}});
  } else if (first || data.count < before) {
    learning.effect(effect::MailboxFactsKnown{});
  }
}

void learn(Learning& learning, const Recent& data) {
  know(learning, &MailboxBelief::recent, data.count);
}

void learn(Learning& learning, const CodePermanentFlags& code) {
  know(learning, &MailboxBelief::permanent_flags, code);
}

void learn(Learning& learning, const CodeUidNext& code) {
  know(learning, &MailboxBelief::uid_next, code.uid);
}

// Another one than before: the UIDs are void, and perhaps the messages are others.
void learn(Learning& learning, const CodeUidValidity& code) {
  const MailboxModel* mailbox = mailbox_for(learning);
  if (mailbox == nullptr) return;
  const Known<UidValidity> before = mailbox->facts.uid_validity;
  if (before && *before != code.value) forget_messages(learning);
  know(learning, &MailboxBelief::uid_validity, code.value);
}

void learn(Learning& learning, const CodeUnseen& code) {
  know(learning, &MailboxBelief::first_unseen, code.first);
}

void learn(Learning& learning, const CodeHighestModSeq& code) {
  know(learning, &MailboxBelief::highest_mod_seq, code.value);
}

// RFC 9051 §7.1: CLOSED parts what was said of the old mailbox from what is said of the new one.
// Where none is being opened, it says that the mailbox is open no more.
void learn(Learning& learning, const CodeAtom& code) {
  SessionModel& session = learning.session;
  if (!ascii::equal_ignoring_case(code.name, "CLOSED")) return;
  const bool opens = session.in_progress.any_that(Role::opens);
  const bool selected = session.facts.state_known && session.facts.state == State::selected;
  if (!opens && !selected) return;
  session.mailbox = nullptr;
  session.opening = nullptr;
  learning.effect(effect::MailboxFactsKnown{});
  if (!opens) learning.travel(Passage::deselect);
}

void learn_opened(Learning& learning, const MailboxName& name, bool examined,
                  const StatusResponse& status) {
  SessionModel& session = learning.session;
  session.mailbox = session.opening ? session.opening : std::make_shared<MailboxModel>();
  session.opening = nullptr;
  MailboxBelief& facts = change(session.mailbox).facts;
  facts.name = name;
  facts.opening = false;
  facts.read_only = examined || has_code(status, "READ-ONLY");
  learning.travel(Passage::select);
}

namespace {

// What was taken for data of a new mailbox was of the one that stays open: what its numbers meant
// was passed over, so of its messages no more is known than how many there are.
void take_as_news(Learning& learning, const MailboxModel& told) {
  MailboxModel& mailbox = change(learning.session.mailbox);
  mailbox.messages.clear();
  mailbox.facts.exists_known = told.facts.exists_known;
  mailbox.facts.exists = told.facts.exists;
  mailbox.messages.grow(told.facts.exists_known ? told.facts.exists : 0);
  mailbox.facts.recent = told.facts.recent;
  if (told.facts.flags) mailbox.facts.flags = told.facts.flags;
  learning.remember(MailboxChange::Kind::forgotten);
  learning.effect(effect::MailboxFactsKnown{});
}

}  // namespace

void learn_not_opened(Learning& learning, const StatusResponse& status) {
  SessionModel& session = learning.session;
  const std::shared_ptr<MailboxModel> told = std::exchange(session.opening, nullptr);
  // BAD: the command was not understood, so nothing was left or opened. NO: the old mailbox was
  // left before the new one was tried (RFC 3501 §6.3.1).
  if (status.condition == Condition::bad) {
    if (told && session.mailbox) take_as_news(learning, *told);
    return;
  }
  session.mailbox = nullptr;
  // Elsewhere it changes nothing: a server says NO also to who has not authenticated.
  const bool left = session.facts.state_known && session.facts.state == State::selected;
  if (left) learning.travel(Passage::deselect);
}

void learn_left(Learning& learning) {
  learning.session.mailbox = nullptr;
  learning.travel(Passage::deselect);
}

bool answers(const Check&, const UntaggedData&) {
  return false;
}

bool answers(const Close&, const UntaggedData&) {
  return false;
}

bool answers(const Unselect&, const UntaggedData&) {
  return false;
}

namespace {

// RFC 3501 §6.3.1: what opening a mailbox is answered with.
bool describes_mailbox(const UntaggedData& data) {
  if (const auto* status = std::get_if<StatusResponse>(&data)) return status->code.has_value();
  return std::holds_alternative<FlagsData>(data) || std::holds_alternative<Exists>(data) ||
         std::holds_alternative<Recent>(data);
}

// RFC 9051 §6.3.2: its LIST line, too.
bool lists(const MailboxName& mailbox, const UntaggedData& data) {
  const auto* list = std::get_if<ListData>(&data);
  return list != nullptr && list->listing.mailbox == mailbox;
}

// RFC 7162 §3.2.5: what has changed since the client was here, and what is gone.
bool brings_up_to_date(const Parameters& parameters, const UntaggedData& data) {
  if (!has_parameter(parameters, "QRESYNC")) return false;
  const auto* vanished = std::get_if<VanishedData>(&data);
  return std::holds_alternative<FetchData>(data) || (vanished != nullptr && vanished->earlier);
}

}  // namespace

bool answers(const Select& command, const UntaggedData& data) {
  return describes_mailbox(data) || lists(command.mailbox, data) ||
         brings_up_to_date(command.parameters, data);
}

bool answers(const Examine& command, const UntaggedData& data) {
  return describes_mailbox(data) || lists(command.mailbox, data) ||
         brings_up_to_date(command.parameters, data);
}

}  // namespace imapscope::observer
