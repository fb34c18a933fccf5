// The whole window on the null backend: state in, a script of keys and clicks, state out.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "gui/app/app.h"
#include "gui/app/document/lesson_document.h"
#include "gui/platform/null_backend.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/read/read.h"
#include "tests/gui/test_faces.h"

namespace imapscope::gui {

/// Two steps, with a question between them: what does the NOOP bring?
inline const char* const small_lesson = R"json({
  "number": 7, "title": {"en": "Small"}, "goal": {"en": "Test the window."}, "level": "responding",
  "server": {"users": [{"name": "ada", "password": "analytical"}]},
  "steps": [
    {"say": {"title": {"en": "Opening"}, "text": {"en": "A laptop opens `INBOX`."}}},
    {"deliver": {"user": "ada", "message": ["Subject: One", "", "1"]}},
    {"deliver": {"user": "ada", "message": ["Subject: Two", "", "2"]}},
    {"connect": {"client": "laptop"}},
    {"send": {"client": "laptop", "line": "a1 LOGIN ada analytical"}},
    {"send": {"client": "laptop", "line": "a2 SELECT INBOX"}},
    {"send": {"client": "laptop", "line": "a3 FETCH 1:2 (UID FLAGS)"}},
    {"say": {"title": {"en": "News"}, "text": {"en": "Mail arrives."}}},
    {"deliver": {"user": "ada", "message": ["Subject: Three", "", "3"]}},
    {"ask": {"client": "laptop", "question": {"en": "The laptop sends NOOP. What arrives first?"},
             "options": [
               {"line": "* 3 EXISTS", "grade": "happened", "why": {"en": "It is told now."}},
               {"line": "a4 OK NOOP completed", "grade": "legal", "why": {"en": "Not yet."}},
               {"line": "* 3 EXPUNGE", "grade": "illegal", "why": {"en": "There is no third."}}]}},
    {"send": {"client": "laptop", "line": "a4 NOOP"}}
  ]
})json";

inline std::unique_ptr<Document> open_lesson(const char* json) {
  auto lesson = lesson::read(json, "small.json", {MemoryFiles(), ""});
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return std::make_unique<LessonDocument>(std::move(*lesson));
}

class WholeWindow {
 public:
  explicit WholeWindow(std::unique_ptr<Document> document, ImVec2 size = {1280, 800})
      : theme_(make_theme(Brightness::dark, 1, false, true)),
        app(files_),
        state(app.state()),
        backend(test_faces(), size, [this, size] { frame(size, 0); }) {
    theme_.faces = test_faces().faces();
    show(state, std::move(document), "");
    backend.frames(2);
  }

  [[nodiscard]] Scene scene() { return app.scene(theme_); }
  void obey(const Intents& intents) { app.obey(intents); }
  /// How many lines the window knows of.
  [[nodiscard]] std::size_t lines() const {
    return state.document->current().timeline.lines().size();
  }
  /// Lets time pass without a frame.
  void wait(double seconds) { advance(state, seconds, files_); }
  /// Plays until the play head rests.
  void play_out() {
    for (int i = 0; i < 5000 && state.playing; ++i) wait(0.1);
    backend.frames(2);
  }

 private:
  /// Time stands still, but where a test lets it pass.
  void frame(ImVec2 size, double seconds) {
    wishes = app.frame(
        {.seconds = seconds, .width = size.x, .height = size.y, .scaling = {}, .touched = false},
        test_faces().faces());
  }

  disk::DiskFiles files_;
  Theme theme_;

 public:
  App app;
  WindowState& state;
  Wishes wishes;  ///< of the last frame
  NullBackend backend;
};

}  // namespace imapscope::gui
