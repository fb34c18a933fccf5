#include "gui/panes/timeline/timeline_marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace imapscope::gui {
namespace {

namespace effect = observer::effect;
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

std::string flag_words(const words::Words& words, const effect::FlagsChanged& change) {
  const auto& flags = change.added.empty() ? change.removed : change.added;
  if (flags.empty()) return words("window.timeline.mark.flags");
  std::string word = flags.front();
  if (word.starts_with('\\')) word.erase(0, 1);
  return change.added.empty() ? words("window.timeline.mark.no_flag", {{"flag", word}}) : word;
}

/// The mark that an effect of a line leaves on the timeline; most leave none.
struct Marking {
  const words::Words& words;
  const observer::Timeline& timeline;
  const Line& line;

  [[nodiscard]] TimelineMark mark(Kind kind, std::string label) const {
    TimelineMark mark;
    mark.line = line.id;
    mark.kind = kind;
    mark.label = std::move(label);
    return mark;
  }
  std::optional<TimelineMark> operator()(const effect::Failed&) const {
    return mark(line.condition == Condition::bad ? Kind::rejected : Kind::refused,
                line.condition ? std::string(name_of(*line.condition))
                               : words("window.timeline.mark.failed"));
  }
  std::optional<TimelineMark> operator()(const effect::Expunged&) const {
    return mark(Kind::expunged, words("window.timeline.mark.expunge"));
  }
  std::optional<TimelineMark> operator()(const effect::Grew&) const {
    if (answers_question(timeline, line)) return std::nullopt;
    return mark(Kind::arrived, words("window.timeline.mark.new_mail"));
  }
  std::optional<TimelineMark> operator()(const effect::FlagsChanged& change) const {
    if (answers_question(timeline, line)) return std::nullopt;
    return mark(Kind::flags, flag_words(words, change));
  }
  template <class Other>
  std::optional<TimelineMark> operator()(const Other&) const {
    return std::nullopt;
  }
};

std::optional<TimelineMark> mark_of(const words::Words& words, const observer::Timeline& timeline,
                                    const Line& line) {
  const Marking marking{words, timeline, line};
  if (line.breaks_rule()) return marking.mark(Kind::violation, words("window.breaks_a_rule"));
  for (const observer::Effect& effect : line.effects) {
    if (auto mark = std::visit(marking, effect)) return mark;
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
