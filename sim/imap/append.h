// The append family: putting messages into a mailbox. (SMTP delivers; APPEND only stores.)
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/imap/date_time.h"
#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/imap/parameters.h"

namespace imapscope {

/// Octets that the client sends: the message, or a piece of it.
struct SentText {
  std::string octets;      ///< RFC 2822, exactly as in the literal
  bool any_octet = false;  ///< by a literal8 (RFC 3516 §7)
  bool utf8 = false;       ///< `UTF8 (~{n}…)`: header fields may be UTF-8 (RFC 6855 §4)
  friend bool operator==(const SentText&, const SentText&) = default;
};
/// Octets that the server has: a message, or a part of one (RFC 4469 §3).
struct NamedText {
  std::string url;
  friend bool operator==(const NamedText&, const NamedText&) = default;
};
using MessagePiece = std::variant<SentText, NamedText>;

/// append-message (RFC 3502): what one new message is to be.
struct NewMessage {
  FlagSet flags;
  std::optional<DateTime> internal_date;
  std::vector<MessagePiece> pieces;  ///< one, unless it is catenated
  bool catenated = false;            ///< `CATENATE (…)`
  /// Of other extensions, before the message or in its place; then there are no pieces.
  Parameters extensions{};
  friend bool operator==(const NewMessage&, const NewMessage&) = default;
};

struct Append {  ///< RFC 3501 §6.3.11
  MailboxName mailbox;
  std::vector<NewMessage> new_messages;  ///< one; more of them by MULTIAPPEND (RFC 3502)
  friend bool operator==(const Append&, const Append&) = default;
};

struct Replace {        ///< RFC 8508 §3.2
  MessageSet messages;  ///< one number
  MailboxName mailbox;
  NewMessage message;
  friend bool operator==(const Replace&, const Replace&) = default;
};

}  // namespace imapscope
