#include "gui/scene/lesson_rows.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope::gui {
namespace {

bool contains(std::string_view text, std::string_view find) {
  const auto same = [](char a, char b) { return ascii::lower(a) == ascii::lower(b); };
  return std::search(text.begin(), text.end(), find.begin(), find.end(), same) != text.end();
}

std::size_t rows_of(std::span<const LessonGroup> groups, const std::set<std::string>& folded) {
  return lesson_rows(groups, folded).size();
}

}  // namespace

bool has_words(const LessonEntry& entry, std::string_view find) {
  return contains(std::to_string(entry.number), find) || contains(entry.title, find) ||
         contains(entry.goal, find);
}

std::vector<LessonGroup> lesson_groups(std::span<const LessonEntry> entries,
                                       std::string_view find) {
  std::vector<LessonGroup> groups;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const LessonEntry& entry = entries[i];
    if (!has_words(entry, find)) continue;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const LessonGroup& known) { return known.name == entry.group; });
    if (group == groups.end()) {
      group = groups.insert(group, LessonGroup{});
      group->name = entry.group;
    }
    group->lessons.push_back(i);
    if (entry.done) ++group->done;
    if (entry.done || entry.step > 0) group->begun = true;
  }
  return groups;
}

std::set<std::string> folded_to_fit(std::span<const LessonGroup> groups, std::size_t room,
                                    std::string_view kept) {
  std::set<std::string> folded;
  for (const LessonGroup& group : groups) {
    if (rows_of(groups, folded) <= room) return folded;
    if (group.finished() && group.name != kept) folded.insert(group.name);
  }
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    if (rows_of(groups, folded) <= room) return folded;
    if (!group->begun && group->name != kept) folded.insert(group->name);
  }
  return folded;
}

std::vector<LessonRow> lesson_rows(std::span<const LessonGroup> groups,
                                   const std::set<std::string>& folded) {
  std::vector<LessonRow> rows;
  const bool headed = groups.size() > 1 || (groups.size() == 1 && !groups[0].name.empty());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (headed) rows.push_back({i, std::nullopt});
    if (folded.contains(groups[i].name)) continue;
    for (const std::size_t lesson : groups[i].lessons) rows.push_back({i, lesson});
  }
  return rows;
}

std::string number_range(const LessonGroup& group, std::span<const LessonEntry> entries) {
  if (group.lessons.empty()) return {};
  const std::string first = std::to_string(entries[group.lessons.front()].number);
  const std::string last = std::to_string(entries[group.lessons.back()].number);
  return first == last ? first : first + "\u2013" + last;
}

}  // namespace imapscope::gui
