// The tables of profiles, choices and faults.
#include "sim/server/temper/profiles.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "sim/server/temper/misbehaviour.h"
#include "sim/server/temper/temper.h"

namespace imapscope::server {
namespace {

TEST_CASE("a profile speaks what this server can speak, and chooses what there is to choose") {
  std::set<std::string_view> ids;
  for (const Profile& profile : profiles()) {
    CAPTURE(profile.id);
    CHECK(ids.insert(profile.id).second);
    for (const std::string_view extension : profile.extensions) {
      CAPTURE(extension);
      CHECK(find_spoken(extension) != nullptr);
    }
    for (const ProfileChoice& each : profile.choices) {
      CAPTURE(each.key);
      Config config;
      CHECK(config.choose(std::string(each.key) + "=" + std::string(each.value)));
    }
    Config config;
    CHECK(config.adopt(profile.id));
    CHECK(config.speaks("IMAP4rev1"));
  }
  CHECK(find_profile("none") == nullptr);
}

TEST_CASE("extensions that a capability brings along are on with it") {
  for (const Profile& profile : profiles()) {
    CAPTURE(profile.id);
    for (const Implication& row : implications) {
      if (!profile.speaks(row.name)) continue;
      CAPTURE(row.implied);
      CHECK(profile.speaks(row.implied));
    }
  }
}

TEST_CASE("each value of a choice is taken, and shows in the temper") {
  for (const Choice& choice : choices()) {
    CAPTURE(choice.key);
    CHECK(choice.values.size() >= 2);
    for (std::size_t i = 0; i < choice.values.size(); ++i) {
      Config config;
      CHECK(config.choose(std::string(choice.key) + "=" + std::string(choice.values[i])));
      CHECK(choice.get(temper_of(config)) == i);
    }
    CHECK_FALSE(Config{}.choose(std::string(choice.key) + "=never so"));
  }
  CHECK_FALSE(Config{}.choose("news"));
  CHECK_FALSE(Config{}.choose("weather=fine"));
}

TEST_CASE("what a config says itself goes before its profile, and that before the rows") {
  Config config;
  CHECK(config.speaks("MOVE"));
  REQUIRE(config.adopt("classic"));
  CHECK_FALSE(config.speaks("MOVE"));
  CHECK(config.speaks("QUOTA"));
  CHECK(temper_of(config).open_delete == OpenDelete::ghost);
  REQUIRE(config.turn("MOVE"));
  REQUIRE(config.turn("-QUOTA"));
  REQUIRE(config.choose("open_delete=bye"));
  CHECK(config.speaks("MOVE"));
  CHECK_FALSE(config.speaks("QUOTA"));
  CHECK(temper_of(config).open_delete == OpenDelete::bye);
  CHECK(temper_of(config).expunged == Expunged::kept);
}

TEST_CASE("the rows of faults stand in the order of their kinds") {
  for (const FaultInfo& row : fault_table()) {
    CHECK(&info_of(row.kind) == &row);
    CHECK(find_fault(row.key) == &row);
  }
  CHECK(find_fault("boredom") == nullptr);
}

}  // namespace
}  // namespace imapscope::server
