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
#include "sim/disk/disk_files.h"
#include "sim/server/temper/profiles.h"
#include "sim/terminal/command_line.h"
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
  std::string profile;
  bool keys = false;
};

constexpr int usage = 2;  ///< the exit code of a command line that cannot be understood

int failed(const words::Words& words, const Said& said) {
  std::fprintf(stderr, "imapscope: %s\n", words(said).c_str());
  return EXIT_FAILURE;
}

/// Before there is a window to say it in.
int failed(App& app, const Said& said) {
  return failed(words::Words(app.state().view.language), said);
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

Result<Size, Said> size_of(const Options& options) {
  Size size;
  char excess = 0;
  if (options.size.empty()) return size;
  if (std::sscanf(options.size.c_str(), "%dx%d%c", &size.width, &size.height, &excess) == 2 &&
      std::min(size.width, size.height) >= 200 && std::max(size.width, size.height) <= 8192) {
    return size;
  }
  return fail(Said("terminal.fault.size", {{"value", options.size}}));
}

// ---- a picture ----

/// Puts the play head where `--at` says. An error where it says nothing understandable.
Result<void, Said> place_head(const std::string& at, WindowState& state) {
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
    return fail(Said("terminal.fault.at", {{"value", at}}));
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
  if (!size) return failed(app, size.error());
  const auto placed = place_head(options.at, app.state());
  if (!placed) return failed(app, placed.error());
  auto renderer = Headless::open(size->width, size->height);
  if (!renderer) return failed(app, renderer.error());
  const auto written = write_png(renderer->picture(app), options.screenshot);
  return written ? EXIT_SUCCESS : failed(app, written.error());
}

// ---- a session of one's own ----

/// With no mailbox named, the one that the start page offers first.
NewSession new_session_of(const Options& options, const StartState& start) {
  const std::string offered = start.mailboxes.empty() ? "" : start.mailboxes.front().path;
  NewSession wish{.clients = options.clients,
                  .mailbox = options.mailbox.value_or(offered),
                  .profile = options.profile};
  if (options.greeting == "preauth") wish.greeting = SessionGreeting::preauth;
  if (options.greeting == "bye") wish.greeting = SessionGreeting::bye;
  return wish;
}

// ---- the window ----

/// As large as `--size` says, else as it was when it was closed.
int run_window(const Options& options, App& app) {
  const auto size = size_of(options);
  if (!size) return failed(app, size.error());
  std::optional<WindowPlace> place = app.state().place;
  if (place && !options.size.empty()) {
    place->width = size->width;
    place->height = size->height;
  }
  auto window = Window::open({.width = size->width, .height = size->height, .place = place});
  if (!window) return failed(app, window.error());
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

int print_keys(const words::Words& words) {
  return std::fputs(key_table(words).c_str(), stdout) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int run(const Options& options, const char* program) {
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
  begin(app, lessons);
  const std::string file = options.file.empty() ? "" : disk::name_of(options.file);
  if (options.clients > 0) {
    app.obey({new_session_of(options, app.state().start)});
    if (app.state().document->history() == nullptr) return failed(app, app.state().message);
  }
  if (file.empty()) return for_picture ? take_screenshot(options, app) : run_window(options, app);
  if (auto opened = open_file(app.state(), files, file); !opened) {
    failed(app, opened.error());
    if (for_picture) return EXIT_FAILURE;
    app.state().message = opened.error();
  }
  if (!damaged.empty()) app.state().message = damaged;
  return for_picture ? take_screenshot(options, app) : run_window(options, app);
}

// ---- the command line ----

void add_view(CLI::App& app, Options& options, const words::Words& words) {
  app.add_option("--size", options.size, words("help.imapscope.size"))->type_name("SIZE");
  terminal::takes_one_of(app.add_option("--theme", options.theme, words("help.imapscope.theme")),
                         {"dark", "light"}, words);
  terminal::takes_one_of(app.add_option("--lang", options.language, words("help.imapscope.lang")),
                         words::languages(), words);
  terminal::takes_number(app.add_option("--zoom", options.zoom, words("help.imapscope.zoom")),
                         "0.75", "3", words);
  app.add_flag("--presenter", options.presenter, words("help.imapscope.presenter"));
}

void add_picture(CLI::App& app, Options& options, const words::Words& words) {
  app.add_option("--screenshot", options.screenshot, words("help.imapscope.screenshot"))
      ->type_name("FILE");
  app.add_option("--at", options.at, words("help.imapscope.at"))
      ->type_name("TIME")
      ->capture_default_str();
}

void add_session(CLI::App& app, Options& options, const words::Words& words) {
  CLI::Option* fresh = app.add_option("--new", options.clients, words("help.imapscope.new"));
  fresh->expected(0, 1)->excludes("FILE");
  terminal::takes_number(fresh, "1", "4", words);
  app.add_option("--mailbox", options.mailbox, words("help.imapscope.mailbox"))
      ->type_name("FILE")
      ->needs("--new");
  CLI::Option* greeting =
      app.add_option("--greeting", options.greeting, words("help.imapscope.greeting"));
  terminal::takes_one_of(greeting, {"ok", "preauth", "bye"}, words);
  greeting->needs("--new");
  std::vector<std::string> profiles;
  for (const server::Profile& each : server::profiles()) profiles.emplace_back(each.id);
  CLI::Option* profile =
      app.add_option("--profile", options.profile, words("help.imapscope.profile"));
  terminal::takes_one_of(profile, profiles, words);
  profile->needs("--new");
}

int start(int argc, char** argv) {
  const words::Words words(terminal::language_of(argc, argv));
  Options options;
  CLI::App app(words("help.imapscope.about"), "imapscope");
  terminal::speak(app, words);
  app.add_option("FILE", options.file, words("help.imapscope.file"));
  add_view(app, options, words);
  add_picture(app, options, words);
  add_session(app, options, words);
  app.add_flag("--keys", options.keys, words("help.imapscope.keys"));
  const terminal::Read read = terminal::read(app, argc, argv);
  if (read != terminal::Read::understood) {
    const int code = read == terminal::Read::answered ? EXIT_SUCCESS : usage;
    return std::cout.flush() ? code : failed(words, Said("terminal.output_lost"));
  }
  if (options.keys) return print_keys(words);
  if (app.count("--new") > 0) options.clients = std::max<std::size_t>(1, options.clients);
  return run(options, argv[0]);
}

}  // namespace
}  // namespace imapscope::gui

int main(int argc, char** argv) {
  return imapscope::gui::start(argc, argv);
}
