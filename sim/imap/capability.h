// Capability names (RFC 3501 §7.2.1) that this program knows, with the standard that defines each.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace imapscope {

/// What a build may lack, and some capabilities cannot do without (sim/codec).
enum class Library { none, crypto, deflate };

struct CapabilityInfo {
  std::string_view name;  ///< with `=` at its end: a family of names
  std::string_view rfc;
  /// Of what our server speaks: whether it does without being told to (`Config::switches`).
  bool by_default = true;
  /// Another whose switch is this one's, too; empty: it has its own.
  std::string_view comes_with = {};
  Library needs = Library::none;
};
/// Whether this build has what it needs.
[[nodiscard]] bool is_built_in(const CapabilityInfo& info);

/// What imapscope speaks, in the order in which its server announces it.
inline constexpr std::array capabilities{
    CapabilityInfo{"IMAP4rev1", "3501"},
    CapabilityInfo{"IMAP4rev2", "9051", false},
    CapabilityInfo{"AUTH=PLAIN", "4616"},
    CapabilityInfo{"AUTH=LOGIN", "draft-murchison-sasl-login", false},
    CapabilityInfo{"AUTH=CRAM-MD5", "2195", false, {}, Library::crypto},
    CapabilityInfo{"AUTH=SCRAM-SHA-1", "5802", false, {}, Library::crypto},
    CapabilityInfo{"AUTH=SCRAM-SHA-256", "7677", false, {}, Library::crypto},
    CapabilityInfo{"AUTH=XOAUTH2", "Google", false},
    CapabilityInfo{"AUTH=OAUTHBEARER", "7628", false},
    CapabilityInfo{"AUTH=ANONYMOUS", "4505", false},
    CapabilityInfo{"AUTH=EXTERNAL", "4422 §A", false},
    CapabilityInfo{"STARTTLS", "3501 §6.2.1"},
    CapabilityInfo{"LOGINDISABLED", "3501 §6.2.3"},
    CapabilityInfo{"LITERAL+", "7888"},
    CapabilityInfo{"SASL-IR", "4959"},
    CapabilityInfo{"ID", "2971"},
    CapabilityInfo{"ENABLE", "5161"},
    CapabilityInfo{"IDLE", "2177"},
    CapabilityInfo{"NAMESPACE", "2342"},
    CapabilityInfo{"UNSELECT", "3691"},
    CapabilityInfo{"UIDPLUS", "4315"},
    CapabilityInfo{"MOVE", "6851"},
    CapabilityInfo{"ESEARCH", "4731"},
    CapabilityInfo{"UTF8=ACCEPT", "6855", false},
    CapabilityInfo{"UTF8=ONLY", "6855 §6", false},
    CapabilityInfo{"STATUS=SIZE", "8438", false},
    CapabilityInfo{"WITHIN", "5032", false},
    CapabilityInfo{"CONDSTORE", "7162", false},
    CapabilityInfo{"QRESYNC", "7162", false},
    CapabilityInfo{"LITERAL-", "7888", false},
    CapabilityInfo{"MULTIAPPEND", "3502", false},
    CapabilityInfo{"CATENATE", "4469", false},
    CapabilityInfo{"URL-PARTIAL", "5550 §5", false},
    CapabilityInfo{"URLAUTH", "4467", false, {}, Library::crypto},
    CapabilityInfo{"URLAUTH=BINARY", "5524", false, {}, Library::crypto},
    CapabilityInfo{"BINARY", "3516", false},
    CapabilityInfo{"REPLACE", "8508", false},
    CapabilityInfo{"APPENDLIMIT=", "7889", false},
    CapabilityInfo{"QUOTA", "9208", false},
    CapabilityInfo{"QUOTA=RES-STORAGE", "9208 §5.1", false, "QUOTA"},
    CapabilityInfo{"QUOTA=RES-MESSAGE", "9208 §5.2", false, "QUOTA"},
    CapabilityInfo{"QUOTASET", "9208 §4.1.3", false},
    CapabilityInfo{"CHILDREN", "3348", false},
    CapabilityInfo{"LIST-EXTENDED", "5258", false},
    CapabilityInfo{"LIST-STATUS", "5819", false},
    CapabilityInfo{"SPECIAL-USE", "6154", false},
    CapabilityInfo{"CREATE-SPECIAL-USE", "6154 §3", false},
    CapabilityInfo{"XLIST", "6154 §2", false},
    CapabilityInfo{"ACL", "4314", false},
    CapabilityInfo{"RIGHTS=kxte", "4314 §5.1.1", false, "ACL"},
    CapabilityInfo{"LIST-MYRIGHTS", "8440", false},
    CapabilityInfo{"METADATA", "5464", false},
    CapabilityInfo{"METADATA-SERVER", "5464", false},
    CapabilityInfo{"LIST-METADATA", "9590", false},
    CapabilityInfo{"NOTIFY", "5465", false},
    CapabilityInfo{"FILTERS", "5466", false},
    CapabilityInfo{"SEARCHRES", "5182", false},
    CapabilityInfo{"SORT", "5256", false},
    CapabilityInfo{"SORT=DISPLAY", "5957", false},
    CapabilityInfo{"ESORT", "5267 §3", false},
    CapabilityInfo{"THREAD=ORDEREDSUBJECT", "5256", false},
    CapabilityInfo{"THREAD=REFERENCES", "5256", false},
    CapabilityInfo{"CONTEXT=SEARCH", "5267 §4", false},
    CapabilityInfo{"CONTEXT=SORT", "5267 §4", false},
    CapabilityInfo{"I18NLEVEL=1", "5255 §4.3", false},
    CapabilityInfo{"LANGUAGE", "5255 §3", false},
    CapabilityInfo{"SAVEDATE", "8514", false},
    CapabilityInfo{"OBJECTID", "8474", false},
    CapabilityInfo{"PREVIEW", "8970", false},
    CapabilityInfo{"PARTIAL", "9394", false},
    CapabilityInfo{"UIDONLY", "9586", false},
    CapabilityInfo{"MESSAGELIMIT=", "9738", false},
    CapabilityInfo{"SEARCH=FUZZY", "6203", false},
    CapabilityInfo{"MULTISEARCH", "7377", false},
    CapabilityInfo{"INPROGRESS", "9585", false},
    CapabilityInfo{"COMPRESS=DEFLATE", "4978", false, {}, Library::deflate},
    CapabilityInfo{"UNAUTHENTICATE", "8437", false},
    CapabilityInfo{"LOGIN-REFERRALS", "2221", false},
    CapabilityInfo{"MAILBOX-REFERRALS", "2193", false},
    CapabilityInfo{"JMAPACCESS", "9698", false},
};

