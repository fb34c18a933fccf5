// Commands of extensions that imapscope does not speak: known by name, so that a capture that holds
// them is explained, and not blamed.
#pragma once

#include <array>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/imap/traits.h"

namespace imapscope {

struct ExtensionCommand {
  std::string_view verb;
  std::string_view rfc;
  std::string_view purpose;
  Traits traits = {};
  Journey journey = {};
};

inline constexpr std::array extension_commands{
    ExtensionCommand{"STARTTLS", "3501 §6.2.1", "Asks to go on under TLS.", {Trait::starts_tls}},
    ExtensionCommand{
        "COMPRESS", "4978 §3", "Asks to compress all that follows.", {Trait::compresses}},
    ExtensionCommand{"UNAUTHENTICATE",
                     "8437 §3",
                     "Gives up the identity, not the connection.",
                     {},
                     {Passage::unauthenticate}},
    ExtensionCommand{"GETQUOTA", "9208 §4.1.1", "Asks for a quota root's limits."},
    ExtensionCommand{"GETQUOTAROOT", "9208 §4.1.2", "Asks which quotas bind a mailbox."},
    ExtensionCommand{"SETQUOTA", "9208 §4.1.3", "Sets a quota root's limits."},
    ExtensionCommand{"GETACL", "4314 §3.3", "Asks who may do what with a mailbox."},
    ExtensionCommand{"SETACL", "4314 §3.1", "Gives rights on a mailbox."},
    ExtensionCommand{"DELETEACL", "4314 §3.2", "Takes rights on a mailbox."},
    ExtensionCommand{"LISTRIGHTS", "4314 §3.4", "Asks which rights can be given."},
    ExtensionCommand{"MYRIGHTS", "4314 §3.5", "Asks what the user may do with a mailbox."},
    ExtensionCommand{"SORT", "5256 §3", "Finds messages, in an order.", {Trait::names_messages}},
    ExtensionCommand{
        "THREAD", "5256 §3", "Finds messages, as conversations.", {Trait::names_messages}},
    ExtensionCommand{"GETMETADATA", "5464 §4.2", "Reads annotations of a mailbox."},
    ExtensionCommand{"SETMETADATA", "5464 §4.3", "Writes annotations of a mailbox."},
    ExtensionCommand{"NOTIFY",
                     "5465 §3",
                     "Asks to be told of changes in many mailboxes.",
                     {Trait::asks_for_events}},
    ExtensionCommand{"ESEARCH", "7377 §2.1", "Searches several mailboxes."},
    ExtensionCommand{"CANCELUPDATE", "5267 §4.3.2", "Ends the updates of a search."},
    ExtensionCommand{"REPLACE", "8508 §3", "Puts a message in the place of another."},
    ExtensionCommand{"GENURLAUTH", "4467 §7", "Makes a URL that others may fetch."},
    ExtensionCommand{"RESETKEY", "4467 §7", "Makes such URLs void."},
    ExtensionCommand{"URLFETCH", "4467 §7", "Fetches what such a URL names."},
    ExtensionCommand{"CONVERT", "5259 §6", "Fetches a part in another format."},
};

/// Ignores case; null where the verb is not in the table.
inline const ExtensionCommand* find_extension_command(std::string_view verb) {
  for (const ExtensionCommand& command : extension_commands) {
    if (ascii::equal_ignoring_case(command.verb, verb)) return &command;
  }
  return nullptr;
}

}  // namespace imapscope
