// Properties of worlds: the same history gives the same bytes, our server breaks no rule, and what
// an observer believes is what the server holds; also with every extension that it speaks.
#include <doctest/doctest.h>

#include "sim/imap/capability.h"
#include "sim/server/temper/profiles.h"
#include "sim/server/temper/temper.h"
#include "tests/property/random_world.h"
#include "tests/property/server_faults.h"

namespace imapscope::world {
namespace {

constexpr std::size_t three = 3;

/// Nobody is sent away where another one deletes a mailbox.
RandomWorld plain_world(Choices& choices) {
  server::Config config = impatient_config();
  config.choices["open_delete"] = "refused";
  return {choices.below(1000), config, three};
}

RandomWorld tempered_world(Choices& choices, const server::Config& config) {
  return {choices.below(1000), config, three};
}

/// Two to eight clients, and a server that speaks all it can.
RandomWorld extended_world(Choices& choices) {
  server::Config config = impatient_config();
  for (const CapabilityInfo& info : capabilities) {
    if (info.name == "UTF8=ONLY") continue;  // nothing would be left to those who do not enable it
    if (info.comes_with.empty() && !info.by_default) config.turn(info.name);
  }
  const std::uint64_t seed = choices.below(1000);
  return {seed, config, 2 + choices.below(7), Speech::extended};
}

TEST_CASE("our server breaks no rule, also where clients do not wait") {
  check_with_choices("no violation by our server", [](Choices choices) {
    RandomWorld random = plain_world(choices);
    random.play(choices, Pace::pipelined, 40);
    random.tell_all();
    observer::require_no_server_fault(observer::Timeline(random.world.trace()));
  });
}

void require_true_beliefs(RandomWorld random, Choices& choices, Pace pace) {
  random.play(choices, pace, 40);
  random.tell_all();
  random.require_true_beliefs();
}

TEST_CASE("after NOOP on every session, belief is the server's truth wherever it says known") {
  check_with_choices("belief equals truth", [](Choices choices) {
    require_true_beliefs(plain_world(choices), choices, Pace::one_by_one);
  });
}

TEST_CASE("belief is the server's truth also where clients do not wait") {
  check_with_choices("belief equals truth, pipelined", [](Choices choices) {
    require_true_beliefs(plain_world(choices), choices, Pace::pipelined);
  });
}

TEST_CASE("belief is the server's truth with every extension on, and two to eight clients") {
  check_with_choices("belief equals truth, extended", [](Choices choices) {
    require_true_beliefs(extended_world(choices), choices, Pace::one_by_one);
  });
  check_with_choices("belief equals truth, extended and pipelined", [](Choices choices) {
    require_true_beliefs(extended_world(choices), choices, Pace::pipelined);
  });
}

TEST_CASE("under each profile our server breaks no rule, and belief is its truth") {
  for (const server::Profile& profile : server::profiles()) {
    server::Config config = impatient_config();
    REQUIRE(config.adopt(profile.id));
    check_with_choices("a profile is lawful", [&config](Choices choices) {
      const Pace pace = choices.coin() ? Pace::pipelined : Pace::one_by_one;
      require_true_beliefs(tempered_world(choices, config), choices, pace);
    });
  }
}

TEST_CASE("with each choice, whichever others are made, our server breaks no rule") {
  check_with_choices("a temper is lawful", [](Choices choices) {
    server::Config config = impatient_config();
    for (const server::Choice& each : server::choices()) {
      const auto value = choices.below(static_cast<std::uint32_t>(each.values.size()));
      config.choices[std::string(each.key)] = each.values[value];
    }
    const Pace pace = choices.coin() ? Pace::pipelined : Pace::one_by_one;
    require_true_beliefs(tempered_world(choices, config), choices, pace);
  });
}

TEST_CASE("the same seed gives the same bytes at the same times") {
  check_with_choices("worlds are deterministic", [](const Choices& given) {
    const auto trace = [&given] {
      Choices choices = given;
      RandomWorld random = extended_world(choices);
      random.play(choices, Pace::pipelined, 30);
      random.world.settle();
      return random.world.trace().events;
    };
    RC_ASSERT(trace() == trace());
  });
}

TEST_CASE("a world that is copied midway has the same future as its original") {
  check_with_choices("worlds are values", [](Choices choices) {
    RandomWorld random = extended_world(choices);
    random.play(choices, Pace::pipelined, 20);
    RandomWorld copy = random;
    Choices copy_choices = choices;
    random.play(choices, Pace::pipelined, 20);
    random.world.settle();
    copy.play(copy_choices, Pace::pipelined, 20);
    copy.world.settle();
    RC_ASSERT(random.world.trace().events == copy.world.trace().events);
  });
}

}  // namespace
}  // namespace imapscope::world
