// Contexts: searches whose results a session is told of as they change (RFC 5267 §4.3).
#pragma once

#include "sim/server/searching.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// Keeps the search up to date from here on, or says why it is not (`* NO [NOUPDATE …]`).
void begin_updates(Context context, Turn& turn);

/// `REMOVEFROM`: results that match no more. Their numbers are those before any EXPUNGE.
void tell_removed_results(const Turn& turn);
/// `ADDTO`: results that match now, and did not. Messages from `first_new` on were not told of
/// before: what the search wants to know of them comes first (RFC 5465 §7).
void tell_added_results(Uid first_new, Turn& turn);

}  // namespace imapscope::server
