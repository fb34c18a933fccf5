#include "gui/panes/branch_banner.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/time_scale.h"

namespace imapscope::gui {
namespace {

constexpr float banner_least = 180;
constexpr float name_field = 160;  // where a branch is given a name

const Branch& branch_shown(const Scene& scene) {
  return scene.branches[scene.branch];
}

/// "forked at step 4", "forked at 1.204 s"
std::string where_it_left(const words::Words& words, const Branch& branch) {
  if (branch.step > 0) return words("window.branch.forked_at_step", {{"step", branch.step}});
  return words("window.branch.forked_at", {{"time", time_text(words, branch.forked_at)}});
}

/// A word and its key, ending at `right`; gives back where it begins, or `right` where it does not
/// fit behind `left_end`.
float way_out(const Theme& theme, std::string_view name, std::string_view word,
              std::string_view key, float right, float left_end, bool& pressed) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = ImGui::GetWindowPos().y + ImGui::GetWindowHeight() / 2;
  const float key_width = text_width(theme.faces.number, key) + theme.px(space::key_air);
  const float gap = theme.px(space::gap);
  const float left = std::round(right - key_width - gap - text_width(theme.faces.body, word));
  if (left < left_end) return right;
  draw_key(draw, theme, {right - key_width, middle}, key);
  const float half = theme.px(space::row) / 2;
  const Press press = press_area(name, {left, middle - half}, {right, middle + half});
  pressed = press.clicked;
  draw_text_centered_y(draw, theme.faces.body, {left, middle}, theme.now.text, word);
  if (press.hovered) {
    const float under = std::round(middle + line_height(theme.faces.body) / 2);
    draw.AddLine({left, under}, {right - key_width - gap, under}, ink(theme.now.text),
                 theme.px(space::hairline));
  }
  return left - theme.px(space::padding);
}

}  // namespace

bool BranchBanner::is_needed(const Scene& scene) {
  return scene.branch < scene.branches.size() && branch_shown(scene).parent.has_value();
}

float BranchBanner::draw_ways_out(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float least = ImGui::GetWindowPos().x + theme.px(banner_least);
  float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme.px(space::padding);
  bool back = false;
  bool remove = false;
  bool rename = false;
  const words::Words& words = scene.words;
  const std::string to = words("window.branch.back_to",
                               {{"branch", scene.branches[*branch_shown(scene).parent].name}});
  right = way_out(theme, "branch.back", to, "B", right, least, back);
  right = way_out(theme, "branch.rename", words("window.branch.rename"), "Shift B", right, least,
                  rename);
  right =
      way_out(theme, "branch.remove", words("window.branch.remove"), "Del", right, least, remove);
  const bool by_key =
      !ImGui::GetIO().WantTextInput && ImGui::GetIO().KeyShift && compat::key_pressed(letter('b'));
  if (back) intents.push_back(ChooseBranch{*branch_shown(scene).parent});
  if (remove) intents.push_back(RemoveBranch{scene.branch});
  if (rename || by_key) {
    renaming_ = scene.branch;
    name_.fill('\0');
    const std::string& held = branch_shown(scene).name;
    std::copy_n(held.data(), std::min(held.size(), name_.size() - 1), name_.data());
  }
  return right;
}

void BranchBanner::rename(const Scene& scene, float left, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float middle = ImGui::GetWindowPos().y + ImGui::GetWindowHeight() / 2;
  compat::push_font(theme.faces.body);
  ImGui::SetCursorScreenPos({left, std::round(middle - ImGui::GetFrameHeight() / 2)});
  ImGui::SetNextItemWidth(theme.px(name_field));
  if (!ImGui::IsAnyItemActive()) compat::take_keyboard();
  const bool entered =
      ImGui::InputText("##name", name_.data(), name_.size(),
                       ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  items::add_last("branch.name");
  const bool left_it = ImGui::IsItemDeactivated();
  ImGui::PopFont();
  if (entered) intents.push_back(RenameBranch{scene.branch, name_.data()});
  if (entered || left_it) renaming_.reset();
}

void BranchBanner::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 min = ImGui::GetWindowPos();
  const ImVec2 max{min.x + ImGui::GetWindowWidth(), min.y + ImGui::GetWindowHeight()};
  draw.AddRectFilled(min, max, ink(theme.now.selection));
  items::add("branch.banner", min, max);
  const float right = draw_ways_out(scene, intents);
  const float middle = (min.y + max.y) / 2;
  float x = min.x + theme.px(space::padding);
  symbols::fork(draw, {x + theme.px(space::chip_air), middle}, theme.px(mark::arrow),
                theme.now.text);
  x += theme.px(space::indent);
  if (renaming_ == scene.branch) return rename(scene, x, intents);
  const std::string& name = branch_shown(scene).name;
  x = draw_text_centered_y(draw, theme.faces.strong, {x, middle}, theme.now.text,
                           ellipsised(theme.faces.strong, name, right - x));
  const std::string where = " · " + where_it_left(scene.words, branch_shown(scene));
  if (x + text_width(theme.faces.body, where) > right) return;
  draw_text_centered_y(draw, theme.faces.body, {x, middle}, theme.now.text, where);
}

}  // namespace imapscope::gui
