// The repository itself, held against the rules. Each failure names the file, the line and what to
// do.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <set>

#include "tests/tidy/banned.h"
#include "tests/tidy/families.h"
#include "tests/tidy/layers.h"
#include "tests/tidy/sentences.h"
#include "tests/tidy/sizes.h"

namespace imapscope::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array<Exception, 0> exceptions{};

const std::vector<Source>& tree() {
  static const std::vector<Source> sources = read_tree(IMAPSCOPE_SOURCE_DIR);
  return sources;
}

}  // namespace

TEST_CASE("the tree is read") {
  CHECK(tree().size() > 20);
}

TEST_CASE("includes follow the arrows of the design") {
  CHECK(to_text(check_layers(tree())) == "");
}

TEST_CASE("files, functions and lines are short") {
  CHECK(to_text(check_sizes(tree(), exceptions)) == "");
}

TEST_CASE("the simulation has no clock, chance, threads or hidden state of its own") {
  CHECK(to_text(check_banned(tree())) == "");
}

TEST_CASE("panes name the distances that they keep") {
  CHECK(to_text(check_distances(tree())) == "");
}

TEST_CASE("no sentence that a person reads stands in code") {
  CHECK(to_text(check_sentences(tree())) == "");
}

TEST_CASE("every command family has its files in every layer, and their tests") {
  CHECK(to_text(check_families(paths_below(IMAPSCOPE_SOURCE_DIR), families_of_the_table())) == "");
}

TEST_CASE("nothing is left behind") {
  CHECK(to_text(check_left_behind(tree())) == "");
}

TEST_CASE("the top level has the folders of the design, and those with a dot") {
  const std::set<std::string> known{"sim", "gui", "lessons", "traces", "tests"};
  for (const auto& entry : fs::directory_iterator(IMAPSCOPE_SOURCE_DIR)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() || name.starts_with(".") || name.starts_with("build")) continue;
    CHECK_MESSAGE(known.contains(name), name, " has no place at the top level");
  }
}

}  // namespace imapscope::tidy
