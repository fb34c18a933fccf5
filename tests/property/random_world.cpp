#include "tests/property/random_world.h"

#include "sim/observer/timeline.h"
#include "tests/property/server_faults.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

World make_world(std::uint64_t seed, const server::Config& config) {
  Setup setup;
  setup.title = "property";
  setup.server = config;
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.network = {.latency = milliseconds(20), .jitter = milliseconds(15), .segment_octets = 50};
  setup.seed = seed;
  return World(std::move(setup));
}

template <class T>
void require_agreement(const observer::Known<T>& belief, const T& truth, const std::string& about) {
  if (belief && !(*belief == truth)) RC_FAIL(about + " is believed wrongly");
}

void require_agreement(const observer::MailboxBelief& belief, const XraySession& truth) {
  const bool may_be_another = !truth.mailbox || *truth.mailbox == MailboxName("New");
  RC_ASSERT(may_be_another || belief.name == *truth.mailbox);
  require_agreement(belief.uid_validity, truth.uid_validity, "UIDVALIDITY");
  // VANISHED names UIDs: who knows none of them cannot tell how many are left.
  if (!belief.exists_known) return;
  RC_ASSERT(belief.messages.size() == truth.messages.size());
  std::uint32_t recent = 0;
  for (std::size_t i = 0; i < truth.messages.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    require_agreement(belief.messages[i].uid, truth.messages[i].uid, "the UID of number " + number);
    require_agreement(belief.messages[i].flags, truth.messages[i].flags,
                      "the flags of number " + number);
    require_agreement(belief.messages[i].size, std::uint64_t{truth.messages[i].size},
                      "the size of number " + number);
    require_agreement(belief.messages[i].subject, truth.messages[i].subject,
                      "the subject of number " + number);
    if (truth.messages[i].flags.contains(flags::recent)) ++recent;
  }
  require_agreement(belief.recent, recent, "the number of recent messages");
}

/// Also one whose name is gone.
bool has_open_mailbox(const XraySession& truth) {
  return truth.uid_validity.value != 0;
}

}  // namespace

server::Config impatient_config() {
  server::Config config;
  config.max_line_octets = script_line_octets;
  return config;
}

RandomWorld::RandomWorld(std::uint64_t seed, const server::Config& config, std::size_t count,
                         Speech speech)
    : world(make_world(seed, config)), writer(count, true, speech) {
  for (std::size_t n = 0; n < count; ++n) {
    clients.push_back("client " + std::to_string(n + 1));
    RC_ASSERT(world.apply(Connect{clients[n], server::Greeting::preauth, "ada"}).has_value());
    RC_ASSERT(world.apply(Send{clients[n], "s SELECT INBOX"}).has_value());
  }
  world.settle();
}

void RandomWorld::connect_again(const std::string& client) {
  if (world.is_connected(client)) return;
  RC_ASSERT(world.apply(Connect{client, server::Greeting::preauth, "ada"}).has_value());
}

Action RandomWorld::next(Choices& choices, Pace pace) {
  if (choices.below(8) == 1) {
    return Deliver{"ada", MailboxName("INBOX"), server::plain_message("News")};
  }
  const ScriptLine line = writer.next(choices);
  const std::string& client = clients[line.lane];
  const bool busy = !world.pending_tags(client).empty() && line.text != "DONE";
  if (busy && pace == Pace::one_by_one) world.settle();
  connect_again(client);
  return Send{client, line.text};
}

void RandomWorld::play(Choices& choices, Pace pace, int actions) {
  for (int i = 0; i < actions; ++i) {
    RC_ASSERT(world.apply(next(choices, pace)).has_value());
    world.run_until(world.now() + milliseconds(choices.below(60)));
  }
}

void RandomWorld::tell_all() {
  world.settle();
  for (std::size_t lane = 0; lane < clients.size(); ++lane) {
    connect_again(clients[lane]);
    for (const ScriptLine& line : writer.end_idle(lane)) {
      RC_ASSERT(world.apply(Send{clients[lane], line.text}).has_value());
      world.settle();
    }
    RC_ASSERT(world.apply(Send{clients[lane], "z NOOP"}).has_value());
    world.settle();
  }
}

void RandomWorld::require_true_beliefs() const {
  const observer::Timeline timeline(world.trace());
  observer::require_no_server_fault(timeline);
  const auto beliefs = timeline.beliefs_after(timeline.moments().size());
  for (const auto& [id, truth] : world.xray()) {
    const observer::SessionBelief& belief = beliefs->at(id);
    RC_LOG() << observer::rows_of(timeline, id);
    RC_ASSERT((belief.mailbox != nullptr) == has_open_mailbox(truth));
    if (belief.mailbox) require_agreement(*belief.mailbox, truth);
    RC_ASSERT(truth.owed.empty());
  }
}

}  // namespace imapscope::world
