#include "sim/world/xray.h"

#include "sim/world/subject.h"
#include "sim/world/world.h"

namespace imapscope::world {
namespace {

XraySession xray_of(const server::Server& server, server::SessionId id) {
  XraySession session;
  session.mailbox = server.selected_by(id);
  const mail::Mailbox* mailbox = server.mailbox_of(id);
  if (mailbox == nullptr) return session;
  session.uid_validity = mailbox->uid_validity();
  session.uid_next = mailbox->uid_next();
  session.messages = XrayMessages(server.messages_of(id));
  session.owed = server.owed_to(id).lines;
  return session;
}

}  // namespace

XrayMessage XrayMessages::operator[](std::size_t place) const {
  const server::HeldMessage held = held_[place];
  return {held.uid, held.flags, held.message->size(), subject_of(*held.message)};
}

Xray World::xray() const {
  Xray xray;
  for (const auto& [id, connection] : connections_) {
    const auto& session = connection.session;
    if (!session || session->protocol != Protocol::imap) continue;
    xray[id] = xray_of(servers_.imap(), {session->id});
  }
  return xray;
}

}  // namespace imapscope::world
