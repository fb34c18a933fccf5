// SecretScanner: reads a client's octets one by one, in whatever segments they come, and tells
// which of them are secret: the password of LOGIN, however it is mistyped, and every SASL response.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace imapscope::redact {

class SecretScanner {
 public:
  /// Takes the first of these octets: whether it is a part of a secret. The others are what is
  /// known of what follows.
  [[nodiscard]] bool take(std::string_view octets);

  /// The server completed the command with this tag: a SASL dialogue ends, and a literal that has
  /// not begun is refused.
  void completed(std::string_view tag, bool ok);
  /// The server answered BAD without a tag: a line whose tag cannot be read goes no further.
  void refused_untagged();
  /// The server spoke as it only does to a client that has logged in. Until then, whatever is not
  /// plainly something else may be a password: a word alone on its line, what follows a verb that
  /// is none.
  void logged_in() { authenticated_ = true; }
  [[nodiscard]] bool is_logged_in() const { return authenticated_; }
  /// Octets were missed. What is left of the line may be the tail of a secret.
  void gap();

 private:
  enum class Part {
    tag,
    verb,
    mechanism,  // of AUTHENTICATE
    user,       // of LOGIN
    secret,     // up to the line end
    rest,       // of a command that holds no secret
  };
  enum class Secret { beginning, plain, quoted, escaped, literal_header };

  [[nodiscard]] bool take_part(std::string_view octets);
  [[nodiscard]] bool take_secret(char c);
  void meet_refused(std::string_view octets);
  void refuse_literal();
  [[nodiscard]] bool take_word(std::string_view octets);
  [[nodiscard]] bool take_user(std::string_view octets);
  [[nodiscard]] bool hides_tag(std::string_view known, std::size_t end) const;
  [[nodiscard]] bool hides_verb(std::string_view known, std::size_t end) const;
  void decide(std::string_view octets);
  void forgot_tag(std::string_view octets);
  void keep_tail(char c);
  void end_word();
  void take_verb(std::string_view verb);
  void end_line();
  void begin_literal();

  Part part_ = Part::tag;
  Secret secret_ = Secret::beginning;
  std::string tag_;
  std::string word_;         // of the part at work, or the end of the line
  bool hidden_ = false;      // the word, or the rest of the user, is masked …
  std::size_t decided_ = 0;  // … as was decided for so many of its octets
  bool in_doubt_ = false;    // the secret is the arguments of a verb that is none
  bool quoted_ = false;
  bool escaped_ = false;
  bool authenticated_ = false;
  std::map<std::string, std::string, std::less<>> verbs_;  // in progress, by tag
  bool authenticating_ = false;                            // the client's lines are SASL responses
  std::string authenticating_tag_;
  std::uint64_t literal_left_ = 0;
  bool literal_refusable_ = false;   // it waits for `+`, and none of its octets came
  std::uint64_t refused_left_ = 0;   // of a LOGIN's literal that may come all the same
  std::uint64_t innocent_left_ = 0;  // of another command's
  bool refused_line_ = false;        // … and this line is, or was to be, a part of it
  bool line_begins_ = true;
};

}  // namespace imapscope::redact
