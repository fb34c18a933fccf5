// What would make two runs differ: clocks, chance, threads, files and hidden state.
#pragma once

#include <span>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

/// Wall clock, unseeded chance, threads, files and mutable statics in sim/ and gui/, but for the
/// edges, where real time and the file system enter (net, cli and disk, platform and main). Each
/// finding names what to use instead.
Findings check_banned(std::span<const Source> sources);

/// Notes to oneself that were left behind, in any file; headers without #pragma once.
Findings check_left_behind(std::span<const Source> sources);

}  // namespace imapscope::tidy
