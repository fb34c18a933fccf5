// Line: one row of the ladder. A command, a response or a thing beside the protocol, with all that
// the observer concluded from it; what explains its tokens is computed on demand (explain.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/said.h"
#include "sim/base/time.h"
#include "sim/belief/belief.h"
#include "sim/belief/effect.h"
#include "sim/rules/finding.h"
#include "sim/trace/event.h"

namespace imapscope::observer {

using rules::Fault;
using rules::Finding;

enum class LineKind : std::uint8_t {
  opened,                ///< the connection was made
  greeting,              ///< the server's first line
  command,               ///< tagged, from the client
  client_data,           ///< untagged from the client: DONE, a SASL response
  literal,               ///< octets that a command announced, and how its line goes on; a message
                         ///< of POP3 or SMTP, up to `.`
  continuation_request,  ///< `+`; `354`
  tagged,                ///< completes a command: under its tag, or without one in its turn
  untagged,              ///< `*`; of POP3 and SMTP, what an answer has besides
  unreadable,            ///< no IMAP: a syntax error in its first token
  closed,
  gap,
  opaque,
  secured,  ///< its end's part of a TLS handshake: what follows it is protected
  note,
};

struct Line {
  LineId id;
  trace::ConnectionId connection;
  Protocol protocol = Protocol::imap;
  trace::Direction direction = trace::Direction::to_server;
  LineKind kind = LineKind::command;
  std::optional<Condition> condition;  ///< of a status response or a greeting
  trace::Fidelity fidelity = trace::Fidelity::exact;
  bool is_protected = false;   ///< by TLS: who listens on the way reads none of it
  Texts texts = Texts::ascii;  ///< what names and quoted strings in it are written in

  Instant sent;                   ///< of its last octet; a row's order is by its first
  std::optional<Instant> landed;  ///< of its last octet; nothing: lost, or not landed in this trace
  std::size_t first_event = 0;  ///< in the trace; the events between belong to other lines perhaps
  std::size_t last_event = 0;
  std::uint64_t stream_offset = 0;  ///< of its first octet, in its direction of the connection
  std::string bytes;  ///< with line end and literals; empty for opened, closed, gap, opaque
  /// Of a command that asks before it sends a literal: how many of `bytes` its own row carries; the
  /// others have rows of kind `literal`. Of such a row: the literal's octets. 0: there is none.
  std::size_t head_octets = 0;
  Said note;  ///< for the kinds without bytes: "connected", "17 octets are missing"
  std::vector<trace::Masked> masked;

  std::string tag;   ///< of a command or a tagged response
  std::string name;  ///< "SELECT", "UID FETCH"; of data: "EXISTS", "FETCH", "OK"
  std::optional<LineId>
      command;  ///< the command that caused or is completed by this line; none: nothing did
  std::optional<LineId> completion;  ///< of a command: its tagged response
  std::vector<Effect> effects;
  std::vector<Finding> findings;  ///< the rules that it breaks or bends

  void report(rules::Named rule, std::vector<words::Argument> arguments = {},
              rules::Place place = {}) {
    findings.push_back({&rule.rule(), std::move(arguments), place});
  }
  [[nodiscard]] bool breaks_rule() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.is_violation(); });
  }
};

/// The first effect of that kind that the line had; null: it had none.
template <class Kind>
[[nodiscard]] const Kind* effect_of(const Line& line) {
  for (const Effect& effect : line.effects) {
    if (const auto* found = std::get_if<Kind>(&effect)) return found;
  }
  return nullptr;
}

}  // namespace imapscope::observer
