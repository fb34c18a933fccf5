#include "sim/server/temper/profiles.h"

#include <algorithm>
#include <array>

namespace imapscope::server {
namespace {

using Capabilities = std::string_view[];
using Choices = ProfileChoice[];

/// What every server has, or what its operator decides rather than its maker.
inline constexpr Capabilities base = {"IMAP4rev1", "AUTH=PLAIN", "STARTTLS", "LOGINDISABLED"};

// Nothing but RFC 3501, and of what it leaves open the least.
inline constexpr Choices rev1_minimal_choices = {
    {"news", "on_noop"},           {"open_delete", "refused"},  {"open_rename", "refused"},
    {"inbox_children", "refused"}, {"unlawful_names", "taken"},
};

// As servers were when RFC 3501 came out.
inline constexpr Capabilities classic_extensions = {"LITERAL+",
                                                    "ID",
                                                    "IDLE",
                                                    "NAMESPACE",
                                                    "UNSELECT",
                                                    "UIDPLUS",
                                                    "QUOTA",
                                                    "QUOTA=RES-STORAGE",
                                                    "LOGIN-REFERRALS",
                                                    "MAILBOX-REFERRALS"};
inline constexpr Choices classic_choices = {
    {"expunged", "kept"},          {"open_delete", "ghost"},    {"capabilities", "greeting"},
    {"update_order", "new_first"}, {"unlawful_names", "taken"},
};

// As the servers that most people's mail is on today.
inline constexpr Capabilities modern_extensions = {
    "LITERAL+",
    "SASL-IR",
    "ID",
    "ENABLE",
    "IDLE",
    "NAMESPACE",
    "UNSELECT",
    "UIDPLUS",
    "MOVE",
    "ESEARCH",
    "SEARCHRES",
    "WITHIN",
    "SORT",
    "THREAD=ORDEREDSUBJECT",
    "THREAD=REFERENCES",
    "CHILDREN",
    "LIST-EXTENDED",
    "LIST-STATUS",
    "SPECIAL-USE",
    "MULTIAPPEND",
    "BINARY",
    "CONDSTORE",
    "QRESYNC",
    "NOTIFY",
    "STATUS=SIZE",
    "QUOTA",
    "QUOTA=RES-STORAGE",
    "QUOTA=RES-MESSAGE",
    "LOGIN-REFERRALS",
};
inline constexpr Choices modern_choices = {
    {"news", "at_once"},
    {"capabilities", "greeting_and_login"},
    {"unlawful_names", "no"},
};

// As a server that has taken IMAP4rev2 up, and serves old clients as well: all that is folded into
// it is told of, too (RFC 9051, appendix A).
inline constexpr Capabilities rev2_extensions = {
    "IMAP4rev2", "UTF8=ACCEPT", "LITERAL-", "SASL-IR",       "ID",          "ENABLE",
    "IDLE",      "NAMESPACE",   "UNSELECT", "UIDPLUS",       "MOVE",        "ESEARCH",
    "SEARCHRES", "STATUS=SIZE", "CHILDREN", "LIST-EXTENDED", "LIST-STATUS", "SPECIAL-USE",
    "BINARY",    "CONDSTORE",   "QRESYNC",  "OBJECTID",
};
inline constexpr Choices rev2_choices = {
    {"capabilities", "greeting_and_login"},
    {"unlawful_names", "no"},
};

constexpr std::array profile_rows{
    Profile{"rev1-minimal", {}, rev1_minimal_choices},
    Profile{"classic", classic_extensions, classic_choices},
    Profile{"modern", modern_extensions, modern_choices},
    Profile{"rev2", rev2_extensions, rev2_choices},
};

bool holds(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool Profile::speaks(std::string_view capability) const {
  return holds(base, capability) || holds(extensions, capability);
}

std::span<const Profile> profiles() {
  return profile_rows;
}

const Profile* find_profile(std::string_view id) {
  const auto found = std::find_if(profile_rows.begin(), profile_rows.end(),
                                  [&](const Profile& row) { return row.id == id; });
  return found == profile_rows.end() ? nullptr : &*found;
}

}  // namespace imapscope::server
