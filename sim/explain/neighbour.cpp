#include "sim/explain/neighbour.h"

#include <algorithm>
#include <string>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/base/utf.h"
#include "sim/belief/neighbour/neighbour.h"
#include "sim/explain/cause/cause.h"
#include "sim/explain/explaining.h"
#include "sim/explain/sasl.h"
#include "sim/imap/command.h"
#include "sim/neighbour/dots.h"

namespace imapscope::explain {
namespace {

using neighbour::CommandInfo;
using neighbour::Status;
using neighbour::Tells;

constexpr std::size_t longest_piece = 40;

/// The words of one of the two protocols.
struct Wording {
  std::string_view purpose, argument, code;
  const char* body;
  const char* end;
  const char* why_greeting;
  const char* why_answer;
  const char* why_message;
  const char* why_go_ahead;
  const char* why_unasked;
  const char* why_unreadable;
  const char* dots;  ///< the section on lines up to `.`
};
constexpr Wording pop3_wording{"pop3.purpose.",     "pop3.argument.",      "pop3.code.",
                               "pop3.message.body", "pop3.message.end",    "pop3.why.greeting",
                               "pop3.why.answer",   "pop3.why.message",    "pop3.why.go_ahead",
                               "pop3.why.unasked",  "pop3.why.unreadable", "1939 §3"};
constexpr Wording smtp_wording{"smtp.purpose.",     "smtp.argument.",      "smtp.code.",
                               "smtp.message.body", "smtp.message.end",    "smtp.why.greeting",
                               "smtp.why.answer",   "smtp.why.message",    "smtp.why.go_ahead",
                               "smtp.why.unasked",  "smtp.why.unreadable", "5321 §4.5.2"};

/// Explains the octets of one line from left to right.
class Pieces {
 public:
  Pieces(const Timeline& timeline, const Line& line, const words::Words& words)
      : e_(timeline, line, words),
        dialect_(*dialect_of(line.protocol)),
        wording_(line.protocol == Protocol::pop3 ? pop3_wording : smtp_wording) {}

  Explanation all() {
    switch (e_.line().kind) {
      case LineKind::command:
        command();
        break;
      case LineKind::literal:
        message();
        break;
      case LineKind::greeting:
      case LineKind::tagged:
      case LineKind::untagged:
      case LineKind::continuation_request:
        answer();
        break;
      case LineKind::client_data:
        sasl_response();
        break;
      default:
        break;
    }
    rest();
    explanation_.why = carried_why(e_, why());
    explanation_.rfc = standard();
    return std::move(explanation_);
  }

 private:
  // ---- the cursor ----
  [[nodiscard]] std::string_view left() const {
    return std::string_view(e_.line().bytes).substr(at_);
  }
  [[nodiscard]] std::size_t text_end() const { return without_line_end(e_.line().bytes).size(); }
  [[nodiscard]] bool at_text_end() const { return at_ >= text_end(); }
  void skip_blanks() {
    while (!at_text_end() && left().front() == ' ') ++at_;
  }
  [[nodiscard]] std::size_t word_end() const {
    return std::min(e_.line().bytes.find(' ', at_), text_end());
  }
  [[nodiscard]] std::string_view word() const { return left().substr(0, word_end() - at_); }

  [[nodiscard]] std::string words(std::string_view key) const { return e_.words(key); }

  void add(std::size_t end, std::string_view term, RichText meaning, std::string rfc = {},
           bool dim = false) {
    if (end <= at_) return;
    ExplainedToken token;
    token.offset = at_;
    token.octets = end - at_;
    const std::string_view text = left().substr(0, token.octets);
    token.shown = shown(text);
    token.term = words("explain.term." + std::string(term));
    token.meaning = std::move(meaning);
    token.rfc = std::move(rfc);
    token.dim = dim;
    explanation_.tokens.push_back(std::move(token));
    at_ = end;
    skip_blanks();
  }
  [[nodiscard]] static std::string shown(std::string_view text) {
    if (text == "\r\n") return "CR LF";
    if (text == "\n") return "LF";
    const std::string_view line = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    const bool whole = line.size() == text.size() && text.size() <= longest_piece;
    return std::string(cut_at_character(line, longest_piece)) + (whole ? "" : "…");
  }
  void lead() { explanation_.leading = explanation_.tokens.size(); }
  void rest() {
    if (!at_text_end()) add(text_end(), "text", words("explain.form.text"));
    add(e_.line().bytes.size(), "line_end", words("explain.neighbour.line_end"), {}, true);
  }

