// Lessons for tests: one small world, any script.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "sim/disk/disk_files.h"
#include "sim/lesson/player.h"
#include "sim/lesson/read/read.h"

namespace imapscope::lesson {

/// Ada's INBOX has two messages, UIDs 10 and 20; the first has \Seen.
inline Lesson small_lesson(const std::string& steps) {
  const std::string json =
      R"({"number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "responding",)"
      R"( "server": {"users": [{"name": "ada", "password": "pw", "mailboxes": [)"
      R"({"name": "INBOX", "mbox": "two.mbox", "uids": [10, 20], "flags": [["\\Seen"], []],)"
      R"( "recent": 0}]}]}, "steps": [)"
      "\n" +
      steps + "\n]}";
  const auto lesson =
      read(json, "small.json", {disk::DiskFiles(), IMAPSCOPE_SOURCE_DIR "/tests/lesson/lessons"});
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return *lesson;
}

inline const std::string say_step = R"({"say": {"title": {"en": "T"}, "text": {"en": "t"}}},)";
/// Line 2: the laptop is logged in, with INBOX open.
inline const std::string inbox_open =
    say_step + R"({"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},)" +
    R"({"send": {"client": "laptop", "line": "a1 SELECT INBOX"}},)" + "\n";

/// `line` as JSON has it: backslashes doubled.
inline std::string send(const std::string& line) {
  return R"({"send": {"client": "laptop", "line": ")" + line + "\"}}";
}

/// A question about the next line at the laptop; nothing is right but what happens.
inline std::string ask(const std::string& predict, const std::string& right) {
  return R"({"ask": {"client": "laptop", "predict": ")" + predict +
         R"(", "question": {"en": "q"}, "options": [)"
         R"({"words": {"en": ")" +
         right +
         R"("}, "grade": "happened", "why": {"en": "so it is"}},)"
         R"({"words": {"en": "something else"}, "grade": "legal", "why": {"en": "no"}}]}},)" +
         "\n";
}

}  // namespace imapscope::lesson
