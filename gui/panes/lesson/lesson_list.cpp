#include "gui/panes/lesson/lesson_list.h"

#include <algorithm>

#include "gui/imgui/compat.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/symbols.h"
#include "gui/panes/lesson/lesson_row.h"

namespace imapscope::gui {
namespace {

using compat::key_pressed;

constexpr float head_height = 24;
constexpr float find_height = 30;
/// How far a row's ground reaches to the left of its text.
constexpr float row_reach = 8;

/// The lesson where the learner is; else the first that is not done; else the first.
const LessonEntry* home_of(const std::vector<LessonEntry>& lessons, std::string_view here) {
  const auto find = [&](auto fits) { return std::find_if(lessons.begin(), lessons.end(), fits); };
  auto home = find([&](const LessonEntry& entry) { return entry.path == here; });
  if (home == lessons.end()) home = find([](const LessonEntry& entry) { return !entry.done; });
  if (home == lessons.end()) home = lessons.begin();
  return home == lessons.end() ? nullptr : &*home;
}

}  // namespace

const LessonEntry* LessonList::chosen(const std::vector<LessonEntry>& lessons) const {
  if (cursor_ >= rows_.size() || !rows_[cursor_].lesson) return nullptr;
  const std::size_t lesson = *rows_[cursor_].lesson;
  return lesson < lessons.size() ? &lessons[lesson] : nullptr;
}

std::string LessonList::key_of(const LessonRow& row,
                               const std::vector<LessonEntry>& lessons) const {
  return row.lesson ? lessons[*row.lesson].path : "group " + groups_[row.group].name;
}

bool LessonList::is_folded(std::size_t group) const {
  return folded_.contains(groups_[group].name);
}

/// Rows for this frame; the cursor stays on what it stood on, or goes to where the learner is.
void LessonList::arrange(const std::vector<LessonEntry>& lessons, std::string_view here,
                         std::size_t room) {
  const std::string_view words = show_find_ ? find_.text() : std::string_view();
  groups_ = lesson_groups(lessons, words);
  const LessonEntry* home = home_of(lessons, here);
  folded_ = words.empty() ? folded_to_fit(groups_, room, home == nullptr ? "" : home->group)
                          : std::set<std::string>();
  for (const auto& [group, folded] : by_hand_) {
    if (!words.empty()) break;
    if (folded) folded_.insert(group);
    if (!folded) folded_.erase(group);
  }
  rows_ = lesson_rows(groups_, folded_);
  const auto same = std::find_if(rows_.begin(), rows_.end(), [&](const LessonRow& row) {
    return key_of(row, lessons) == stands_on_;
  });
  if (same != rows_.end()) {
    cursor_ = static_cast<std::size_t>(same - rows_.begin());
  } else {
    stand_first(lessons, here);
  }
}

/// On the lesson where the learner is, where that is shown; else on the first row.
void LessonList::stand_first(const std::vector<LessonEntry>& lessons, std::string_view here) {
  const LessonEntry* home = home_of(lessons, here);
  const auto find = [&](auto fits) {
    return std::find_if(rows_.begin(), rows_.end(), [&](const LessonRow& row) {
      return row.lesson && fits(lessons[*row.lesson]);
    });
  };
  auto row = find([&](const LessonEntry& entry) { return &entry == home; });
  if (row == rows_.end()) row = find([](const LessonEntry&) { return true; });
  cursor_ = row == rows_.end() ? 0 : static_cast<std::size_t>(row - rows_.begin());
  if (cursor_ < rows_.size()) stands_on_ = key_of(rows_[cursor_], lessons);
  moved_ = true;
}

void LessonList::move(std::ptrdiff_t by) {
  if (rows_.empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
  const auto to = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(cursor_) + by, 0, last);
  cursor_ = static_cast<std::size_t>(to);
  moved_ = true;
}

void LessonList::fold(std::size_t group, bool folded) {
  if (!rows_.empty() && rows_.front().lesson) return;  // nothing is grouped
  by_hand_[groups_[group].name] = folded;
  if (folded) stands_on_ = "group " + groups_[group].name;
  moved_ = true;
}

void LessonList::open(const std::vector<LessonEntry>& lessons, Intents& intents) {
  if (cursor_ >= rows_.size()) return;
  const LessonRow& row = rows_[cursor_];
  if (!row.lesson) return fold(row.group, !is_folded(row.group));
  find_.leave();
  intents.push_back(OpenFile{lessons[*row.lesson].path});
}

void LessonList::keys(const std::vector<LessonEntry>& lessons, Intents& intents) {
  if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt) return;
  const auto page = static_cast<std::ptrdiff_t>(page_);
  const auto all = static_cast<std::ptrdiff_t>(rows_.size());
  const bool typing = finding();
  if (key_pressed(Key::down, true)) move(1);
  if (key_pressed(Key::up, true)) move(-1);
  if (key_pressed(Key::page_down, true)) move(page);
  if (key_pressed(Key::page_up, true)) move(-page);
  if (key_pressed(Key::home) && !typing) move(-all);
  if (key_pressed(Key::end) && !typing) move(all);
  if (cursor_ < rows_.size()) stands_on_ = key_of(rows_[cursor_], lessons);
  if (key_pressed(Key::enter) || key_pressed(Key::keypad_enter)) return open(lessons, intents);
  if (show_find_ && key_pressed(Key::escape)) {
    find_.set("");
    find_.leave();
    show_find_ = false;
    moved_ = true;
    return;
  }
  if (typing || cursor_ >= rows_.size()) return;
  const std::size_t group = rows_[cursor_].group;
  if (key_pressed(Key::space)) fold(group, !is_folded(group));
  if (key_pressed(Key::left)) fold(group, true);
  if (key_pressed(Key::right) && is_folded(group)) fold(group, false);
  if (key_pressed(Key::slash)) find();
}

