#include "sim/mail/message.h"

#include "sim/mail/mime/envelope.h"
#include "sim/mail/mime/header.h"

namespace imapscope::mail {
namespace {

std::string with_crlf(std::string_view octets) {
  std::string result;
  result.reserve(octets.size());
  for (const char c : octets) {
    if (c == '\n' && (result.empty() || result.back() != '\r')) result += '\r';
    result += c;
  }
  return result;
}

}  // namespace

Message::Message(std::string_view octets)
    : octets_(with_crlf(octets)), root_(parse_mime(octets_)) {}

std::uint32_t Message::size() const {
  return static_cast<std::uint32_t>(octets_.size());
}

Envelope Message::envelope() const {
  return envelope_of(parse_header(root_.header.of(octets_)));
}

}  // namespace imapscope::mail
