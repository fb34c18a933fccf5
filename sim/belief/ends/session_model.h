// SessionModel: what the client of one connection concludes, kept while lines go by. Fed in the
// client's order: commands when they are sent, responses when they land. Each family adds what its
// own commands and data mean (families.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/belief/belief.h"
#include "sim/belief/commands_in_progress.h"
#include "sim/belief/ends/meanwhile.h"
#include "sim/belief/ends/message_list.h"
#include "sim/belief/line.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"

namespace imapscope::observer {

/// The open mailbox. `facts.messages` stays empty here; `messages` is the list.
struct MailboxModel {
  MailboxBelief facts;
  MessageList messages;
};

/// A command that was sent and is not completed.
struct InProgressAtClient {
  CommandInProgress facts;
  std::shared_ptr<const Command> command;  ///< null: it could not be read
  std::string argument{};                  ///< of POP3 and SMTP: what stands behind the verb
  std::uint32_t continuations = 0;         ///< how many `+` it has been given
  std::uint32_t answers = 0;               ///< how many of them the client has answered
  LastMessage last{};                      ///< when it was sent …
  std::size_t sent_at = 0;                 ///< … which was here in `SessionModel::changes`
};

[[nodiscard]] Roles roles_of(const InProgressAtClient& sent);

struct SessionModel {
  SessionBelief facts;  ///< without `in_progress` and `mailbox`, which stand below
  CommandsInProgress<InProgressAtClient> in_progress;
  MailboxChanges changes;
  std::shared_ptr<MailboxModel> mailbox;  ///< null: none is open
  std::shared_ptr<MailboxModel> opening;  ///< data of a SELECT came, its completion has not
  bool expunges_at_any_time = false;      ///< NOTIFY asked for them (RFC 5465 §5.3)
  bool incomplete = false;                ///< octets were missed: there may be unseen commands
  Known<LineId> in_doubt_until{};         ///< up to this one, the completion may have been missed
  std::string claimed_user{};             ///< POP3: as USER says, who is known once PASS is taken

  /// While one mailbox is left for another, what was sent of the old one may still land: which of
  /// them the numbers mean is unknown until the SELECT is completed.
  [[nodiscard]] bool between_mailboxes() const { return opening && mailbox; }
  /// The mailbox that mailbox data speak of now; null where none is open.
  [[nodiscard]] std::shared_ptr<MailboxModel>& current() { return opening ? opening : mailbox; }
  [[nodiscard]] const std::shared_ptr<MailboxModel>& current() const {
    return opening ? opening : mailbox;
  }
};

/// What one line did to the model.
struct Outcome {
  std::vector<Effect> effects;
  std::vector<Finding> findings;
};

/// One application of one line: the model, what came of it, and the line's octets.
struct Learning {
  SessionModel& session;
  Outcome& outcome;
  std::string_view bytes;

  void effect(Effect effect) { outcome.effects.push_back(std::move(effect)); }
  void report(rules::Named rule, std::vector<words::Argument> arguments, rules::Place place) {
    outcome.findings.push_back({&rule.rule(), std::move(arguments), place});
  }
  /// The session travels to where `passage` leads, and says so where that is news. Where it was may
  /// be unknown.
  void travel(Passage passage);
  /// Evidence: this could only happen in `state`.
  void prove(State state);
  /// The open mailbox for changing; null where none is open.
  [[nodiscard]] MailboxModel* mailbox();
  /// For the silent STOREs that are under way.
  void remember(MailboxChange::Kind kind, SeqNum number = {});
};

void learn_command(Learning& learning, const CommandInProgress& facts,
                   std::shared_ptr<const Command> command);
void learn_response(Learning& learning, const Response& response, bool greeting);
/// DONE, or a line of a SASL dialogue.
void learn_client_data(Learning& learning, const Line& line);
/// The connection was closed, by either end.
void learn_closed(Learning& learning);
/// A capture missed octets of one direction: what they said is unknown.
void learn_gap(Learning& learning, trace::Direction direction);
/// Both ends have TLS now: what was said before it is void (RFC 3501 §6.2.1, RFC 2595 §4, RFC 3207
/// §4.2).
void learn_secured(Learning& learning);
/// From here on the direction carries nothing that can be read.
void learn_opaque(Learning& learning);

/// `mailbox`: the belief of the open mailbox, where it is at hand; null: make it.
[[nodiscard]] SessionBelief belief_of(const SessionModel& model,
                                      std::shared_ptr<const MailboxBelief> mailbox);

}  // namespace imapscope::observer
