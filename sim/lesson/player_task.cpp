// The player and tasks.
#include <algorithm>
#include <utility>

#include "sim/lesson/player.h"
#include "sim/lesson/stretch.h"

namespace imapscope::lesson {
namespace {

bool is_words(const Instruction& instruction) {
  return std::holds_alternative<Say>(instruction.verb) ||
         std::holds_alternative<Highlight>(instruction.verb);
}

bool may_type(const Task& task, const world::Action& action) {
  const auto* send = std::get_if<world::Send>(&action);
  return send != nullptr && std::count(task.clients.begin(), task.clients.end(), send->client) > 0;
}

Said names_of(const std::vector<std::string>& clients) {
  Said names(clients.front());
  for (std::size_t i = 1; i < clients.size(); ++i) {
    names = Said("lesson.task.or", {{"names", std::move(names)}, {"next", clients[i]}});
  }
  return names;
}

}  // namespace

bool Progress::reached() const {
  return std::all_of(parts.begin(), parts.end(), [](const PartState& each) { return each.holds; });
}

const TaskRun* Player::task() const {
  return tasking_ ? &*steps_.back().task : nullptr;
}

void Player::begin_task(const Task& task) {
  world_.settle();
  // Setting back and looking back both come here.
  checkpoints_.push_back({world_, inputs_.size()});
  TaskRun run;
  if (const auto before = runs_.find(steps_.size() - 1); before != runs_.end()) {
    run.tries = before->second.tries + 1;
    run.fewest = before->second.fewest;
    run.best = before->second.best;
  }
  run.task = task;
  run.begins = world_.now();
  run.events = world_.trace().events.size();
  steps_.back().task = std::move(run);
  tasking_ = true;
}

Result<void, Said> Player::act_in_task(const world::Action& action) {
  TaskRun& run = *steps_.back().task;
  if (run.reached) return fail(Said("lesson.refused.solved"));
  if (!may_type(run.task, action)) {
    return fail(Said("lesson.refused.type_as", {{"clients", names_of(run.task.clients)}}));
  }
  auto result = act_now(action);
  if (!result) return result;
  const Progress now = *progress(steps_.size() - 1, world_.now());
  run.reached = now.reached();
  if (run.reached && now.commands < run.fewest.value_or(now.commands + 1)) {
    run.fewest = now.commands;
    run.best = typed_since(run.begins);
  }
  return result;
}

std::vector<world::Send> Player::typed_since(Instant t) const {
  std::vector<world::Send> typed;
  for (const world::Input& input : inputs_) {
    const auto* send = std::get_if<world::Send>(&input.action);
    if (send != nullptr && input.at > t) typed.push_back(*send);
  }
  return typed;
}

void Player::set_back(Instant t) {
  world_ = world_at(t);
  std::erase_if(inputs_, [&](const world::Input& each) { return each.at > t; });
  std::erase_if(checkpoints_, [&](const Checkpoint& each) { return each.world.now() > t; });
}

void Player::reset_task() {
  if (!tasking_) return;
  TaskRun& run = *steps_.back().task;
  set_back(run.begins);
  run.reached = false;
  ++run.tries;
}

bool Player::only_words_follow() const {
  const auto next = lesson_->script.begin() + static_cast<std::ptrdiff_t>(next_);
  return std::all_of(next, lesson_->script.end(), is_words);
}

void Player::play_first_solution() {
  const TaskRun& run = *steps_.back().task;
  set_back(run.begins);
  for (const TypedLine& each : run.task.solutions.front().lines) {
    const auto done = act_now(world::Send{each.client, each.line});
    if (!done) unmet_.push_back({each.place, done.error()});
  }
}

void Player::leave_task() {
  if (!tasking_) return;
  TaskRun& run = *steps_.back().task;
  if (!run.reached || !only_words_follow()) play_first_solution();
  run.left = world_.now();
  run.left_events = world_.trace().events.size();
  tasking_ = false;
  rest(default_pause);
  play();
}

std::optional<Progress> Player::progress(std::size_t step, Instant t) const {
  if (step >= steps_.size() || !steps_[step].task) return std::nullopt;
  const TaskRun& run = *steps_[step].task;
  const world::World from = world_at(run.begins);
  const world::World to = world_at(std::clamp(t, run.begins, run.left.value_or(world_.now())));
  const Stretch stretch(from, to, run.task.clients);
  Progress progress;
  progress.commands = stretch.commands();
  for (const Part& part : run.task.goal) {
    progress.parts.push_back({part.words, stretch.holds(part.wish)});
  }
  return progress;
}

bool Player::pass() {
  if (!asking_ && !tasking_) return false;
  if (asking_) {
    answer_correctly();
  } else {
    leave_task();
  }
  return true;
}

}  // namespace imapscope::lesson
