#include "sim/server/turn/turn.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/server/turn/say.h"

namespace imapscope::server {

DateTime wall_time(const Config& config, Instant now) {
  return from_unix_seconds(config.unix_seconds_at_start + now.us / 1000000);
}

mail::Rights Turn::rights() const {
  if (!session.by_rights) return mail::Rights::all();
  return access_to(view().mailbox_id(), session.owner, asking()).rights;
}

bool Turn::is_open(mail::MailboxId id, std::string_view owner) const {
  return std::any_of(sessions.begin(), sessions.end(), [&](const auto& entry) {
    const Session& other = entry.second;
    return other.view && other.owner == owner && other.view->mailbox_id() == id;
  });
}

void Turn::tell_annotations() const {
  for (MetadataData& changed : session.changed_annotations) say(session.output, std::move(changed));
  session.changed_annotations.clear();
}

// What may be kept depends on the user's rights, which others change (RFC 4314 §5.1.1).
void Turn::tell_rights() const {
  const mail::Rights now = rights();
  if (now == view().rights()) return;
  const auto flag_rights = [](mail::Rights rights) {
    return std::array{rights.has('s'), rights.has('t'), rights.has('w')};
  };
  const bool told = flag_rights(now) != flag_rights(view().rights());
  view().set_rights(now);
  if (!told) return;
  say(session.output, FlagsData{view().listed_flags(mailbox())});
  say_permanent_flags(mailbox(), view(), session.output);
}

void Turn::tell_changes(Telling telling) const {
  if (!session.changed_annotations.empty()) tell_annotations();
  if (!session.view) return;
  if (session.by_rights) tell_rights();
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
