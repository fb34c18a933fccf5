// Redaction: passwords and SASL responses are masked before a trace is written or drawn; octet
// counts stay, and the event says so. Before the login everything is that could be one, and what a
// server says back of it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "sim/trace/trace.h"

namespace imapscope::redact {

/// Masks the secrets of a whole trace with `*`, octet for octet, also where segments split them.
[[nodiscard]] trace::Trace redact(trace::Trace trace);

/// Where the secrets of one command are.
[[nodiscard]] std::vector<trace::Masked> secrets_in(std::string_view command);

/// The same for a trace that is being written: events go in and come out in order, one for one. A
/// secret that is split over events is masked in each of them, because what is asked next is known
/// from what came before.
class Redactor {
 public:
  Redactor();
  ~Redactor();
  Redactor(Redactor&&) noexcept;
  Redactor& operator=(Redactor&&) noexcept;

  [[nodiscard]] trace::Event redact(trace::Event event);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace imapscope::redact
