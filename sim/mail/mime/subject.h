// The base subject: what a subject is about, without `Re:`, `[list]` and the like (RFC 5256 §2.1).
#pragma once

#include <string>
#include <string_view>

namespace imapscope::mail {

struct BaseSubject {
  std::string text;                  ///< UTF-8, in its own case
  bool is_reply_or_forward = false;  ///< something said so, and was removed
};

/// Of a Subject: field's value, unfolded.
[[nodiscard]] BaseSubject base_subject(std::string_view subject);

}  // namespace imapscope::mail
