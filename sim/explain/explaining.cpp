#include "sim/explain/explaining.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/belief/reading.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

constexpr std::size_t longest_chip = 40;

// "phone" is a name; an address is none that a sentence can use.
bool is_name(std::string_view client) {
  return !client.empty() && client.find_first_of(".:") == std::string_view::npos;
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
  std::size_t cut = std::min(text.size(), longest_chip);
  while (cut < text.size() && cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
    --cut;  // never within a character
  }
  for (const char c : text.substr(0, cut)) {
    if (c == '\r' || c == '\n') continue;
    chip.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
  }
  return text.size() > longest_chip || chip.empty() ? chip + "…" : chip;
}

// SELECT and EXAMINE name the mailbox that they open.
const MailboxName* opened_by(const Command& command) {
  if (const auto* select = std::get_if<Select>(&command)) return &select->mailbox;
  if (const auto* examine = std::get_if<Examine>(&command)) return &examine->mailbox;
  return nullptr;
}

RichText unknown_part(const std::string& name) {
  if (name.empty()) return "A piece of a line that cannot be read.";
  return "A part of `" + name + "` that imapscope does not know.";
}

// `{350}` of a string, and who waits for what.
RichText literal_meaning(std::string_view header, trace::Direction direction) {
  const std::size_t digits = header.find('{') + 1;
  const std::string octets(header.substr(digits, header.find_first_of("+}") - digits));
  if (octets == "0") return "No octets: an empty string.";
  const std::string follow = octets == "1" ? "1 octet follows" : octets + " octets follow";
  if (direction == trace::Direction::to_client) return follow + ", whatever they are.";
  return header.find('+') == std::string_view::npos
             ? follow + ", once the server has said `+`."
             : follow + " at once: with the `+`, nobody waits for the server.";
}

}  // namespace

std::string client_name(const Timeline& timeline, trace::ConnectionId connection) {
  for (const trace::Event& event : timeline.trace().events) {
    if (event.connection != connection) continue;
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    if (opened == nullptr || !is_name(opened->client)) return "the client";
    return "the " + opened->client;
  }
  return "the client";
}

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

const Line* Explaining::command() const {
  return line_.command ? &timeline_.lines()[line_.command->value] : nullptr;
}

bool Explaining::opening() const {
  const auto asked = command() == nullptr ? nullptr : command_of(*command());
  return asked != nullptr && opened_by(*asked) != nullptr;
}

std::string Explaining::mailbox_name() const {
  if (opening()) return opened_by(*command_of(*command()))->utf8();
  if (mailbox() != nullptr && !mailbox()->name.utf8().empty()) return mailbox()->name.utf8();
  return "the open mailbox";
}

bool Explaining::masked() const {
  if (at_end()) return false;
  const wire::Token& token = tokens_[next_];
  return std::any_of(line_.masked.begin(), line_.masked.end(), [&](const trace::Masked& masked) {
    return masked.offset < token.offset + token.size &&
           token.offset < masked.offset + masked.octets;
  });
}

std::string Explaining::message(SeqNum number) const {
  std::string words = "the " + ordinal(number.value) + " message of " + mailbox_name() + " as " +
                      client_ + " counts them";
  const MailboxBelief* open = mailbox();
  if (open == nullptr || number.value == 0 || number.value > open->messages.size()) return words;
  const MessageBelief& known = open->messages[number.value - 1];
  if (known.uid) words += " (UID " + std::to_string(known.uid->value) + ")";
  return words;
}

int Explaining::depth() const {
  return at_end() ? 0 : tokens_[next_].depth;
}

wire::TokenKind Explaining::kind() const {
  return at_end() ? wire::TokenKind::line_end : tokens_[next_].kind;
}

wire::TokenKind Explaining::kind_after() const {
  return next_ + 1 < tokens_.size() ? tokens_[next_ + 1].kind : wire::TokenKind::line_end;
}

