// The whole window on the null backend: state in, a script of keys and clicks, state out.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "gui/app/apply.h"
#include "gui/app/make_scene.h"
#include "gui/app/window_frame.h"
#include "gui/app/window_state.h"
#include "gui/platform/null_backend.h"
#include "sim/lesson/read.h"
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

inline Document open_lesson(const char* json) {
  auto lesson = lesson::read(json, "small.json", ".");
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return Document(std::move(*lesson));
}

class WholeWindow {
 public:
  explicit WholeWindow(Document document, ImVec2 size = {1280, 800})
      : theme_(make_theme(Brightness::dark, 1, false, true)),
        backend(test_faces(), size, [this, size] { frame(size); }) {
    theme_.faces = test_faces().faces();
    state.document = std::move(document);
    seek_to_start(state);
    backend.frames(2);
  }

  [[nodiscard]] Scene scene() { return maker_.make(state, theme_); }
  /// How many lines the window knows of.
  [[nodiscard]] std::size_t lines() const {
    return state.document.current().timeline.lines().size();
  }
  /// Plays until the play head rests.
  void play_out() {
    for (int i = 0; i < 5000 && state.playing; ++i) advance(state, 0.1);
    backend.frames(2);
  }

 private:
  void frame(ImVec2 size) { obey(window_.draw(scene(), size.x, size.y), state); }

  Theme theme_;
  SceneMaker maker_;
  WindowFrame window_;

 public:
  WindowState state;
  NullBackend backend;
};

}  // namespace imapscope::gui
