// A message: its octets, and all that FETCH can ask of them (RFC 3501 §6.4.5, §7.4.2). It never
// changes (RFC 3501 §2.3.1.1), so mailboxes, their copies and COPY share one. Flags, UID and
// internal date belong to the mailbox's entry, not to the message.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/envelope.h"
#include "sim/imap/fetch.h"
#include "sim/mail/mime/mime.h"

namespace imapscope::mail {

class Message {
 public:
  /// Any octets make a message; what is broken in them is read as Dovecot reads it. A bare LF
  /// becomes CRLF, so that all offsets and sizes below count what IMAP transfers.
  explicit Message(std::string_view octets);

  [[nodiscard]] const std::string& octets() const { return octets_; }
  [[nodiscard]] std::uint32_t size() const;  ///< RFC822.SIZE

  [[nodiscard]] Envelope envelope() const;
  /// BODYSTRUCTURE, or BODY where `extensible` is false.
  [[nodiscard]] BodyStructure structure(bool extensible) const;

  /// What BODY[section]<partial> transfers; nothing (NIL) where the message has no such part. A
  /// partial that begins behind the end is the empty string.
  [[nodiscard]] NString section(const Section& section,
                                const std::optional<Partial>& partial = {}) const;

  /// A part without its transfer encoding, as BINARY tells it (RFC 3516 §4.3). The whole message
  /// and parts that hold others are as they are.
  struct Decoded {
    bool is_known = true;  ///< the encoding is
    NString octets;        ///< NIL: the message has no such part
  };
  [[nodiscard]] Decoded decoded(const std::vector<std::uint32_t>& path,
                                const std::optional<Partial>& partial = {}) const;

  /// BODYSTRUCTURE of one part, as it would be after `decoded` (`is_decoded`), or as it is (RFC
  /// 5524 §3.2); nothing where there is none.
  [[nodiscard]] std::optional<BodyStructure> structure_of(const std::vector<std::uint32_t>& path,
                                                          bool is_decoded) const;

  /// The part of that number, or of none the message itself; null where it has no such part.
  [[nodiscard]] const Part* part_at(const std::vector<std::uint32_t>& path) const;

  /// The MIME tree; its offsets count `octets()`.
  [[nodiscard]] const Part& root() const { return root_; }

 private:
  std::string octets_;
  Part root_;
};

using MessagePtr = std::shared_ptr<const Message>;

[[nodiscard]] inline MessagePtr make_message(std::string_view octets) {
  return std::make_shared<const Message>(octets);
}

}  // namespace imapscope::mail
