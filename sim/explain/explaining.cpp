#include "sim/explain/explaining.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"
#include "sim/belief/reading.h"
#include "sim/explain/wording.h"
#include "sim/trace/peer_names.h"

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
  for (const char c : cut_at_character(text, longest_chip)) {
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

RichText unknown_part(const Explaining& e) {
  const std::string& name = e.line().name;
  return name.empty() ? e.words("explain.form.unreadable_piece")
                      : e.words("explain.form.unknown_part", {{"name", name}});
}

// `{350}` of a string, and who waits for what.
RichText literal_meaning(const Explaining& e) {
  const std::string_view header = e.text();
  std::int64_t octets = 0;
  std::from_chars(header.data() + header.find('{') + 1, header.data() + header.size(), octets);
  if (octets == 0) return e.words("explain.literal.empty");
  if (e.line().direction == trace::Direction::to_client) {
    return e.words("explain.literal.from_server", {{"count", octets}});
  }
  return header.find('+') == std::string_view::npos
             ? e.words("explain.literal.waiting", {{"count", octets}})
             : e.words("explain.literal.at_once", {{"count", octets}});
}

std::string client_in_words(const words::Words& words, const std::string& name) {
  return name.empty() ? words("explain.client.unnamed")
                      : words("explain.client.named", {{"name", name}});
}

}  // namespace

std::string client_name(const Timeline& timeline, trace::ConnectionId connection) {
  std::string name = trace::client_of(timeline.trace(), connection);
  return is_name(name) ? name : "";
}

Explaining::Explaining(const Timeline& timeline, const Line& line, const words::Words& words)
    : timeline_(timeline),
      line_(line),
      words_(words),
      client_(client_in_words(words, client_name(timeline, line.connection))),
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
  std::string name;
  if (opening()) {
    name = opened_by(*command_of(*command()))->utf8();
  } else if (mailbox() != nullptr) {
    name = mailbox()->name.utf8();
  }
  return name.empty() ? words("explain.mailbox.unnamed")
                      : words("explain.mailbox.named", {{"name", name}});
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
  const std::string place = ordinal(words_, number.value);
  const MailboxBelief* open = mailbox();
  const bool known = open != nullptr && number.value != 0 && number.value <= open->messages.size();
  const Known<Uid> uid = known ? open->messages[number.value - 1].uid : std::nullopt;
  if (!uid) {
    return words("explain.message.by_number",
                 {{"ordinal", place}, {"mailbox", mailbox_name()}, {"client", client_}});
  }
  return words(
      "explain.message.with_uid",
      {{"ordinal", place}, {"mailbox", mailbox_name()}, {"client", client_}, {"uid", uid->value}});
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

void Explaining::add(std::string_view term, const RichText& meaning, std::string rfc, bool dim) {
  if (at_end()) return;
  const wire::Token& token = tokens_[next_++];
  explanation_.tokens.push_back(
      {token.offset, token.size, shown(wire::text_of(line_.bytes, token), token.kind),
       words("explain.term." + std::string(term)), capital(meaning), std::move(rfc), dim});
}

void Explaining::say(std::string_view term, const RichText& meaning, std::string rfc) {
  add(term, meaning, std::move(rfc), false);
}

void Explaining::pass(std::string_view term, const RichText& meaning) {
  add(term, meaning, {}, true);
}

void Explaining::pass_open(const RichText& meaning) {
  if (at(wire::TokenKind::list_open)) pass("list", meaning);
}

void Explaining::pass_close(const RichText& meaning) {
  if (at(wire::TokenKind::list_close)) pass("list", meaning);
}

void Explaining::say_string(std::string_view term, const RichText& meaning,
                            const std::string& rfc) {
  if (at(wire::TokenKind::literal_header)) {
    pass("literal", literal_meaning(*this));
    if (!at(wire::TokenKind::literal_body)) return;  // of no octets, or cut off
  }
  say(term, meaning, rfc);
}

void Explaining::say_nstring(std::string_view term, const RichText& meaning, const RichText& nil,
                             const std::string& rfc) {
  say_string(term, at_nil() ? nil : meaning, rfc);
}

void Explaining::say_mailbox(RichText meaning) {
  const std::string name = content();
  const auto decoded = line().texts == Texts::utf8 ? std::nullopt : decode_modified_utf7(name);
  if (ascii::equal_ignoring_case(name, "INBOX")) {
    meaning = words("explain.mailbox.is_inbox", {{"meaning", meaning}});
  } else if (decoded && *decoded != name) {
    meaning = words("explain.mailbox.decoded", {{"meaning", meaning}, {"name", *decoded}});
  }
  say_string("mailbox_name", meaning, both("3501 §5.1", "9051 §5.1"));
}

