// What observing costs: bytes to beliefs, opening a long trace, and reaching any moment of it.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/observer/timeline.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

trace::Event said(Direction direction, Instant at, std::string text) {
  return {{1}, direction, at, at + milliseconds(20), trace::Payload{std::move(text), {}, {}}};
}

trace::Trace opened(std::size_t messages) {
  trace::Trace trace;
  trace.events.push_back({{1}, Direction::to_server, {}, Instant{}, trace::Opened{"a", "b"}});
  trace.events.push_back(said(Direction::to_client, {}, "* PREAUTH hello\r\n"));
  trace.events.push_back(said(Direction::to_server, {}, "a SELECT INBOX\r\n"));
  trace.events.push_back(said(Direction::to_client, Instant{20000},
                              "* FLAGS (\\Seen \\Flagged)\r\n* " + std::to_string(messages) +
                                  " EXISTS\r\n* 0 RECENT\r\na OK done\r\n"));
  trace.events.push_back(said(Direction::to_server, Instant{50000}, "b FETCH 1:* FLAGS\r\n"));
  return trace;
}

// One FETCH of all flags: the answer in segments of 16 KiB.
trace::Trace flags_of(std::size_t messages) {
  trace::Trace trace = opened(messages);
  std::string segment;
  Instant at{100000};
  for (std::size_t n = 1; n <= messages; ++n) {
    segment +=
        "* " + std::to_string(n) + " FETCH (FLAGS (" + (n % 3 == 0 ? "" : "\\Seen") + "))\r\n";
    if (segment.size() < 16384 && n < messages) continue;
    trace.events.push_back(said(Direction::to_client, at, std::move(segment)));
    segment.clear();
    at = at + milliseconds(1);
  }
  return trace;
}

// 100,000 events, one line each, in exchanges of three.
trace::Trace long_session() {
  trace::Trace trace = opened(1000);
  Instant at{100000};
  for (std::size_t n = 0; trace.events.size() < 100000; ++n) {
    const std::string number = std::to_string(n % 1000 + 1);
    const std::string tag = "t" + std::to_string(n);
    const std::string sign = n / 1000 % 2 == 0 ? "+" : "-";
    const std::string flags = n / 1000 % 2 == 0 ? "\\Seen" : "";
    trace.events.push_back(said(Direction::to_server, at,
                                tag + " STORE " + number + " " + sign + "FLAGS (\\Seen)\r\n"));
    trace.events.push_back(said(Direction::to_client, at + milliseconds(21),
                                "* " + number + " FETCH (FLAGS (" + flags + "))\r\n"));
    trace.events.push_back(said(Direction::to_client, at + milliseconds(22), tag + " OK done\r\n"));
    at = at + milliseconds(50);
  }
  return trace;
}

// So many commands at once, and then all their completions, in segments of 16 KiB.
trace::Trace pipelined(std::size_t commands) {
  trace::Trace trace = opened(10);
  const auto say_all = [&](Direction direction, Instant at, std::string_view words) {
    std::string segment;
    for (std::size_t n = 0; n < commands; ++n) {
      segment += "t" + std::to_string(n);
      segment += words;
      if (segment.size() < 16384 && n + 1 < commands) continue;
      trace.events.push_back(said(direction, at, std::move(segment)));
      segment.clear();
      at = at + milliseconds(1);
    }
  };
  say_all(Direction::to_server, Instant{200000}, " NOOP\r\n");
  say_all(Direction::to_client, Instant{1000000}, " OK done\r\n");
  return trace;
}

std::size_t octets_of(const trace::Trace& trace) {
  std::size_t octets = 0;
  for (const trace::Event& event : trace.events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload != nullptr) octets += payload->bytes.size();
  }
  return octets;
}

// Copies the octets of a trace: what the machine can do.
void copy(const trace::Trace& trace, std::vector<char>& target) {
  std::size_t at = 0;
  for (const trace::Event& event : trace.events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr) continue;
    std::memcpy(target.data() + at, payload->bytes.data(), payload->bytes.size());
    at += payload->bytes.size();
  }
  benchmark::DoNotOptimize(target.data());
}

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double seconds_of_copying(const trace::Trace& trace) {
  constexpr int rounds = 200;
  std::vector<char> target(octets_of(trace));
  const auto begin = Clock::now();
  for (int i = 0; i < rounds; ++i) copy(trace, target);
  return seconds_since(begin) / rounds;
}

void ObserveFetchFlags(benchmark::State& state) {
  const trace::Trace trace = flags_of(100000);
  double observing = 0;
  for (auto _ : state) {
    const auto begin = Clock::now();
    std::optional<Timeline> timeline(trace);
    benchmark::DoNotOptimize(timeline->lines().data());
    observing += seconds_since(begin);
    state.PauseTiming();  // what closing a trace costs is not observing
    timeline.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(octets_of(trace)) * state.iterations());
  state.counters["times_memcpy"] =
      observing / static_cast<double>(state.iterations()) / seconds_of_copying(trace);
}
BENCHMARK(ObserveFetchFlags)->Unit(benchmark::kMillisecond);

void OpenLongTrace(benchmark::State& state) {
  const trace::Trace trace = long_session();
  for (auto _ : state) {
    const Timeline timeline(trace);
    benchmark::DoNotOptimize(timeline.lines().data());
  }
}
BENCHMARK(OpenLongTrace)->Unit(benchmark::kMillisecond);

void ObservePipelined(benchmark::State& state) {
  const trace::Trace trace = pipelined(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const Timeline timeline(trace);
    benchmark::DoNotOptimize(timeline.lines().data());
  }
}
BENCHMARK(ObservePipelined)->Arg(1000)->Arg(20000)->Unit(benchmark::kMillisecond);

// Jumps all over the trace, each far from the one before.
void Seek(benchmark::State& state, const trace::Trace& trace) {
  const Timeline timeline(trace);
  std::size_t moment = 0;
  for (auto _ : state) {
    moment = (moment + 7919 * 13) % timeline.moments().size();
    benchmark::DoNotOptimize(timeline.beliefs_after(moment));
  }
}
BENCHMARK_CAPTURE(Seek, LongTrace, long_session())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(Seek, LargeMailbox, flags_of(100000))->Unit(benchmark::kMicrosecond);

// The play head moves on by one moment.
void StepOn(benchmark::State& state) {
  const Timeline timeline(long_session());
  std::size_t moment = 0;
  for (auto _ : state) {
    moment = (moment + 1) % timeline.moments().size();
    benchmark::DoNotOptimize(timeline.beliefs_after(moment));
  }
}
BENCHMARK(StepOn)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace imapscope::observer
