// X-ray: what the server really holds and owes, which no client can see. Only simulated worlds have
// one.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/server/server.h"
#include "sim/trace/event.h"

namespace imapscope::world {

struct XrayMessage {
  Uid uid;
  FlagSet flags;  ///< \Recent as this session would be told
  std::uint32_t size = 0;
  std::string subject;  ///< decoded
};

/// The messages of a mailbox, each looked at when it is asked for: there may be very many.
class XrayMessages {
 public:
  XrayMessages() = default;
  explicit XrayMessages(server::HeldMessages held) : held_(std::move(held)) {}

  [[nodiscard]] std::size_t size() const { return held_.size(); }
  [[nodiscard]] bool empty() const { return held_.empty(); }
  [[nodiscard]] Uid uid_at(std::size_t place) const { return held_.uid_at(place); }
  [[nodiscard]] XrayMessage operator[](std::size_t place) const;
  /// As they are held: the view holds as long as this value does.
  [[nodiscard]] std::string_view octets(std::size_t place) const { return held_.octets(place); }
  [[nodiscard]] XrayMessage back() const { return (*this)[size() - 1]; }

 private:
  server::HeldMessages held_;
};

/// One session's X-ray: its selected mailbox as the server holds it, and the lines that wait for a
/// moment in which they may be sent.
struct XraySession {
  std::optional<MailboxName> mailbox;
  UidValidity uid_validity;
  Uid uid_next;
  XrayMessages messages;
  std::vector<std::string> owed;  ///< `* 3 EXPUNGE`, without CRLF
};

using Xray = std::map<trace::ConnectionId, XraySession>;

}  // namespace imapscope::world
