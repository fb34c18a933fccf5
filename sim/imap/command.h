// THE COMMAND TABLE: every command that imapscope knows, in one place. One row adds a command
// everywhere: the Command variant is derived from the table, so a missing parser, printer or
// handler does not compile, and dispatch, console completion, the observer, the help and `imapsim
// commands` all read these rows. What a command is for stands in sim/words (commands.json).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>

#include "sim/imap/acl.h"
#include "sim/imap/append.h"
#include "sim/imap/auth.h"
#include "sim/imap/copy.h"
#include "sim/imap/expunge.h"
#include "sim/imap/fetch.h"
#include "sim/imap/idle.h"
#include "sim/imap/list.h"
#include "sim/imap/mailbox.h"
#include "sim/imap/metadata.h"
#include "sim/imap/notify.h"
#include "sim/imap/quota.h"
#include "sim/imap/search.h"
#include "sim/imap/select.h"
#include "sim/imap/session.h"
#include "sim/imap/sort.h"
#include "sim/imap/state.h"
#include "sim/imap/status.h"
#include "sim/imap/store.h"
#include "sim/imap/table.h"
#include "sim/imap/traits.h"
#include "sim/imap/url.h"

namespace imapscope {

/// What a command's reply may do to the session's sequence numbers: whether EXPUNGE may come while
/// it runs (RFC 3501 §7.4.1). `none` in the column of the UID form: the command has no such form.
enum class Numbers { none, keep, may_change };

struct CommandInfo {
  std::string_view verb;
  Standard standard;
  std::string_view family;  ///< the file stem in every layer
  States legal_in;
  Numbers plain;
  Numbers uid_form;
  std::string_view capability;  ///< what the server must announce; empty: the base protocol
  std::string_view arguments;   ///< for help and completion: "set mode flags"
  Traits traits = {};
  Journey journey = {};
  std::string_view brings = {};  ///< the data that its OK must not come without
};

template <class C>
using Row = TableRow<C, CommandInfo>;

// clang-format off
inline constexpr std::tuple rows{
    Row<Capability>{{"CAPABILITY", {"3501 §6.1.1", "9051 §6.1.1"}, "session",
        any_state, Numbers::may_change, Numbers::none, "",
        "",
        {}, {}, "CAPABILITY"}},
    Row<Noop>{{"NOOP", {"3501 §6.1.2", "9051 §6.1.2"}, "session",
        any_state, Numbers::may_change, Numbers::none, "",
        ""}},
    Row<Logout>{{"LOGOUT", {"3501 §6.1.3", "9051 §6.1.3"}, "session",
        any_state, Numbers::may_change, Numbers::none, "",
        "",
        {}, {Passage::leave}}},
    Row<Id>{{"ID", {"2971 §3.1", "2971 §3.1"}, "session",
        any_state, Numbers::may_change, Numbers::none, "ID",
        "NIL or (field value …)",
        {}, {}, "ID"}},
    Row<Language>{{"LANGUAGE", {"5255 §3.2", "5255 §3.2"}, "session",
        any_state, Numbers::may_change, Numbers::none, "LANGUAGE",
        "[language …]"}},
    Row<GetJmapAccess>{{"GETJMAPACCESS", {"9698", "9698"}, "session",
        after_login, Numbers::may_change, Numbers::none, "JMAPACCESS",
        "",
        {}, {}, "JMAPACCESS"}},
    Row<Compress>{{"COMPRESS", {"4978 §3", "4978 §3"}, "session",
        after_login, Numbers::may_change, Numbers::none, "COMPRESS=",
        "algorithm",
        {Trait::compresses}}},
    Row<StartTls>{{"STARTTLS", {"3501 §6.2.1", "9051 §6.2.1"}, "auth",
        before_login, Numbers::may_change, Numbers::none, "STARTTLS",
        "",
        {Trait::starts_tls}}},
    Row<Authenticate>{{"AUTHENTICATE", {"3501 §6.2.2", "9051 §6.2.2"}, "auth",
        before_login, Numbers::may_change, Numbers::none, "",
        "mechanism [initial-response]",
        {Trait::holds_secret, Trait::dialogue}, {Passage::login}}},
    Row<Login>{{"LOGIN", {"3501 §6.2.3", "9051 §6.2.3"}, "auth",
        before_login, Numbers::may_change, Numbers::none, "",
        "user password",
        {Trait::holds_secret}, {Passage::login}}},
    Row<Unauthenticate>{{"UNAUTHENTICATE", {"8437 §3", "8437 §3"}, "auth",
        after_login, Numbers::may_change, Numbers::none, "UNAUTHENTICATE",
        "",
        {}, {Passage::unauthenticate}}},
    Row<Enable>{{"ENABLE", {"5161 §3.1", "9051 §6.3.1"}, "session",
        after_login, Numbers::may_change, Numbers::none, "ENABLE",
        "capability …"}},
    Row<Select>{{"SELECT", {"3501 §6.3.1", "9051 §6.3.2"}, "select",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox",
        {Trait::names_mailbox}, {Passage::select, Passage::deselect}}},
    Row<Examine>{{"EXAMINE", {"3501 §6.3.2", "9051 §6.3.3"}, "select",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox",
        {Trait::names_mailbox}, {Passage::select, Passage::deselect}}},
    Row<Create>{{"CREATE", {"3501 §6.3.3", "9051 §6.3.4"}, "mailbox",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox",
        {Trait::names_mailbox}}},
    Row<Delete>{{"DELETE", {"3501 §6.3.4", "9051 §6.3.5"}, "mailbox",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox",
        {Trait::names_mailbox}}},
    Row<Rename>{{"RENAME", {"3501 §6.3.5", "9051 §6.3.6"}, "mailbox",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox new-name"}},
    Row<Subscribe>{{"SUBSCRIBE", {"3501 §6.3.6", "9051 §6.3.7"}, "mailbox",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox",
        {Trait::names_mailbox}}},
    Row<Unsubscribe>{{"UNSUBSCRIBE", {"3501 §6.3.7", "9051 §6.3.8"}, "mailbox",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox",
        {Trait::names_mailbox}}},
    Row<List>{{"LIST", {"3501 §6.3.8", "9051 §6.3.9"}, "list",
        after_login, Numbers::may_change, Numbers::none, "",
        "reference pattern"}},
    Row<Lsub>{{"LSUB", {"3501 §6.3.9", ""}, "list",
        after_login, Numbers::may_change, Numbers::none, "",
        "reference pattern"}},
    Row<XList>{{"XLIST", {"6154 §2", ""}, "list",
        after_login, Numbers::may_change, Numbers::none, "XLIST",
        "reference pattern"}},
    Row<RList>{{"RLIST", {"2193 §5.1", "2193 §5.1"}, "list",
        after_login, Numbers::may_change, Numbers::none, "MAILBOX-REFERRALS",
        "reference pattern"}},
    Row<RLsub>{{"RLSUB", {"2193 §5.2", "2193 §5.2"}, "list",
        after_login, Numbers::may_change, Numbers::none, "MAILBOX-REFERRALS",
        "reference pattern"}},
    Row<Namespace>{{"NAMESPACE", {"2342 §5", "9051 §6.3.10"}, "list",
        after_login, Numbers::may_change, Numbers::none, "NAMESPACE",
        "",
        {}, {}, "NAMESPACE"}},
    Row<Status>{{"STATUS", {"3501 §6.3.10", "9051 §6.3.11"}, "status",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox (item …)",
        {}, {}, "STATUS"}},
    Row<GetQuota>{{"GETQUOTA", {"9208 §4.1.1", "9208 §4.1.1"}, "quota",
        after_login, Numbers::may_change, Numbers::none, "QUOTA",
        "root",
        {}, {}, "QUOTA"}},
    Row<GetQuotaRoot>{{"GETQUOTAROOT", {"9208 §4.1.2", "9208 §4.1.2"}, "quota",
        after_login, Numbers::may_change, Numbers::none, "QUOTA",
        "mailbox",
        {Trait::names_mailbox}, {}, "QUOTAROOT"}},
    Row<SetQuota>{{"SETQUOTA", {"9208 §4.1.3", "9208 §4.1.3"}, "quota",
        after_login, Numbers::may_change, Numbers::none, "QUOTASET",
        "root (resource limit …)"}},
    Row<SetAcl>{{"SETACL", {"4314 §3.1", "4314 §3.1"}, "acl",
        after_login, Numbers::may_change, Numbers::none, "ACL",
        "mailbox identifier [+|-]rights"}},
    Row<DeleteAcl>{{"DELETEACL", {"4314 §3.2", "4314 §3.2"}, "acl",
        after_login, Numbers::may_change, Numbers::none, "ACL",
        "mailbox identifier"}},
    Row<GetAcl>{{"GETACL", {"4314 §3.3", "4314 §3.3"}, "acl",
        after_login, Numbers::may_change, Numbers::none, "ACL",
        "mailbox",
        {Trait::names_mailbox}, {}, "ACL"}},
    Row<ListRights>{{"LISTRIGHTS", {"4314 §3.4", "4314 §3.4"}, "acl",
        after_login, Numbers::may_change, Numbers::none, "ACL",
        "mailbox identifier",
        {}, {}, "LISTRIGHTS"}},
    Row<MyRights>{{"MYRIGHTS", {"4314 §3.5", "4314 §3.5"}, "acl",
        after_login, Numbers::may_change, Numbers::none, "ACL",
        "mailbox",
        {Trait::names_mailbox}, {}, "MYRIGHTS"}},
    Row<GetMetadata>{{"GETMETADATA", {"5464 §4.2", "5464 §4.2"}, "metadata",
        after_login, Numbers::may_change, Numbers::none, "METADATA-SERVER",
        "[(MAXSIZE n DEPTH n)] mailbox (entry …)"}},
    Row<SetMetadata>{{"SETMETADATA", {"5464 §4.3", "5464 §4.3"}, "metadata",
        after_login, Numbers::may_change, Numbers::none, "METADATA-SERVER",
        "mailbox (entry value …)"}},
    Row<Notify>{{"NOTIFY", {"5465 §3", "5465 §3"}, "notify",
        after_login, Numbers::may_change, Numbers::none, "NOTIFY",
        "NONE or SET [STATUS] (mailboxes (event …)) …",
        {Trait::asks_for_events}}},
    Row<Append>{{"APPEND", {"3501 §6.3.11", "9051 §6.3.12"}, "append",
        after_login, Numbers::may_change, Numbers::none, "",
        "mailbox [(flags)] [\"date\"] {literal}",
        {Trait::carries_message, Trait::adds_messages}}},
    Row<GenUrlAuth>{{"GENURLAUTH", {"4467 §7", "4467 §7"}, "url",
        after_login, Numbers::may_change, Numbers::none, "URLAUTH",
        "url mechanism …",
        {}, {}, "GENURLAUTH"}},
    Row<ResetKey>{{"RESETKEY", {"4467 §7", "4467 §7"}, "url",
        after_login, Numbers::may_change, Numbers::none, "URLAUTH",
        "[mailbox [mechanism …]]"}},
    Row<UrlFetch>{{"URLFETCH", {"4467 §7", "4467 §7"}, "url",
        after_login, Numbers::may_change, Numbers::none, "URLAUTH",
        "url …",
        {}, {}, "URLFETCH"}},
    Row<Idle>{{"IDLE", {"2177 §3", "9051 §6.3.13"}, "idle",
        after_login, Numbers::may_change, Numbers::none, "IDLE",
        "",
        {Trait::dialogue, Trait::idles}}},
    Row<Check>{{"CHECK", {"3501 §6.4.1", ""}, "select",
        mailbox_open, Numbers::may_change, Numbers::none, "",
        ""}},
    Row<Close>{{"CLOSE", {"3501 §6.4.2", "9051 §6.4.1"}, "select",
        mailbox_open, Numbers::may_change, Numbers::none, "",
        "",
        {Trait::removes_messages}, {Passage::deselect}}},
    Row<Unselect>{{"UNSELECT", {"3691 §2", "9051 §6.4.2"}, "select",
        mailbox_open, Numbers::may_change, Numbers::none, "UNSELECT",
        "",
        {}, {Passage::deselect}}},
    Row<Expunge>{{"EXPUNGE", {"3501 §6.4.3", "9051 §6.4.3"}, "expunge",
        mailbox_open, Numbers::may_change, Numbers::may_change, "",
        "[set]",
        {Trait::names_messages, Trait::removes_messages}}},
    Row<Search>{{"SEARCH", {"3501 §6.4.4", "9051 §6.4.4"}, "search",
        mailbox_open, Numbers::keep, Numbers::may_change, "",
        "[CHARSET name] key …",
        {Trait::names_messages}, {}, "SEARCH"}},
    Row<Esearch>{{"ESEARCH", {"7377 §2", "7377 §2"}, "search",
        after_login, Numbers::may_change, Numbers::none, "MULTISEARCH",
        "[IN (mailboxes)] [RETURN (option …)] key …"}},
    Row<CancelUpdate>{{"CANCELUPDATE", {"5267 §4.3.5", "5267 §4.3.5"}, "search",
        mailbox_open, Numbers::may_change, Numbers::none, "CONTEXT=",
        "\"tag\" …"}},
    Row<Sort>{{"SORT", {"5256 §3", "5256 §3"}, "sort",
        mailbox_open, Numbers::keep, Numbers::may_change, "SORT",
        "(order …) charset key …",
        {Trait::names_messages}, {}, "SORT"}},
    Row<Thread>{{"THREAD", {"5256 §3", "5256 §3"}, "sort",
        mailbox_open, Numbers::keep, Numbers::may_change, "THREAD=",
        "algorithm charset key …",
        {Trait::names_messages}, {}, "THREAD"}},
    Row<Fetch>{{"FETCH", {"3501 §6.4.5", "9051 §6.4.5"}, "fetch",
        mailbox_open, Numbers::keep, Numbers::may_change, "",
        "set items",
        {Trait::names_messages, Trait::may_set_seen}}},
    Row<Store>{{"STORE", {"3501 §6.4.6", "9051 §6.4.6"}, "store",
        mailbox_open, Numbers::keep, Numbers::may_change, "",
        "set [+|-]FLAGS[.SILENT] (flags)",
        {Trait::names_messages, Trait::changes_flags}}},
    Row<Copy>{{"COPY", {"3501 §6.4.7", "9051 §6.4.7"}, "copy",
        mailbox_open, Numbers::may_change, Numbers::may_change, "",
        "set mailbox",
        {Trait::names_messages, Trait::adds_messages}}},
    Row<Move>{{"MOVE", {"6851 §3.1", "9051 §6.4.8"}, "copy",
        mailbox_open, Numbers::may_change, Numbers::may_change, "MOVE",
        "set mailbox",
        {Trait::names_messages, Trait::adds_messages, Trait::removes_messages}}},
    Row<Replace>{{"REPLACE", {"8508 §3.2", "8508 §3.2"}, "append",
        mailbox_open, Numbers::may_change, Numbers::may_change, "REPLACE",
        "number mailbox [(flags)] [\"date\"] {literal}",
        {Trait::names_messages, Trait::carries_message, Trait::adds_messages,
         Trait::removes_messages}}},
};
// clang-format on

/// One alternative for each row, in the table's order: `command.index()` is the row.
using Command = decltype(variant_of(rows));

struct TaggedCommand {
  std::string tag;
  Command command;
  friend bool operator==(const TaggedCommand&, const TaggedCommand&) = default;
};

/// All rows, in the table's order.
[[nodiscard]] std::span<const CommandInfo> command_table();
[[nodiscard]] const CommandInfo& info_of(const Command& command);
/// Whether the command was given in its UID form.
[[nodiscard]] bool is_uid_form(const Command& command);
/// Whether names or texts may come into it, so that UTF8=ONLY wants UTF8=ACCEPT first (RFC 6855
/// §6).
[[nodiscard]] bool may_need_utf8(const CommandInfo& info);
/// What the reply may do to sequence numbers, for the form that was given.
[[nodiscard]] Numbers numbers_of(const Command& command);
/// Ignores case; no "UID " before it. Null where no row has the verb.
[[nodiscard]] const CommandInfo* find_command(std::string_view verb);

/// Whether a word is a command's verb, "UID " before it perhaps, in this table or among the
/// extensions' commands (extension_commands.h); UID alone begins one, too.
[[nodiscard]] bool names_command(std::string_view word);

/// A command in one of its forms.
struct Form {
  const CommandInfo* info;
  bool uid;
  [[nodiscard]] Numbers numbers() const { return uid ? info->uid_form : info->plain; }
};

/// "FETCH", "UID FETCH", ignoring case. Nothing where no row has the verb, or it has no UID form.
[[nodiscard]] std::optional<Form> find_form(std::string_view verb);

/// What a command is, and where it leads.
struct Nature {
  std::optional<Form> form;  ///< nothing: it is known by name only, or not at all
  Traits traits = {};
  Journey journey = {};
};

/// Of a verb as a line has it, with its "UID ": in this table, or among the extensions' commands
/// (extension_commands.h). An unknown one has no traits, and leads nowhere.
[[nodiscard]] const Nature& nature_of(std::string_view verb);
[[nodiscard]] bool has(std::string_view verb, Trait trait);
[[nodiscard]] Journey journey_of(std::string_view verb);

/// Whether the verb is that of `C`, in either of its forms.
template <class C>
[[nodiscard]] bool is_verb_of(std::string_view verb) {
  const auto form = find_form(verb);
  return form && form->info->verb == info_for<C>(rows).verb;
}

}  // namespace imapscope
