// Status responses: OK, NO, BAD, BYE, PREAUTH, their response codes and their text.
#include <array>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/observer/explain_parts.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {
namespace {

std::string_view completion_meaning(Condition condition) {
  switch (condition) {
    case Condition::ok:
      return "`OK`: the command was carried out.";
    case Condition::no:
      return "`NO`: the command was understood and failed; it may succeed another time.";
    case Condition::bad:
      return "`BAD`: the server did not understand the command, or it is illegal here.";
    case Condition::bye:
    case Condition::preauth:
      return "No command is completed so.";
  }
  return "";
}

std::string_view untagged_meaning(Condition condition, bool greeting) {
  switch (condition) {
    case Condition::ok:
      return greeting ? "`OK`: the server is ready, and wants to know who is there."
                      : "`OK`: information; no command is completed by it.";
    case Condition::no:
      return "`NO`: a warning; the command may still succeed.";
    case Condition::bad:
      return "`BAD`: an error that the server cannot pin on a command.";
    case Condition::bye:
      return greeting ? "`BYE`: the server refuses the connection."
                      : "`BYE`: the server is about to close the connection.";
    case Condition::preauth:
      return "`PREAUTH`: who the client is was known before; no LOGIN is needed.";
  }
  return "";
}

struct CodeWords {
  std::string_view name;
  std::string_view meaning;
  std::string_view rfc;
};
constexpr std::array code_words{
    CodeWords{"ALERT", "The text must be shown to the user.", "3501 §7.1, 9051 §7.1"},
    CodeWords{"PARSE", "The server could not read a message's headers.", "3501 §7.1, 9051 §7.1"},
    CodeWords{"READ-ONLY", "The mailbox cannot be changed here.", "3501 §7.1, 9051 §7.1"},
    CodeWords{"READ-WRITE", "The mailbox can be changed.", "3501 §7.1, 9051 §7.1"},
    CodeWords{"TRYCREATE", "The mailbox does not exist; CREATE would help.",
              "3501 §7.1, 9051 §7.1"},
    CodeWords{"CLOSED", "The mailbox that was open is left; what follows is of the new one.",
              "7162 §3.2.11, 9051 §7.1"},
    CodeWords{"UIDNOTSTICKY", "This mailbox does not keep its UIDs.", "4315 §3, 9051 §7.1"},
    CodeWords{"NONEXISTENT", "There is no such mailbox.", "5530 §3, 9051 §7.1"},
    CodeWords{"ALREADYEXISTS", "The mailbox is there already.", "5530 §3, 9051 §7.1"},
    CodeWords{"AUTHENTICATIONFAILED", "The user or the password is wrong.", "5530 §3, 9051 §7.1"},
    CodeWords{"PRIVACYREQUIRED", "First the connection must be private.", "5530 §3, 9051 §7.1"},
    CodeWords{"CANNOT", "It can never be done.", "5530 §3, 9051 §7.1"},
    CodeWords{"CLIENTBUG", "The server takes this for a client's bug.", "5530 §3, 9051 §7.1"},
    CodeWords{"SERVERBUG", "The server has met a bug of its own.", "5530 §3, 9051 §7.1"},
    CodeWords{"NOPERM", "The user lacks the right.", "5530 §3, 9051 §7.1"},
    CodeWords{"INUSE", "Somebody else is using it.", "5530 §3, 9051 §7.1"},
    CodeWords{"EXPUNGEISSUED", "A message that was named is gone already.", "5530 §3, 9051 §7.1"},
    CodeWords{"OVERQUOTA", "There is no room left.", "5530 §3, 9051 §7.1"},
    CodeWords{"LIMIT", "A limit of the server was reached.", "5530 §3, 9051 §7.1"},
    CodeWords{"TOOBIG", "The message is larger than the server takes.", "4469 §4.2, 9051 §7.1"},
    CodeWords{"HIGHESTMODSEQ", "The number of the newest change in the mailbox.", "7162 §3.1.2.1"},
    CodeWords{"NOMODSEQ", "The mailbox does not count changes.", "7162 §3.1.2.2"},
    CodeWords{"UNAVAILABLE", "Something behind the server is down for now.", "5530 §3, 9051 §7.1"},
};

void say_code(Explaining& e, std::string_view meaning, std::string_view rfc) {
  if (e.line().kind == LineKind::untagged) e.lead();
  e.say("response code", "`" + std::string(e.text()) + "`: " + std::string(meaning),
        std::string(rfc));
}

void explain_atom(Explaining& e, const CodeAtom& code) {
  for (const CodeWords& words : code_words) {
    if (!ascii::equal_ignoring_case(words.name, code.name)) continue;
    say_code(e, words.meaning, words.rfc);
    return;
  }
  say_code(e, "a code that imapscope does not know.", both("3501 §7.1", "9051 §7.1"));
}

void explain_uid_next(Explaining& e, const CodeUidNext& code) {
  say_code(e, "what the next new message's UID will be, at least.",
           both("3501 §2.3.1.1", "9051 §2.3.1.1"));
  e.say("unique identifier",
        "New messages get UIDs from " + std::to_string(code.uid.value) + " on.",
        both("3501 §2.3.1.1", "9051 §2.3.1.1"));
}

void explain_uid_validity(Explaining& e) {
  say_code(e, "UIDs can be compared only while this number stays.",
           both("3501 §2.3.1.1", "9051 §2.3.1.1"));
  e.say("UIDVALIDITY",
        "If it differs from the last time, " + e.client() +
            " must forget every UID it remembers of this mailbox.",
        both("3501 §2.3.1.1", "9051 §2.3.1.1"));
}

void explain_unseen(Explaining& e, const CodeUnseen& code) {
  say_code(e, "where the first unread message is; not how many there are.", both("3501 §7.1", ""));
  e.say("message sequence number",
        "The " + ordinal(code.first.value) + " message is the first without `\\Seen`.",
        both("3501 §7.1", ""));
}

void explain_permanent(Explaining& e) {
  say_code(e, "the flags that outlive this session when " + e.client() + " changes them.",
           both("3501 §7.1", "9051 §7.1"));
  e.say_flags(both("3501 §7.1", "9051 §7.1"));
}

void explain_append_uid(Explaining& e) {
  say_code(e, "the UID that the new message has been given.", both("4315 §3", "9051 §7.1"));
  e.say("UIDVALIDITY", "Of the mailbox that received it.", both("4315 §3", "9051 §7.1"));
  e.say("unique identifier", "UID " + set_in_words(e.text()) + " is the new message.",
        both("4315 §3", "9051 §7.1"));
}

void explain_copy_uid(Explaining& e) {
  say_code(e, "which message became which: old UIDs, then new ones, in the same order.",
           both("4315 §3", "9051 §7.1"));
  e.say("UIDVALIDITY", "Of the mailbox that received the copies.", both("4315 §3", "9051 §7.1"));
  e.say("source UIDs", "UIDs " + set_in_words(e.text()) + " were copied.",
        both("4315 §3", "9051 §7.1"));
  e.say("new UIDs", "The copies have UIDs " + set_in_words(e.text()) + ".",
        both("4315 §3", "9051 §7.1"));
}

void explain_code(Explaining& e, const ResponseCode& code) {
  e.pass("response code", "Here what programs read begins.");
  std::visit(overloaded{
                 [&](const CodeAtom& c) { explain_atom(e, c); },
                 [&](const CodeBadCharset&) {
                   say_code(e, "the server does not know the charset of the search.",
                            both("3501 §7.1", "9051 §7.1"));
                 },
                 [&](const CodeCapability&) {
                   say_code(e, "what the server can do, told without being asked.",
                            both("3501 §7.1", "9051 §7.1"));
                   explain_capabilities(e);
                 },
                 [&](const CodePermanentFlags&) { explain_permanent(e); },
                 [&](const CodeUidNext& c) { explain_uid_next(e, c); },
                 [&](const CodeUidValidity&) { explain_uid_validity(e); },
                 [&](const CodeUnseen& c) { explain_unseen(e, c); },
                 [&](const CodeAppendUid&) { explain_append_uid(e); },
                 [&](const CodeCopyUid&) { explain_copy_uid(e); },
             },
             code);
  while (!e.at_line_end() && !e.at(wire::TokenKind::code_close) && !e.at(wire::TokenKind::text)) {
    e.say_value("argument", "An argument of the response code.");
  }
  if (e.at(wire::TokenKind::code_close)) {
    e.pass("response code", "Here ends what programs read.");
  }
}

}  // namespace

void explain_status(Explaining& e, const StatusResponse& status) {
  const LineKind kind = e.line().kind;
  e.lead();
  const std::string_view meaning =
      kind == LineKind::tagged ? completion_meaning(status.condition)
                               : untagged_meaning(status.condition, kind == LineKind::greeting);
  e.say("condition", std::string(meaning), both("3501 §7.1", "9051 §7.1"));
  if (status.code && e.at(wire::TokenKind::code_open)) explain_code(e, *status.code);
  if (e.at(wire::TokenKind::text)) {
    e.say("text", "Words for people; programs pass them by.", both("3501 §7.1", "9051 §7.1"));
  }
}

}  // namespace imapscope::observer
