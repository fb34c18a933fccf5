// What a frame costs to build while 100,000 lines are open: ladder, timeline and toolbar, on the
// null backend, so without what the graphics card does.
#include <benchmark/benchmark.h>
#include <imgui.h>

#include <string>

#include "gui/layout/window_layout.h"
#include "gui/panes/timeline/timeline.h"
#include "gui/panes/toolbar.h"
#include "gui/panes/traffic/traffic.h"
#include "gui/platform/null_backend.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {
namespace {

constexpr std::size_t line_count = 100000;

trace::Event said(trace::Direction direction, Instant at, std::string text) {
  trace::Event event;
  event.connection = {1};
  event.direction = direction;
  event.sent = at;
  event.landed = at + milliseconds(20);
  event.what = trace::Payload{std::move(text), trace::Fidelity::exact, {}};
  return event;
}

/// A client that flags one message after another, three lines an exchange.
trace::Trace long_session() {
  using trace::Direction;
  trace::Trace trace;
  Instant now;
  const auto say = [&](Direction direction, std::string text) {
    trace.events.push_back(said(direction, now, std::move(text) + "\r\n"));
    now = now + milliseconds(25);
  };
  say(Direction::to_client, "* OK ready");
  say(Direction::to_server, "a LOGIN ada secret");
  say(Direction::to_client, "a OK done");
  say(Direction::to_server, "b SELECT INBOX");
  say(Direction::to_client, "* 1000 EXISTS");
  say(Direction::to_client, "b OK [READ-WRITE] done");
  for (std::size_t i = 0; trace.events.size() + 3 <= line_count; ++i) {
    const std::string tag = "c" + std::to_string(i);
    const std::string number = std::to_string(i % 1000 + 1);
    say(Direction::to_server, tag + " STORE " + number + " +FLAGS (\\Seen)");
    say(Direction::to_client, "* " + number + " FETCH (FLAGS (\\Seen))");
    say(Direction::to_client, tag + " OK done");
  }
  return trace;
}

void draw_pane(const char* name, const Rect& area, Pane& pane, const Scene& scene,
               Intents& intents) {
  ImGui::SetNextWindowPos({area.x, area.y});
  ImGui::SetNextWindowSize({area.width, area.height});
  ImGui::Begin(name, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  pane.draw(scene, intents);
  ImGui::End();
}

/// The panes that grow with the trace, in a window of 1920 × 1080.
struct Window {
  const observer::Timeline timeline{long_session()};
  const observer::Presentation presentation{timeline};
  BakedFaces baked{1};
  Theme theme = make_theme(Brightness::dark, 1, false, true);
  Scene scene;
  WindowLayout layout =
      lay_out({.width = 1920, .height = 1080, .pane = {}, .wanted = {}}, default_shares);
  TrafficPane traffic;
  TimelinePane bands;
  ToolbarPane toolbar;
  Intents intents;
  NullBackend ui{baked, {1920, 1080}, [this] { draw(); }};

  Window() {
    theme.faces = baked.faces();
    scene.theme = &theme;
    scene.timeline = &timeline;
    scene.presentation = &presentation;
    scene.lanes = {{{1}, "laptop", 0, {{1}}}};
    scene.client = {1};
  }

  void at(std::int64_t us) {
    scene.head.shown = {us};
    scene.head.wire = presentation.wire_time(scene.head.shown);
    scene.head.moments = presentation.moments_until(scene.head.shown);
  }

  void draw() {
    draw_pane("traffic", layout.of(Part::traffic), traffic, scene, intents);
    draw_pane("timeline", layout.of(Part::timeline), bands, scene, intents);
    draw_pane("toolbar", layout.of(Part::toolbar), toolbar, scene, intents);
  }
};

/// Each frame stands somewhere else: the worst case of scrubbing.
void frame_of_100000_lines(benchmark::State& state) {
  Window window;
  const std::int64_t end = window.presentation.end().us;
  std::int64_t us = 0;
  for (auto _ : state) {
    us = (us + end / 1009) % end;
    window.at(us);
    window.ui.frames(1);
  }
  state.counters["lines"] = static_cast<double>(window.timeline.lines().size());
}
BENCHMARK(frame_of_100000_lines)->Unit(benchmark::kMicrosecond);

/// What a change of the lines costs once: every row is placed anew.
void first_frame_of_100000_lines(benchmark::State& state) {
  Window window;
  window.at(window.presentation.end().us);
  for (auto _ : state) {
    ++window.scene.revision;
    window.ui.frames(1);
  }
}
BENCHMARK(first_frame_of_100000_lines)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace imapscope::gui
