// Effect: what a landing line changed in its client's belief. The window's motion and the
// timeline's marks come from here.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sim/base/overloaded.h"
#include "sim/belief/ends/message_list.h"
#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"
#include "sim/imap/state.h"

namespace imapscope::observer {
namespace effect {

/// The session travelled an edge. Where it was may have been unknown: then `from` is `to`.
struct Travelled {
  State from = State::greeting;
  State to = State::greeting;
};
/// There are more messages: these.
struct Grew {
  SeqNum first;
  SeqNum last;
};
/// The message is gone; higher numbers dropped by one.
struct Expunged {
  SeqNum number;
};
/// A message's flags became known or changed, or are in doubt now.
struct FlagsChanged {
  SeqNum number;
  std::vector<std::string> added{};    ///< new to the client; all, where none were known
  std::vector<std::string> removed{};  ///< that it must drop
};
/// Another fact about a message became known: UID, size, subject.
struct DetailsKnown {
  SeqNum number;
};
/// UIDVALIDITY, FLAGS, PERMANENTFLAGS, …
struct MailboxFactsKnown {};
/// What the server can do, or what of it is on.
struct CapabilitiesKnown {};
/// A command ended with NO or BAD.
struct Failed {};
struct SaidBye {};

}  // namespace effect

using Effect = std::variant<effect::Travelled, effect::Grew, effect::Expunged, effect::FlagsChanged,
                            effect::DetailsKnown, effect::MailboxFactsKnown,
                            effect::CapabilitiesKnown, effect::Failed, effect::SaidBye>;

/// The messages that it is about.
struct Concerned {
  SeqNum first{0};  ///< 0: none
  SeqNum last{0};
};
[[nodiscard]] inline Concerned concerned_by(const Effect& effect) {
  return std::visit(overloaded{
                        [](const effect::Grew& e) {
                          return Concerned{e.first, e.last};
                        },
                        [](const effect::Expunged& e) {
                          return Concerned{e.number, e.number};
                        },
                        [](const effect::FlagsChanged& e) {
                          return Concerned{e.number, e.number};
                        },
                        [](const effect::DetailsKnown& e) {
                          return Concerned{e.number, e.number};
                        },
                        [](const auto&) { return Concerned{}; },
                    },
                    effect);
}

/// How a message's flags changed for its client.
[[nodiscard]] inline effect::FlagsChanged flags_changed(SeqNum number, const Known<FlagSet>& before,
                                                        const FlagSet& after) {
  effect::FlagsChanged effect{number};
  for (const Flag& flag : after) {
    if (!before || !before->contains(flag)) effect.added.push_back(flag.name);
  }
  if (!before) return effect;
  for (const Flag& flag : *before) {
    if (!after.contains(flag)) effect.removed.push_back(flag.name);
  }
  return effect;
}

}  // namespace imapscope::observer
