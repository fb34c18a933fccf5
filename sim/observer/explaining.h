// Explaining: what the families share while they explain the tokens of one line. A cursor over the
// tokens, and what the client believed when the line was sent or landed.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/observer/explain.h"
#include "sim/observer/timeline.h"
#include "sim/wire/tokens.h"

namespace imapscope::observer {

class Explaining {
 public:
  Explaining(const Timeline& timeline, const Line& line);

  // ---- the line, and who speaks ----
  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] const Line& line() const { return line_; }
  /// "the phone"; "the client" where it has no name.
  [[nodiscard]] const std::string& client() const { return client_; }
  /// What the client believed just before this line was sent (commands) or landed (responses);
  /// null: nothing yet.
  [[nodiscard]] const SessionBelief* before() const;
  [[nodiscard]] const MailboxBelief* mailbox() const;
  [[nodiscard]] std::string mailbox_name() const;  ///< "INBOX", or "the open mailbox"

  // ---- the cursor ----
  [[nodiscard]] bool at_end() const { return next_ >= tokens_.size(); }
  [[nodiscard]] wire::TokenKind kind() const;   ///< of the next token; `line_end` at the end
  [[nodiscard]] std::string_view text() const;  ///< of the next token
  [[nodiscard]] std::string word() const;       ///< the same, upper case
  /// A string's content: without quotes; of a literal its octets.
  [[nodiscard]] std::string content() const;
  [[nodiscard]] std::uint32_t number() const;  ///< 0 where the next token is none

  /// Explains the next token and goes on.
  void say(std::string term, RichText meaning, std::string rfc = {});
  /// The same for punctuation.
  void pass(std::string term, RichText meaning = {});
  /// The token that matters: the next one.
  void lead() { explanation_.leading = explanation_.tokens.size(); }
  /// A string in any form, with its literal header.
  void say_string(const std::string& term, RichText meaning, const std::string& rfc = {});
  /// Anything up to the end of the list or line that nobody has explained.
  void say_rest();

  [[nodiscard]] Explanation& explanation() { return explanation_; }

 private:
  void add(std::string term, RichText meaning, std::string rfc, bool dim);

  const Timeline& timeline_;
  const Line& line_;
  std::string client_;
  std::vector<wire::Token> tokens_;
  std::size_t next_ = 0;
  std::shared_ptr<const Beliefs> beliefs_;
  Explanation explanation_;
};

}  // namespace imapscope::observer
