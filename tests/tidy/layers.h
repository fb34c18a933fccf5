// Who may include whom: the arrows of the design, read back from the includes.
#pragma once

#include <span>
#include <string_view>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

/// "sim/wire/cursor.h" -> "wire", "gui/panes/ladder.cpp" -> "gui/panes". Empty for a path
/// outside sim/ and gui/.
std::string_view layer_of(std::string_view path);

/// Whether a file of `from` may include one of `to`, directly or through others.
bool may_include(std::string_view from, std::string_view to);

/// Every include that goes against an arrow, also through other headers; every library outside the
/// folder it belongs to, or shown to another layer by a header.
Findings check_layers(std::span<const Source> sources);

}  // namespace imapscope::tidy
