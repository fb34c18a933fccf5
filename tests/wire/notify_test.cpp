#include "sim/imap/notify.h"

#include "sim/wire/notify.h"
#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("NOTIFY takes NONE, or SET and groups of mailboxes with their events") {
  check_commands({
      {"a NOTIFY NONE", ""},
      {"a NOTIFY SET (selected (MessageNew MessageExpunge))", ""},
      {"a NOTIFY SET STATUS (personal NONE)", ""},
      {"a NOTIFY SET (selected-delayed (MessageNew (UID BODY.PEEK[HEADER]) MessageExpunge)) "
       "(mailboxes (INBOX Sent) (MailboxName)) (subtree Lists (SubscriptionChange))",
       ""},
      {"a notify set status (SUBTREE-ONE lists MessageNew) (inboxes (flagchange))",
       "a NOTIFY SET STATUS (subtree-one lists (MessageNew)) (inboxes (flagchange))"},
      // The RFC's own example (§3.1) has events without parentheses.
      {"b notify set status (selected MessageNew (uid) MessageExpunge)",
       "b NOTIFY SET STATUS (selected (MessageNew (UID) MessageExpunge))"},
  });
  check_command_faults({
      {"a NOTIFY", "8: a space"},
      {"a NOTIFY ALL", "9: SET or NONE"},
      {"a NOTIFY SET", "12: a space"},
      {"a NOTIFY SET STATUS", "19: a space"},
      {"a NOTIFY SET selected NONE", "13: ( of a group of events"},
      {"a NOTIFY SET (nowhere NONE)", "14: which mailboxes"},
      {"a NOTIFY SET (selected)", "22: a space"},
      {"a NOTIFY SET (selected ())", "23: a list of events"},
      {"a NOTIFY SET (mailboxes () NONE)", "24: a list of mailboxes"},
      {"a NOTIFY SET (selected NONE", "27: the list's end"},
      {"a NOTIFY NONE x", "13: the end of the line"},
  });
}

TEST_CASE("events are found by their names, in any case") {
  CHECK(find_event("MESSAGENEW") == Event::message_new);
  CHECK(find_event("serverMetadataChange") == Event::server_metadata_change);
  CHECK(find_event("MessageRead") == Event::unknown);
  CHECK(name_of(Event::flag_change) == "FlagChange");
  CHECK(name_of(Event::unknown).empty());
}
