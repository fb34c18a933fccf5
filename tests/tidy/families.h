// A command family has the same file stem in every layer, so that `ls sim/*/store*` is all of
// STORE.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

/// The families with a handshake: the client has a file for these.
inline constexpr std::string_view client_families[] = {"auth", "append", "idle"};

/// The families named in the command table, each once.
std::vector<std::string> families_of_the_table();

/// Every family's files in imap, wire, server and observer, in client for a handshake, and their
/// tests.
Findings check_families(std::span<const Source> sources, std::span<const std::string> families);

}  // namespace imapscope::tidy
