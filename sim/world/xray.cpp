#include "sim/world/xray.h"

#include "sim/world/subject.h"
#include "sim/world/world.h"

namespace imapscope::world {
namespace {

XrayMessage xray_of(const server::HeldMessage& held) {
  return {held.uid, held.flags, held.message->size(), subject_of(*held.message)};
}

XraySession xray_of(const server::Server& server, server::SessionId id) {
  XraySession session;
  session.mailbox = server.selected_by(id);
  const mail::Mailbox* mailbox = server.mailbox_of(id);
  if (mailbox == nullptr) return session;
  session.uid_validity = mailbox->uid_validity();
  session.uid_next = mailbox->uid_next();
  for (const server::HeldMessage& held : server.messages_of(id)) {
    session.messages.push_back(xray_of(held));
  }
  session.owed = server.owed_to(id).lines;
  return session;
}

}  // namespace

Xray World::xray() const {
  Xray xray;
  for (const auto& [id, connection] : connections_) {
    if (connection.session) xray[id] = xray_of(server_, *connection.session);
  }
  return xray;
}

}  // namespace imapscope::world
