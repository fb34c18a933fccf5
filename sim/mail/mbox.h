// Mailboxes from files: mbox (RFC 4155), alone or in a folder tree.
//
// Line ends may be LF or CRLF. `>From ` at the beginning of a line, behind any number of `>`, loses
// one `>` (mboxrd). These fields of a message tell its place in the mailbox, and are taken out of
// the message as Dovecot does:
//   Status: R has \Seen; R or O: not recent      X-Status: A \Answered, F \Flagged, D \Deleted, T
//   \Draft X-Keywords: keywords, separated by spaces    X-UID: the UID, ascending X-IMAPbase:
//   UIDVALIDITY and last UID, in the first message
// Recent are the messages behind the last one with R or O. The internal date is that of the `From `
// line (`Mon Jul 17 02:44:25 1996`, UTC, or followed by a zone as +0200), else that of `Date:`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/base/files.h"
#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/mail/account.h"
#include "sim/mail/mailbox.h"

namespace imapscope::mail {

/// Input that cannot be used, and where.
struct FileError {
  std::string file;      ///< empty where `what` names it
  std::size_t line = 0;  ///< from 1; 0: the file as a whole
  Said what;             ///< "There is no message: an mbox begins with `From `."

  [[nodiscard]] Said said() const;  ///< "INBOX.mbox:12: …"
};

/// Appends the messages of `text` to `mailbox`. On an error `mailbox` is as it was. `file` is only
/// named in errors.
[[nodiscard]] Result<void, FileError> read_mbox(std::string_view text, const std::string& file,
                                                Mailbox& mailbox);

/// A file is read into INBOX. Of a folder, each `NAME.mbox` is read into the mailbox NAME, and
/// those of the folder NAME into mailboxes below it. Missing mailboxes are created.
[[nodiscard]] Result<void, FileError> load_mailboxes(const Files& files, const std::string& name,
                                                     Account& account);

}  // namespace imapscope::mail
