// Properties of worlds: the same history gives the same bytes, our server breaks no rule, and what
// an observer believes is what the server holds.
#include "sim/world/world.h"

#include <doctest/doctest.h>

#include "tests/property/server_faults.h"
#include "tests/property/server_script.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

const std::vector<std::string> clients{"laptop", "phone", "tablet"};

/// How much the clients talk at once.
enum class Pace {
  one_by_one,  ///< a client waits for its own completions before it sends the next command
  pipelined,   ///< it waits for nothing
};

World make_world(std::uint64_t seed) {
  Setup setup;
  setup.title = "property";
  setup.server.max_line_octets = script_line_octets;
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.network = {.latency = milliseconds(20), .jitter = milliseconds(15), .segment_octets = 50};
  setup.seed = seed;
  World world(std::move(setup));
  for (const std::string& client : clients) {
    RC_ASSERT(world.apply(Connect{client, server::Greeting::preauth, "ada"}).has_value());
    RC_ASSERT(world.apply(Send{client, "s SELECT INBOX"}).has_value());
  }
  world.settle();
  return world;
}

Action action_of(Choices& choices, ScriptWriter& writer, World& world, Pace pace) {
  if (choices.below(8) == 1) {
    return Deliver{"ada", MailboxName("INBOX"), server::plain_message("News")};
  }
  const ScriptLine line = writer.next(choices);
  const std::string& client = clients[line.lane];
  const bool busy = !world.pending_tags(client).empty() && line.text != "DONE";
  if (busy && pace == Pace::one_by_one) world.settle();
  return Send{client, line.text};
}

void play(World& world, Choices& choices, ScriptWriter& writer, Pace pace, int actions) {
  for (int i = 0; i < actions; ++i) {
    const Action action = action_of(choices, writer, world, pace);
    RC_ASSERT(world.apply(action).has_value());
    world.run_until(world.now() + milliseconds(choices.below(60)));
  }
}

/// Everybody is told everything.
void tell_all(World& world, ScriptWriter& writer) {
  world.settle();
  for (std::size_t lane = 0; lane < clients.size(); ++lane) {
    for (const ScriptLine& line : writer.end_idle(lane)) {
      RC_ASSERT(world.apply(Send{clients[lane], line.text}).has_value());
      world.settle();
    }
    RC_ASSERT(world.apply(Send{clients[lane], "z NOOP"}).has_value());
    world.settle();
  }
}

template <class T>
void require_agreement(const observer::Known<T>& belief, const T& truth, const std::string& about) {
  if (belief && !(*belief == truth)) RC_FAIL(about + " is believed wrongly");
}

void require_agreement(const observer::MailboxBelief& belief, const XraySession& truth) {
  RC_ASSERT(truth.mailbox.has_value());
  RC_ASSERT(belief.name == *truth.mailbox || *truth.mailbox == MailboxName("New"));
  require_agreement(belief.uid_validity, truth.uid_validity, "UIDVALIDITY");
  RC_ASSERT(belief.exists_known);
  RC_ASSERT(belief.messages.size() == truth.messages.size());
  std::uint32_t recent = 0;
  for (std::size_t i = 0; i < truth.messages.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    require_agreement(belief.messages[i].uid, truth.messages[i].uid, "the UID of number " + number);
    require_agreement(belief.messages[i].flags, truth.messages[i].flags,
                      "the flags of number " + number);
    require_agreement(belief.messages[i].size, truth.messages[i].size,
                      "the size of number " + number);
    require_agreement(belief.messages[i].subject, truth.messages[i].subject,
                      "the subject of number " + number);
    if (truth.messages[i].flags.contains(flags::recent)) ++recent;
  }
  require_agreement(belief.recent, recent, "the number of recent messages");
}

TEST_CASE("our server breaks no rule, also where clients do not wait") {
  check_with_choices("no violation by our server", [](Choices choices) {
    World world = make_world(choices.below(1000));
    ScriptWriter writer(clients.size(), true);
    play(world, choices, writer, Pace::pipelined, 40);
    tell_all(world, writer);
    observer::require_no_server_fault(observer::Timeline(world.trace()));
  });
}

/// Plays so, and compares what every client believes in the end.
void require_true_beliefs(Choices& choices, Pace pace) {
  World world = make_world(choices.below(1000));
  ScriptWriter writer(clients.size(), true);
  play(world, choices, writer, pace, 40);
  tell_all(world, writer);
  const observer::Timeline timeline(world.trace());
  observer::require_no_server_fault(timeline);
  const auto beliefs = timeline.beliefs_after(timeline.moments().size());
  for (const auto& [id, truth] : world.xray()) {
    const observer::SessionBelief& belief = beliefs->at(id);
    RC_LOG() << observer::rows_of(timeline, id);
    RC_ASSERT((belief.mailbox != nullptr) == truth.mailbox.has_value());
    if (belief.mailbox) require_agreement(*belief.mailbox, truth);
    RC_ASSERT(truth.owed.empty());
  }
}

TEST_CASE("after NOOP on every session, belief is the server's truth wherever it says known") {
  check_with_choices("belief equals truth",
                     [](Choices choices) { require_true_beliefs(choices, Pace::one_by_one); });
}

TEST_CASE("belief is the server's truth also where clients do not wait") {
  check_with_choices("belief equals truth, pipelined",
                     [](Choices choices) { require_true_beliefs(choices, Pace::pipelined); });
}

TEST_CASE("the same seed gives the same bytes at the same times") {
  check_with_choices("worlds are deterministic", [](const Choices& given) {
    const auto trace = [&given] {
      Choices choices = given;
      World world = make_world(choices.below(1000));
      ScriptWriter writer(clients.size(), true);
      play(world, choices, writer, Pace::pipelined, 30);
      world.settle();
      return world.trace().events;
    };
    RC_ASSERT(trace() == trace());
  });
}

TEST_CASE("a world that is copied midway has the same future as its original") {
  check_with_choices("worlds are values", [](Choices choices) {
    World world = make_world(choices.below(1000));
    ScriptWriter writer(clients.size(), true);
    play(world, choices, writer, Pace::pipelined, 20);
    World copy = world;
    Choices copy_choices = choices;
    ScriptWriter copy_writer = writer;
    play(world, choices, writer, Pace::pipelined, 20);
    world.settle();
    play(copy, copy_choices, copy_writer, Pace::pipelined, 20);
    copy.settle();
    RC_ASSERT(world.trace().events == copy.trace().events);
  });
}

}  // namespace
}  // namespace imapscope::world
