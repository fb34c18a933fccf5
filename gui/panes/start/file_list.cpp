#include "gui/panes/start/file_list.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/symbols.h"
#include "gui/panes/dialog.h"
#include "gui/panes/key_row.h"
#include "sim/base/ascii.h"

namespace imapscope::gui {
namespace {

constexpr float half_first_line = 9;  // from a message's top to the middle of its first line
constexpr float name_column = 38;

using compat::enter_pressed;
using compat::key_pressed;

constexpr float wanted_width = 720;
constexpr float wanted_height = 560;
constexpr float footer = 44;
constexpr float field = 32;

std::vector<KeyWords> footer_keys(const words::Words& words) {
  return {{{"\u2191", "\u2193"}, words("start.key.choose")},
          {{"Enter"}, words("start.key.open")},
          {{"Backspace"}, words("start.key.folder_above")},
          {{"Esc"}, words("start.key.back")}};
}

/// Whether that names a place, and is not looked for in this folder.
bool is_path(std::string_view typed) {
  return typed.find('/') != typed.npos;
}

/// "folder/name", without a second slash after the root.
std::string inside(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') || folder.empty() ? folder + name : folder + "/" + name;
}

/// As much of the end of a path as fits: its end says where one is.
std::string end_of(ImFont* face, const std::string& path, float room) {
  std::string end = path;
  while (text_width(face, end) > room) {
    const std::size_t slash = end.find('/', end.starts_with("\u2026/") ? 4 : 1);
    if (slash == std::string::npos) return ellipsised(face, end, room);
    end = "\u2026" + end.substr(slash);
  }
  return end;
}

/// A folder, drawn: a card with a tab.
void folder_symbol(ImDrawList& draw, const Theme& theme, ImVec2 center, Color color) {
  const float w = theme.px(space::chip_air);
  const float h = theme.px(space::chip_gap);
  draw.AddRectFilled({center.x - w, center.y - h - theme.px(space::half_unit)},
                     {center.x, center.y}, ink(color), theme.px(corner::folder_flap));
  draw.AddRectFilled({center.x - w, center.y - h}, {center.x + w, center.y + h}, ink(color),
                     theme.px(corner::folder));
}

/// How many files there are besides.
void others(const Scene& scene, float left, ImVec2 right_middle) {
  const Theme& theme = *scene.theme;
  if (scene.files->passed_over == 0) return;
  const std::string words =
      scene.words("start.files.others", {{"count", scene.files->passed_over}});
  ImFont* face = theme.faces.label;
  if (right_middle.x - text_width(face, words) < left + theme.px(space::padding)) return;
  draw_text_right(*ImGui::GetWindowDrawList(), face,
                  {right_middle.x, std::round(right_middle.y - line_height(face) / 2)},
                  theme.now.dim, words);
}

/// What went wrong with what was chosen last; gives back its height.
float told(const Theme& theme, ImVec2 at, float width, const std::string& message) {
  if (message.empty()) return 0;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float indent = theme.px(space::indent);
  symbols::triangle(draw, {at.x + theme.px(space::gap), at.y + theme.px(half_first_line)},
                    theme.px(mark::large), theme.now.no);
  const float height =
      draw_rich_text(draw, theme, {at.x + indent, at.y}, width - indent, theme.now.text, message);
  items::add("files.told", at, {at.x + width, at.y + height});
  return height + theme.px(space::wide_gap);
}

struct Row {
  std::string name;
  std::string what;
  bool is_folder = false;
  bool chosen = false;
};

void draw_row(const Theme& theme, ImVec2 min, ImVec2 max, const Row& row, bool hovered) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float radius = theme.px(corner::card);
  const ImVec2 inner_min{min.x + theme.px(space::half_unit), min.y};
  const ImVec2 inner_max{max.x - theme.px(space::unit), max.y - theme.px(space::hairline)};
  if (row.chosen || hovered) {
    draw.AddRectFilled(inner_min, inner_max,
                       ink(row.chosen ? theme.now.selection : theme.now.raised), radius);
  }
  if (row.chosen) {
    const float in = theme.px(space::hairline);
    focus_ring(draw, theme, {inner_min.x + in, inner_min.y + in},
               {inner_max.x - in, inner_max.y - in}, radius - in);
  }
  const float middle = std::round((min.y + max.y) / 2);
  const Color second = row.chosen ? theme.now.text : theme.now.dim;
  if (row.is_folder)
    folder_symbol(draw, theme,
                  {min.x + theme.px(space::wide_padding), middle + theme.px(space::hairline)},
                  second);
  const float left = min.x + theme.px(name_column);
  const float what = min.x + (max.x - min.x) * 0.55F;
  const bool alone = row.what.empty();
  const float room =
      (alone ? max.x - theme.px(space::padding) : what - theme.px(space::gap)) - left;
  draw_text_centered_y(draw, theme.faces.wire, {left, middle}, theme.now.text,
                       ellipsised(theme.faces.wire, row.name, room));
  if (alone) return;
  draw_text_centered_y(
      draw, theme.faces.label, {what, middle}, second,
      ellipsised(theme.faces.label, row.what, max.x - what - theme.px(space::padding)));
}

}  // namespace

void FileList::arrive(const FolderView& folder) {
  folder_ = folder.path;
  typed_.set("");
  find(folder);
}

/// What is typed is found in these names; the cursor stands on the first.
void FileList::find(const FolderView& folder) {
  const std::string words = ascii::to_lower(typed_.text());
  found_.clear();
  for (std::size_t i = 0; i < folder.entries.size(); ++i) {
    const FileEntry& entry = folder.entries[i];
    const bool found = ascii::to_lower(entry.name).find(words) != std::string::npos ||
                       ascii::to_lower(entry.what).find(words) != std::string::npos;
    if (found) found_.push_back(i);
  }
  cursor_ = found_.empty() ? 0 : 1;
  moved_ = true;
}

