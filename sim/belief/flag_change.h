// How a message's flags changed for its client, as an effect.
#pragma once

#include "sim/belief/line.h"

namespace imapscope::observer {

[[nodiscard]] inline Effect flag_change(SeqNum number, const Known<FlagSet>& before,
                                        const FlagSet& after) {
  Effect effect{.kind = Effect::Kind::flags, .number = number};
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
