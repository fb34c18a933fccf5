#include "sim/server/turn/turn.h"

#include <algorithm>

namespace imapscope::server {

DateTime wall_time(const Config& config, Instant now) {
  return from_unix_seconds(config.unix_seconds_at_start + now.us / 1000000);
}

bool Turn::is_open(mail::MailboxId id) const {
  return std::any_of(sessions.begin(), sessions.end(), [&](const auto& entry) {
    const Session& other = entry.second;
    return other.user == session.user && other.view && other.view->mailbox_id() == id;
  });
}

void Turn::tell_changes(Telling telling) const {
  if (!session.view) return;
  mail::Mailbox& open = mailbox();
  if (!view().is_behind(open)) return;
  // A read-only session sees what is recent, and leaves it so for others (RFC 3501 §6.3.2).
  const Uid first_recent = view().read_only() ? open.first_recent() : open.claim_recent();
  telling.with_mod_seq = session.condstore;
  telling.vanished = session.qresync;
  telling.with_uid = telling.with_uid || session.qresync;  // RFC 7162 §3.2.4
  view().tell_changes(open, first_recent, telling, session.output);
}

}  // namespace imapscope::server
