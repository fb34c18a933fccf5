// The session family: commands legal in every state, and ENABLE, LANGUAGE, COMPRESS, GETJMAPACCESS.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace imapscope {

struct Capability {  ///< RFC 3501 §6.1.1
  friend bool operator==(const Capability&, const Capability&) = default;
};
struct Noop {  ///< RFC 3501 §6.1.2
  friend bool operator==(const Noop&, const Noop&) = default;
};
struct Logout {  ///< RFC 3501 §6.1.3
  friend bool operator==(const Logout&, const Logout&) = default;
};

/// Field and value; a value may be NIL. The whole list may be NIL, which is `nullopt` where it is
/// held.
using IdFields = std::vector<std::pair<std::string, std::optional<std::string>>>;

struct Id {  ///< RFC 2971 §3.1
  std::optional<IdFields> fields;
  friend bool operator==(const Id&, const Id&) = default;
};
struct Enable {  ///< RFC 5161 §3.1
  std::vector<std::string> capabilities;
  friend bool operator==(const Enable&, const Enable&) = default;
};

struct Language {                   ///< RFC 5255 §3.2
  std::vector<std::string> ranges;  ///< the first that is known is taken; none: which are there?
  friend bool operator==(const Language&, const Language&) = default;
};
struct Compress {         ///< RFC 4978 §3
  std::string algorithm;  ///< "DEFLATE"
  friend bool operator==(const Compress&, const Compress&) = default;
};
struct GetJmapAccess {  ///< RFC 9698
  friend bool operator==(const GetJmapAccess&, const GetJmapAccess&) = default;
};

struct CapabilityData {  ///< `* CAPABILITY …`
  std::vector<std::string> names;
  friend bool operator==(const CapabilityData&, const CapabilityData&) = default;
};
struct IdData {  ///< `* ID …`
  std::optional<IdFields> fields;
  friend bool operator==(const IdData&, const IdData&) = default;
};
struct LanguageData {  ///< `* LANGUAGE (…)`: one is spoken now; several can be
  std::vector<std::string> tags;
  friend bool operator==(const LanguageData&, const LanguageData&) = default;
};
struct JmapAccessData {  ///< `* JMAPACCESS "https://…"`: where JMAP has the same mail
  std::string url;
  friend bool operator==(const JmapAccessData&, const JmapAccessData&) = default;
};
struct EnabledData {  ///< `* ENABLED …`
  std::vector<std::string> capabilities;
  friend bool operator==(const EnabledData&, const EnabledData&) = default;
};

}  // namespace imapscope
