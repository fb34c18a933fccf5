#include "sim/base/protocol.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope {
namespace {

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return ascii::starts_with_ignoring_case(text, word);
  });
}

/// `220 ` or `220-`: a greeting of SMTP (RFC 5321 §4.2).
bool begins_with_code(std::string_view text) {
  return text.size() > 3 && std::all_of(text.begin(), text.begin() + 3, ascii::is_digit) &&
         text[0] >= '2' && text[0] <= '5' && (text[3] == ' ' || text[3] == '-');
}

}  // namespace

std::optional<Protocol> protocol_of_server(std::string_view first) {
  if (first.starts_with("* ")) return Protocol::imap;
  if (begins_with_any(first, {"+OK", "-ERR"})) return Protocol::pop3;
  if (begins_with_code(first)) return Protocol::smtp;
  return std::nullopt;
}

std::optional<Protocol> protocol_of_client(std::string_view first) {
  if (begins_with_any(first, {"EHLO ", "HELO ", "MAIL FROM:", "RCPT TO:"})) return Protocol::smtp;
  if (begins_with_any(first, {"USER ", "APOP ", "CAPA\r", "STAT\r", "UIDL\r", "RETR ", "DELE "})) {
    return Protocol::pop3;
  }
  return std::nullopt;
}

}  // namespace imapscope
