// Message IDs out of a header (RFC 2822 §3.6.4).
#include <string>
#include <string_view>
#include <utility>

#include "sim/mail/mime/header.h"
#include "sim/mail/mime/scanner.h"
#include "sim/mail/thread.h"

namespace imapscope::mail {
namespace {

/// id-left: words with dots between them, quoted or not; without the quotes.
bool read_left(Scanner& scanner, std::string& id) {
  for (;;) {
    std::string word;
    if (scanner.peek() == '"') {
      if (scanner.quoted_string(word) == Scanner::Rest::broken) return false;
    } else {
      (void)scanner.atom(word);
      if (word.empty()) return false;
    }
    id += word;
    if (!scanner.take('.')) return true;
    id += '.';
  }
}

/// At `<`: the id without the brackets; empty where it is none. The scanner stands behind it, or
/// behind the `<`.
std::string read_id(Scanner& scanner) {
  scanner.skip_octet();
  const std::size_t begin = scanner.position();
  std::string id;
  (void)scanner.skip_blank();
  if (read_left(scanner, id) && scanner.take('@')) {
    std::string domain;
    (void)scanner.skip_blank();
    (void)scanner.domain(domain);
    if (!domain.empty() && scanner.take('>')) return id + '@' + domain;
  }
  scanner.return_to(begin);
  return {};
}

std::vector<std::string> ids_in(std::string_view value) {
  const std::string text = unfold(value);
  std::vector<std::string> ids;
  Scanner scanner(text);
  while (!scanner.at_end()) {
    if (scanner.peek() != '<') {
      scanner.skip_octet();
      continue;
    }
    std::string id = read_id(scanner);
    if (!id.empty()) ids.push_back(std::move(id));
  }
  return ids;
}

std::vector<std::string> ids_of(const std::vector<HeaderField>& fields, std::string_view name) {
  const HeaderField* field = find_field(fields, name);
  return field == nullptr ? std::vector<std::string>() : ids_in(field->value);
}

}  // namespace

Ancestry ancestry_of(const Message& message) {
  const auto fields = parse_header(message.root().header.of(message.octets()));
  Ancestry ancestry;
  std::vector<std::string> own = ids_of(fields, "Message-ID");
  if (!own.empty()) ancestry.id = std::move(own.front());
  ancestry.references = ids_of(fields, "References");
  if (!ancestry.references.empty()) return ancestry;
  std::vector<std::string> answered = ids_of(fields, "In-Reply-To");
  if (!answered.empty()) ancestry.references.push_back(std::move(answered.front()));
  return ancestry;
}

}  // namespace imapscope::mail
