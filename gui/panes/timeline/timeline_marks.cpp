#include "gui/panes/timeline/timeline_marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace imapscope::gui {
namespace {

using observer::Effect;
using observer::Line;
using Kind = TimelineMark::Kind;

/// Whether the line answers a question, so that what it says is news to the client but did not
/// change.
bool answers_question(const observer::Timeline& timeline, const Line& line) {
  if (!line.command) return false;
  const std::string_view name = timeline.lines()[line.command->value].name;
  for (const std::string_view asking : {"FETCH", "UID FETCH", "SELECT", "EXAMINE"}) {
    if (name == asking) return true;
  }
  return false;
}

std::string flag_words(const words::Words& words, const Effect& effect) {
  const auto& flags = effect.added.empty() ? effect.removed : effect.added;
  if (flags.empty()) return words("window.timeline.mark.flags");
  std::string word = flags.front();
  if (word.starts_with('\\')) word.erase(0, 1);
  return effect.added.empty() ? words("window.timeline.mark.no_flag", {{"flag", word}}) : word;
}

std::optional<TimelineMark> mark_of(const words::Words& words, const observer::Timeline& timeline,
                                    const Line& line) {
  TimelineMark mark;
  mark.line = line.id;
  if (line.breaks_rule()) {
    mark.kind = Kind::violation;
    mark.label = words("window.breaks_a_rule");
    return mark;
  }
  for (const Effect& effect : line.effects) {
    switch (effect.kind) {
      case Effect::Kind::failed:
        mark.kind = line.condition == Condition::bad ? Kind::rejected : Kind::refused;
        mark.label = line.condition ? std::string(name_of(*line.condition))
                                    : words("window.timeline.mark.failed");
        return mark;
      case Effect::Kind::expunged:
        mark.kind = Kind::expunged;
        mark.label = words("window.timeline.mark.expunge");
        return mark;
      case Effect::Kind::exists:
        if (answers_question(timeline, line)) break;
        mark.kind = Kind::arrived;
        mark.label = words("window.timeline.mark.new_mail");
        return mark;
      case Effect::Kind::flags:
        if (answers_question(timeline, line)) break;
        mark.kind = Kind::flags;
        mark.label = flag_words(words, effect);
        return mark;
      default:
        break;
    }
  }
  return std::nullopt;
}

/// Errors hide flags where both fall on one pixel, not the other way round.
int weight(Kind kind) {
  return static_cast<int>(kind);
}

}  // namespace

const std::vector<TimelineMark>& TimelineMarks::update(const Scene& scene, std::size_t pixels) {
  const std::size_t lines = scene.timeline->lines().size();
  if (timeline_ == scene.timeline && revision_ == scene.revision && lines_ == lines &&
      pixels_ == pixels && lane_count_ == scene.lanes.size() &&
      language_ == scene.words.language()) {
    return marks_;
  }
  timeline_ = scene.timeline;
  revision_ = scene.revision;
  lines_ = lines;
  pixels_ = pixels;
  lane_count_ = scene.lanes.size();
  language_ = scene.words.language();
  marks_.clear();
  const auto lanes = lanes_by_connection(scene);
  const std::int64_t per_pixel =
      std::max<std::int64_t>(1, scene.presentation->end().us /
                                    static_cast<std::int64_t>(std::max<std::size_t>(pixels, 1)));
  std::map<std::pair<std::size_t, std::int64_t>, TimelineMark> by_pixel;
  for (const Line& line : scene.timeline->lines()) {
    const auto lane = lanes.find(line.connection);
    if (lane == lanes.end() || !line.landed) continue;
    auto mark = mark_of(scene.words, *scene.timeline, line);
    if (!mark) continue;
    const auto moment = scene.timeline->moment_of(line.id, observer::Moment::Kind::lands);
    if (!moment) continue;
    mark->lane = lane->second;
    mark->at = scene.presentation->at(*moment);
    const auto place = std::pair(mark->lane, mark->at.us / per_pixel);
    const auto [at, is_new] = by_pixel.try_emplace(place, *mark);
    if (!is_new && weight(mark->kind) > weight(at->second.kind)) at->second = *mark;
  }
  for (auto& [place, mark] : by_pixel) marks_.push_back(std::move(mark));
  std::stable_sort(marks_.begin(), marks_.end(),
                   [](const TimelineMark& a, const TimelineMark& b) { return a.at < b.at; });
  return marks_;
}

}  // namespace imapscope::gui
