// The half of Conduct that knows the rules for a server.
#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/observer/conduct.h"

namespace imapscope::observer {
namespace {

// Data that a command MUST be answered with (RFC 3501 §6).
struct Required {
  std::string_view verb;
  std::string_view data;
  std::string_view rfc;
};
constexpr Required required[] = {
    {"CAPABILITY", "CAPABILITY", "3501 §6.1.1"}, {"STATUS", "STATUS", "3501 §6.3.10"},
    {"SEARCH", "SEARCH", "3501 §6.4.4"},         {"UID SEARCH", "SEARCH", "3501 §6.4.4"},
    {"NAMESPACE", "NAMESPACE", "2342 §5"},       {"ID", "ID", "2971 §3.2"},
};

std::string number_of(SeqNum number) {
  return std::to_string(number.value);
}

std::string messages(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " message" : " messages");
}

}  // namespace

void Conduct::judge_reading(Line& line, const Reading& reading, bool in_doubt) const {
  for (const wire::Quirk& quirk : reading.quirks) {
    remark(line, Finding::Kind::quirk, std::string(wire::describe(quirk.kind)), "3501 §9",
           quirk.offset);
  }
  if (!reading.error || in_doubt) return;
  const std::string expected =
      "this cannot be read from here on: " + reading.error->expected + " must stand here";
  if (line.kind == LineKind::unreadable || speaks_known_extensions_only()) {
    report(line, Fault::server, "The server broke the grammar: " + expected + ".",
           reading.error->rfc, reading.error->offset);
  } else {
    remark(line, Finding::Kind::quirk, "By the grammar " + expected + "; perhaps an extension.",
           reading.error->rfc, reading.error->offset);
  }
}

void Conduct::judge_order(Line& line) const {
  if (!spoke_ && !incomplete_ && line.kind != LineKind::greeting) {
    report(line, Fault::server, "A connection begins with a greeting: `* OK`, PREAUTH or BYE.",
           "3501 §7.1");
  }
  const bool bad_greeting = line.kind == LineKind::greeting &&
                            (line.condition == Condition::no || line.condition == Condition::bad);
  if (bad_greeting) {
    report(line, Fault::server, "A greeting is OK, PREAUTH or BYE, never " + line.name + ".",
           "3501 §7.1");
  }
  if (said_bye_ && line.kind != LineKind::tagged) {
    report(line, Fault::server, "The server spoke on after BYE, where only completions may follow.",
           "3501 §7.1.5");
  }
}

void Conduct::judge_untagged(Line& line, const UntaggedData& data) const {
  std::visit(overloaded{
                 [&](const ExpungeData& d) {
                   judge_place(line, "3501 §7.4.1");
                   judge_expunge(line, d);
                 },
                 [&](const Exists& d) {
                   judge_place(line, "3501 §7.3.1");
                   judge_exists(line, d);
                 },
                 [&](const Recent&) { judge_place(line, "3501 §7.3.2"); },
                 [&](const FetchData& d) {
                   judge_place(line, "3501 §7.4.2");
                   judge_fetch(line, d);
                 },
                 [](const auto&) {},
             },
             data);
}

// Data about messages need an open mailbox, or one that is being opened.
void Conduct::judge_place(Line& line, std::string_view rfc) const {
  if (incomplete_ || state_ == State::selected || in_progress_.any_that(Role::opens)) return;
  report(line, Fault::server, line.name + " speaks of a mailbox, and none is open.", rfc);
}

void Conduct::judge_expunge(Line& line, const ExpungeData& data) const {
  if (!incomplete_ && exists_ && data.number.value > *exists_) {
    report(line, Fault::server,
           "Message " + number_of(data.number) + " cannot be expunged: there are " +
               messages(*exists_) + ".",
           "3501 §7.4.1");
  }
  if (in_progress_.empty()) {
    if (incomplete_) return;  // there may be one that was not seen
    report(line, Fault::server,
           "EXPUNGE was sent while no command was in progress: the client may be using the "
           "number in a command right now.",
           "3501 §7.4.1");
    return;
  }
  if (incomplete_ || in_progress_.any_that(Role::renumbers)) return;
  const PendingCommand& oldest = in_progress_.oldest().pending;
  report(line, Fault::server,
         "EXPUNGE was sent while " + oldest.verb + " (" + oldest.tag +
             ") was in progress: numbers must stand still during FETCH, STORE and SEARCH.",
         "3501 §7.4.1");
}

