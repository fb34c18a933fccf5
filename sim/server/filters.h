// Filters: searches that are kept under a name, as annotations of the server (RFC 5466).
#pragma once

#include <string_view>

#include "sim/imap/envelope.h"
#include "sim/imap/search.h"
#include "sim/server/turn/ending.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// Whether an annotation of the server is a filter: `/private/filters/values/NAME`.
[[nodiscard]] bool is_filter_entry(std::string_view entry);
/// Nothing where the value is a search that this server can do, or NIL (§3.2).
[[nodiscard]] Ending refuse_filter(const NString& value, const Config& config);

/// Puts the searches in the place of their names; or says which name stands for none (§3.1).
[[nodiscard]] Ending resolve_filters(Search& search, const Turn& turn);

}  // namespace imapscope::server
