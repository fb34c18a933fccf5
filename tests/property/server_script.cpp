#include "tests/property/server_script.h"

#include "tests/property/extension_script.h"

namespace imapscope {
namespace {

std::string number(Choices& choices) {
  return choices.below(12) == 1 ? "*" : std::to_string(1 + choices.below(7));
}

std::string uid(Choices& choices) {
  return choices.below(12) == 1 ? "*" : std::to_string(10 * (1 + choices.below(6)));
}

template <class Bound>
std::string set_of(Choices& choices, Bound bound) {
  std::string set = bound(choices);
  if (choices.coin()) set += ':' + bound(choices);
  if (choices.below(4) == 1) set += ',' + bound(choices);
  return set;
}

/// "FETCH 1:3" or "UID FETCH 10:30", sometimes all of them.
std::string verb_and_set(Choices& choices, const std::string& verb) {
  const bool uids = choices.coin();
  const std::string set = choices.below(4) == 1 ? "1:*"
                          : uids                ? set_of(choices, uid)
                                                : set_of(choices, number);
  return (uids ? "UID " : "") + verb + ' ' + set;
}

std::string mailbox(Choices& choices) {
  return choices.one_of({"INBOX", "inbox", "Work", "Limited", "Empty", "Nope", "Work/2026"});
}

std::string flag_list(Choices& choices) {
  std::string list = "(";
  for (const std::string& flag : choices.some(0, 2, [&] {
         return std::string(choices.one_of(
             {"\\Deleted", "\\Seen", "\\Flagged", "\\Answered", "$Work", "Later", "later"}));
       })) {
    if (list.size() > 1) list += ' ';
    list += flag;
  }
  return list + ')';
}

std::string fetch(Choices& choices) {
  return verb_and_set(choices, "FETCH") + ' ' +
         choices.one_of({"FLAGS", "UID", "(UID FLAGS)", "ALL", "FULL", "BODY[TEXT]",
                         "(FLAGS BODY.PEEK[HEADER])", "RFC822.SIZE", "BODY[]<2.9>", "ENVELOPE",
                         "BODYSTRUCTURE", "(UID RFC822)", "BODY.PEEK[HEADER.FIELDS (Subject)]"});
}

std::string store(Choices& choices) {
  return verb_and_set(choices, "STORE") + ' ' +
         choices.one_of(
             {"+FLAGS", "-FLAGS", "FLAGS", "+FLAGS.SILENT", "-FLAGS.SILENT", "FLAGS.SILENT"}) +
         ' ' + flag_list(choices);
}

std::string search(Choices& choices) {
  return std::string(choices.one_of({"SEARCH ", "UID SEARCH ", "SEARCH RETURN (MIN COUNT ALL) ",
                                     "UID SEARCH RETURN () "})) +
         choices.one_of({"ALL", "UNSEEN", "NEW", "OR DELETED FLAGGED", "2:3", "NOT 1", "UID 20:*",
                         "SUBJECT lunch", "KEYWORD $Work", "SINCE 2-Mar-2026 (BODY ada OLD)"});
}

std::string append(Choices& choices) {
  const std::string flags = choices.coin() ? flag_list(choices) + ' ' : "";
  return "APPEND " + mailbox(choices) + ' ' + flags + (choices.coin() ? "{22+}" : "{22}") +
         "\r\nSubject: new\r\n\r\nHello.";
}

std::string about_mailboxes(Choices& choices) {
  const std::string verb = choices.one_of(
      {"STATUS", "LIST", "LSUB", "CREATE", "DELETE", "RENAME", "SUBSCRIBE", "UNSUBSCRIBE"});
  if (verb == "STATUS") return "STATUS " + mailbox(choices) + " (MESSAGES RECENT UNSEEN UIDNEXT)";
  if (verb == "LIST" || verb == "LSUB") return verb + " \"\" " + choices.one_of({"*", "%", "W%"});
  if (verb == "RENAME") return "RENAME " + mailbox(choices) + ' ' + choices.one_of({"New", "Work"});
  return verb + ' ' + mailbox(choices);
}

std::string nonsense(Choices& choices) {
  return choices.one_of({"FROB", "FETCH 1", "FETCH 99 FLAGS", "LOGIN ada secret", "STORE 1 FLAGS (",
                         "SEARCH ((ALL)", "STORE 1 +FLAGS (\\Recent)", "COPY 1:2",
                         "APPEND Work {99999999}", "FROB {300}", "SELECT {3}\r\nNo\r",
                         "FETCH 1 BODY[1.0]"});
}

std::string too_long(Choices& choices) {
  return std::string(script_line_octets + choices.below(200), 'x') +
         choices.one_of({"", " {5}", " {5+}\r\nhello", " {5+}\r\nhello {300}"});
}

/// Without a tag that can be repeated.
std::string tagless(Choices& choices) {
  switch (choices.below(3)) {
    case 0:
      return choices.one_of({"{300}", "?\"? {5}", " NOOP {7}", "\x81 NOOP {9}", "{5+}\r\nhello",
                             "%t APPEND Work {22}", " ", "NOOP"});
    case 1:
      return too_long(choices);
    default:
      return "( " + too_long(choices);
  }
}

std::string command(Choices& choices) {
  switch (choices.below(20)) {
    case 0:
      return "NOOP";
    case 1:
    case 2:
      return choices.one_of({"SELECT INBOX", "SELECT INBOX", "EXAMINE INBOX", "SELECT Work",
                             "SELECT Limited", "SELECT Nope"});
    case 3:
    case 4:
    case 5:
    case 6:
      return fetch(choices);
    case 7:
    case 8:
    case 9:
    case 10:
      return store(choices);
    case 11:
      return search(choices);
    case 12:
      return append(choices);
    case 13:
      return verb_and_set(choices, choices.coin() ? "COPY" : "MOVE") + ' ' + mailbox(choices);
    case 14:
    case 15:
      return choices.below(3) == 1 ? "UID EXPUNGE " + set_of(choices, uid) : "EXPUNGE";
    case 16:
      return about_mailboxes(choices);
    case 17:
      return choices.one_of(
          {"CHECK", "CLOSE", "UNSELECT", "CAPABILITY", "NAMESPACE", "ID NIL", "ENABLE CONDSTORE"});
    case 18:
      return "IDLE";
    default:
      return nonsense(choices);
  }
}

}  // namespace

ScriptLine ScriptWriter::next(Choices& choices) {
  const std::size_t lane = choices.below(static_cast<std::uint32_t>(idles_.size()));
  if (idles_[lane]) {
    idles_[lane] = false;
    const bool badly = ends_idle_badly_ && choices.below(8) == 1;
    if (!badly) return {lane, "DONE"};
    return {lane, choices.coin() ? tagless(choices) : "NOOP while idling"};
  }
  if (choices.below(24) == 1) return {lane, tagless(choices)};
  const bool extended = speech_ == Speech::extended && choices.coin();
  std::string text = extended ? extension_command(choices) : command(choices);
  if (choices.below(40) == 1) text += ' ' + too_long(choices);
  idles_[lane] = text == "IDLE";
  return {lane, 't' + std::to_string(++tags_) + ' ' + std::move(text)};
}

std::vector<ScriptLine> ScriptWriter::end_idle(std::size_t lane) {
  if (!idles_[lane]) return {};
  idles_[lane] = false;
  return {{lane, "DONE"}};
}

}  // namespace imapscope
