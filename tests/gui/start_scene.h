// A start page made by hand: two groups of lessons, some done, two mailboxes, two recent files.
#pragma once

#include "tests/gui/test_scene.h"

namespace imapscope::gui {

inline LessonEntry lesson_entry(int number, const std::string& title, const std::string& group) {
  LessonEntry entry;
  entry.number = number;
  entry.title = title;
  entry.path = "lessons/" + std::to_string(number) + ".json";
  entry.group = group;
  entry.goal = "know " + title;
  entry.minutes = 10;
  entry.questions = 3;
  entry.steps = 9;
  return entry;
}

inline std::vector<LessonEntry> some_lessons() {
  std::vector<LessonEntry> lessons{
      lesson_entry(1, "Hello", "First steps"), lesson_entry(3, "States", "First steps"),
      lesson_entry(8, "Reading", "Messages"), lesson_entry(11, "Expunge", "Messages"),
      lesson_entry(14, "Surprise", "Several clients")};
  for (std::size_t i = 0; i < 2; ++i) {
    lessons[i].done = true;
    lessons[i].right = 2;
  }
  lessons[2].step = 3;
  return lessons;
}

/// The learner is at step 3 of lesson 8.
inline Scene start_scene(const TestScene& test) {
  Scene scene = test.scene;
  scene.lessons = some_lessons();
  scene.here = "lessons/8.json";
  scene.start = StartView{};
  scene.start->mailboxes = {{"five.mbox", "five letters", "5"}, {"", "an empty mailbox", ""}};
  scene.start->profiles = {"", "classic", "modern"};
  scene.start->recent = {{.path = "big.jsonl", .connections = 6, .lines = 82},
                         {.path = "curl.pcap", .gone = true}};
  return scene;
}

}  // namespace imapscope::gui