/// What others announce and imapscope does not speak: known by name, for people.
inline constexpr std::array foreign_capabilities{
    CapabilityInfo{"IMAP4", "1730"},
    CapabilityInfo{"AUTH=SCRAM-SHA-1-PLUS", "5802 §6"},
    CapabilityInfo{"AUTH=SCRAM-SHA-256-PLUS", "7677"},
    CapabilityInfo{"AUTH=GSSAPI", "4752"},
    CapabilityInfo{"AUTH=DIGEST-MD5", "2831"},
    CapabilityInfo{"AUTH=", "4422"},
    CapabilityInfo{"COMPRESS=", "4978"},
    CapabilityInfo{"SORT=", "5957"},
    CapabilityInfo{"THREAD=", "5256"},
    CapabilityInfo{"CONTEXT=", "5267"},
    CapabilityInfo{"APPENDLIMIT", "7889"},
    CapabilityInfo{"PREVIEW=", "8970"},
    CapabilityInfo{"SNIPPET=", "8970"},
    CapabilityInfo{"I18NLEVEL=", "5255"},
    CapabilityInfo{"UTF8=", "6855"},
    CapabilityInfo{"RIGHTS=", "4314"},
    CapabilityInfo{"SAVELIMIT=", "9738"},
    CapabilityInfo{"CONVERT", "5259"},
    CapabilityInfo{"X-GM-EXT-1", "3501 §6.5.1"},
    CapabilityInfo{"XAPPLEPUSHSERVICE", "Apple"},
    CapabilityInfo{"ANNOTATE-EXPERIMENT-1", "5257"},
    CapabilityInfo{"QUOTA=", "9208"},
};

/// A server that announces `name` has `implied`, too.
struct Implication {
  std::string_view name;
  std::string_view implied;
};

