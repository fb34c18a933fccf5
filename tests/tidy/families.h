// A command family has the same file stem in every layer, so that `ls sim/*/store*` is all of
// STORE.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

/// The families named in the command table.
std::set<std::string> families_of_the_table();

/// Every file below root/sim and root/tests, by its path from the root.
std::set<std::string> paths_below(const std::filesystem::path& root);

/// Every family has its files in imap, wire, server, belief and explain, and its tests: for the
/// server a dialogue, for wire and observer a test file. Those with a handshake have both in client
/// too.
Findings check_families(const std::set<std::string>& paths, const std::set<std::string>& families);

}  // namespace imapscope::tidy
