// What a frame costs while a session with a long history plays: the console, the X-ray and the
// inspector look at what has happened, and should not look at all of it again for each frame.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "gui/app/app.h"
#include "gui/app/document/simulation_document.h"
#include "gui/platform/null_backend.h"
#include "sim/base/files.h"

namespace imapscope::gui {
namespace {

world::Setup setup_with_mail() {
  world::Setup setup;
  mail::Account& ada = setup.accounts.add(mail::Account("ada", "secret"));
  mail::Mailbox& inbox = *ada.find(MailboxName("INBOX"));
  const mail::MessagePtr message = mail::make_message("Subject: hello\r\n\r\nHello.\r\n");
  for (int i = 0; i < 100; ++i) inbox.append(message, {}, {});
  return setup;
}

/// A laptop that flags one message after another, about three events for each; a phone that has
/// opened INBOX, and says nothing since.
world::History session_of(std::size_t events) {
  world::History history(setup_with_mail());
  for (const char* client : {"laptop", "phone"}) {
    (void)history.act(world::Connect{client, server::Greeting::preauth, "ada"});
    (void)history.act(world::Send{client, "a SELECT INBOX"});
  }
  for (std::size_t i = 0; history.trace().events.size() < events; ++i) {
    const std::string number = std::to_string(i % 100 + 1);
    const char* sign = i / 100 % 2 == 0 ? " +" : " -";
    const std::string tag = "c" + std::to_string(i);
    (void)history.act(world::Send{"laptop", tag + " STORE " + number + sign + "FLAGS (\\Seen)"});
  }
  return history;
}

struct Window {
  explicit Window(std::size_t events) {
    show(app.state(), std::make_unique<SimulationDocument>(session_of(events), "long"), "");
  }
  [[nodiscard]] const Recording& recording() { return app.state().document->current(); }

  MemoryFiles files;
  App app{files};
  BakedFaces baked{1};
  NullBackend ui{
      baked, {1920, 1080}, [this] {
        (void)app.frame(
            {.seconds = 0, .width = 1920, .height = 1080, .scaling = {}, .touched = false},
            baked.faces());
      }};
};

/// Each frame stands a moment further on, near the end; `client` is the one whose belief is shown.
void play(benchmark::State& state, std::uint32_t client) {
  Window window(static_cast<std::size_t>(state.range(0)));
  window.app.obey({SelectClient{{client}}});
  const auto& stops = window.recording().presentation.line_stops();
  const std::size_t from = stops.size() - stops.size() / 10;
  std::size_t stop = from;
  window.app.state().head = stops[stop];
  window.ui.frames(2);  // what a jump costs is not playing
  for (auto _ : state) {
    stop = stop + 1 < stops.size() ? stop + 1 : from;
    window.app.state().head = stops[stop];
    window.ui.frames(1);
  }
}

void frame_while_a_long_session_plays(benchmark::State& state) {
  play(state, 1);
}
void frame_while_it_plays_beside_a_silent_client(benchmark::State& state) {
  play(state, 2);
}

void frame_at_rest_of_a_long_session(benchmark::State& state) {
  Window window(static_cast<std::size_t>(state.range(0)));
  seek_to_end(window.app.state());
  window.ui.frames(2);
  for (auto _ : state) window.ui.frames(1);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
}
BENCHMARK(frame_while_a_long_session_plays)->Apply(sizes);
BENCHMARK(frame_while_it_plays_beside_a_silent_client)->Apply(sizes);
BENCHMARK(frame_at_rest_of_a_long_session)->Apply(sizes);

}  // namespace
}  // namespace imapscope::gui
