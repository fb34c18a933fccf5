// imapscope: opens the window on a lesson or a trace, or takes a picture of one without a window.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

#include "gui/app/app.h"
#include "gui/app/best_moment.h"
#include "gui/app/keys.h"
#include "gui/app/make/make_start.h"
#include "gui/platform/headless.h"
#include "gui/platform/window.h"
#include "sim/base/version.h"
#include "sim/disk/disk_files.h"
#include "sim/words/words.h"

namespace imapscope::gui {
namespace {

struct Options {
  std::string file;
  std::string screenshot;
  std::string at = "END";
  std::string size;  // the window's, or the picture's
  std::string theme;
  std::string language;
  double zoom = 0;
  bool presenter = false;
  std::size_t clients = 0;  // of a new session
  std::optional<std::string> mailbox;
  std::string greeting = "ok";
  bool keys = false;
};

constexpr int usage = 2;  ///< the exit code of a command line that cannot be understood

int failed(const std::string& sentence) {
  std::fprintf(stderr, "imapscope: %s\n", sentence.c_str());
  return EXIT_FAILURE;
}

/// The lessons: in the folder that the program was built in, or beside the installed program.
std::string lessons_folder(const char* program) {
  std::error_code error;
  const auto bin = std::filesystem::weakly_canonical(program, error).parent_path();
  for (const auto& folder : {bin / ".." / "..", bin / ".." / "share" / "imapscope", bin}) {
    const auto lessons = folder / "lessons";
    if (std::filesystem::is_directory(lessons, error)) {
      return disk::name_of(lessons.lexically_normal());
    }
  }
  return "lessons";
}

void choose_view(const Options& options, View& view) {
  if (options.theme == "light") view.brightness = Brightness::light;
  if (options.theme == "dark") view.brightness = Brightness::dark;
  if (!options.language.empty()) view.language = options.language;
  if (options.zoom > 0) view.zoom = options.zoom;
  if (options.presenter) view.presenter = true;
}

struct Size {
  int width = 1280;
  int height = 800;
};

Result<Size, std::string> size_of(const Options& options) {
  Size size;
  char excess = 0;
  if (options.size.empty()) return size;
  if (std::sscanf(options.size.c_str(), "%dx%d%c", &size.width, &size.height, &excess) == 2 &&
      std::min(size.width, size.height) >= 200 && std::max(size.width, size.height) <= 8192) {
    return size;
  }
  return fail("--size takes WIDTHxHEIGHT, each from 200 to 8192, not '" + options.size + "'.");
}

// ---- a picture ----

/// Puts the play head where `--at` says. Gives back a sentence where it says nothing
/// understandable.
std::string place_head(const std::string& at, WindowState& state) {
  if (at == "END") {
    state.document->answer_all_correctly();
    seek_to_end(state);
    return {};
  }
  if (at == "BEST") {
    seek_to_best(state);
    return {};
  }
  char* end = nullptr;
  const double seconds = std::strtod(at.c_str(), &end);
  if (at.empty() || *end != '\0' || seconds < 0) {
    return "--at takes seconds of wire time, BEST or END, not '" + at + "'.";
  }
  const Instant t{static_cast<std::int64_t>(seconds * 1e6)};
  const auto revealed = [&state] {
    const auto moments = state.document->current().timeline.moments();
    return moments.empty() ? Instant{} : moments.back().at;
  };
  // Questions on the way are answered correctly; one that waits at this very time stays open.
  while (revealed() < t && state.document->answer_next_correctly()) {
  }
  seek(state, t);
  return {};
}

int take_screenshot(const Options& options, App& app) {
  const auto size = size_of(options);
  if (!size) return failed(size.error());
  if (const std::string error = place_head(options.at, app.state()); !error.empty()) {
    return failed(error);
  }
  auto renderer = Headless::open(size->width, size->height);
  if (!renderer) return failed(renderer.error());
  const auto written = write_png(renderer->picture(app), options.screenshot);
  return written ? EXIT_SUCCESS : failed(written.error());
}

// ---- a session of one's own ----

/// With no mailbox named, the one that the start page offers first.
NewSession new_session_of(const Options& options, const StartState& start) {
  const std::string offered = start.mailboxes.empty() ? "" : start.mailboxes.front().path;
  NewSession wish{.clients = options.clients, .mailbox = options.mailbox.value_or(offered)};
  if (options.greeting == "preauth") wish.greeting = SessionGreeting::preauth;
  if (options.greeting == "bye") wish.greeting = SessionGreeting::bye;
  return wish;
}

// ---- the window ----

/// As large as `--size` says, else as it was when it was closed.
int run_window(const Options& options, App& app) {
  const auto size = size_of(options);
  if (!size) return failed(size.error());
  std::optional<WindowPlace> place = app.state().place;
  if (place && !options.size.empty()) {
    place->width = size->width;
    place->height = size->height;
  }
  auto window = Window::open({.width = size->width, .height = size->height, .place = place});
  if (!window) return failed(window.error());
  window->run(app);
  return EXIT_SUCCESS;
}

/// The start page, with what lies beside the program.
void begin(App& app, const std::string& lessons) {
  WindowState& state = app.state();
  state.lessons = find_lessons(app.files(), lessons);
  state.start.mailboxes = find_mailboxes(app.files(), joined(lessons, "mailboxes"));
  std::error_code error;
  state.start.home = disk::name_of(std::filesystem::current_path(error));
  if (state.start.folder.empty()) state.start.folder = state.start.home;
  show_start(state, app.files());
}

int print_keys(const Options& options) {
  const std::string system = words::language_of_locale(disk::system_locale());
  const words::Words words(options.language.empty() ? system : options.language);
  return std::fputs(key_table(words).c_str(), stdout) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int run(const Options& options, const char* program) {
  if (options.keys) return print_keys(options);
  const disk::DiskFiles files;
  App app(files);
  const bool for_picture = !options.screenshot.empty();
  // A picture depends on nothing but its arguments.
  if (!for_picture) {
    WindowState& state = app.state();
    state.system_language = words::language_of_locale(disk::system_locale());
    state.view.language = state.system_language;
  }
  if (const auto folder = disk::settings_folder(); folder && !for_picture) app.remember(*folder);
  const Said damaged = app.state().message;
  choose_view(options, app.state().view);
  const std::string lessons = lessons_folder(program);
  const words::Words words(app.state().view.language);
  begin(app, lessons);
  const std::string file = options.file.empty() ? "" : disk::name_of(options.file);
  if (options.clients > 0) {
    app.obey({new_session_of(options, app.state().start)});
    if (app.state().document->history() == nullptr) return failed(words(app.state().message));
  }
  if (file.empty()) return for_picture ? take_screenshot(options, app) : run_window(options, app);
  if (auto opened = open_file(app.state(), files, file); !opened) {
    failed(words(opened.error()));
    if (for_picture) return EXIT_FAILURE;
    app.state().message = opened.error();
  }
  if (!damaged.empty()) app.state().message = damaged;
  return for_picture ? take_screenshot(options, app) : run_window(options, app);
}

}  // namespace
}  // namespace imapscope::gui

int main(int argc, char** argv) {
  imapscope::gui::Options options;
  CLI::App app("imapscope makes the IMAP mail protocol visible.");
  app.set_version_flag("--version", "imapscope " + std::string(imapscope::version));
  app.add_option("FILE", options.file,
                 "A lesson, a trace or a folder of them; the start page where none is given");
  app.add_option("--screenshot", options.screenshot,
                 "Write a picture of the window to this PNG file and end");
  app.add_option(
         "--at", options.at,
         "Where the play head stands: seconds of wire time, BEST (as the first question has "
         "turned out, or where the most is seen) or END")
      ->capture_default_str();
  app.add_option("--size", options.size, "Of the window or the picture, in pixels: 1280x800");
  app.add_option("--theme", options.theme, "dark or light")
      ->check(CLI::IsMember({"dark", "light"}));
  app.add_option("--lang", options.language,
                 "The language of the window: en or ru; else the viewer's choice, or the system's")
      ->check(CLI::IsMember(imapscope::words::languages()));
  app.add_option("--zoom", options.zoom, "From 0.75 to 3")->check(CLI::Range(0.75, 3.0));
  app.add_flag("--presenter", options.presenter, "Type for the last row of a lecture hall");
  app.add_flag("--keys", options.keys, "Print what every key does, and end");
  const CLI::Option* fresh =
      app.add_option("--new", options.clients,
                     "A session with a server of one's own, and so many clients: 1 to 4; without a "
                     "number, one")
          ->expected(0, 1)
          ->check(CLI::Range(1, 4))
          ->excludes("FILE");
  app.add_option("--mailbox", options.mailbox,
                 "What its INBOX holds: an mbox file, or a folder; '' for nothing")
      ->needs("--new");
  app.add_option("--greeting", options.greeting, "How its server greets: ok, preauth or bye")
      ->check(CLI::IsMember({"ok", "preauth", "bye"}))
      ->needs("--new");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code =
        app.exit(error) == 0 ? EXIT_SUCCESS : imapscope::gui::usage;  // help is among them
    return std::cout.flush() ? code : imapscope::gui::failed("the output cannot be written.");
  }
  if (fresh->count() > 0) options.clients = std::max<std::size_t>(1, options.clients);
  return imapscope::gui::run(options, argv[0]);
}
