// A lesson's task: the checklist of its goal, the commands that were used, and hints.
#pragma once

#include <imgui.h>

#include "gui/scene/scene.h"

namespace imapscope::gui {

class TaskCard {
 public:
  /// All references for one frame.
  TaskCard(const Scene& scene, const Task& task)
      : theme_(*scene.theme), words_(scene.words), task_(task) {}

  [[nodiscard]] float height(float width) const;
  /// Gives back its height.
  float draw(ImDrawList& draw, ImVec2 at, float width) const;

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] float label_line() const;
  [[nodiscard]] float words_room(float width) const;
  [[nodiscard]] float goal_height(float width) const;
  [[nodiscard]] float commands_height() const;
  [[nodiscard]] float hints_height(float width) const;

  void draw_goal(ImDrawList& draw, ImVec2 at, float width) const;
  void draw_part(ImDrawList& draw, const TaskPart& part, ImVec2 at, float width) const;
  void draw_commands(ImDrawList& draw, ImVec2 at, float width) const;
  void draw_bar(ImDrawList& draw, ImVec2 at, float width) const;
  void draw_hints(ImDrawList& draw, ImVec2 at, float width) const;

  const Theme& theme_;
  const words::Words& words_;
  const Task& task_;
};

}  // namespace imapscope::gui
