// Capability names (RFC 3501 §7.2.1) that this program knows, with the standard that defines each.
#pragma once

#include <array>
#include <string_view>

namespace imapscope {

struct CapabilityInfo {
  std::string_view name;  ///< with `=` at its end: a family of names
  std::string_view rfc;
  std::string_view meaning;
};

/// What imapscope speaks, in the order in which its server announces it.
inline constexpr std::array capabilities{
    CapabilityInfo{"IMAP4rev1", "3501", "the protocol, version 4rev1 of 2003"},
    CapabilityInfo{"AUTH=PLAIN", "4616", "AUTHENTICATE accepts PLAIN: user and password in one"},
    CapabilityInfo{"LOGINDISABLED", "3501 §6.2.3", "LOGIN is refused on this connection"},
    CapabilityInfo{"LITERAL+", "7888", "literals may be sent without waiting for +"},
    CapabilityInfo{"SASL-IR", "4959", "AUTHENTICATE may carry its first response"},
    CapabilityInfo{"ID", "2971", "client and server may tell which programs they are"},
    CapabilityInfo{"ENABLE", "5161", "a client can switch extensions on"},
    CapabilityInfo{"IDLE", "2177", "the server may speak at any time while IDLE runs"},
    CapabilityInfo{"NAMESPACE", "2342",
                   "a client can ask where the user's own and others' mailboxes live"},
    CapabilityInfo{"UNSELECT", "3691", "a client can leave a mailbox without expunging"},
    CapabilityInfo{"UIDPLUS", "4315", "there is UID EXPUNGE; APPEND and COPY report new UIDs"},
    CapabilityInfo{"MOVE", "6851", "messages can be moved in one step"},
    CapabilityInfo{"ESEARCH", "4731", "SEARCH can return MIN, MAX, COUNT and ALL"},
};

/// What others announce and imapscope does not speak: known by name, for people.
inline constexpr std::array foreign_capabilities{
    CapabilityInfo{"IMAP4", "1730", "the protocol, version 4 of 1994"},
    CapabilityInfo{"IMAP4rev2", "9051", "the protocol, version 4rev2 of 2021"},
    CapabilityInfo{"STARTTLS", "3501 §6.2.1", "the connection can go on under TLS"},
    CapabilityInfo{"LITERAL-", "7888", "small literals may be sent without waiting for +"},
    CapabilityInfo{"COMPRESS=", "4978", "all that follows can be compressed"},
    CapabilityInfo{"CHILDREN", "3348", "LIST tells which mailboxes have others below them"},
    CapabilityInfo{"LIST-EXTENDED", "5258", "LIST takes options"},
    CapabilityInfo{"LIST-STATUS", "5819", "LIST can bring STATUS with it"},
    CapabilityInfo{"SPECIAL-USE", "6154",
                   "LIST tells which mailbox is for drafts, for sent mail and so on"},
    CapabilityInfo{"STATUS=SIZE", "8438", "STATUS tells how large a mailbox is"},
    CapabilityInfo{"CONDSTORE", "7162", "changes are numbered, so stale ones can be refused"},
    CapabilityInfo{"QRESYNC", "7162", "a client can ask for all that changed since last time"},
    CapabilityInfo{"SORT", "5256", "the server can sort messages"},
    CapabilityInfo{"SORT=", "5957", "the server can sort by what is displayed"},
    CapabilityInfo{"ESORT", "5267", "results of SORT come in short form"},
    CapabilityInfo{"THREAD=", "5256", "the server can put messages together as conversations"},
    CapabilityInfo{"SEARCHRES", "5182", "`$` stands for what was found last"},
    CapabilityInfo{"WITHIN", "5032", "searches can ask for a message's age"},
    CapabilityInfo{"CONTEXT=", "5267", "the server can keep a search up to date"},
    CapabilityInfo{"MULTISEARCH", "7377", "one search can look into many mailboxes"},
    CapabilityInfo{"MULTIAPPEND", "3502", "one APPEND can carry many messages"},
    CapabilityInfo{"CATENATE", "4469", "APPEND can build a message from parts"},
    CapabilityInfo{"APPENDLIMIT", "7889", "how large a message may be"},
    CapabilityInfo{"REPLACE", "8508", "one message can take the place of another"},
    CapabilityInfo{"BINARY", "3516", "parts can be fetched decoded"},
    CapabilityInfo{"PREVIEW", "8970", "the beginning of a message can be fetched as text"},
    CapabilityInfo{"PREVIEW=", "8970", "PREVIEW, as a draft of its standard named it"},
    CapabilityInfo{"SNIPPET=", "8970", "PREVIEW, as an early draft of its standard named it"},
    CapabilityInfo{"SAVEDATE", "8514", "the server keeps when a message came into its mailbox"},
    CapabilityInfo{"OBJECTID", "8474", "mailboxes and messages have names that last"},
    CapabilityInfo{"NOTIFY", "5465", "the server can tell of changes in other mailboxes"},
    CapabilityInfo{"URL-PARTIAL", "5550", "URLs can name parts of parts"},
    CapabilityInfo{"URLAUTH", "4467", "a URL can let others fetch a message"},
    CapabilityInfo{"I18NLEVEL=", "5255", "searches compare more than ASCII"},
    CapabilityInfo{"LANGUAGE", "5255", "texts for people come in several languages"},
    CapabilityInfo{"UTF8=", "6855", "mailbox names and headers may be UTF-8"},
    CapabilityInfo{"QUOTA", "9208", "the server tells how much room is left"},
    CapabilityInfo{"ACL", "4314", "who may do what can be asked and changed"},
    CapabilityInfo{"RIGHTS=", "4314", "which rights the server knows"},
    CapabilityInfo{"METADATA", "5464", "mailboxes can carry annotations"},
    CapabilityInfo{"MAILBOX-REFERRALS", "2193", "a mailbox may lie on another server"},
    CapabilityInfo{"LOGIN-REFERRALS", "2221", "LOGIN may name another server"},
    CapabilityInfo{"UNAUTHENTICATE", "8437", "a client can become somebody else"},
};

/// In either table. Ignores case; null for a name that nobody knows.
[[nodiscard]] const CapabilityInfo* find_capability(std::string_view name);
/// Whether imapscope speaks it.
[[nodiscard]] bool is_spoken(std::string_view name);

}  // namespace imapscope
