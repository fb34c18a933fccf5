// SecretScanner: reads a client's octets one by one, in whatever segments they come, and tells
// which of them are secret: the password of LOGIN, and every SASL response.
#pragma once

#include <cstdint>
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
  void completed(std::string_view tag);
  /// The server answered BAD without a tag: a line whose tag cannot be read goes no further.
  void refused_untagged();
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

  [[nodiscard]] bool take_part(char c);
  [[nodiscard]] bool take_secret(char c);
  void meet_refused(std::string_view octets);
  void refuse_literal();
  void take_word(char c);
  void keep_tail(char c);
  void take_user(char c);
  void end_word();
  void take_verb();
  void end_line();
  void begin_literal();

  Part part_ = Part::tag;
  Secret secret_ = Secret::beginning;
  std::string tag_;
  std::string word_;    // of the part at work, or the end of the line
  bool torso_ = false;  // the line's beginning was missed, perhaps
  bool quoted_ = false;
  bool escaped_ = false;
  bool authenticating_ = false;  // the client's lines are SASL responses
  std::string authenticating_tag_;
  std::uint64_t literal_left_ = 0;
  bool literal_refusable_ = false;  // it waits for `+`, and none of its octets came
  std::uint64_t refused_left_ = 0;  // of a LOGIN's literal that may come all the same
  bool refused_line_ = false;       // … and this line is, or was to be, a part of it
  bool line_begins_ = true;
};

}  // namespace imapscope::redact
