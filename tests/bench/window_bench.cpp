// What a frame of the whole window costs while 100,000 lines are open: scene, panes and wishes, on
// the null backend, so without what the graphics card does. And what a viewer waits for: opening,
// the first frame, a jump.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "gui/app/app.h"
#include "gui/app/document/capture_document.h"
#include "gui/platform/null_backend.h"
#include "sim/disk/disk_files.h"
#include "sim/trace/jsonl.h"
#include "sim/trace/read.h"

namespace imapscope::gui {
namespace {

constexpr std::size_t line_count = 100000;

/// A client that flags one message after another, three lines an exchange, as a file in our own
/// format.
std::string long_session() {
  trace::Trace trace;
  Instant now;
  const auto say = [&](trace::Direction direction, std::string text) {
    trace::Event event;
    event.connection = {1};
    event.direction = direction;
    event.sent = now;
    event.landed = now + milliseconds(20);
    event.what = trace::Payload{std::move(text) + "\r\n", trace::Fidelity::exact, {}};
    trace.events.push_back(std::move(event));
    now = now + milliseconds(25);
  };
  using enum trace::Direction;
  say(to_client, "* OK ready");
  say(to_server, "a LOGIN ada secret");
  say(to_client, "a OK done");
  say(to_server, "b SELECT INBOX");
  say(to_client, "* 1000 EXISTS");
  say(to_client, "b OK [READ-WRITE] done");
  for (std::size_t i = 0; trace.events.size() + 3 <= line_count; ++i) {
    const std::string tag = "c" + std::to_string(i);
    const std::string number = std::to_string(i % 1000 + 1);
    say(to_server, tag + " STORE " + number + " +FLAGS (\\Seen)");
    say(to_client, "* " + number + " FETCH (FLAGS (\\Seen))");
    say(to_client, tag + " OK done");
  }
  return trace::print_jsonl(trace);
}

std::unique_ptr<Document> open_long_session() {
  auto trace = trace::read(long_session(), "long.jsonl");
  return std::make_unique<CaptureDocument>(std::move(*trace), "long.jsonl");
}

struct Window {
  explicit Window(std::unique_ptr<Document> document) {
    show(app.state(), std::move(document), "");
  }
  void draw() {
    benchmark::DoNotOptimize(app.frame(
        {.seconds = 1.0 / 60, .width = 1920, .height = 1080, .scaling = {}}, baked.faces()));
  }

  disk::DiskFiles files;
  App app{files};
  BakedFaces baked{1};
  NullBackend ui{baked, {1920, 1080}, [this] { draw(); }};
};

void frame_while_playing_100000_lines(benchmark::State& state) {
  Window window(open_long_session());
  window.app.state().head.us = window.app.state().document->current().presentation.end().us / 2;
  window.app.state().playing = true;
  for (auto _ : state) {
    window.ui.frames(1);
  }
}
BENCHMARK(frame_while_playing_100000_lines)->Unit(benchmark::kMicrosecond);

/// Each frame stands somewhere else: a jump to any point, and the frame that shows it.
void frame_after_a_jump_in_100000_lines(benchmark::State& state) {
  Window window(open_long_session());
  const std::int64_t end = window.app.state().document->current().presentation.end().us;
  std::int64_t us = 0;
  for (auto _ : state) {
    us = (us + end / 7 + 12345) % end;
    window.app.state().head = {us};
    window.ui.frames(1);
  }
}
BENCHMARK(frame_after_a_jump_in_100000_lines)->Unit(benchmark::kMicrosecond);

/// From the file to a timeline that can be drawn.
void open_100000_events(benchmark::State& state) {
  const std::string content = long_session();
  for (auto _ : state) {
    auto trace = trace::read(content, "long.jsonl");
    const CaptureDocument document(std::move(*trace), "long.jsonl");
    benchmark::DoNotOptimize(document.current().timeline.lines().data());
  }
}
BENCHMARK(open_100000_events)->Unit(benchmark::kMillisecond);

/// From nothing to the first frame of the first lesson, faces and all, but for the window system.
void first_frame_of_a_lesson(benchmark::State& state) {
  for (auto _ : state) {
    auto document =
        open_document(disk::DiskFiles(), IMAPSCOPE_SOURCE_DIR "/lessons/001_hello.json");
    Window window(document ? std::move(*document) : nothing_open());
    window.ui.frames(1);
  }
}
BENCHMARK(first_frame_of_a_lesson)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace imapscope::gui
