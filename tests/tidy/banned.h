// What would make two runs differ (clocks, chance, threads, files and hidden state), bare
// distances, and what was left behind.
#pragma once

#include <span>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

/// Wall clock, unseeded chance, threads, files and mutable statics in sim/ and gui/, but for the
/// edges, where real time and the file system enter (net, cli and disk, platform and main). Each
/// finding names what to use instead.
Findings check_banned(std::span<const Source> sources);

/// Distances in gui/panes and gui/imgui that are a bare number, `px(14)`, where a role of
/// gui/scene/theme.h or a constant of the file tells what they keep apart.
Findings check_distances(std::span<const Source> sources);

/// Notes to oneself that were left behind, in any file; headers without #pragma once.
Findings check_left_behind(std::span<const Source> sources);

}  // namespace imapscope::tidy
