// What it costs to read and to write a trace file of 100,000 events, before anything observes it.
#include <benchmark/benchmark.h>

#include <string>

#include "sim/trace/jsonl.h"

namespace imapscope::trace {
namespace {

Trace flag_traffic() {
  Trace trace;
  for (int i = 0; i < 100000; ++i) {
    const Instant now{std::int64_t{i} * 1000};
    const std::string line = "* " + std::to_string(i % 1000 + 1) + " FETCH (UID " +
                             std::to_string(i) + " FLAGS (\\Seen \\Answered))\r\n";
    trace.events.push_back({{1},
                            Direction::to_client,
                            now,
                            now + milliseconds(20),
                            Payload{line, Fidelity::exact, {}}});
  }
  return trace;
}

void read_100000_events(benchmark::State& state) {
  const std::string content = print_jsonl(flag_traffic());
  for (auto _ : state) benchmark::DoNotOptimize(read(content, "bench.jsonl"));
  state.SetBytesProcessed(static_cast<std::int64_t>(content.size()) * state.iterations());
}
BENCHMARK(read_100000_events)->Unit(benchmark::kMillisecond);

void print_100000_events(benchmark::State& state) {
  const Trace trace = flag_traffic();
  for (auto _ : state) benchmark::DoNotOptimize(print_jsonl(trace));
  state.SetItemsProcessed(static_cast<std::int64_t>(trace.events.size()) * state.iterations());
}
BENCHMARK(print_100000_events)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace imapscope::trace