  // ---- a client's line ----
  [[nodiscard]] const CommandInfo* info() const {
    return neighbour::find(dialect_.commands, e_.line().name);
  }
  void command() {
    lead();
    const CommandInfo* known = info();
    if (known == nullptr) {
      add(word_end(), "command", words("explain.command.unknown"));
      return;
    }
    const std::string verb(known->verb);
    add(word_end(), "command", words(std::string(wording_.purpose) + verb),
        std::string(known->standard));
    if (at_text_end() || known->arguments.empty()) return;
    if (goes_on_with_sasl(*known)) return sasl_beginning();
    add(text_end(), known->holds_secret ? "password" : "argument",
        words(std::string(wording_.argument) + verb));
  }

  // ---- SASL ----
  [[nodiscard]] static bool goes_on_with_sasl(const CommandInfo& info) {
    return info.brings == neighbour::Brings::wants_response;
  }
  [[nodiscard]] bool is_masked() const { return !e_.line().masked.empty(); }
  /// Of the exchange that the line belongs to.
  [[nodiscard]] std::string_view mechanism() const {
    const Line& asked = e_.command() == nullptr ? e_.line() : *e_.command();
    return neighbour::words_of(neighbour::words_of(asked.bytes).argument).verb;
  }
  void sasl_beginning() {
    add(word_end(), "sasl_mechanism", mechanism_meaning(e_, word()));
    const std::string_view text = left().substr(0, text_end() - at_);
    add(text_end(), "initial_response",
        is_masked()   ? words("explain.auth.initial_masked")
        : text == "=" ? words("explain.auth.initial_empty")
                      : words("explain.auth.initial") + decoded_response(e_, mechanism(), text));
  }
  void sasl_response() {
    lead();
    const std::string_view text = left().substr(0, text_end());
    if (text == "*") return add(text_end(), "cancellation", words("explain.auth.cancelled"));
    add(text_end(), "sasl_response",
        is_masked() ? words("explain.auth.response_masked")
                    : words("explain.auth.response") + decoded_response(e_, mechanism(), text));
  }
  /// What stands behind the go-ahead.
  void challenge() {
    const Line* asked = e_.command();
    const CommandInfo* known =
        asked == nullptr ? nullptr : neighbour::find(dialect_.commands, asked->name);
    if (known == nullptr || !goes_on_with_sasl(*known)) return;
    const std::string_view text = left().substr(0, text_end() - at_);
    add(text_end(), "challenge",
        is_masked() ? words("explain.auth.challenge_masked")
                    : challenge_meaning(e_, mechanism(), text));
  }

  void message() {
    const std::string_view bytes = e_.line().bytes;
    const bool has_end = bytes.ends_with(".\r\n") || bytes.ends_with(".\n");
    const std::size_t dot = has_end ? bytes.rfind('.') : bytes.size();
    add(dot, "message", words(wording_.body), std::string(wording_.dots));
    if (has_end) add(dot + 1, "end_of_lines", words(wording_.end), std::string(wording_.dots));
  }

  // ---- a server's line ----
  void answer() {
    const auto status = e_.line().condition ? dialect_.status_in(e_.line().bytes) : std::nullopt;
    if (!status) return item();
    lead();
    if (e_.line().protocol == Protocol::pop3) {
      pop3_status(*status);
    } else {
      smtp_status(*status);
    }
    if (status->success == neighbour::Success::go_ahead && !at_text_end()) challenge();
  }

  void pop3_status(const Status& status) {
    const bool goes_ahead = status.success == neighbour::Success::go_ahead;
    add(status.mark.size(), "status",
        words(goes_ahead                          ? "pop3.status.go_ahead"
              : status.condition == Condition::ok ? "pop3.status.ok"
                                                  : "pop3.status.error"),
        "1939 §3");
    if (left().starts_with('[') && left().find(']') < text_end() - at_) {
      const std::string code(left().substr(1, left().find(']') - 1));
      add(at_ + code.size() + 2, "response_code",
          e_.words().name(wording_.code, ascii::to_upper(code)), "2449 §8");
    }
    const Line* asked = e_.command();
    if (asked == nullptr || status.condition != Condition::ok) return;
    const Tells tells = told_by(asked->name);
    if (tells == Tells::total) {
      number("pop3.item.count");
      number("pop3.item.octets");
    } else if (e_.line().kind == LineKind::tagged) {
      numbered(tells);
    }
  }

