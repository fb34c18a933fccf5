// Framing and parsing of a server's traffic, in bytes per second; framing also as a share of what
// memcpy does with the same bytes.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <string>

#include "sim/wire/framer.h"
#include "sim/wire/parse.h"

namespace {

using namespace imapscope::wire;

constexpr std::size_t read_size = 64 * 1024;  // what one read of a socket gives

/// `* n FETCH` with bodies of 4 KiB.
std::string make_bodies() {
  const std::string body(4096, 'x');
  std::string stream;
  for (int n = 1; n <= 2000; ++n) {
    stream += "* " + std::to_string(n) + " FETCH (UID " + std::to_string(4000 + n) +
              " FLAGS (\\Seen) BODY[] {4096}\r\n" + body + ")\r\n";
  }
  return stream;
}

/// `* n FETCH (FLAGS …)`.
std::string make_flags() {
  std::string stream;
  for (int n = 1; n <= 100000; ++n) {
    stream += "* " + std::to_string(n) + " FETCH (FLAGS (\\Answered \\Seen))\r\n";
  }
  return stream;
}

template <class Use>
void frame_all(const std::string& stream, Use use) {
  Framer framer(Writer::server);
  for (std::size_t at = 0; at < stream.size(); at += read_size) {
    framer.feed(std::string_view(stream).substr(at, read_size));
    for (FramerStep step = framer.next(); std::holds_alternative<Frame>(step);
         step = framer.next()) {
      use(std::get<Frame>(step));
    }
  }
}

double seconds_to_copy(const std::string& stream, std::string& copy) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t at = 0; at < stream.size(); at += read_size) {
    std::memcpy(copy.data() + at, stream.data() + at, std::min(read_size, stream.size() - at));
    benchmark::ClobberMemory();
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void framing(benchmark::State& state, const std::string& stream) {
  std::string copy(stream.size(), '\0');
  double copying = 0;
  double framing = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto begin = std::chrono::steady_clock::now();
    frame_all(stream, [](const Frame& frame) { benchmark::DoNotOptimize(frame.bytes.data()); });
    framing += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    state.PauseTiming();
    copying += seconds_to_copy(stream, copy);
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(stream.size()) * state.iterations());
  state.counters["of_memcpy"] = copying / framing;
}

void parsing(benchmark::State& state, const std::string& stream) {
  for ([[maybe_unused]] auto _ : state) {
    frame_all(stream,
              [](const Frame& frame) { benchmark::DoNotOptimize(parse_response(frame.bytes)); });
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(stream.size()) * state.iterations());
}

BENCHMARK_CAPTURE(framing, fetch_of_4_KiB_bodies, make_bodies());
BENCHMARK_CAPTURE(framing, fetch_of_flags, make_flags());
BENCHMARK_CAPTURE(parsing, fetch_of_4_KiB_bodies, make_bodies());
BENCHMARK_CAPTURE(parsing, fetch_of_flags, make_flags());

}  // namespace
