#include "tests/property/extension_script.h"

#include <array>
#include <string_view>

namespace imapscope {
namespace {

// `@n` is a message's number, `@u` a UID, `@m` a mailbox, `@c` the number of a change.
constexpr std::array templates{
    // CONDSTORE, QRESYNC
    "ENABLE CONDSTORE",
    "ENABLE QRESYNC",
    "SELECT @m (CONDSTORE)",
    "SELECT @m (QRESYNC (42 @c))",
    "SELECT @m (QRESYNC (42 @c 10:60 (1:3 10,20,30)))",
    "FETCH @n:* (FLAGS) (CHANGEDSINCE @c)",
    "UID FETCH @u:* (FLAGS) (CHANGEDSINCE @c VANISHED)",
    "FETCH @n MODSEQ",
    "STORE @n (UNCHANGEDSINCE @c) +FLAGS.SILENT (\\Seen)",
    "UID STORE @u:* (UNCHANGEDSINCE @c) FLAGS (\\Deleted $Work)",
    "SEARCH MODSEQ @c",
    "STATUS @m (HIGHESTMODSEQ MESSAGES UNSEEN)",
    // IMAP4rev2, UTF8=ACCEPT, beside sessions without
    "ENABLE IMAP4rev2",
    "ENABLE UTF8=ACCEPT",
    "ENABLE IMAP4rev2 CONDSTORE",
    "CREATE \"Entw\u00fcrfe\"",
    "CREATE Entw&APw-rfe",
    "SELECT \"Entw\u00fcrfe\"",
    "EXAMINE Entw&APw-rfe",
    "LIST (SUBSCRIBED) \"\" * RETURN (STATUS (MESSAGES SIZE DELETED))",
    "APPEND \"Entw\u00fcrfe\" UTF8 (~{18+}\r\nSubject: K\u00e4se\r\n\r\n)",
    "SEARCH RETURN (SAVE) UNSEEN",
    "UID SEARCH UID $",
    "SEARCH NEW",
    "FETCH @n RFC822.HEADER",
    "STATUS @m (RECENT)",
    // QUOTA, STATUS=SIZE, WITHIN
    "GETQUOTAROOT @m",
    "GETQUOTA #user/ada",
    "STATUS @m (SIZE DELETED DELETED-STORAGE)",
    "SEARCH OLDER 3600",
    // JMAPACCESS, MAILBOX-REFERRALS
    "GETJMAPACCESS",
    "RLIST \"\" *",
    "RLSUB \"\" %",
    // NOTIFY
    "NOTIFY SET (selected-delayed (MessageNew MessageExpunge FlagChange)) (personal (MailboxName))",
    "NOTIFY SET STATUS (selected-delayed (MessageNew (UID FLAGS) MessageExpunge FlagChange)) "
    "(personal (MessageNew MessageExpunge FlagChange SubscriptionChange))",
    // SORT, THREAD, METADATA, ACL
    "SORT (REVERSE DATE SUBJECT) UTF-8 ALL",
    "UID SORT (SIZE) US-ASCII @n:*",
    "THREAD REFERENCES UTF-8 UNDELETED",
    "UID THREAD ORDEREDSUBJECT UTF-8 ALL",
    "SETMETADATA @m (/shared/comment \"@c\")",
    "GETMETADATA (DEPTH infinity) @m (/shared)",
    "SETACL @m anyone +l",
    "GETACL @m",
    "MYRIGHTS @m",
    // MOVE, UIDPLUS with the numbers of others
    "UID MOVE @u:* @m",
    "UID EXPUNGE @u:*",
};

std::string filled(char what, Choices& choices) {
  switch (what) {
    case 'n':
      return std::to_string(1 + choices.below(7));
    case 'u':
      return std::to_string(10 * (1 + choices.below(6)));
    case 'c':
      return std::to_string(1 + choices.below(60));
    default:
      return choices.one_of({"INBOX", "Work", "Limited", "Empty", "Nope"});
  }
}

}  // namespace

std::string extension_command(Choices& choices) {
  std::string_view rest = templates[choices.below(static_cast<std::uint32_t>(templates.size()))];
  std::string command;
  for (std::size_t at = rest.find('@'); at != rest.npos; at = rest.find('@')) {
    command.append(rest.substr(0, at));
    command += filled(rest[at + 1], choices);
    rest.remove_prefix(at + 2);
  }
  return command.append(rest);
}

}  // namespace imapscope
