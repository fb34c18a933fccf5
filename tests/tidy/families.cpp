#include "tests/tidy/families.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <set>

#include "sim/imap/command.h"

namespace imapscope::tidy {
namespace {

bool has(std::span<const Source> sources, const std::string& path) {
  return std::any_of(sources.begin(), sources.end(),
                     [&](const Source& source) { return source.path == path; });
}

bool is_handshake(std::string_view family) {
  return std::find(std::begin(client_families), std::end(client_families), family) !=
         std::end(client_families);
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

}  // namespace

std::vector<std::string> families_of_the_table() {
  std::set<std::string> families;
  std::apply([&](const auto&... row) { (families.emplace(row.info.family), ...); }, rows);
  return {families.begin(), families.end()};
}

Findings check_families(std::span<const Source> sources, std::span<const std::string> families) {
  Findings findings;
  const auto demand = [&](const std::string& path, const std::string& family) {
    if (has(sources, path)) return;
    findings.push_back({path, 0, "is missing: every layer has a file for the family " + family});
  };
  for (const std::string& family : families) {
    demand(join({"sim/imap/", family, ".h"}),
           family);  // values without conduct: no test of their own
    for (const std::string_view layer : {"wire", "server", "observer", "client"}) {
      if (layer == "client" && !is_handshake(family)) continue;
      demand(join({"sim/", layer, "/", family, ".cpp"}), family);
      demand(join({"tests/", layer, "/", family, "_test.cpp"}), family);
    }
  }
  return findings;
}

}  // namespace imapscope::tidy
