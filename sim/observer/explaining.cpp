#include "sim/observer/explaining.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"

namespace imapscope::observer {
namespace {

constexpr std::size_t longest_chip = 40;

std::string client_name(const Timeline& timeline, trace::ConnectionId connection) {
  for (const trace::Event& event : timeline.trace().events) {
    if (event.connection != connection) continue;
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    return opened == nullptr || opened->client.empty() ? "the client" : "the " + opened->client;
  }
  return "the client";
}

std::shared_ptr<const Beliefs> beliefs_before(const Timeline& timeline, const Line& line) {
  const bool command = line.direction == trace::Direction::to_server;
  auto moment = timeline.moment_of(line.id, Moment::Kind::lands);
  if (command || !moment) moment = timeline.moment_of(line.id, Moment::Kind::departs);
  return timeline.beliefs_after(moment.value_or(0));
}

// A chip shows the token itself; long ones are folded.
std::string shown(std::string_view text, wire::TokenKind kind) {
  if (kind == wire::TokenKind::line_end) return text == "\n" ? "LF" : "CR LF";
  if (kind == wire::TokenKind::literal_header)
    return std::string(text.substr(0, text.find('}') + 1));
  if (kind == wire::TokenKind::literal_body && text.size() > longest_chip) return "…";
  std::string chip;
  for (const char c : text.substr(0, longest_chip)) {
    if (c == '\r') continue;
    chip.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
  }
  return text.size() > longest_chip ? chip + "…" : chip;
}

}  // namespace

Explaining::Explaining(const Timeline& timeline, const Line& line)
    : timeline_(timeline),
      line_(line),
      client_(client_name(timeline, line.connection)),
      tokens_(wire::tokens(line.bytes)),
      beliefs_(beliefs_before(timeline, line)) {}

const SessionBelief* Explaining::before() const {
  const auto at = beliefs_->find(line_.connection);
  return at == beliefs_->end() ? nullptr : &at->second;
}

const MailboxBelief* Explaining::mailbox() const {
  return before() == nullptr ? nullptr : before()->mailbox.get();
}

std::string Explaining::mailbox_name() const {
  if (mailbox() == nullptr || mailbox()->name.utf8().empty()) return "the open mailbox";
  return mailbox()->name.utf8();
}

wire::TokenKind Explaining::kind() const {
  return at_end() ? wire::TokenKind::line_end : tokens_[next_].kind;
}

std::string_view Explaining::text() const {
  return at_end() ? std::string_view{} : wire::text_of(line_.bytes, tokens_[next_]);
}

std::string Explaining::word() const {
  return ascii::to_upper(text());
}

std::string Explaining::content() const {
  if (kind() == wire::TokenKind::literal_header && next_ + 1 < tokens_.size()) {
    return std::string(wire::text_of(line_.bytes, tokens_[next_ + 1]));
  }
  std::string_view raw = text();
  if (kind() != wire::TokenKind::quoted || raw.size() < 2) return std::string(raw);
  std::string result;
  raw = raw.substr(1, raw.size() - 2);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\\' && i + 1 < raw.size()) ++i;
    result.push_back(raw[i]);
  }
  return result;
}

std::uint32_t Explaining::number() const {
  std::uint64_t value = 0;
  for (const char c : text()) {
    if (!ascii::is_digit(c)) return 0;
    value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(c - '0'), UINT32_MAX);
  }
  return static_cast<std::uint32_t>(value);
}

void Explaining::add(std::string term, RichText meaning, std::string rfc, bool dim) {
  if (at_end()) return;
  const wire::Token& token = tokens_[next_++];
  explanation_.tokens.push_back({token.offset, token.size,
                                 shown(wire::text_of(line_.bytes, token), token.kind),
                                 std::move(term), std::move(meaning), std::move(rfc), dim});
}

void Explaining::say(std::string term, RichText meaning, std::string rfc) {
  add(std::move(term), std::move(meaning), std::move(rfc), false);
}

void Explaining::pass(std::string term, RichText meaning) {
  add(std::move(term), std::move(meaning), {}, true);
}

}  // namespace imapscope::observer
