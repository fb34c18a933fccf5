// The idle family: letting the server speak until the client says DONE.
#pragma once

namespace imapscope {

/// RFC 2177 §3. The server answers `+`; the untagged line `DONE` ends it.
struct Idle {
  friend bool operator==(const Idle&, const Idle&) = default;
};

}  // namespace imapscope
