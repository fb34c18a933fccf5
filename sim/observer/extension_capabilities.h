// Capabilities that imapscope does not speak and real servers announce: known by name, for people.
#pragma once

#include <array>
#include <string_view>

#include "sim/base/ascii.h"

namespace imapscope::observer {

struct ExtensionCapability {
  std::string_view name;  ///< with `=` at its end: a family of names
  std::string_view rfc;
  std::string_view meaning;
};

inline constexpr std::array extension_capabilities{
    ExtensionCapability{"IMAP4rev2", "9051", "the revision of 2021"},
    ExtensionCapability{"STARTTLS", "3501 §6.2.1", "the connection can go on under TLS"},
    ExtensionCapability{"LITERAL-", "7888", "small literals may be sent without waiting for +"},
    ExtensionCapability{"COMPRESS=", "4978", "all that follows can be compressed"},
    ExtensionCapability{"CHILDREN", "3348", "LIST tells which mailboxes have others below them"},
    ExtensionCapability{"LIST-EXTENDED", "5258", "LIST takes options"},
    ExtensionCapability{"LIST-STATUS", "5819", "LIST can bring STATUS with it"},
    ExtensionCapability{"SPECIAL-USE", "6154", "LIST tells which mailbox is for sent mail, …"},
    ExtensionCapability{"STATUS=SIZE", "8438", "STATUS tells how large a mailbox is"},
    ExtensionCapability{"CONDSTORE", "7162", "changes are numbered, so stale ones can be refused"},
    ExtensionCapability{"QRESYNC", "7162", "a client can ask for all that changed since last time"},
    ExtensionCapability{"SORT", "5256", "the server can sort"},
    ExtensionCapability{"SORT=", "5957", "the server can sort by what is displayed"},
    ExtensionCapability{"ESORT", "5267", "results of SORT come in short form"},
    ExtensionCapability{"THREAD=", "5256", "the server can find conversations"},
    ExtensionCapability{"SEARCHRES", "5182", "`$` stands for what was found last"},
    ExtensionCapability{"WITHIN", "5032", "searches can ask for a message's age"},
    ExtensionCapability{"CONTEXT=", "5267", "the server can keep a search up to date"},
    ExtensionCapability{"MULTISEARCH", "7377", "one search can look into many mailboxes"},
    ExtensionCapability{"MULTIAPPEND", "3502", "one APPEND can carry many messages"},
    ExtensionCapability{"CATENATE", "4469", "APPEND can build a message from parts"},
    ExtensionCapability{"APPENDLIMIT", "7889", "how large a message may be"},
    ExtensionCapability{"REPLACE", "8508", "one message can take the place of another"},
    ExtensionCapability{"BINARY", "3516", "parts can be fetched decoded"},
    ExtensionCapability{"PREVIEW", "8970", "the beginning of a message can be fetched as text"},
    ExtensionCapability{"SAVEDATE", "8514", "when a message came into its mailbox is kept"},
    ExtensionCapability{"OBJECTID", "8474", "mailboxes and messages have names that last"},
    ExtensionCapability{"NOTIFY", "5465", "the server can tell of changes in other mailboxes"},
    ExtensionCapability{"URL-PARTIAL", "5550", "URLs can name parts of parts"},
    ExtensionCapability{"URLAUTH", "4467", "a URL can let others fetch a message"},
    ExtensionCapability{"I18NLEVEL=", "5255", "searches compare more than ASCII"},
    ExtensionCapability{"LANGUAGE", "5255", "texts for people come in several languages"},
    ExtensionCapability{"UTF8=", "6855", "mailbox names and headers may be UTF-8"},
    ExtensionCapability{"QUOTA", "9208", "the server tells how much room is left"},
    ExtensionCapability{"ACL", "4314", "who may do what can be asked and changed"},
    ExtensionCapability{"RIGHTS=", "4314", "which rights the server knows"},
    ExtensionCapability{"METADATA", "5464", "mailboxes can carry annotations"},
    ExtensionCapability{"LOGIN-REFERRALS", "2221", "LOGIN may name another server"},
    ExtensionCapability{"UNAUTHENTICATE", "8437", "a client can become somebody else"},
};

/// Ignores case; null where the name is not in the table.
inline const ExtensionCapability* find_extension_capability(std::string_view name) {
  for (const ExtensionCapability& known : extension_capabilities) {
    const bool family = known.name.ends_with('=');
    if (family ? ascii::starts_with_ignoring_case(name, known.name)
               : ascii::equal_ignoring_case(name, known.name)) {
      return &known;
    }
  }
  return nullptr;
}

}  // namespace imapscope::observer
