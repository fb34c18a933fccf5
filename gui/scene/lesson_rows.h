// The lessons as rows of a list: the heading of each group, and its lessons below it unless it is
// folded. Both places that show lessons stand on it: the start page and the list in a lesson.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gui/scene/start_view.h"

namespace imapscope::gui {

struct LessonGroup {
  std::string name;
  std::vector<std::size_t> lessons;  ///< places among the entries
  std::size_t done = 0;
  bool begun = false;  ///< a lesson of it was opened

  [[nodiscard]] bool finished() const { return done == lessons.size(); }
};

struct LessonRow {
  std::size_t group = 0;
  std::optional<std::size_t> lesson;  ///< its place among the entries; nothing: the heading
};

/// The groups of those entries that `find` is found in (all, where it is empty), in their order.
[[nodiscard]] std::vector<LessonGroup> lesson_groups(std::span<const LessonEntry> entries,
                                                     std::string_view find = {});

/// Whether number, title or goal have `find` in them, in whatever case.
[[nodiscard]] bool has_words(const LessonEntry& entry, std::string_view find);

/// The names of the groups to fold so that about `room` rows suffice: finished ones first, then the
/// last of those not begun. Never the one that is named `kept`.
[[nodiscard]] std::set<std::string> folded_to_fit(std::span<const LessonGroup> groups,
                                                  std::size_t room, std::string_view kept);

/// Where nothing is grouped there is no heading.
[[nodiscard]] std::vector<LessonRow> lesson_rows(std::span<const LessonGroup> groups,
                                                 const std::set<std::string>& folded);

/// "14–20", or "27" of a single lesson.
[[nodiscard]] std::string number_range(const LessonGroup& group,
                                       std::span<const LessonEntry> entries);

}  // namespace imapscope::gui
