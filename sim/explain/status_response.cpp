// Status responses: OK, NO, BAD, BYE, PREAUTH, their response codes and their text.
#include <array>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

std::string_view completion_meaning(Condition condition) {
  switch (condition) {
    case Condition::ok:
      return "The command was carried out.";
    case Condition::no:
      return "The command was understood, but failed; it may succeed another time.";
    case Condition::bad:
      return "The server did not understand the command, or it is illegal here.";
    case Condition::bye:
    case Condition::preauth:
      return "No command is completed so.";
  }
  return "";
}

std::string_view untagged_meaning(Condition condition, bool greeting) {
  switch (condition) {
    case Condition::ok:
      return greeting ? "The server is ready; the client is to say who it is."
                      : "Information; no command is completed by it.";
    case Condition::no:
      return "A warning; the command in progress may still succeed.";
    case Condition::bad:
      return "An error that the server cannot pin on a command.";
    case Condition::bye:
      return greeting ? "The server refuses the connection."
                      : "The server is about to close the connection.";
    case Condition::preauth:
      return "The server knows already who the client is; no LOGIN is needed.";
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
    CodeWords{"READ-ONLY", "In this session the mailbox cannot be changed.",
              "3501 §7.1, 9051 §7.1"},
    CodeWords{"READ-WRITE", "In this session the mailbox can be changed.", "3501 §7.1, 9051 §7.1"},
    CodeWords{"TRYCREATE", "The mailbox does not exist; CREATE would help.",
              "3501 §7.1, 9051 §7.1"},
    CodeWords{"CLOSED", "The mailbox that was open is left; what follows is about the new one.",
              "7162 §3.2.11, 9051 §7.1"},
    CodeWords{"UIDNOTSTICKY", "This mailbox does not keep its UIDs.", "4315 §3, 9051 §7.1"},
    CodeWords{"NONEXISTENT", "There is no such mailbox.", "5530 §3, 9051 §7.1"},
    CodeWords{"ALREADYEXISTS", "The mailbox is there already.", "5530 §3, 9051 §7.1"},
    CodeWords{"AUTHENTICATIONFAILED", "The user or the password is wrong.", "5530 §3, 9051 §7.1"},
    CodeWords{"AUTHORIZATIONFAILED", "This user may not act as that other one.",
              "5530 §3, 9051 §7.1"},
    CodeWords{"EXPIRED", "The password or the proof has expired.", "5530 §3, 9051 §7.1"},
    CodeWords{"CONTACTADMIN", "Only the server's administrator can help.", "5530 §3, 9051 §7.1"},
    CodeWords{"CORRUPTION", "Something that the server has stored is damaged.",
              "5530 §3, 9051 §7.1"},
    CodeWords{"HASCHILDREN", "Mailboxes lie below it, so it stays.", "9051 §7.1"},
    CodeWords{"UNKNOWN-CTE", "The part's transfer encoding is not known to the server.",
              "3516 §4.3, 9051 §7.1"},
    CodeWords{"NOTSAVED", "The search result that `$` stands for was not saved.",
              "5182 §2.1, 9051 §7.1"},
    CodeWords{"COMPRESSIONACTIVE", "The connection is compressed already.", "4978 §3"},
    CodeWords{"PRIVACYREQUIRED", "The connection must be private (TLS) first.",
              "5530 §3, 9051 §7.1"},
    CodeWords{"CANNOT", "What was asked can never be done.", "5530 §3, 9051 §7.1"},
    CodeWords{"CLIENTBUG", "The server takes this for a client's bug.", "5530 §3, 9051 §7.1"},
    CodeWords{"SERVERBUG", "The server has met a bug of its own.", "5530 §3, 9051 §7.1"},
    CodeWords{"NOPERM", "The user lacks the right.", "5530 §3, 9051 §7.1"},
    CodeWords{"INUSE", "Another session is using it.", "5530 §3, 9051 §7.1"},
    CodeWords{"EXPUNGEISSUED", "A message that the command names is gone already.",
              "5530 §3, 9051 §7.1"},
    CodeWords{"OVERQUOTA", "The user's storage is full.", "5530 §3, 9051 §7.1"},
    CodeWords{"LIMIT", "A limit of the server was reached.", "5530 §3, 9051 §7.1"},
    CodeWords{"TOOBIG", "The message is larger than the server takes.", "4469 §4.2, 9051 §7.1"},
    CodeWords{"HIGHESTMODSEQ", "The number of the newest change in the mailbox.", "7162 §3.1.2.1"},
    CodeWords{"NOMODSEQ", "The mailbox does not count changes.", "7162 §3.1.2.2"},
    CodeWords{"UNAVAILABLE", "Something behind the server is down for now.", "5530 §3, 9051 §7.1"},
};

void say_code(Explaining& e, std::string_view meaning, std::string_view rfc) {
  if (e.line().kind == LineKind::untagged) e.lead();
  e.say("response code", sentence(std::string(meaning)), std::string(rfc));
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
  say_code(e, "The next new message's UID will be this or higher.",
           both("3501 §2.3.1.1", "9051 §2.3.1.1"));
  e.say("unique identifier",
        "The next new message gets UID " + std::to_string(code.uid.value) + " or a higher one.",
        both("3501 §2.3.1.1", "9051 §2.3.1.1"));
}

void explain_uid_validity(Explaining& e) {
  say_code(e, "UIDs can be compared only while this number stays.",
           both("3501 §2.3.1.1", "9051 §2.3.1.1"));
  e.say("UIDVALIDITY",
        "If it differs from the last time, " + e.client() +
            " must forget every UID that it remembers of this mailbox.",
        both("3501 §2.3.1.1", "9051 §2.3.1.1"));
}

void explain_unseen(Explaining& e, const CodeUnseen& code) {
  say_code(e, "The number of the first unread message; not how many are unread.",
           both("3501 §7.1", ""));
  e.say("message sequence number",
        "Message " + std::to_string(code.first.value) + " is the first without `\\Seen`.",
        both("3501 §7.1", ""));
}

void explain_permanent(Explaining& e) {
  say_code(e, "the flags that " + e.client() + " can change for good.",
           both("3501 §7.1", "9051 §7.1"));
  e.say_flags(both("3501 §7.1", "9051 §7.1"));
}

void explain_append_uid(Explaining& e) {
  say_code(e, "the UID that the new message has been given.", both("4315 §3", "9051 §7.1"));
  e.say("UIDVALIDITY", "The UIDVALIDITY of the mailbox that received it.",
        both("4315 §3", "9051 §7.1"));
  e.say("unique identifier", "UID " + set_in_words(e.text()) + " is the new message.",
        both("4315 §3", "9051 §7.1"));
}

bool is_one(std::string_view set) {
  return set.find_first_of(":,") == std::string_view::npos;
}

std::string uids_in_words(std::string_view set) {
  return (is_one(set) ? "UID " : "UIDs ") + set_in_words(set) + (is_one(set) ? " was" : " were");
}

std::string copies_in_words(std::string_view set) {
  return (is_one(set) ? "The copy has UID " : "The copies have UIDs ") + set_in_words(set) + ".";
}

void explain_copy_uid(Explaining& e) {
  say_code(e, "which message became which: the old UIDs, then the new ones, in the same order.",
           both("4315 §3", "9051 §7.1"));
  e.say("UIDVALIDITY", "The UIDVALIDITY of the mailbox that received the copies.",
        both("4315 §3", "9051 §7.1"));
  e.say("source UIDs", uids_in_words(e.text()) + " copied.", both("4315 §3", "9051 §7.1"));
  e.say("new UIDs", copies_in_words(e.text()), both("4315 §3", "9051 §7.1"));
}

void explain_bad_charset(Explaining& e) {
  const std::string rfc = both("3501 §7.1", "9051 §7.1");
  say_code(e, "the server does not know the charset of the search.", rfc);
  e.pass_open("The charsets that the server knows.");
  while (e.inside() && !e.at(wire::TokenKind::code_close)) {
    e.say_string("charset", "A charset that the server knows.", rfc);
  }
  e.pass_close();
}

void explain_code(Explaining& e, const ResponseCode& code) {
  e.pass("response code", "Between the brackets stands what programs read.");
  std::visit(overloaded{
                 [&](const CodeAtom& c) { explain_atom(e, c); },
                 [&](const CodeBadCharset&) { explain_bad_charset(e); },
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
    e.say_unknown("argument", "An argument of the response code.");
  }
  if (e.at(wire::TokenKind::code_close)) {
    e.pass("response code", "Here ends what programs read.");
  }
}

}  // namespace

void explain_words(Explaining& e) {
  if (!e.at(wire::TokenKind::text)) return;
  e.say("text", "Words for people; programs ignore them.", both("3501 §7.1", "9051 §7.1"));
}

void explain_status(Explaining& e, const StatusResponse& status) {
  const LineKind kind = e.line().kind;
  e.lead();
  const std::string_view meaning =
      kind == LineKind::tagged ? completion_meaning(status.condition)
                               : untagged_meaning(status.condition, kind == LineKind::greeting);
  const bool forgotten = e.at(wire::TokenKind::code_open);
  if (!forgotten) e.say("condition", std::string(meaning), both("3501 §7.1", "9051 §7.1"));
  if (status.code && e.at(wire::TokenKind::code_open)) explain_code(e, *status.code);
  explain_words(e);
}

}  // namespace imapscope::explain
