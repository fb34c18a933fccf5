#include "sim/lesson/check/check_task.h"

#include <algorithm>
#include <limits>

#include "sim/lesson/hint.h"

namespace imapscope::lesson {
namespace {

class Samples {
 public:
  explicit Samples(const Player& player) : player_(player), task_(player.task()->task) {}

  std::vector<Unmet> unmet() {
    if (progress_of(player_).reached()) {
      complain(task_.place, Said("lesson.check.holds_before"));
      return unmet_;
    }
    for (const Solution& each : task_.solutions) check(each);
    for (const NearMiss& each : task_.near_misses) check(each);
    if (unmet_.empty()) check_par();
    return unmet_;
  }

 private:
  void complain(Place place, Said message) { unmet_.push_back({place, std::move(message)}); }

  static Progress progress_of(const Player& player) {
    return *player.progress(player.steps().size() - 1, player.now());
  }

  /// Nothing, and a complaint, where a line cannot be sent, or the goal is reached before the last.
  std::optional<Progress> play(const std::vector<TypedLine>& lines) {
    Player player = player_;
    for (const TypedLine& each : lines) {
      if (player.task()->reached) {
        complain(each.place, Said("lesson.check.reached_before"));
        return std::nullopt;
      }
      const auto sent = player.act(world::Send{each.client, each.line});
      if (!sent) {
        complain(each.place, sent.error());
        return std::nullopt;
      }
    }
    return progress_of(player);
  }

  /// An argument: the words of a part, as its author wrote them.
  static Argument part(std::string_view name, const PartState& state) {
    return {name, in_quotes(in_language(state.words, "en"))};
  }

  /// The first part that does not hold.
  static const PartState& what_fails(const Progress& progress) {
    return *std::find_if(progress.parts.begin(), progress.parts.end(),
                         [](const PartState& each) { return !each.holds; });
  }

  void check(const Solution& solution) {
    const auto progress = play(solution.lines);
    if (!progress) return;
    fewest_ = std::min(fewest_, progress->commands);
    if (progress->reached()) return;
    complain(solution.place, {"lesson.check.not_reached", {part("part", what_fails(*progress))}});
  }

  void check(const NearMiss& miss) {
    const auto progress = play(miss.lines);
    if (!progress || !progress->parts[miss.fails].holds) return;
    if (progress->reached()) {
      complain(miss.place, Said("lesson.check.miss_reaches"));
      return;
    }
    complain(miss.place,
             {"lesson.check.miss_fails_elsewhere",
              {part("part", progress->parts[miss.fails]), part("failing", what_fails(*progress))}});
  }

  void check_par() {
    if (fewest_ == task_.par) return;
    complain(task_.place, {"lesson.check.par", {{"par", task_.par}, {"count", fewest_}}});
  }

  const Player& player_;
  const Task& task_;
  std::vector<Unmet> unmet_;
  std::size_t fewest_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace

std::vector<Unmet> unmet_samples(const Player& player) {
  return player.task() == nullptr ? std::vector<Unmet>{} : Samples(player).unmet();
}

}  // namespace imapscope::lesson