void Explaining::say_flags(const std::string& rfc) {
  pass_open();
  while (at(wire::TokenKind::flag) || at(wire::TokenKind::atom)) {
    const bool system = at(wire::TokenKind::flag);
    say(system ? "flag" : "keyword", flag_meaning(words_, text()), rfc);
  }
  pass_close();
}

void Explaining::say_messages(bool uids) {
  const std::string set(text());
  if (set == "$") {
    say("sequence_set", words("explain.set.saved"), both("5182 §2.1", "9051 §6.4.4.1"));
  } else if (uids) {
    say_uids(set);
  } else {
    say_numbers(set);
  }
}

void Explaining::say_uids(std::string_view set) {
  const bool single = set.find_first_of(":,") == std::string::npos;
  const std::string uids = set_in_words(words_, set, /*uids=*/true);
  const RichText meaning = set == "*" ? words("explain.set.highest_uid")
                           : single   ? words("explain.set.one_uid", {{"uid", uids}})
                           : set.ends_with(":*")
                               ? words("explain.set.uids_to_last", {{"uids", uids}})
                               : words("explain.set.uids", {{"uids", uids}});
  say(single ? "unique_identifier" : "set_of_uids", meaning,
      both("3501 §2.3.1.1", "9051 §2.3.1.1"));
}

void Explaining::say_numbers(std::string_view set) {
  const bool single = set.find_first_of(":,") == std::string::npos;
  const RichText meaning =
      set == "*" ? words("explain.set.last_of", {{"mailbox", mailbox_name()}, {"client", client_}})
      : single   ? words("explain.set.one_number", {{"message", message(SeqNum{number()})}})
                 : words("explain.set.numbers", {{"numbers", set_in_words(words_, set, false)},
                                                 {"mailbox", mailbox_name()},
                                                 {"client", client_}});
  say(single ? "message_sequence_number" : "sequence_set", meaning,
      both("3501 §2.3.1.2", "9051 §2.3.1.2"));
}

void Explaining::say_whole(std::string_view term, const RichText& meaning, const std::string& rfc) {
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
}

void Explaining::say_unknown(std::string_view term, const RichText& meaning,
                             const std::string& rfc) {
  const std::size_t first = explanation_.tokens.size();
  say_whole(term, meaning, rfc);
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

/// Of a line that is no command: the client's, or the server's.
void Explaining::say_first_word() {
  const std::string rfc = both("3501 §2.2.1", "9051 §2.2.1");
  if (line_.direction == trace::Direction::to_server) {
    say("word", words("explain.form.no_tag"), rfc);
  } else {
    say("tag", words("explain.form.tag"), rfc);
  }
}

void Explaining::say_by_kind() {
  switch (kind()) {
    case wire::TokenKind::line_end:
      return pass("line_end", words("explain.form.line_end"));
    case wire::TokenKind::list_open:
    case wire::TokenKind::list_close:
      return pass("list", words("explain.form.list"));
    case wire::TokenKind::section_open:
    case wire::TokenKind::section_close:
      return pass("section", words("explain.form.section"));
    case wire::TokenKind::code_open:
    case wire::TokenKind::code_close:
      return pass("response_code", words("explain.form.code"));
    case wire::TokenKind::literal_header:
      return pass("literal", words("explain.form.literal"));
    case wire::TokenKind::garbage:
      return say("no_imap", words("explain.form.garbage"), both("3501 §9", "9051 §9"));
    case wire::TokenKind::text:
      if (line_.direction == trace::Direction::to_client) {
        return say("text", words("explain.form.text"));
      }
      return say("word", words("explain.form.lone_word"));
    case wire::TokenKind::number:
      return say("number", unknown_part(*this));
    case wire::TokenKind::tag:
      return say_first_word();
    case wire::TokenKind::untagged:
      return say("untagged", words("explain.form.untagged"), both("3501 §2.2.2", "9051 §2.2.2"));
    case wire::TokenKind::continuation:
      return say("continuation_request", words("explain.form.continuation"),
                 both("3501 §7.5", "9051 §7.6"));
    case wire::TokenKind::flag:
    case wire::TokenKind::atom:
    case wire::TokenKind::quoted:
    case wire::TokenKind::literal_body:
    case wire::TokenKind::partial:
      return say("argument", unknown_part(*this));
  }
}

}  // namespace imapscope::explain
