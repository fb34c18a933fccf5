#include "sim/lesson/player.h"

#include <algorithm>
#include <iterator>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/lesson/expectation.h"
#include "sim/lesson/grade.h"
#include "sim/lesson/same_command.h"

namespace imapscope::lesson {
namespace {

template <class V>
std::size_t count_of(const Lesson& lesson) {
  return static_cast<std::size_t>(
      std::count_if(lesson.script.begin(), lesson.script.end(),
                    [](const Instruction& each) { return std::holds_alternative<V>(each.verb); }));
}

/// What a history that ends at `t` knows of the step: a question is part of it once it is decided.
Step step_at(Step step, Instant t) {
  if (step.ended > std::optional(t)) step.ended.reset();
  if (step.decided && *step.decided <= t) return step;
  step.ask.reset();
  step.asked_at.reset();
  step.answer.reset();
  step.first_answer.reset();
  step.decided.reset();
  step.highlights.resize(step.highlights_told);
  return step;
}

}  // namespace

std::string client_of(const Step& step, const Highlight& highlight) {
  if (!highlight.client.empty()) return highlight.client;
  if (!step.say.client.empty()) return step.say.client;
  return step.ask ? step.ask->client : "";
}

Player::Player(Lesson lesson)
    : lesson_(std::make_shared<const Lesson>(std::move(lesson))), world_(lesson_->setup) {
  checkpoints_.push_back({world_, 0});
  play();
}

std::size_t Player::step_count() const {
  return count_of<Say>(*lesson_);
}

std::size_t Player::question_count() const {
  return count_of<Ask>(*lesson_);
}

const Ask* Player::question() const {
  return asking_ ? &*steps_.back().ask : nullptr;
}

bool Player::finished() const {
  return !branch_ && !asking_ && !tasking_ && next_ == lesson_->script.size();
}

Instant Player::end_of_step(std::size_t index) const {
  return index + 1 < steps_.size() ? steps_[index + 1].begins : world_.now();
}

// ---- the script ----

void Player::play() {
  while (!asking_ && !tasking_ && next_ < lesson_->script.size()) {
    perform(lesson_->script[next_++]);
  }
  if (!asking_) world_.settle();
  if (finished()) end_step();
}

void Player::end_step() {
  if (steps_.empty()) return;
  steps_.back().ended = world_.now();
  steps_.back().end_events = world_.trace().events.size();
}

void Player::perform(const Instruction& instruction) {
  const Place place = instruction.place;
  std::visit(overloaded{
                 [&](const Say& say) { begin_step(say); },
                 [&](const Ask& question) { ask(question); },
                 [&](const Task& task) { begin_task(task); },
                 [&](const Expect& expectation) { expect(expectation, place); },
                 [&](const Highlight& highlight) { point_at(highlight); },
                 [&](const Wait& wait) { rest(wait.time); },
                 [&](const Connect& c) {
                   const world::Connect connect{c.client, c.greeting, c.user, c.protocol};
                   if (act_in_script(connect, place)) wait_for_greeting(c.client);
                   rest(default_pause);
                 },
                 [&](const Send& send) {
                   const bool done = act_in_script(world::Send{send.client, send.line}, place);
                   if (!send.wait) return;
                   if (done) wait_for_completion(send.client);
                   rest(default_pause);
                 },
                 [&](const Deliver& d) {
                   act_in_script(world::Deliver{d.user, d.mailbox, d.message}, place);
                   rest(default_pause);
                 },
                 [&](const Disconnect& d) {
                   act_in_script(world::Disconnect{d.client, d.abrupt}, place);
                   rest(default_pause);
                 },
                 [&](const Network& network) {
                   act_in_script(world::SetNetwork{network.client, network.settings}, place);
                 },
             },
             instruction.verb);
}

void Player::point_at(const Highlight& highlight) {
  Step& step = steps_.back();
  step.highlights.push_back(highlight);
  if (!step.ask) ++step.highlights_told;
}

void Player::begin_step(const Say& say) {
  end_step();
  Step step;
  step.say = say;
  step.begins = world_.now();
  step.events = world_.trace().events.size();
  steps_.push_back(std::move(step));
  checkpoints_.push_back({world_, inputs_.size()});
  expected_.clear();
  rest(default_pause);
}

void Player::ask(const Ask& question) {
  Step& step = steps_.back();
  step.ask = question;
  step.asked_at = world_.now();
  step.asked_events = world_.trace().events.size();
  asking_ = true;
  asked_.push_back(std::make_shared<const Player>(*this));
}

void Player::expect(const Expect& expect, Place place) {
  const Evidence evidence(world_.trace(), expect.client, steps_.back().begins, world_.now());
  const auto complaint = unmet_by(expect, evidence, expected_[expect.client]);
  if (complaint) unmet_.push_back({place, Said(*complaint)});
}

bool Player::act_in_script(world::Action action, Place place) {
  const auto result = world_.apply(action);
  if (result) {
    inputs_.push_back({world_.now(), std::move(action)});
  } else {
    unmet_.push_back({place, result.error()});
  }
  return result.has_value();
}

void Player::rest(Duration pause) {
  world_.run_until(world_.now() + pause);
}

void Player::wait_for_greeting(const std::string& client) {
  const auto connection = world_.connection_of(client);
  const auto greeted = [&] {
    const std::vector<trace::Event>& events = world_.trace().events;
    return std::any_of(events.begin(), events.end(), [&](const trace::Event& event) {
      return event.connection == connection && event.direction == trace::Direction::to_client &&
             event.landed && *event.landed <= world_.now();
    });
  };
  while (!greeted() && world_.step()) {
  }
}

void Player::wait_for_completion(const std::string& client) {
  while (world_.is_waiting(client) && world_.step()) {
  }
}

// ---- questions ----

Result<Answer, Said> Player::answer(const Prediction& prediction) {
  if (!asking_) return fail(Said("lesson.refused.no_question"));
  const Ask& question = *steps_.back().ask;
  const auto* option = std::get_if<std::size_t>(&prediction);
  const auto* typed = std::get_if<std::string>(&prediction);
  if (option != nullptr && *option >= question.options.size()) {
    return fail(Said("lesson.refused.no_option", {{"option", *option + 1}}));
  }
  if (typed != nullptr && question.predict != Predict::line && !option_named(question, *typed)) {
    return fail(Said("lesson.refused.options_only"));
  }
  const std::size_t asked = steps_.size() - 1;
  asking_ = false;
  // What the question is about may be on its way already; else there is nothing to wait for.
  world_.settle();
  rest(default_pause);
  play();
  Step& step = steps_[asked];
  const Evidence evidence(world_.trace(), step.ask->client, *step.asked_at, end_of_step(asked));
  step.answer = grade(*step.ask, prediction, evidence);
  step.first_answer = first_answers_.try_emplace(asked, *step.answer).first->second;
  const bool by_line = step.ask->predict == Predict::line && !evidence.landed().empty();
  step.decided = by_line ? *evidence.landed().front()->landed : end_of_step(asked);
  return *step.answer;
}

Result<void, Said> Player::retry(std::size_t step) {
  const bool answered = step < steps_.size() && steps_[step].answer;
  if (branch_ || !answered) return fail(Said("lesson.refused.not_answered"));
  if (steps_[step].answer->grade == Grade::happened) {
    return fail(Said("lesson.refused.came_true"));
  }
  const auto before = std::find_if(asked_.begin(), asked_.end(), [&](const auto& each) {
    return each->steps_.size() == step + 1;
  });
  auto first_answers = std::move(first_answers_);
  auto runs = std::move(runs_);
  for (std::size_t i = step; i < steps_.size(); ++i) {
    if (steps_[i].task) runs.insert_or_assign(i, *steps_[i].task);
  }
  const std::shared_ptr<const Player> then = *before;
  *this = *then;
  asked_.push_back(then);
  first_answers_ = std::move(first_answers);
  runs_ = std::move(runs);
  return {};
}

void Player::answer_correctly() {
  if (!asking_) return;
  const std::vector<Option>& options = steps_.back().ask->options;
  const auto right = std::find_if(options.begin(), options.end(),
                                  [](const Option& each) { return each.grade == Grade::happened; });
  (void)answer(static_cast<std::size_t>(right - options.begin()));
}

// ---- other moments, other histories ----

world::World Player::world_at(Instant t) const {
  if (t >= world_.now()) return world_;
  auto checkpoint = std::find_if(checkpoints_.rbegin(), checkpoints_.rend(),
                                 [&](const auto& each) { return each.world.now() <= t; });
  if (checkpoint == checkpoints_.rend()) --checkpoint;
  world::World world = checkpoint->world;
  for (std::size_t i = checkpoint->inputs; i < inputs_.size() && inputs_[i].at <= t; ++i) {
    world.run_until(inputs_[i].at);
    (void)world.apply(inputs_[i].action);  // it succeeded the first time
  }
  world.run_until(t);
  return world;
}

Result<Player, Said> Player::fork(Instant t) const {
  if (asking_ && t > steps_.back().begins) {
    return fail(Said("lesson.refused.question_waits", {{"step", steps_.size()}}));
  }
  Player branch = *this;
  branch.world_ = world_at(t);
  branch.branch_ = true;
  branch.asking_ = false;
  branch.tasking_ = false;
  branch.unmet_.clear();
  branch.asked_.clear();
  const auto later = [&](Instant at) { return at > t; };
  std::erase_if(branch.inputs_, [&](const world::Input& each) { return later(each.at); });
  // A step that begins at `t` tells of what will not happen in the branch.
  while (branch.steps_.size() > 1 && branch.steps_.back().begins >= t) branch.steps_.pop_back();
  std::erase_if(branch.checkpoints_,
                [&](const Checkpoint& each) { return later(each.world.now()); });
  if (!branch.steps_.empty()) branch.steps_.back() = step_at(branch.steps_.back(), t);
  if (!branch.steps_.empty() && branch.steps_.back().task) {
    Step& last = branch.steps_.back();
    if (task() != nullptr || last.task->begins >= t) last.task.reset();
  }
  return branch;
}

Said Player::still_asked(const std::string& line) const {
  if (!asking_) return {};
  // The question was asked by the instruction before `next_`.
  const auto& script = lesson_->script;
  const auto is_say = [](const Instruction& each) {
    return std::holds_alternative<Say>(each.verb);
  };
  const auto here = script.begin() + static_cast<std::ptrdiff_t>(next_);
  const auto end = std::find_if(here, script.end(), is_say);
  const auto begin = std::find_if(std::make_reverse_iterator(here), script.rend(), is_say).base();
  const bool asks = std::any_of(begin, end, [&](const Instruction& each) {
    const auto* send = std::get_if<Send>(&each.verb);
    return send != nullptr && is_same_command(line, send->line);
  });
  if (!asks) return {};
  return {"lesson.refused.still_asked", {{"step", steps_.size()}}};
}

Result<void, Said> Player::act(const world::Action& action) {
  if (branch_) return act_now(action);
  if (!tasking_) return fail(Said("lesson.refused.scripted"));
  return act_in_task(action);
}

Result<void, Said> Player::act_now(const world::Action& action) {
  // A moment later, so that a fork at the present one is a fork before this.
  world_.run_until(world_.now() + milliseconds(1));
  auto result = world_.apply(action);
  if (!result) return result;
  inputs_.push_back({world_.now(), action});
  world_.settle();
  return result;
}

}  // namespace imapscope::lesson
