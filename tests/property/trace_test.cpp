// What is written reads back, however the file grows.
#include <doctest/doctest.h>

#include <fstream>

#include "sim/disk/disk_files.h"
#include "sim/trace/jsonl.h"
#include "tests/property/choices.h"
#include "tests/temporary.h"

using namespace imapscope;
using namespace imapscope::trace;

namespace {

std::string make_bytes(Choices& choices) {
  const std::string pieces[] = {"* 1 EXISTS\r\n",     "\"",   "\\", "\xc3\xa9", "\xff",
                                std::string(1, '\0'), "\x7f", "{"};
  std::string bytes;
  for (const std::string& piece : choices.some(0, 6, [&] { return choices.one_of(pieces); })) {
    bytes += piece;
  }
  return bytes;
}

Payload make_payload(Choices& choices) {
  const Fidelity fidelities[] = {Fidelity::exact, Fidelity::line, Fidelity::summary};
  Payload payload{make_bytes(choices), choices.one_of(fidelities), {}};
  const auto size = static_cast<std::uint32_t>(payload.bytes.size());
  payload.masked = choices.some(0, 2, [&] {
    const std::uint32_t offset = choices.below(size + 1);
    return Masked{offset, choices.below(size - offset + 1)};
  });
  return payload;
}

What make_what(Choices& choices) {
  switch (choices.below(7)) {
    case 1:
      return Opened{choices.coin() ? "laptop" : "", choices.coin() ? "server" : "",
                    protocols[choices.below(protocols.size())].protocol};
    case 2:
      return Closed{choices.coin()};
    case 3:
      return choices.coin() ? Gap{choices.below(3000)} : Gap{};
    case 4:
      return Opaque{choices.below(3000), choices.coin() ? "TLS" : ""};
    case 5:
      return Secured{choices.below(3000)};
    case 6:
      return Note{choices.coin() ? "mail from Ada" : ""};
    default:
      return make_payload(choices);
  }
}

Trace make_trace(Choices& choices) {
  Trace trace;
  if (choices.coin()) trace.header.title = "a title";
  if (choices.coin()) trace.header.clocking = Clocking::one_tap;
  if (choices.coin()) trace.header.unix_us = choices.below(1000);
  Instant now;
  trace.events = choices.some(0, 8, [&] {
    now = now + microseconds(choices.below(5000));
    Event event{{choices.below(4)},
                choices.coin() ? Direction::to_client : Direction::to_server,
                now,
                {},
                make_what(choices)};
    if (!choices.coin()) event.landed = now + microseconds(choices.below(5000));
    return event;
  });
  return trace;
}

}  // namespace

TEST_CASE("a trace that is written reads back to the same value") {
  check_with_choices("read(print(trace)) == trace", [](Choices choices) {
    const Trace trace = make_trace(choices);
    const auto again = read(print_jsonl(trace), "property");
    RC_ASSERT(again.has_value());
    RC_ASSERT((again->header == trace.header));
    RC_ASSERT((again->events == trace.events));
    RC_ASSERT(again->warnings.empty());
  });
}

TEST_CASE("a follower takes the same events, however the file grows") {
  check_with_choices("followed events == written events", [](Choices choices) {
    const test::TemporaryFile growing("follower.jsonl");
    const Trace trace = make_trace(choices);
    const std::string content = print_jsonl(trace);
    std::ofstream file(growing.path(), std::ios::binary);
    Follower follower(growing.path());
    std::vector<Event> events;
    for (std::string_view rest = content; !rest.empty();) {
      const auto piece = rest.substr(0, 1 + choices.below(200));
      rest.remove_prefix(piece.size());
      file << piece << std::flush;
      const auto growth = follower.poll(disk::DiskFiles());
      RC_ASSERT(growth.has_value());
      events.insert(events.end(), growth->events.begin(), growth->events.end());
    }
    RC_ASSERT((events == trace.events));
  });
}