void Conduct::judge_exists(Line& line, const Exists& data) const {
  if (incomplete_ || in_progress_.any_that(Role::opens)) return;
  if (!exists_ || data.count >= *exists_) return;
  report(line, Fault::server,
         "EXISTS fell from " + std::to_string(*exists_) + " to " + std::to_string(data.count) +
             ": only EXPUNGE may take messages away.",
         "3501 §5.2");
}

void Conduct::judge_fetch(Line& line, const FetchData& data) const {
  if (!incomplete_ && exists_ && data.number.value > *exists_) {
    report(line, Fault::server,
           "FETCH tells of message " + number_of(data.number) + ", and there are " +
               messages(*exists_) + ".",
           "3501 §7.4.2");
  }
  if (!announced_) return;
  for (const FetchedItem& item : data.items) {
    const auto* fetched = std::get_if<FetchedFlags>(&item);
    if (fetched == nullptr) continue;
    for (const Flag& flag : fetched->flags) {
      if (flag == flags::recent || announced_->contains(flag)) continue;
      remark(line, Finding::Kind::quirk,
             "The flag " + flag.name + " is used before a FLAGS response has listed it.",
             "3501 §7.2.6");
    }
  }
}

void Conduct::judge_continuation(Line& line) const {
  if (incomplete_ || in_progress_.any_that(Role::asks)) return;
  report(line, Fault::server, "The server asks the client to go on, and no command waits for it.",
         "3501 §7.5");
}

void Conduct::judge_stray_completion(Line& line) const {
  if (incomplete_) return;
  const bool again = std::find(completed_.begin(), completed_.end(), line.tag) != completed_.end();
  report(line, Fault::server,
         again ? "The command " + line.tag + " was completed already."
               : "No command with the tag " + line.tag + " is in progress.",
         "3501 §2.2.2");
}

void Conduct::judge_completion(Line& line, const InProgress& command) const {
  if (line.condition != Condition::ok || incomplete_) return;
  const std::string& verb = command.pending.verb;
  // Behind a command that was passed over, such as one that IDLE took for its end, it is unknown
  // which data were for this one.
  const bool was_oldest =
      in_progress_.empty() || command.pending.line < in_progress_.oldest().pending.line;
  if (opens_mailbox(command) && was_oldest) judge_opening(line);
  if (verb == "LOGOUT" && !said_bye_) {
    report(line, Fault::server, "LOGOUT was completed without BYE before it.", "3501 §6.1.3");
  }
  for (const Required& rule : required) {
    if (rule.verb != verb || command.answered || !command.command) continue;
    remark(line, Finding::Kind::quirk,
           verb + " was completed without " + std::string(rule.data) + " data before it.",
           rule.rfc);
  }
}

void Conduct::judge_opening(Line& line) const {
  const OpeningData data = opening_.value_or(OpeningData{});
  const auto rev2 = [](const std::string& name) {
    return ascii::equal_ignoring_case(name, "IMAP4rev2");
  };
  const bool needs_recent = std::none_of(capabilities_.begin(), capabilities_.end(), rev2);
  struct Rule {
    bool kept;
    std::string_view name;
  };
  for (const Rule& rule : {Rule{data.flags, "FLAGS"}, Rule{data.exists, "EXISTS"},
                           Rule{data.recent || !needs_recent, "RECENT"}}) {
    if (rule.kept) continue;
    report(line, Fault::server,
           "The mailbox was opened without " + std::string(rule.name) + ", which is required.",
           "3501 §6.3.1");
  }
  // The standard requires these too, and says what a client may assume without them.
  for (const Rule& rule :
       {Rule{data.permanent_flags, "PERMANENTFLAGS"}, Rule{data.uid_next, "UIDNEXT"},
        Rule{data.uid_validity, "UIDVALIDITY"}}) {
    if (rule.kept) continue;
    remark(line, Finding::Kind::quirk,
           "The mailbox was opened without [" + std::string(rule.name) + "].", "3501 §6.3.1");
  }
}

}  // namespace imapscope::observer
