// What a client of POP3 or SMTP knows, and how it learns it: of the maildrop that it empties, or of
// the mail that it hands over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/protocol.h"
#include "sim/imap/mailbox_name.h"
#include "sim/neighbour/reply.h"

namespace imapscope::observer {

struct Line;
struct Learning;
struct InProgressAtClient;

/// POP3: a message in the maildrop.
struct Drop {
  std::optional<std::uint32_t> octets{};  ///< as LIST says
  std::string unique_id{};                ///< as UIDL says
  std::string subject{};                  ///< where RETR or TOP showed it, decoded
  bool is_retrieved = false;
  bool is_deleted = false;  ///< marked, and gone after QUIT
  friend bool operator==(const Drop&, const Drop&) = default;
};
struct MaildropBelief {
  std::optional<std::uint32_t> messages{};  ///< as STAT, LIST or the login said …
  std::optional<std::uint64_t> octets{};    ///< … and their size
  std::vector<Drop> drops{};                ///< [0] is number 1; as many as were spoken of
  friend bool operator==(const MaildropBelief&, const MaildropBelief&) = default;
};

/// SMTP: what the server has taken of a mail, or of the last one.
struct MailBelief {
  struct Recipient {
    std::string address;
    bool is_taken = true;
    friend bool operator==(const Recipient&, const Recipient&) = default;
  };
  std::string sender{};
  std::vector<Recipient> recipients{};
  std::string subject{};
  std::uint64_t octets = 0;  ///< of the message that was sent
  bool is_taken = false;     ///< the server has it now
  friend bool operator==(const MailBelief&, const MailBelief&) = default;
};

/// The table of what differs: null for IMAP.
[[nodiscard]] const neighbour::Dialect* dialect_of(Protocol protocol);

// ---- a line's part in a session, in the client's order ----

void learn_neighbour_command(Learning& learning, const Line& line);
/// What follows a go-ahead: a message, or a SASL response.
void learn_neighbour_data(Learning& learning, const Line& line);
/// An answer has landed, or a part of one.
void learn_neighbour_answer(Learning& learning, const Line& line);

// ---- each protocol's own part: pop3.cpp, smtp.cpp ----

/// The command that is being answered, and its row.
struct Asked {
  const InProgressAtClient& sent;
  const neighbour::CommandInfo& info;
};
void learn_pop3_answer(Learning& learning, const Asked& asked, const Line& line);
void learn_smtp_data(Learning& learning, const Line& line);
void learn_smtp_answer(Learning& learning, const Asked& asked, const Line& line);

/// The Subject field of a header, unfolded and as it stands; nothing where there is none, or it was
/// cut off in it.
[[nodiscard]] std::optional<std::string> subject_in(std::string_view header);

}  // namespace imapscope::observer
