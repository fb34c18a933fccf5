// THE TABLE OF DATA: what a server says in untagged lines (RFC 3501 §7), in one place. One row adds
// a response everywhere: the UntaggedData variant is derived from the table, so a missing parser,
// printer or handler does not compile; wire, observer, judge, explanations, the readers of traces
// and `imapsim responses` read these rows. Conditions and response codes have tables of their own.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "sim/imap/acl.h"
#include "sim/imap/expunge.h"
#include "sim/imap/fetch.h"
#include "sim/imap/list.h"
#include "sim/imap/metadata.h"
#include "sim/imap/quota.h"
#include "sim/imap/search.h"
#include "sim/imap/select.h"
#include "sim/imap/session.h"
#include "sim/imap/sort.h"
#include "sim/imap/state.h"
#include "sim/imap/status.h"
#include "sim/imap/status_response.h"
#include "sim/imap/table.h"
#include "sim/imap/url.h"

namespace imapscope {

/// Untagged data that is not read: known by its name, or not at all; kept as written.
struct UnknownData {
  std::string text;
  friend bool operator==(const UnknownData&, const UnknownData&) = default;
};

struct DataInfo {
  std::string_view name;
  bool numbered;    ///< a number stands before the name: `* 3 EXISTS`
  States legal_in;  ///< where the server may say it: SELECT is given before the mailbox is open
  About about;
  Standard standard;
  std::string_view family;           ///< the file stem in every layer; empty where it is not read
  std::string_view capability = {};  ///< of the extension that brought it
};

template <class D>
using DataRow = TableRow<D, DataInfo>;

// clang-format off
inline constexpr std::tuple data_rows{
    DataRow<FetchData>{{"FETCH", true, mailbox_open, About::open_mailbox,
        {"3501 §7.4.2", "9051 §7.5.2"}, "fetch"}},
    DataRow<UidFetchData>{{"UIDFETCH", true, mailbox_open, About::open_mailbox,
        {"9586 §3.3", "9586 §3.3"}, "fetch", "UIDONLY"}},
    DataRow<Exists>{{"EXISTS", true, after_login, About::open_mailbox,
        {"3501 §7.3.1", "9051 §7.4.1"}, "select"}},
    DataRow<Recent>{{"RECENT", true, after_login, About::open_mailbox,
        {"3501 §7.3.2", ""}, "select"}},
    DataRow<ExpungeData>{{"EXPUNGE", true, mailbox_open, About::open_mailbox,
        {"3501 §7.4.1", "9051 §7.5.1"}, "expunge"}},
    DataRow<VanishedData>{{"VANISHED", false, after_login, About::open_mailbox,
        {"7162 §3.2.10", ""}, "expunge", "QRESYNC"}},
    DataRow<FlagsData>{{"FLAGS", false, after_login, About::open_mailbox,
        {"3501 §7.2.6", "9051 §7.3.5"}, "select"}},
    DataRow<SearchData>{{"SEARCH", false, mailbox_open, About::open_mailbox,
        {"3501 §7.2.5", ""}, "search"}},
    DataRow<SortData>{{"SORT", false, mailbox_open, About::open_mailbox,
        {"5256 §4", "5256 §4"}, "sort", "SORT"}},
    DataRow<ThreadData>{{"THREAD", false, mailbox_open, About::open_mailbox,
        {"5256 §4", "5256 §4"}, "sort", "THREAD="}},
    DataRow<EsearchData>{{"ESEARCH", false, after_login, About::any_mailbox,
        {"4731 §3.1", "9051 §7.3.4"}, "search", "ESEARCH"}},
    DataRow<ListData>{{"LIST", false, after_login, About::any_mailbox,
        {"3501 §7.2.2", "9051 §7.3.1"}, "list"}},
    DataRow<LsubData>{{"LSUB", false, after_login, About::any_mailbox,
        {"3501 §7.2.3", ""}, "list"}},
    DataRow<XListData>{{"XLIST", false, after_login, About::any_mailbox,
        {"6154 §2", ""}, "list", "XLIST"}},
    DataRow<StatusData>{{"STATUS", false, after_login, About::any_mailbox,
        {"3501 §7.2.4", "9051 §7.3.3"}, "status"}},
    DataRow<NamespaceData>{{"NAMESPACE", false, after_login, About::session,
        {"2342 §5", "9051 §7.3.2"}, "list", "NAMESPACE"}},
    DataRow<QuotaData>{{"QUOTA", false, after_login, About::session,
        {"9208 §4.2.1", "9208 §4.2.1"}, "quota", "QUOTA"}},
    DataRow<QuotaRootData>{{"QUOTAROOT", false, after_login, About::any_mailbox,
        {"9208 §4.2.2", "9208 §4.2.2"}, "quota", "QUOTA"}},
    DataRow<AclData>{{"ACL", false, after_login, About::any_mailbox,
        {"4314 §3.6", "4314 §3.6"}, "acl", "ACL"}},
    DataRow<ListRightsData>{{"LISTRIGHTS", false, after_login, About::any_mailbox,
        {"4314 §3.7", "4314 §3.7"}, "acl", "ACL"}},
    DataRow<MyRightsData>{{"MYRIGHTS", false, after_login, About::any_mailbox,
        {"4314 §3.8", "4314 §3.8"}, "acl", "ACL"}},
    DataRow<MetadataData>{{"METADATA", false, after_login, About::any_mailbox,
        {"5464 §4.4", "5464 §4.4"}, "metadata", "METADATA-SERVER"}},
    DataRow<GenUrlAuthData>{{"GENURLAUTH", false, after_login, About::session,
        {"4467 §8", ""}, "url", "URLAUTH"}},
    DataRow<UrlFetchData>{{"URLFETCH", false, after_login, About::session,
        {"4467 §8", ""}, "url", "URLAUTH"}},
    DataRow<CapabilityData>{{"CAPABILITY", false, any_state, About::session,
        {"3501 §7.2.1", "9051 §7.2.2"}, "session"}},
    DataRow<EnabledData>{{"ENABLED", false, after_login, About::session,
        {"5161 §3.2", "9051 §7.2.1"}, "session", "ENABLE"}},
    DataRow<LanguageData>{{"LANGUAGE", false, any_state, About::session,
        {"5255 §3.3", "5255 §3.3"}, "session", "LANGUAGE"}},
    DataRow<JmapAccessData>{{"JMAPACCESS", false, after_login, About::session,
        {"9698", "9698"}, "session", "JMAPACCESS"}},
    DataRow<IdData>{{"ID", false, any_state, About::session,
        {"2971 §3.2", ""}, "session", "ID"}},
};

/// Data of extensions that imapscope does not read: known by name, so that a capture that holds
/// them is explained.
inline constexpr std::array named_data{
    DataInfo{"MAILBOX", false, after_login, About::any_mailbox, {"1730 §B", ""}, "", "IMAP4"},
    DataInfo{"COMPARATOR", false, after_login, About::session,
        {"5255 §4.8", ""}, "", "I18NLEVEL="},
    DataInfo{"XAPPLEPUSHSERVICE", false, after_login, About::session,
        {"Apple", ""}, "", "XAPPLEPUSHSERVICE"},
};
// clang-format on

template <class... Ds>
std::variant<StatusResponse, Ds..., UnknownData> data_variant_of(
    std::tuple<DataRow<Ds>...>);  // declaration only

/// A status, one alternative for each row, and all others.
using UntaggedData = decltype(data_variant_of(data_rows));

struct Untagged {
  UntaggedData data;
  friend bool operator==(const Untagged&, const Untagged&) = default;
};
struct Tagged {
  std::string tag;
  StatusResponse status;
  friend bool operator==(const Tagged&, const Tagged&) = default;
};
/// `+ text`: the server waits for the rest of a command. For AUTHENTICATE the text is base64.
struct ContinuationRequest {
  std::string text;
  friend bool operator==(const ContinuationRequest&, const ContinuationRequest&) = default;
};

using Response = std::variant<Untagged, Tagged, ContinuationRequest>;

/// All rows of data, those that are read first.
[[nodiscard]] std::span<const DataInfo> data_table();
/// Ignores case; null where no row has the name.
[[nodiscard]] const DataInfo* find_data(std::string_view name);
/// "EXISTS": how `D` begins, or what stands behind its number.
template <class D>
[[nodiscard]] constexpr std::string_view name_of_data() {
  return info_for<D>(data_rows).name;
}
/// Of a status its condition; empty for UnknownData.
[[nodiscard]] std::string_view name_of(const UntaggedData& data);

}  // namespace imapscope
