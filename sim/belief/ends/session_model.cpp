#include "sim/belief/ends/session_model.h"

#include <algorithm>
#include <utility>

#include "sim/base/copy_on_write.h"
#include "sim/base/overloaded.h"
#include "sim/belief/families.h"

namespace imapscope::observer {
namespace {

void learn_code(Learning& learning, const StatusResponse& status) {
  if (!status.code) return;
  std::visit(overloaded{
                 [&](const CodeCapability& code) { learn(learning, code); },
                 [&](const CodePermanentFlags& code) { learn(learning, code); },
                 [&](const CodeUidNext& code) { learn(learning, code); },
                 [&](const CodeUidValidity& code) { learn(learning, code); },
                 [&](const CodeUnseen& code) { learn(learning, code); },
                 [&](const CodeHighestModSeq& code) { learn(learning, code); },
                 [&](const CodeAtom& code) { learn(learning, code); },
                 // The others speak of the command that they complete.
                 [](const CodeBadCharset&) {},
                 [](const CodeAppendUid&) {},
                 [](const CodeCopyUid&) {},
             },
             *status.code);
}

// After BYE or LOGOUT nothing opens a mailbox or leads back (RFC 3501 §3.4).
bool is_over(const SessionModel& session) {
  return session.facts.state_known && session.facts.state == State::logout;
}

void learn_untagged_bad(Learning& learning) {
  auto& in_progress = learning.session.in_progress;
  if (const InProgressAtClient* refused = in_progress.with_odd_tag())
    in_progress.take(refused->facts.line);
}

void learn_untagged(Learning& learning, const UntaggedData& data) {
  if (is_over(learning.session)) return;
  std::visit(overloaded{
                 [&](const StatusResponse& status) {
                   learn_code(learning, status);
                   if (status.condition == Condition::bye) learn_bye(learning);
                   if (status.condition == Condition::bad) learn_untagged_bad(learning);
                 },
                 [&](const CapabilityData& d) { learn(learning, d); },
                 [&](const EnabledData& d) { learn(learning, d); },
                 [&](const FlagsData& d) { learn(learning, d); },
                 [&](const Exists& d) { learn(learning, d); },
                 [&](const Recent& d) { learn(learning, d); },
                 [&](const ExpungeData& d) { learn(learning, d); },
                 [&](const FetchData& d) { learn(learning, d); },
                 [&](const UidFetchData& d) { learn(learning, d); },
                 [&](const VanishedData& d) { learn(learning, d); },
                 [](const UnknownData&) {},
                 // These answer a question, and change nothing about the session.
                 [](const IdData&) {},
                 [](const ListData&) {},
                 [](const LsubData&) {},
                 [](const XListData&) {},
                 [](const NamespaceData&) {},
                 [](const StatusData&) {},
                 [](const QuotaData&) {},
                 [](const QuotaRootData&) {},
                 [](const AclData&) {},
                 [](const ListRightsData&) {},
                 [](const MyRightsData&) {},
                 [](const MetadataData&) {},
                 [](const GenUrlAuthData&) {},
                 [](const UrlFetchData&) {},
                 [](const SearchData&) {},
                 [](const EsearchData&) {},
                 [](const SortData&) {},
                 [](const ThreadData&) {},
                 [](const LanguageData&) {},
                 [](const JmapAccessData&) {},
             },
             data);
}

void learn_success(Learning& learning, const InProgressAtClient& sent,
                   const StatusResponse& status) {
  std::visit(
      overloaded{
          [&](const Login& c) { succeeded(learning, c); },
          [&](const Authenticate& c) { succeeded(learning, c); },
          [&](const Unauthenticate& c) { succeeded(learning, c); },
          [&](const Compress& c) { succeeded(learning, c); },
          [&](const Logout& c) { succeeded(learning, c); },
          [&](const Store& c) { learn_stored(learning, c, sent, !has_code(status, "MODIFIED")); },
          [&](const Select& c) { learn_opened(learning, c.mailbox, false, status); },
          [&](const Examine& c) { learn_opened(learning, c.mailbox, true, status); },
          [&](const Close&) { learn_left(learning); },
          [&](const Unselect&) { learn_left(learning); },
          [](const auto&) {},
      },
      *sent.command);
}

// A capture that begins mid-stream shows the state by what succeeds in it.
void learn_from_success(Learning& learning, const Command& command) {
  if (learning.session.facts.state_known) return;
  const States& legal = info_of(command).legal_in;
  if (!legal.contains(State::authenticated) && legal.contains(State::selected)) {
    learning.prove(State::selected);
  }
}

void learn_failure(Learning& learning, const InProgressAtClient& sent,
                   const StatusResponse& status) {
  learning.effect(effect::Failed{});
  if (!sent.command || is_over(learning.session)) return;
  std::visit(overloaded{
                 [&](const Select&) { learn_not_opened(learning, status); },
                 [&](const Examine&) { learn_not_opened(learning, status); },
                 [&](const Store& c) {
                   if (status.condition == Condition::no) {
                     learn_stored(learning, c, sent, false);
                   }
                 },
                 [](const auto&) {},
             },
             *sent.command);
}

void learn_completion(Learning& learning, const InProgressAtClient& sent,
                      const StatusResponse& status) {
  if (status.condition != Condition::ok) return learn_failure(learning, sent, status);
  if (is_over(learning.session)) return;
  const Nature& nature = *sent.facts.nature;
  if (nature.traits.has(Trait::starts_tls)) {
    learning.session.facts.capabilities.reset();  // RFC 3501 §6.2.1: they MUST be discarded
  }
  if (nature.traits.has(Trait::asks_for_events)) {
    learning.session.facts.hears_events = sent.facts.wants_events;
    learning.session.expunges_at_any_time = sent.facts.wants_expunges;
  }
  if (sent.command) {
    learn_from_success(learning, *sent.command);
    learn_success(learning, sent, status);
  } else if (nature.journey.ok == Passage::login) {
    learning.travel(Passage::login);
  }
}

// Something happened that was not seen: which mailbox is open, if any, is unknown.
void lose_track(Learning& learning) {
  SessionModel& session = learning.session;
  if (session.mailbox || session.opening) learning.effect(effect::MailboxFactsKnown{});
  session.mailbox = nullptr;
  session.opening = nullptr;
  learning.remember(MailboxChange::Kind::forgotten);
  session.facts.state_known = false;
}

// The command was not seen: in a capture with a gap, whatever it did is done now.
void learn_unasked_completion(Learning& learning, const StatusResponse& status) {
  const SessionModel& session = learning.session;
  if (status.condition != Condition::ok) {
    learning.effect(effect::Failed{});
  } else if (session.incomplete && !is_over(session)) {
    lose_track(learning);
    // It may have been STARTTLS or LOGIN, after which the server announces others.
    const bool announced = status.code && std::holds_alternative<CodeCapability>(*status.code);
    if (!announced) learning.session.facts.capabilities.reset();
    // Only SELECT and EXAMINE end so (RFC 3501 §6.3.1, §6.3.2).
    const bool read_only = has_code(status, "READ-ONLY");
    if (!read_only && !has_code(status, "READ-WRITE")) return;
    learning.prove(State::selected);
    learning.mailbox()->facts.read_only = read_only;
  }
}

// The size of the mailbox, where it is known; at least as many as were spoken of are there.
LastMessage last_message(const SessionModel& session) {
  const std::shared_ptr<MailboxModel>& mailbox = session.current();
  if (!mailbox) return {};
  const MailboxBelief& facts = mailbox->facts;
  if (!facts.exists_known) return {SeqNum{mailbox->messages.size()}, SeqNum{UINT32_MAX}};
  return {SeqNum{facts.exists}, SeqNum{facts.exists}};
}

void learn_tagged(Learning& learning, const Tagged& tagged) {
  SessionModel& session = learning.session;
  if (!is_over(session)) learn_code(learning, tagged.status);
  const InProgressAtClient* sent = session.in_progress.find(tagged.tag);
  if (sent == nullptr) {
    learn_unasked_completion(learning, tagged.status);
  } else {
    learn_completion(learning, session.in_progress.take(sent->facts.line), tagged.status);
  }
}

}  // namespace

bool asks_for(const Command& command, const UntaggedData& data) {
  return std::visit([&](const auto& c) { return answers(c, data); }, command);
}

void Learning::travel(Passage passage) {
  SessionBelief& facts = session.facts;
  const State state = destination(passage, facts.protocol);
  const bool again = passage == Passage::select && facts.state == State::selected;
  if (facts.state_known && facts.state == state && !again) return;
  effect(effect::Travelled{facts.state_known ? facts.state : state, state});
  facts.state = state;
  facts.state_known = true;
}

void Learning::prove(State state) {
  SessionBelief& facts = session.facts;
  if (facts.state_known) return;
  effect(effect::Travelled{state, state});
  facts.state = state;
  facts.state_known = true;
  // Some mailbox is open; its name was not seen.
  if (state == State::selected && !session.current()) {
    session.mailbox = std::make_shared<MailboxModel>();
  }
}

MailboxModel* Learning::mailbox() {
  std::shared_ptr<MailboxModel>& current = session.current();
  return current ? &change(current) : nullptr;
}

void Learning::remember(MailboxChange::Kind kind, SeqNum number) {
  if (session.in_progress.any_that(Role::stores)) {
    session.changes.add({kind, number, session.in_progress.oldest().facts.line});
  } else {
    session.changes.drop();
  }
}

void learn_command(Learning& learning, const CommandInProgress& facts,
                   std::shared_ptr<const Command> command) {
  SessionModel& session = learning.session;
  if (session.in_progress.find(facts.line) != nullptr) {  // its rest came, behind a literal
    session.in_progress.change(facts.line, [&](InProgressAtClient& sent) {
      sent.facts = facts;
      sent.command = std::move(command);
    });
    return;
  }
  InProgressAtClient sent{.facts = facts, .command = std::move(command)};
  sent.last = last_message(session);
  sent.sent_at = session.changes.now();
  session.in_progress.add(std::move(sent));
}

void learn_client_data(Learning& learning, const Line& line) {
  auto& in_progress = learning.session.in_progress;
  if (in_progress.empty()) return;
  in_progress.change(in_progress.newest().facts.line, [&](InProgressAtClient& sent) {
    ++sent.answers;
    if (sent.command && std::holds_alternative<Authenticate>(*sent.command)) {
      learn_sasl_response(sent, line);
    }
  });
}

void learn_response(Learning& learning, const Response& response, bool greeting) {
  std::visit(overloaded{
                 [&](const Tagged& tagged) { learn_tagged(learning, tagged); },
                 [&](const Untagged& untagged) {
                   const auto* status = std::get_if<StatusResponse>(&untagged.data);
                   if (greeting && status != nullptr) {
                     learn_code(learning, *status);
                     learn_greeting(learning, *status);
                   } else {
                     learn_untagged(learning, untagged.data);
                   }
                 },
                 [&](const ContinuationRequest&) {
                   auto& in_progress = learning.session.in_progress;
                   if (in_progress.empty()) return;
                   const std::set<LineId>& dialogues = in_progress.that(Role::begins_dialogue);
                   const LineId asked =
                       dialogues.empty() ? in_progress.newest().facts.line : *dialogues.begin();
                   in_progress.change(asked,
                                      [](InProgressAtClient& sent) { ++sent.continuations; });
                 },
             },
             response);
}

void learn_closed(Learning& learning) {
  learning.session.facts.closed = true;
  learning.travel(Passage::leave);
  learning.session.in_progress.clear();
  learning.session.mailbox = nullptr;
  learning.session.opening = nullptr;
}

void learn_gap(Learning& learning, trace::Direction direction) {
  learning.session.incomplete = true;
  if (direction == trace::Direction::to_server) return;
  // A completion, a BYE or an EXPUNGE may have been in it.
  lose_track(learning);
  learning.session.facts.capabilities.reset();
  if (learning.session.in_progress.empty()) return;
  learning.session.in_doubt_until = learning.session.in_progress.newest().facts.line;
}

void learn_secured(Learning& learning) {
  SessionModel& session = learning.session;
  session.facts.is_protected = true;
  session.facts.capabilities.reset();
  session.facts.mail = nullptr;
  session.facts.user.reset();
  session.claimed_user.clear();
  session.in_progress.clear();  // the server has thrown away what was sent behind STARTTLS
  if (session.facts.protocol == Protocol::smtp) learning.travel(Passage::smtp_secured);
}

void learn_opaque(Learning& learning) {
  learning.session.facts.opaque = true;
  // RFC 3501 §6.2.1: what was announced before TLS MUST be discarded.
  learning.session.facts.capabilities.reset();
}

SessionBelief belief_of(const SessionModel& model, std::shared_ptr<const MailboxBelief> mailbox) {
  SessionBelief belief = model.facts;
  model.in_progress.each(
      [&](const InProgressAtClient& sent) { belief.in_progress.push_back(sent.facts); });
  const std::shared_ptr<MailboxModel>& current = model.current();
  if (current && !mailbox) {
    auto made = std::make_shared<MailboxBelief>(current->facts);
    made->messages = current->messages;
    mailbox = std::move(made);
  }
  belief.mailbox = std::move(mailbox);
  return belief;
}

}  // namespace imapscope::observer