bool Explaining::at_nil() const {
  return at(wire::TokenKind::atom) && ascii::equal_ignoring_case(text(), "NIL");
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

void Explaining::pass_open(const RichText& meaning) {
  if (at(wire::TokenKind::list_open)) pass("list", meaning);
}

void Explaining::pass_close(const RichText& meaning) {
  if (at(wire::TokenKind::list_close)) pass("list", meaning);
}

void Explaining::say_string(const std::string& term, RichText meaning, const std::string& rfc) {
  if (at(wire::TokenKind::literal_header)) {
    pass("literal", literal_meaning(text(), line_.direction));
    if (!at(wire::TokenKind::literal_body)) return;  // of no octets, or cut off
  }
  say(term, std::move(meaning), rfc);
}

void Explaining::say_nstring(const std::string& term, RichText meaning, RichText nil,
                             const std::string& rfc) {
  say_string(term, std::move(at_nil() ? nil : meaning), rfc);
}

void Explaining::say_mailbox(RichText meaning) {
  const std::string name = content();
  const auto decoded = decode_modified_utf7(name);
  if (ascii::equal_ignoring_case(name, "INBOX")) {
    meaning += " INBOX is the user's own mailbox, written in capitals or not.";
  } else if (decoded && *decoded != name) {
    meaning += " In modified UTF-7 it spells " + *decoded + ".";
  }
  say_string("mailbox name", std::move(meaning), both("3501 §5.1", "9051 §5.1"));
}

void Explaining::say_flags(const std::string& rfc) {
  pass_open();
  while (at(wire::TokenKind::flag) || at(wire::TokenKind::atom)) {
    const bool system = at(wire::TokenKind::flag);
    say(system ? "flag" : "keyword", sentence(flag_meaning(text())), rfc);
  }
  pass_close();
}

void Explaining::say_messages(bool uids) {
  const std::string set(text());
  const bool single = set.find_first_of(":,") == std::string::npos;
  const std::string words = set_in_words(set);
  if (uids) {
    RichText meaning = set == "*" ? "The message with the highest UID."
                       : single   ? "The message with UID " + words + "."
                                  : "The messages with UIDs " + words + ".";
    meaning += " A UID stays with its message.";
    if (set.ends_with(":*")) meaning += " The last message is always among them.";
    say(single ? "unique identifier" : "set of UIDs", std::move(meaning),
        both("3501 §2.3.1.1", "9051 §2.3.1.1"));
    return;
  }
  const std::string counted = " of " + mailbox_name() + " as " + client_ + " counts them.";
  const RichText meaning = set == "*" ? "The last message" + counted
                           : single   ? sentence(message(SeqNum{number()})) +
                                          " The number holds until an EXPUNGE reaches this session."
                                    : "Messages " + words + counted;
  say(single ? "message sequence number" : "sequence set", meaning,
      both("3501 §2.3.1.2", "9051 §2.3.1.2"));
}

void Explaining::say_unknown(const std::string& term, const RichText& meaning,
                             const std::string& rfc) {
  const std::size_t first = explanation_.tokens.size();
  const int level = depth();
  const bool list = at(wire::TokenKind::list_open);
  do {
    if (at(wire::TokenKind::list_open) || at(wire::TokenKind::list_close)) {
      pass(term, meaning);
    } else {
      say_string(term, meaning, rfc);
    }
  } while (list && !at_line_end() && (depth() > level || !at(wire::TokenKind::list_close)));
  if (list && at(wire::TokenKind::list_close)) pass(term, meaning);
  for (std::size_t i = first; i < explanation_.tokens.size(); ++i) {
    explanation_.tokens[i].by_form = true;
  }
}

void Explaining::say_rest() {
  while (!at_end()) {
    const bool ends = at(wire::TokenKind::line_end);
    say_by_kind();
    explanation_.tokens.back().by_form = !ends;
  }
}

void Explaining::say_by_kind() {
  switch (kind()) {
    case wire::TokenKind::line_end:
      pass("line end", "Every line of IMAP ends so.");
      break;
    case wire::TokenKind::list_open:
    case wire::TokenKind::list_close:
      pass("list", "A parenthesis holds a list together.");
      break;
    case wire::TokenKind::section_open:
    case wire::TokenKind::section_close:
      pass("section", "The brackets name a part of the message.");
      break;
    case wire::TokenKind::code_open:
    case wire::TokenKind::code_close:
      pass("response code", "The brackets hold what programs read.");
      break;
    case wire::TokenKind::literal_header:
      pass("literal", "So many octets follow, whatever they are.");
      break;
    case wire::TokenKind::garbage:
      say("no IMAP", "This octet fits nowhere in the grammar.", both("3501 §9", "9051 §9"));
      break;
    case wire::TokenKind::flag:
      say("argument", unknown_part(line_.name));
      break;
    case wire::TokenKind::text:
      if (line_.direction == trace::Direction::to_server) {
        say("word", "A word that has the line for itself: no tag stands before it.");
      } else {
        say("text", "Words for people; programs ignore them.");
      }
      break;
    case wire::TokenKind::number:
      say("number", unknown_part(line_.name));
      break;
    case wire::TokenKind::tag:
      if (line_.direction == trace::Direction::to_server) {
        return say("word", "A word where the tag must stand.", both("3501 §2.2.1", "9051 §2.2.1"));
      }
      say("tag", "The first word of a command; its completion repeats it.",
          both("3501 §2.2.1", "9051 §2.2.1"));
      break;
    case wire::TokenKind::untagged:
      say("untagged", "`*` begins what completes no command.", both("3501 §2.2.2", "9051 §2.2.2"));
      break;
    case wire::TokenKind::continuation:
      say("continuation request", "The server waits for the rest of a command.",
          both("3501 §7.5", "9051 §7.6"));
      break;
    case wire::TokenKind::atom:
    case wire::TokenKind::quoted:
    case wire::TokenKind::literal_body:
    case wire::TokenKind::partial:
      say("argument", unknown_part(line_.name));
      break;
  }
}

}  // namespace imapscope::explain