void LessonList::draw(const Scene& scene, const PaneArea& area, bool focused, Intents& intents) {
  const Theme& theme = *scene.theme;
  const std::vector<LessonEntry>& lessons = scene.lessons;
  show_find_ = find_.active() || !find_.text().empty();
  const bool was_asked = reset_.asks();
  PaneArea rest = area;
  rest.max.y -= theme.px(ResetProgressRow::height);
  if (show_find_) {
    find_.draw(theme, theme.faces.body, "lessons.find", rest.min,
               {rest.max.x - theme.px(space::hairline), rest.min.y + theme.px(find_height)},
               scene.words("start.list.find"));
    rest.min.y += theme.px(find_height + space::gap);
  }
  const LessonColumns columns = lesson_columns(theme, rest.min.x, rest.width());
  draw_lesson_heads(scene, columns, {rest.min.x, rest.min.y + theme.px(head_height / 2)});
  rest.min.x -= theme.px(row_reach);
  rest.min.y += theme.px(head_height);
  const auto room = static_cast<std::size_t>(rest.height() / theme.px(space::row));
  page_ = std::max<std::size_t>(1, room - std::min<std::size_t>(room, 1));
  arrange(lessons, scene.here, room);
  if (focused && !was_asked) keys(lessons, intents);
  reset_.draw(scene, chosen(lessons), {{area.min.x, rest.max.y}, area.max}, focused && !finding(),
              intents);

  ScrollArea scroll("lessons.rows", rest);
  float y = scroll.at().y + theme.px(space::half_unit);  // for the ring around the first
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const LessonRow& row = rows_[i];
    const float height = theme.px(row.lesson ? space::row : group_row);
    const ImVec2 min{scroll.at().x, y};
    const ImVec2 max{columns.right + theme.px(space::gap), y + height};
    y += height;
    if (i == cursor_ && moved_) {
      scroll.show(min.y, max.y);
      moved_ = false;
    }
    if (max.y < rest.min.y || min.y > rest.max.y) continue;
    const RowState state{.chosen = i == cursor_, .focused = focused && i == cursor_};
    if (!row.lesson) {
      const LessonGroup& group = groups_[row.group];
      const bool folded = is_folded(row.group);
      const GroupRow shown{group, lessons, folded, row.group == 0};
      if (draw_group_row(scene, columns, min, max, shown, state)) {
        stands_on_ = key_of(row, lessons);
        fold(row.group, !folded);
      }
      continue;
    }
    const LessonEntry& entry = lessons[*row.lesson];
    if (draw_lesson_row(scene, columns, min, max, entry, state)) {
      stands_on_ = entry.path;
      intents.push_back(OpenFile{entry.path});
    }
  }
  scroll.end(y - scroll.at().y);
  if (rows_.empty()) {
    draw_text(scroll.draw(), theme.faces.body, scroll.at(), theme.now.dim,
              scene.words(lessons.empty() ? "start.list.no_lessons" : "start.list.none_found"));
  }
}

}  // namespace imapscope::gui
