#include "tests/tidy/families.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "sim/imap/command.h"

namespace imapscope::tidy {
namespace {

// Where a family's files stand: before and after its name.
struct Place {
  std::string_view before;
  std::string_view after;
};

constexpr std::array places{
    Place{"sim/imap/", ".h"},  // values without conduct: no test of their own
    Place{"sim/wire/", ".cpp"},
    Place{"sim/server/", ".cpp"},
    Place{"sim/belief/", ".cpp"},
    Place{"sim/explain/", ".cpp"},
    Place{"tests/wire/", "_test.cpp"},
    Place{"tests/server/dialogues/", ".txt"},
    Place{"tests/observer/", "_test.cpp"},
};

// The client sends every command alike, but those of these families wait for the server's "+"
// (RFC 3501 §7.5). A literal is the handshake of APPEND, whose message is always one.
constexpr std::array<std::string_view, 3> families_with_handshake{"append", "auth", "idle"};
constexpr std::array client_places{
    Place{"sim/client/", ".cpp"},
    Place{"tests/client/", "_test.cpp"},
};

void check_places(const std::set<std::string>& paths, std::string_view family,
                  std::span<const Place> wanted, Findings& findings) {
  for (const Place& place : wanted) {
    std::string path(place.before);
    path.append(family).append(place.after);
    if (paths.contains(path)) continue;
    findings.push_back(
        {path, 0,
         "is missing: every layer has its part of the command family " + std::string(family)});
  }
}

}  // namespace

std::set<std::string> families_of_the_table() {
  std::set<std::string> families;
  std::apply([&](const auto&... row) { (families.emplace(row.info.family), ...); }, rows);
  return families;
}

std::set<std::string> paths_below(const std::filesystem::path& root) {
  std::set<std::string> paths;
  for (const char* folder : {"sim", "tests"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      paths.insert(entry.path().lexically_relative(root).generic_string());
    }
  }
  return paths;
}

Findings check_families(const std::set<std::string>& paths, const std::set<std::string>& families) {
  Findings findings;
  for (const std::string& family : families) {
    check_places(paths, family, places, findings);
    const auto& waiting = families_with_handshake;
    if (std::find(waiting.begin(), waiting.end(), family) != waiting.end()) {
      check_places(paths, family, client_places, findings);
    }
  }
  return findings;
}

}  // namespace imapscope::tidy