inline constexpr std::array implications{
    Implication{"QRESYNC", "CONDSTORE"},         // RFC 7162 §3.2.3
    Implication{"APPENDLIMIT", "APPENDLIMIT="},  // RFC 7889 §2: one limit, or one for each mailbox
    Implication{"QRESYNC", "ENABLE"},           Implication{"SORT=DISPLAY", "SORT"},  // RFC 5957 §1
    Implication{"FILTERS", "METADATA-SERVER"},   // RFC 5466 §3.2
    Implication{"METADATA", "METADATA-SERVER"},  // RFC 5464 §1: annotations of the server alone
    Implication{"CONTEXT=SORT", "SORT"},         // RFC 5267 §4.1
    Implication{"UTF8=ONLY", "UTF8=ACCEPT"},     // RFC 6855 §6
    Implication{"IMAP4rev2", "NAMESPACE"},       // RFC 9051, appendix E
    Implication{"IMAP4rev2", "UNSELECT"},       Implication{"IMAP4rev2", "UIDPLUS"},
    Implication{"IMAP4rev2", "ESEARCH"},        Implication{"IMAP4rev2", "SEARCHRES"},
    Implication{"IMAP4rev2", "ENABLE"},         Implication{"IMAP4rev2", "IDLE"},
    Implication{"IMAP4rev2", "SASL-IR"},        Implication{"IMAP4rev2", "LIST-EXTENDED"},
    Implication{"IMAP4rev2", "LIST-STATUS"},    Implication{"IMAP4rev2", "MOVE"},
    Implication{"IMAP4rev2", "LITERAL-"},       Implication{"IMAP4rev2", "STATUS=SIZE"},
};

/// What `capability` adds to commands a client may use only once it has enabled it.
struct EnabledFirst {
  std::string_view capability;  ///< as arguments name it
  std::string_view enabled;     ///< as ENABLE does
  std::string_view rfc;         ///< that demands it
};

inline constexpr std::array enabled_first{
    EnabledFirst{"QRESYNC", "QRESYNC", "7162 §3.2.3"},
    EnabledFirst{"UIDONLY", "UIDONLY", "9586 §3.1"},
    EnabledFirst{"UTF8=", "UTF8=ACCEPT", "6855 §3"},
    EnabledFirst{"IMAP4rev2", "IMAP4rev2", "9051 §A"},  // where IMAP4rev1 is announced, too
};

/// Null where what `capability` adds may be used as it is.
[[nodiscard]] const EnabledFirst* find_enabled_first(std::string_view capability);

/// Whether `capability`, or one of a family (`THREAD=`), is among `names`, or implied by one of
/// them. Ignores case.
[[nodiscard]] bool holds(std::span<const std::string> names, std::string_view capability);

/// What a server announced and what was enabled: whether an extension is there, and whether it is
/// on.
struct Extensions {
  std::span<const std::string> announced;
  std::span<const std::string> enabled;

  [[nodiscard]] bool offers(std::string_view capability) const {
    return holds(announced, capability);
  }
  /// Of one that a client has to enable first (RFC 5161 §3.1): QRESYNC, UTF8=ACCEPT, IMAP4rev2.
  [[nodiscard]] bool is_on(std::string_view capability) const { return holds(enabled, capability); }
  /// The session speaks IMAP4rev2: it was enabled, or there is nothing else (RFC 9051 §6.3.1).
  [[nodiscard]] bool rev2() const {
    return is_on("IMAP4rev2") || (offers("IMAP4rev2") && !offers("IMAP4rev1"));
  }
  /// Mailbox names and texts may be UTF-8: RFC 9051, or RFC 6855 §3.
  [[nodiscard]] bool utf8() const { return rev2() || is_on("UTF8=ACCEPT"); }
  /// Whether it is on, by itself or with something else that is.
  [[nodiscard]] bool has_enabled(const EnabledFirst& row) const {
    if (row.enabled == "IMAP4rev2") return rev2();
    return row.enabled == "UTF8=ACCEPT" ? utf8() : is_on(row.enabled);
  }
};

/// In either table. Ignores case; null for a name that nobody knows.
[[nodiscard]] const CapabilityInfo* find_capability(std::string_view name);
/// The row of what imapscope speaks; null: it does not.
[[nodiscard]] const CapabilityInfo* find_spoken(std::string_view name);
/// Whether imapscope speaks it; of a family (`THREAD=`), one of its names.
[[nodiscard]] bool is_spoken(std::string_view name);

}  // namespace imapscope
