// Annotations (RFC 5464): what other families tell of them.
#pragma once

#include <string>
#include <vector>

#include "sim/imap/metadata.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// The values of these entries of a mailbox, NIL where there is none (RFC 9590 §3).
[[nodiscard]] MetadataData metadata_of(const MailboxName& name,
                                       const std::vector<std::string>& entries, const Turn& turn);
/// Whether the user may see the annotations of a mailbox; nothing where he may (RFC 5464 §3.3).
[[nodiscard]] Ending refuse_annotations(const Access& access);
/// Sessions that have enabled it hear of it, those that may see them (RFC 5464 §4.4.2): all of the
/// account's mailbox but the one that changed them itself. An account of null: of the server.
void note_changed(const mail::Account* account, const MailboxName& name,
                  const std::vector<std::string>& entries, bool and_oneself, Turn& turn);

}  // namespace imapscope::server
