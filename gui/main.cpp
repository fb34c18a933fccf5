// imapscope: opens the window on a lesson or a trace, or takes a picture of one without a window.
#include <imgui.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "gui/app/apply.h"
#include "gui/app/make_scene.h"
#include "gui/app/settings.h"
#include "gui/app/window_frame.h"
#include "gui/app/window_state.h"
#include "gui/platform/headless.h"
#include "gui/platform/window.h"
#include "sim/base/version.h"

namespace imapscope::gui {
namespace {

struct Options {
  std::string file;
  std::string screenshot;
  std::string at = "END";
  std::string size = "1280x800";
  std::string theme;
  double zoom = 0;
  bool presenter = false;
};

int failed(const std::string& sentence) {
  std::fprintf(stderr, "imapscope: %s\n", sentence.c_str());
  return EXIT_FAILURE;
}

/// The first lesson: in the folder that the program was built in, or beside the installed program.
std::filesystem::path first_lesson(const char* program) {
  std::filesystem::path name = std::filesystem::path("lessons") / "001_hello.json";
  std::error_code error;
  const auto bin = std::filesystem::weakly_canonical(program, error).parent_path();
  for (const auto& folder : {bin / ".." / "..", bin / ".." / "share" / "imapscope", bin}) {
    if (std::filesystem::exists(folder / name, error)) return (folder / name).lexically_normal();
  }
  return name;
}

void choose_view(const Options& options, View& view) {
  if (options.theme == "light") view.brightness = Brightness::light;
  if (options.theme == "dark") view.brightness = Brightness::dark;
  if (options.zoom > 0) view.zoom = options.zoom;
  if (options.presenter) view.presenter = true;
}

float scale_of(const View& view) {
  const float zoom = static_cast<float>(view.zoom);
  return view.presenter ? zoom * presenter_factor : zoom;
}

Theme theme_of(const View& view, float scale, const Faces& faces) {
  Theme theme = make_theme(view.brightness, scale, view.presenter, view.motion);
  theme.faces = faces;
  return theme;
}

// ---- a picture ----

/// Puts the play head where `--at` says. Gives back a sentence where it says nothing
/// understandable.
std::string place_head(const std::string& at, WindowState& state) {
  if (at == "END") {
    state.document.answer_all_correctly();
    seek_to_end(state);
    return {};
  }
  char* end = nullptr;
  const double seconds = std::strtod(at.c_str(), &end);
  if (at.empty() || *end != '\0' || seconds < 0) {
    return "--at takes seconds of wire time, or END, not '" + at + "'.";
  }
  const Instant t{static_cast<std::int64_t>(seconds * 1e6)};
  const auto revealed = [&state] {
    const auto moments = state.document.current().timeline.moments();
    return moments.empty() ? Instant{} : moments.back().at;
  };
  // Questions on the way are answered correctly; one that waits at this very time stays open.
  while (revealed() < t && state.document.answer_next_correctly()) {
  }
  seek(state, t);
  return {};
}

int take_screenshot(const Options& options, WindowState& state) {
  int width = 0;
  int height = 0;
  char excess = 0;
  if (std::sscanf(options.size.c_str(), "%dx%d%c", &width, &height, &excess) != 2 || width < 200 ||
      height < 200 || width > 8192 || height > 8192) {
    return failed("--size takes WIDTHxHEIGHT, each from 200 to 8192, not '" + options.size + "'.");
  }
  if (const std::string error = place_head(options.at, state); !error.empty()) return failed(error);
  auto renderer = Headless::open(width, height);
  if (!renderer) return failed(renderer.error());
  const float scale = scale_of(state.view);
  const Theme theme = theme_of(state.view, scale, renderer->faces(scale));
  WindowFrame frame;
  SceneMaker maker;
  const Scene scene = maker.make(state, theme);
  const Image image = renderer->render(theme.now.ground, [&] {
    (void)frame.draw(scene, static_cast<float>(width), static_cast<float>(height));
  });
  if (auto written = write_png(image, options.screenshot); !written) return failed(written.error());
  return EXIT_SUCCESS;
}

// ---- the window ----

int run_window(WindowState& state) {
  auto window = Window::open({});
  if (!window) return failed(window.error());
  WindowFrame frame;
  SceneMaker maker;
  while (window->begin_frame(scale_of(state.view))) {
    Intents dropped;
    for (const auto& path : window->take_dropped_files())
      dropped.push_back(OpenFile{path.string()});
    obey(dropped, state);
    advance(state, window->frame_seconds());
    const Theme theme = theme_of(state.view, window->scale(), window->faces());
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    obey(frame.draw(maker.make(state, theme), size.x, size.y), state);
    window->set_title(state.document.title() + " · imapscope");
    window->sleep_when_idle(!state.playing);
    window->end_frame(theme.now.ground);
  }
  if (const auto path = settings_path()) save_settings(*path, state.view);
  return EXIT_SUCCESS;
}

int run(const Options& options, const char* program) {
  WindowState state;
  const bool for_picture = !options.screenshot.empty();
  // A picture depends on nothing but its arguments.
  if (const auto path = settings_path(); path && !for_picture) load_settings(*path, state.view);
  choose_view(options, state.view);
  const std::filesystem::path file =
      options.file.empty() ? first_lesson(program) : std::filesystem::path(options.file);
  state.lessons = find_lessons(first_lesson(program).parent_path());
  auto document = Document::open(file);
  if (!document) {
    if (for_picture) return failed(document.error());
    state.message = document.error();
    std::fprintf(stderr, "imapscope: %s\n", state.message.c_str());
  } else {
    state.document = std::move(*document);
    state.message = state.document.warning();
    seek_to_start(state);
  }
  return for_picture ? take_screenshot(options, state) : run_window(state);
}

}  // namespace
}  // namespace imapscope::gui

int main(int argc, char** argv) {
  imapscope::gui::Options options;
  CLI::App app("imapscope makes the IMAP mail protocol visible.");
  app.set_version_flag("--version", "imapscope " + std::string(imapscope::version));
  app.add_option("FILE", options.file, "A lesson or a trace; the first lesson where none is given");
  app.add_option("--screenshot", options.screenshot,
                 "Write a picture of the window to this PNG file and end");
  app.add_option("--at", options.at, "Where the play head stands: seconds of wire time, or END")
      ->capture_default_str();
  app.add_option("--size", options.size, "Of the picture, in pixels")->capture_default_str();
  app.add_option("--theme", options.theme, "dark or light")
      ->check(CLI::IsMember({"dark", "light"}));
  app.add_option("--zoom", options.zoom, "From 0.75 to 3")->check(CLI::Range(0.75, 3.0));
  app.add_flag("--presenter", options.presenter, "Type for the last row of a lecture hall");
  CLI11_PARSE(app, argc, argv);
  return imapscope::gui::run(options, argv[0]);
}