void FileList::open(const FolderView& folder, std::size_t row, Intents& intents) {
  if (row == 0) {
    intents.push_back(ListFolder{inside(folder.path, "..")});
    return;
  }
  const FileEntry& entry = folder.entries[found_[row - 1]];
  const std::string path = inside(folder.path, entry.name);
  if (entry.is_folder) {
    intents.push_back(ListFolder{path});
  } else {
    intents.push_back(OpenFile{path});
  }
}

void FileList::keys(const Scene& scene, bool nothing_typed, Intents& intents) {
  const FolderView& folder = *scene.files;
  const bool told = !scene.message.empty();  // Esc takes that away first
  const std::size_t last = found_.size();
  const std::size_t before = cursor_;
  if (key_pressed(Key::down, true)) cursor_ = std::min(cursor_ + 1, last);
  if (key_pressed(Key::up, true) && cursor_ > 0) --cursor_;
  if (key_pressed(Key::page_down, true)) cursor_ = std::min(cursor_ + 10, last);
  if (key_pressed(Key::page_up, true)) cursor_ -= std::min<std::size_t>(cursor_, 10);
  if (cursor_ != before) moved_ = true;
  const std::string typed(typed_.text());
  if (enter_pressed()) {
    if (!is_path(typed)) return open(folder, cursor_, intents);
    // A path of one's own: from the root, or from here.
    intents.push_back(OpenFile{typed.starts_with('/') ? typed : inside(folder.path, typed)});
  } else if (key_pressed(Key::backspace, true) && nothing_typed) {
    open(folder, 0, intents);
  } else if (key_pressed(Key::escape) && !told) {
    intents.push_back(ShowFiles{false});
  }
}

std::string_view FileList::why_empty(const FolderView& folder) const {
  if (is_path(typed_.text())) return "start.files.path";
  return folder.entries.empty() ? "start.files.nothing" : "start.files.none_found";
}

void FileList::rows(const Scene& scene, const PaneArea& area, Intents& intents) {
  const Theme& theme = *scene.theme;
  const FolderView& folder = *scene.files;
  ScrollArea scroll("files.rows", area);
  const float pitch = theme.px(space::row);
  for (std::size_t i = 0; i <= found_.size(); ++i) {
    const float top = scroll.at().y + pitch * static_cast<float>(i);
    const ImVec2 min{scroll.at().x, top};
    const ImVec2 max{scroll.at().x + scroll.width(), top + pitch};
    if (i == cursor_ && moved_) scroll.show(min.y, max.y);
    if (max.y < area.min.y || min.y > area.max.y) continue;
    Row row{"..", scene.words("start.files.above"), true, i == cursor_};
    if (i > 0) {
      const FileEntry& entry = folder.entries[found_[i - 1]];
      row = {entry.name, entry.what, entry.is_folder, i == cursor_};
    }
    const Press press = press_area("files." + row.name, min, max);
    draw_row(theme, min, max, row, press.hovered);
    if (press.clicked) open(folder, i, intents);
  }
  moved_ = false;
  float end = scroll.at().y + pitch * static_cast<float>(found_.size() + 1);
  if (found_.empty()) {
    const std::string words = !folder.error.empty() ? folder.error : scene.words(why_empty(folder));
    end += theme.px(space::gap);
    end +=
        draw_wrapped(scroll.draw(), theme.faces.body, {scroll.at().x + theme.px(name_column), end},
                     theme.now.dim, words, scroll.width() - theme.px(name_column + space::padding));
  }
  scroll.end(end - scroll.at().y);
}

void FileList::draw(const Scene& scene, float width, float height, Intents& intents) {
  if (!scene.files) {
    folder_.clear();
    typed_.leave();
    return;
  }
  const Theme& theme = *scene.theme;
  const FolderView& folder = *scene.files;
  const Dialog dialog(theme, "files", {width, height},
                      {theme.px(wanted_width), theme.px(wanted_height)});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float padding = theme.px(space::padding);
  const float left = dialog.min().x + padding;
  const float right = dialog.max().x - padding;
  float y = dialog.min().y + padding;
  const float after = draw_text(draw, theme.faces.heading, {left, y}, theme.now.text,
                                scene.words("start.files.heading"));
  const float path_left = after + theme.px(space::wide_gap);
  draw_text_centered_y(draw, theme.faces.wire,
                       {path_left, y + line_height(theme.faces.heading) / 2}, theme.now.dim,
                       end_of(theme.faces.wire, folder.path, right - path_left));
  y += theme.px(space::heading_row);
  if (folder_ != folder.path) arrive(folder);
  if (!typed_.active() && !ImGui::IsMouseDown(0)) typed_.focus();
  const bool nothing_typed = typed_.text().empty();
  if (typed_.draw(theme, theme.faces.body, "files.find", {left, y}, {right, y + theme.px(field)},
                  scene.words("start.files.find"))) {
    find(folder);
  }
  y += theme.px(field + space::wide_gap);
  keys(scene, nothing_typed, intents);
  y += told(theme, {left, y}, right - left, scene.message);
  const PaneArea area{{left, y}, {right, dialog.max().y - theme.px(footer)}};
  rows(scene, area, intents);
  draw.AddLine({dialog.min().x, area.max.y}, {dialog.max().x, area.max.y}, ink(theme.now.hairline),
               theme.px(space::hairline));
  const float middle = dialog.max().y - theme.px(footer / 2);
  const float keys_end = draw_key_row(draw, theme, {left, middle}, right, footer_keys(scene.words));
  others(scene, keys_end, {right, middle});
  if (dialog.left()) intents.push_back(ShowFiles{false});
}

}  // namespace imapscope::gui
