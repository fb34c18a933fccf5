// What extensions add to the commands of the base protocol, in the slots of RFC 4466: known by
// name, so that they are explained where a capture holds them, and `imapsim capabilities` tells
// what a capability brings.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/imap/command.h"

namespace imapscope {

/// Where an argument stands, by the words' own names for it.
namespace slot {
inline constexpr std::string_view select = "SELECT";            ///< `SELECT INBOX (…)`
inline constexpr std::string_view fetch = "FETCH";              ///< `FETCH 1 FLAGS (…)`
inline constexpr std::string_view fetch_item = "FETCH_ITEM";    ///< `FETCH 1 (…)`
inline constexpr std::string_view store = "STORE";              ///< `STORE 1 (…) FLAGS`
inline constexpr std::string_view search = "SEARCH_RETURN";     ///< `SEARCH RETURN (…)`
inline constexpr std::string_view search_key = "SEARCH_KEY";    ///< `SEARCH …`
inline constexpr std::string_view sort = "SORT_RETURN";         ///< `SORT RETURN (…)`
inline constexpr std::string_view sort_key = "SORT_KEY";        ///< `SORT (…)`
inline constexpr std::string_view algorithm = "THREAD";         ///< `THREAD …`
inline constexpr std::string_view messages = "MESSAGES";        ///< where a set may stand
inline constexpr std::string_view partial = "PARTIAL_RANGE";    ///< `PARTIAL …`
inline constexpr std::string_view list = "LIST";                ///< `LIST (…) "" *`
inline constexpr std::string_view list_return = "LIST_RETURN";  ///< `LIST "" * RETURN (…)`
inline constexpr std::string_view status = "STATUS";            ///< `STATUS INBOX (…)`
inline constexpr std::string_view append = "APPEND";            ///< `APPEND INBOX …`
inline constexpr std::string_view create = "CREATE";            ///< `CREATE Sent (…)`
inline constexpr std::string_view metadata = "GETMETADATA";     ///< `GETMETADATA (…) INBOX …`
inline constexpr std::string_view url_fetch = "URLFETCH";       ///< `URLFETCH (url …)`
}  // namespace slot

struct ExtensionArgument {
  std::string_view slot;
  std::string_view name;
  std::string_view capability;
  std::string_view rfc;
  std::string_view or_by = {};  ///< another capability that brings it, too
};

inline constexpr std::array extension_arguments{
    ExtensionArgument{slot::select, "CONDSTORE", "CONDSTORE", "7162 §3.1.8"},
    ExtensionArgument{slot::select, "QRESYNC", "QRESYNC", "7162 §3.2.5"},
    ExtensionArgument{slot::fetch, "CHANGEDSINCE", "CONDSTORE", "7162 §3.1.4.1"},
    ExtensionArgument{slot::fetch, "VANISHED", "QRESYNC", "7162 §3.2.6"},
    ExtensionArgument{slot::fetch, "PARTIAL", "PARTIAL", "9394 §3.3"},
    ExtensionArgument{slot::fetch_item, "MODSEQ", "CONDSTORE", "7162 §3.1.4.2"},
    ExtensionArgument{slot::fetch_item, "BINARY", "BINARY", "3516 §4.2, 9051 §6.4.5", "IMAP4rev2"},
    ExtensionArgument{slot::fetch_item, "BINARY.PEEK", "BINARY", "3516 §4.2, 9051 §6.4.5",
                      "IMAP4rev2"},
    ExtensionArgument{slot::fetch_item, "BINARY.SIZE", "BINARY", "3516 §4.2, 9051 §6.4.5",
                      "IMAP4rev2"},
    ExtensionArgument{slot::fetch_item, "PREVIEW", "PREVIEW", "8970 §3.1"},
    ExtensionArgument{slot::fetch_item, "SAVEDATE", "SAVEDATE", "8514 §4.2"},
    ExtensionArgument{slot::fetch_item, "EMAILID", "OBJECTID", "8474 §5.1"},
    ExtensionArgument{slot::fetch_item, "THREADID", "OBJECTID", "8474 §5.2"},
    ExtensionArgument{slot::fetch_item, "RFC822.PEEK", "IMAP4", "1730 §6.4.5"},
    ExtensionArgument{slot::fetch_item, "RFC822.TEXT.PEEK", "IMAP4", "1730 §6.4.5"},
    ExtensionArgument{slot::fetch_item, "RFC822.HEADER.LINES", "IMAP4", "1730 §6.4.5"},
    ExtensionArgument{slot::fetch_item, "RFC822.HEADER.LINES.NOT", "IMAP4", "1730 §6.4.5"},
    ExtensionArgument{slot::fetch_item, "X-GM-MSGID", "X-GM-EXT-1", "3501 §6.5.1"},
    ExtensionArgument{slot::fetch_item, "X-GM-THRID", "X-GM-EXT-1", "3501 §6.5.1"},
    ExtensionArgument{slot::fetch_item, "X-GM-LABELS", "X-GM-EXT-1", "3501 §6.5.1"},
    ExtensionArgument{slot::fetch_item, "ANNOTATION", "ANNOTATE-EXPERIMENT-1", "5257 §4.3"},
    ExtensionArgument{slot::messages, "$", "SEARCHRES", "5182 §2.1, 9051 §6.4.4.1"},
    ExtensionArgument{slot::store, "UNCHANGEDSINCE", "CONDSTORE", "7162 §3.1.3"},
    ExtensionArgument{slot::search, "SAVE", "SEARCHRES", "5182 §2.1, 9051 §6.4.4"},
    ExtensionArgument{slot::search, "PARTIAL", "PARTIAL", "9394 §3.1", "CONTEXT=SEARCH"},
    ExtensionArgument{slot::search, "UPDATE", "CONTEXT=SEARCH", "5267 §4.3"},
    ExtensionArgument{slot::search, "CONTEXT", "CONTEXT=SEARCH", "5267 §4.2"},
    ExtensionArgument{slot::search, "RELEVANCY", "SEARCH=FUZZY", "6203 §4"},
    ExtensionArgument{slot::search_key, "OLDER", "WITHIN", "5032 §3"},
    ExtensionArgument{slot::search_key, "YOUNGER", "WITHIN", "5032 §3"},
    ExtensionArgument{slot::search_key, "MODSEQ", "CONDSTORE", "7162 §3.1.5"},
    ExtensionArgument{slot::search_key, "SAVEDBEFORE", "SAVEDATE", "8514 §4.3"},
    ExtensionArgument{slot::search_key, "SAVEDON", "SAVEDATE", "8514 §4.3"},
    ExtensionArgument{slot::search_key, "SAVEDSINCE", "SAVEDATE", "8514 §4.3"},
    ExtensionArgument{slot::search_key, "SAVEDATESUPPORTED", "SAVEDATE", "8514 §4.3"},
    ExtensionArgument{slot::search_key, "EMAILID", "OBJECTID", "8474 §6"},
    ExtensionArgument{slot::search_key, "THREADID", "OBJECTID", "8474 §6"},
    ExtensionArgument{slot::search_key, "UIDAFTER", "MESSAGELIMIT=", "9738 §3.2"},
    ExtensionArgument{slot::search_key, "UIDBEFORE", "MESSAGELIMIT=", "9738 §3.2"},
    ExtensionArgument{slot::search_key, "FUZZY", "SEARCH=FUZZY", "6203 §3"},
    ExtensionArgument{slot::search_key, "FILTER", "FILTERS", "5466 §3.1"},
    ExtensionArgument{slot::search_key, "ANNOTATION", "ANNOTATE-EXPERIMENT-1", "5257 §4.4"},
    ExtensionArgument{slot::search_key, "X-GM-RAW", "X-GM-EXT-1", "3501 §6.5.1"},
    ExtensionArgument{slot::search_key, "X-GM-MSGID", "X-GM-EXT-1", "3501 §6.5.1"},
    ExtensionArgument{slot::search_key, "X-GM-THRID", "X-GM-EXT-1", "3501 §6.5.1"},
    ExtensionArgument{slot::search_key, "X-GM-LABELS", "X-GM-EXT-1", "3501 §6.5.1"},
    ExtensionArgument{slot::sort, "SAVE", "SEARCHRES", "5182 §2.1"},
    ExtensionArgument{slot::sort, "PARTIAL", "CONTEXT=SORT", "5267 §4.4"},
    ExtensionArgument{slot::sort, "UPDATE", "CONTEXT=SORT", "5267 §4.3"},
    ExtensionArgument{slot::sort, "CONTEXT", "CONTEXT=SORT", "5267 §4.2"},
    ExtensionArgument{slot::sort, "RELEVANCY", "SEARCH=FUZZY", "6203 §6"},
    ExtensionArgument{slot::sort_key, "DISPLAYFROM", "SORT=DISPLAY", "5957 §4"},
    ExtensionArgument{slot::sort_key, "DISPLAYTO", "SORT=DISPLAY", "5957 §4"},
    ExtensionArgument{slot::sort_key, "RELEVANCY", "SEARCH=FUZZY", "6203 §6"},
    ExtensionArgument{slot::algorithm, "ORDEREDSUBJECT", "THREAD=ORDEREDSUBJECT", "5256 §3"},
    ExtensionArgument{slot::algorithm, "REFERENCES", "THREAD=REFERENCES", "5256 §3"},
    ExtensionArgument{slot::partial, "-", "PARTIAL", "9394 §3.1"},
    ExtensionArgument{slot::list, "SUBSCRIBED", "LIST-EXTENDED", "5258 §3.1, 9051 §6.3.9.1"},
    ExtensionArgument{slot::list, "REMOTE", "LIST-EXTENDED", "5258 §3.1, 9051 §6.3.9.1"},
    ExtensionArgument{slot::list, "RECURSIVEMATCH", "LIST-EXTENDED", "5258 §3.1, 9051 §6.3.9.1"},
    ExtensionArgument{slot::list, "SPECIAL-USE", "SPECIAL-USE", "6154 §2"},
    ExtensionArgument{slot::list_return, "SUBSCRIBED", "LIST-EXTENDED", "5258 §3.2, 9051 §6.3.9.2"},
    ExtensionArgument{slot::list_return, "CHILDREN", "LIST-EXTENDED", "5258 §3.2, 9051 §6.3.9.2"},
    ExtensionArgument{slot::list_return, "SPECIAL-USE", "SPECIAL-USE", "6154 §2"},
    ExtensionArgument{slot::list_return, "STATUS", "LIST-STATUS", "5819 §2, 9051 §6.3.9.2"},
    ExtensionArgument{slot::list_return, "MYRIGHTS", "LIST-MYRIGHTS", "8440 §3"},
    ExtensionArgument{slot::list_return, "METADATA", "LIST-METADATA", "9590 §3"},
    ExtensionArgument{slot::status, "SIZE", "STATUS=SIZE", "8438 §3, 9051 §6.3.11"},
    ExtensionArgument{slot::status, "DELETED", "IMAP4rev2", "9051 §6.3.11"},
    ExtensionArgument{slot::status, "HIGHESTMODSEQ", "CONDSTORE", "7162 §3.1.7"},
    ExtensionArgument{slot::status, "MAILBOXID", "OBJECTID", "8474 §4.3"},
    ExtensionArgument{slot::status, "APPENDLIMIT", "APPENDLIMIT=", "7889 §3.1"},
    ExtensionArgument{slot::status, "DELETED-STORAGE", "QUOTA", "9208 §4.1.4"},
    ExtensionArgument{slot::append, "CATENATE", "CATENATE", "4469 §3"},
    ExtensionArgument{slot::append, "UTF8", "UTF8=", "6855 §4"},
    ExtensionArgument{slot::create, "USE", "CREATE-SPECIAL-USE", "6154 §3"},
    ExtensionArgument{slot::metadata, "MAXSIZE", "METADATA-SERVER", "5464 §4.2.1"},
    ExtensionArgument{slot::metadata, "DEPTH", "METADATA-SERVER", "5464 §4.2.2"},
    ExtensionArgument{slot::url_fetch, "BODY", "URLAUTH=BINARY", "5524 §3.1"},
    ExtensionArgument{slot::url_fetch, "BINARY", "URLAUTH=BINARY", "5524 §3.1"},
    ExtensionArgument{slot::url_fetch, "BODYPARTSTRUCTURE", "URLAUTH=BINARY", "5524 §3.1"},
};

/// Ignores case; null where no row has the name in that slot.
inline const ExtensionArgument* find_extension_argument(std::string_view slot,
                                                        std::string_view name) {
  for (const ExtensionArgument& argument : extension_arguments) {
    if (argument.slot == slot && ascii::equal_ignoring_case(argument.name, name)) return &argument;
  }
  return nullptr;
}

/// An argument of an extension that a command has, as written.
struct UsedArgument {
  std::string_view name;        ///< empty: it has none, such as a list of patterns
  std::string_view capability;  ///< empty: it is in no row
  std::string_view or_by = {};  ///< another that brings it, too
};
/// All of them, in the order of the slots.
[[nodiscard]] std::vector<UsedArgument> arguments_used(const Command& command);

}  // namespace imapscope
