// What would make two runs differ: clocks, chance, threads and hidden state in sim/.
#pragma once

#include <span>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

/// Wall clock, unseeded chance, threads and mutable statics in sim/ (net/ and cli/ are the edges
/// where real time enters, and may have them). Each finding names what to use instead.
Findings check_banned(std::span<const Source> sources);

/// Notes to oneself that were left behind, in any file; headers without #pragma once.
Findings check_left_behind(std::span<const Source> sources);

}  // namespace imapscope::tidy
