#include "sim/lesson/rest.h"

#include <algorithm>

#include "sim/trace/peer_names.h"

namespace imapscope::lesson {
namespace {

using observer::Line;
using observer::Moment;
using observer::Timeline;

bool lands_at_client(const Moment& moment, const Line& line) {
  return moment.kind == Moment::Kind::lands && line.direction == trace::Direction::to_client &&
         !line.bytes.empty();
}

class Resting {
 public:
  Resting(const Player& player, const Timeline& timeline) : player_(player), timeline_(timeline) {}

  std::vector<Rest> rests() {
    for (std::size_t i = 0; i < player_.steps().size(); ++i) add_step(i);
    return std::move(rests_);
  }

 private:
  void add_step(std::size_t index) {
    const Step& step = player_.steps()[index];
    const std::size_t told = moments_before(step.begins, step.events);
    add({index, RestKind::told, told, step.begins});
    if (step.ask) {
      const std::size_t asked = std::max(told, moments_asked(step));
      add({index, RestKind::asked, asked, *step.asked_at});
      if (!step.answer) return;
      add({index, RestKind::turned_out, moments_decided(step, asked), *step.decided});
    }
    if (step.task) add_task(index, *step.task);
    if (step.ended) add({index, RestKind::done, moments_until_end(step), *step.ended});
  }

  void add_task(std::size_t index, const TaskRun& task) {
    add({index, RestKind::asked, moments_before(task.begins, task.events), task.begins});
    if (!task.left) return;
    add({index, RestKind::turned_out, moments_before(*task.left, task.left_events), *task.left});
  }

  void add(const Rest& rest) {
    const bool same_place =
        !rests_.empty() && rests_.back().step == rest.step && rests_.back().moments == rest.moments;
    if (same_place) rests_.pop_back();
    rests_.push_back(rest);
  }

  /// How many moments lie before an event that is sent at `t` and has `events` others before it.
  [[nodiscard]] std::size_t moments_before(Instant t, std::size_t events) const {
    const auto moments = timeline_.moments();
    const auto at =
        std::lower_bound(moments.begin(), moments.end(), t,
                         [](const Moment& moment, Instant time) { return moment.at < time; });
    auto count = static_cast<std::size_t>(at - moments.begin());
    while (count < moments.size() && moments[count].at == t && is_of_first(count, events)) ++count;
    return count;
  }
  [[nodiscard]] std::size_t moments_until_end(const Step& step) const {
    return moments_before(*step.ended, step.end_events);
  }

  /// A command that is on its way as the question is asked still reaches the server: it was seen
  /// leaving, and what it brings is not shown.
  [[nodiscard]] std::size_t moments_asked(const Step& step) const {
    std::size_t count = moments_before(*step.asked_at, step.asked_events);
    const auto moments = timeline_.moments();
    while (count < moments.size() && is_of_first(count, step.asked_events) &&
           moments[count].kind == Moment::Kind::lands &&
           line_of(count).direction == trace::Direction::to_server) {
      ++count;
    }
    return count;
  }

  /// Where the next line was asked for, it decides; everything else, and silence, is decided by the
  /// step as a whole.
  [[nodiscard]] std::size_t moments_decided(const Step& step, std::size_t asked) const {
    const bool by_line = step.ask->predict == Predict::line;
    for (std::size_t i = asked; by_line && i < timeline_.moments().size(); ++i) {
      if (timeline_.moments()[i].at > *step.decided) break;
      const bool decides =
          lands_at_client(timeline_.moments()[i], line_of(i)) &&
          trace::client_of(player_.trace(), line_of(i).connection) == step.ask->client;
      if (decides) return i + 1;
    }
    return std::max(asked, moments_until_end(step));
  }

  [[nodiscard]] const Line& line_of(std::size_t moment) const {
    return timeline_.lines()[timeline_.moments()[moment].line.value];
  }
  [[nodiscard]] bool is_of_first(std::size_t moment, std::size_t events) const {
    return line_of(moment).first_event < events;
  }

  const Player& player_;
  const Timeline& timeline_;
  std::vector<Rest> rests_;
};

}  // namespace

std::vector<Rest> rests_of(const Player& player, const Timeline& timeline) {
  return Resting(player, timeline).rests();
}

observer::Hurried set_up_of(const std::vector<Rest>& rests, const Player& player) {
  const auto is_set_up = [&](const Rest& rest) {
    return !player.steps()[rest.step].say.set_up.empty();
  };
  const auto first = std::find_if(rests.begin(), rests.end(), is_set_up);
  const auto last = std::find_if_not(first, rests.end(), is_set_up);
  if (first == last) return {};
  return {first->moments, (last - 1)->moments};
}

}  // namespace imapscope::lesson
