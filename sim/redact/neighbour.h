// NeighbourScanner: reads a client's octets of POP3 or SMTP one by one, and tells which of them are
// secret: what PASS, APOP and AUTH carry, however they are mistyped, and every SASL response.
#pragma once

#include <string>
#include <string_view>

#include "sim/neighbour/reply.h"

namespace imapscope::redact {

class NeighbourScanner {
 public:
  explicit NeighbourScanner(const neighbour::Dialect& dialect) : dialect_(&dialect) {}

  /// Takes the first of these octets: whether it is a part of a secret. The others are what is
  /// known of what follows.
  [[nodiscard]] bool take(std::string_view octets);
  /// A whole line of the server.
  void hear(std::string_view line);
  [[nodiscard]] bool is_logged_in() const { return logged_in_; }
  /// Octets were missed. What is left of the line may be the tail of a secret.
  void gap();

 private:
  enum class Part {
    verb,
    open,     ///< an argument that is no secret
    name,     ///< the first word of several, of which only the others are secret
    secret,   ///< up to the line end
    message,  ///< behind DATA, up to `.`
  };

  [[nodiscard]] bool hides_verb(std::string_view octets) const;
  void end_verb();
  void end_line();

  const neighbour::Dialect* dialect_;
  Part part_ = Part::verb;
  std::string word_;  ///< the verb so far, or a line of the message
  std::string verb_;  ///< of the newest command
  bool logged_in_ = false;
};

}  // namespace imapscope::redact