  [[nodiscard]] Tells told_by(std::string_view verb) const {
    const CommandInfo* info = neighbour::find(dialect_.commands, verb);
    return info == nullptr ? Tells::nothing : info->tells;
  }

  void number(const char* key) {
    if (!at_text_end() && ascii::is_digit(left().front())) add(word_end(), "number", words(key));
  }
  /// `2 200`, of LIST or UIDL.
  void numbered(Tells tells) {
    if (tells != Tells::sizes && tells != Tells::unique_ids) return;
    number("pop3.item.number");
    if (at_text_end()) return;
    if (tells == Tells::sizes) return number("pop3.item.size");
    add(word_end(), "unique_identifier", words("pop3.item.unique_id"), "1939 §7");
  }

  /// A line of a list.
  void item() {
    lead();
    if (neighbour::ends_lines(e_.line().bytes)) {
      return add(text_end(), "end_of_lines", words("pop3.item.end"), "1939 §3");
    }
    const Tells tells = told_by(e_.line().name);
    if (tells == Tells::capabilities) {
      return add(text_end(), "capability", words("pop3.item.capability"), "2449 §5");
    }
    numbered(tells);
  }

  void smtp_status(const Status& status) {
    const std::string code(status.mark);
    const std::string known(wording_.code);
    const bool is_known = e_.words().has(known + code);
    add(code.size(), "reply_code",
        words(is_known ? known + code : "smtp.digit." + code.substr(0, 1)), "5321 §4.2");
    if (left().starts_with('-')) add(at_ + 1, "goes_on", words("smtp.goes_on"), "5321 §4.2.1");
    const std::string_view first = word();
    const bool is_enhanced = first.size() >= 5 && first[0] == code[0] && first[1] == '.';
    if (is_enhanced) add(word_end(), "enhanced_code", words("smtp.enhanced"), "3463 §2");
    const Line* asked = e_.command();
    const bool of_ehlo =
        asked != nullptr && told_by(asked->name) == Tells::capabilities && code == "250";
    const bool is_first = of_ehlo && is_first_of(*asked);
    if (of_ehlo && !is_first && !at_text_end()) {
      add(text_end(), "capability", words("smtp.extension"), "5321 §4.1.1.1");
    }
  }
  /// Whether no other line has answered it before this one.
  [[nodiscard]] bool is_first_of(const Line& asked) const {
    const auto lines = e_.timeline().lines();
    return std::none_of(
        lines.begin() + asked.id.value, lines.begin() + e_.line().id.value, [&](const Line& line) {
          return line.command == asked.id && line.direction == trace::Direction::to_client;
        });
  }

  // ---- the line as a whole ----
  [[nodiscard]] RichText why() const {
    const Line* asked = e_.command();
    switch (e_.line().kind) {
      case LineKind::greeting:
        return words(wording_.why_greeting);
      case LineKind::literal:
        return about(wording_.why_message);
      case LineKind::continuation_request:
        return about(wording_.why_go_ahead);
      case LineKind::untagged:
        return asked == nullptr ? words(wording_.why_unasked) : about(wording_.why_answer);
      case LineKind::unreadable:
        return e_.line().direction == trace::Direction::to_client ? words(wording_.why_unreadable)
                                                                  : explain::why(e_);
      default:
        return explain::why(e_);
    }
  }
  [[nodiscard]] RichText about(const char* key) const {
    const Line* asked = e_.command();
    return asked == nullptr ? words(wording_.why_unasked)
                            : e_.words(key, {{"command", short_text(*asked)}});
  }
  [[nodiscard]] std::string standard() const {
    if (e_.line().bytes.empty()) return "";
    if (const CommandInfo* known = info()) return std::string(known->standard);
    return e_.line().protocol == Protocol::pop3 ? "1939 §3" : "5321 §4.2";
  }

  Explaining e_;
  const neighbour::Dialect& dialect_;
  const Wording& wording_;
  std::size_t at_ = 0;
  Explanation explanation_;
};

}  // namespace

Explanation explain_neighbour(const Timeline& timeline, const Line& line,
                              const words::Words& words) {
  return Pieces(timeline, line, words).all();
}

bool holds_secret(const Line& line) {
  const neighbour::Dialect* dialect = dialect_of(line.protocol);
  if (dialect == nullptr) return has(line.name, Trait::holds_secret);
  const CommandInfo* info = neighbour::find(dialect->commands, line.name);
  return info != nullptr && info->holds_secret;
}

}  // namespace imapscope::explain
