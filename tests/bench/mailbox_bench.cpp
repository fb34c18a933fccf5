// What a frame of the whole window costs while a large mailbox is open: a capture of FETCH 1:*
// FLAGS, and a simulation in which the X-ray stands beside it. Growth should be flat: what is in
// view is drawn, and what has not changed is not looked at again.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "gui/app/app.h"
#include "gui/app/document/capture_document.h"
#include "gui/app/document/lesson_document.h"
#include "gui/platform/null_backend.h"
#include "sim/base/files.h"
#include "sim/lesson/read/read.h"

namespace imapscope::gui {
namespace {

/// One FETCH of all flags, the answer in segments of 16 KiB.
std::unique_ptr<Document> capture_of(std::int64_t messages) {
  trace::Trace trace;
  Instant now;
  const auto say = [&](trace::Direction direction, std::string text) {
    trace.events.push_back({{1}, direction, now, now, trace::Payload{std::move(text), {}, {}}});
    now = now + milliseconds(1);
  };
  using enum trace::Direction;
  say(to_client, "* PREAUTH hello\r\n");
  say(to_server, "a SELECT INBOX\r\n");
  say(to_client, "* " + std::to_string(messages) + " EXISTS\r\na OK done\r\n");
  say(to_server, "b FETCH 1:" + std::to_string(messages) + " FLAGS\r\n");
  std::string segment;
  for (std::int64_t n = 1; n <= messages; ++n) {
    segment += "* " + std::to_string(n) + " FETCH (FLAGS (\\Seen))\r\n";
    if (segment.size() < 16384 && n < messages) continue;
    say(to_client, std::move(segment));
    segment.clear();
  }
  say(to_client, "b OK done\r\n");
  return std::make_unique<CaptureDocument>(std::move(trace), "large.jsonl");
}

/// Two clients on one mailbox of so many messages; one fetches all flags.
std::unique_ptr<Document> simulation_of(std::int64_t messages) {
  std::string mbox;
  for (std::int64_t n = 1; n <= messages; ++n) {
    mbox +=
        "From ada Thu Jan  1 00:00:00 1970\nSubject: Message " + std::to_string(n) + "\n\nx\n\n";
  }
  const MemoryFiles files({{"mailboxes/large.mbox", std::move(mbox)}});
  const std::string json = R"json({
    "number": 1, "title": {"en": "Large"}, "goal": {"en": "Be quick."}, "level": "responding",
    "server": {"users": [{"name": "ada", "password": "x",
               "mailboxes": [{"name": "INBOX", "mbox": "large.mbox"}]}]},
    "steps": [
      {"say": {"title": {"en": "All"}, "text": {"en": "All flags."}}},
      {"connect": {"client": "laptop"}},
      {"send": {"client": "laptop", "line": "a1 LOGIN ada x"}},
      {"send": {"client": "laptop", "line": "a2 SELECT INBOX"}},
      {"send": {"client": "laptop", "line": "a3 FETCH 1:* (UID FLAGS)"}}
    ]
  })json";
  auto lesson = lesson::read(json, "large.json", {files, ""});
  if (!lesson) return nullptr;
  return std::make_unique<LessonDocument>(std::move(*lesson));
}

struct Window {
  explicit Window(std::unique_ptr<Document> document) {
    show(app.state(), std::move(document), "");
  }

  MemoryFiles files;
  BakedFaces baked{1};
  App app{files};
  NullBackend ui{
      baked, {1920, 1080}, [this] {
        (void)app.frame(
            {.seconds = 0, .width = 1920, .height = 1080, .scaling = {}, .touched = false},
            baked.faces());
      }};
};

/// Each frame stands a moment further on, from the middle of the answer.
void play(benchmark::State& state, std::unique_ptr<Document> document) {
  if (!document) return state.SkipWithError("the lesson cannot be read");
  Window window(std::move(document));
  auto& head = window.app.state().head;
  const auto& stops = window.app.state().document->current().presentation.line_stops();
  std::size_t stop = stops.size() / 2;
  for (auto _ : state) {
    stop = stop + 1 < stops.size() ? stop + 1 : stops.size() / 2;
    head = stops[stop];
    window.ui.frames(1);
  }
}

void rest(benchmark::State& state, std::unique_ptr<Document> document) {
  if (!document) return state.SkipWithError("the lesson cannot be read");
  Window window(std::move(document));
  seek_to_end(window.app.state());
  window.ui.frames(2);
  for (auto _ : state) window.ui.frames(1);
}

void frame_while_a_fetch_of_all_flags_lands(benchmark::State& state) {
  play(state, capture_of(state.range(0)));
}
void frame_while_a_simulated_fetch_lands(benchmark::State& state) {
  play(state, simulation_of(state.range(0)));
}
void frame_at_rest_of_a_capture(benchmark::State& state) {
  rest(state, capture_of(state.range(0)));
}
void frame_at_rest_of_a_simulation(benchmark::State& state) {
  rest(state, simulation_of(state.range(0)));
}
BENCHMARK(frame_at_rest_of_a_capture)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(frame_at_rest_of_a_simulation)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(frame_while_a_fetch_of_all_flags_lands)
    ->Arg(1000)
    ->Arg(100000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(frame_while_a_simulated_fetch_lands)
    ->Arg(1000)
    ->Arg(100000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace imapscope::gui
