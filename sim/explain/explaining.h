// Explaining: what the families share while they explain the tokens of one line. A cursor over the
// tokens, and what the client believed when the line was sent or landed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/explain/explain.h"
#include "sim/imap/numbers.h"
#include "sim/observer/timeline.h"
#include "sim/wire/tokens.h"
#include "sim/words/words.h"

namespace imapscope::explain {

/// "phone"; empty where it has no name that a sentence can use.
[[nodiscard]] std::string client_name(const Timeline& timeline, trace::ConnectionId connection);

class Explaining {
 public:
  Explaining(const Timeline& timeline, const Line& line, const words::Words& words);

  // ---- the language ----
  [[nodiscard]] const words::Words& words() const { return words_; }
  [[nodiscard]] std::string words(std::string_view key, words::Arguments arguments = {}) const {
    return words_(key, arguments);
  }

  // ---- the line, and who speaks ----
  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] const Line& line() const { return line_; }
  /// "phone" or "client", behind an article; in Russian «клиент phone», in the nominative.
  [[nodiscard]] const std::string& client() const { return client_; }
  /// The command that caused this line, or is completed by it; null: none.
  [[nodiscard]] const Line* command() const;
  /// What the client believed just before this line was sent (commands) or landed (responses);
  /// null: nothing yet.
  [[nodiscard]] const SessionBelief* before() const;
  [[nodiscard]] const MailboxBelief* mailbox() const;
  /// The line answers SELECT or EXAMINE: it speaks of the new mailbox (RFC 3501 §6.3.1).
  [[nodiscard]] bool opening() const;
  /// "INBOX", or "the open mailbox"; in Russian behind «в»: «ящике INBOX».
  [[nodiscard]] std::string mailbox_name() const;
  /// The octets of the next token were masked before the trace was written.
  [[nodiscard]] bool masked() const;
  /// "the second message of INBOX as the phone counts them (UID 20)"; in the nominative.
  [[nodiscard]] std::string message(SeqNum number) const;

  // ---- the cursor ----
  [[nodiscard]] bool at_end() const { return next_ >= tokens_.size(); }
  [[nodiscard]] bool at(wire::TokenKind kind) const { return !at_end() && this->kind() == kind; }
  [[nodiscard]] bool at_line_end() const { return at_end() || at(wire::TokenKind::line_end); }
  /// Whether another value of the list around stands here.
  [[nodiscard]] bool inside() const { return !at_line_end() && !at(wire::TokenKind::list_close); }
  [[nodiscard]] bool at_nil() const;
  [[nodiscard]] wire::TokenKind kind() const;        ///< of the next token; `line_end` at the end
  [[nodiscard]] wire::TokenKind kind_after() const;  ///< of the token behind the next one
  [[nodiscard]] int depth() const;                   ///< of the next token
  [[nodiscard]] std::string_view text() const;       ///< of the next token
  [[nodiscard]] std::string word() const;            ///< the same, upper case
  /// A string's content: without quotes; of a literal its octets.
  [[nodiscard]] std::string content() const;
  [[nodiscard]] std::uint32_t number() const;  ///< 0 where the next token is none

  /// Explains the next token and goes on. `term` is the name of one in `explain.term`; a meaning is
  /// one or more sentences, so it begins with a capital.
  void say(std::string_view term, const RichText& meaning, std::string rfc = {});
  /// The same for punctuation.
  void pass(std::string_view term, const RichText& meaning);
  /// The next token is the one that matters.
  void lead() { explanation_.leading = explanation_.tokens.size(); }

  // ---- what many families need ----
  /// A string in any form; a literal has two tokens.
  void say_string(std::string_view term, const RichText& meaning, const std::string& rfc = {});
  void say_mailbox(RichText meaning);
  void say_flags(const std::string& rfc);  ///< a list of flags, or flags without a list
  void say_messages(bool uids);            ///< a sequence set, or one of UIDs
  /// The same, and other words for NIL.
  void say_nstring(std::string_view term, const RichText& meaning, const RichText& nil,
                   const std::string& rfc = {});
  /// One value, lists included, which has one meaning as a whole.
  void say_whole(std::string_view term, const RichText& meaning, const std::string& rfc = {});
  /// One value of an extension, lists included: nobody here knows what its pieces are.
  void say_unknown(std::string_view term, const RichText& meaning, const std::string& rfc = {});
  /// `(` and `)`, where the cursor stands at one.
  void pass_open() { pass_open(words("explain.form.list_begins")); }
  void pass_open(const RichText& meaning);
  void pass_close() { pass_close(words("explain.form.list_ends")); }
  void pass_close(const RichText& meaning);
  /// Whatever nobody has explained, up to the end of the line.
  void say_rest();

  [[nodiscard]] Explanation& explanation() { return explanation_; }

 private:
  void add(std::string_view term, const RichText& meaning, std::string rfc, bool dim);
  void say_uids(std::string_view set);
  void say_numbers(std::string_view set);
  void say_by_kind();
  void say_first_word();

  const Timeline& timeline_;
  const Line& line_;
  const words::Words& words_;
  std::string client_;
  std::vector<wire::Token> tokens_;
  std::size_t next_ = 0;
  std::shared_ptr<const Beliefs> beliefs_;
  Explanation explanation_;
};

}  // namespace imapscope::explain
