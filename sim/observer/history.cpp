#include "sim/observer/history.h"
#include "sim/base/copy_on_write.h"

#include <algorithm>
#include <utility>

namespace imapscope::observer {
namespace {

// A replay reads at most about this much again, unless very much is in progress.
constexpr std::size_t checkpoint_steps = 1024;
constexpr std::size_t checkpoint_octets = std::size_t{256} * 1024;

void learn_command_line(Learning& learning, const Step& step, const Line& line,
                        const Reading* reading) {
  const CommandInProgress command = in_progress_of(line);
  if (step.kind == StepKind::command_begins) {
    learn_command(learning, command, nullptr);
  } else {
    learn_command(learning, command, reading != nullptr ? reading->command : command_of(line));
  }
}

void learn_response_line(Learning& learning, const Line& line, const Reading* reading) {
  const bool greeting = line.kind == LineKind::greeting;
  if (reading != nullptr) {
    if (reading->response) learn_response(learning, *reading->response, greeting);
  } else if (const auto response = response_of(line)) {
    learn_response(learning, *response, greeting);
  }
}

void learn_step(Learning& learning, const Step& step, const Line& line, const Reading* reading) {
  switch (step.kind) {
    case StepKind::opened:
      break;
    case StepKind::command_begins:
    case StepKind::command:
      learn_command_line(learning, step, line, reading);
      break;
    case StepKind::client_data:
      learn_client_data(learning, line);
      break;
    case StepKind::response:
      learn_response_line(learning, line, reading);
      break;
    case StepKind::gap:
      learn_gap(learning, line.direction);
      break;
    case StepKind::opaque:
      learn_opaque(learning);
      break;
    case StepKind::secured:
      learn_secured(learning);
      break;
    case StepKind::closed:
      learn_closed(learning);
      break;
  }
}

/// The same for POP3 and SMTP; what every protocol has is learnt above.
bool learn_neighbour_step(Learning& learning, const Step& step, const Line& line) {
  switch (step.kind) {
    case StepKind::command_begins:
    case StepKind::command:
      learn_neighbour_command(learning, line);
      return true;
    case StepKind::client_data:
      learn_neighbour_data(learning, line);
      return true;
    case StepKind::response:
      learn_neighbour_answer(learning, line);
      return true;
    default:
      return false;
  }
}

SessionModel& model_for(Models& models, const Step& step, const Line& line) {
  std::shared_ptr<SessionModel>& model = models[line.connection];
  if (!model) {
    model = std::make_shared<SessionModel>();
    model->facts.protocol = line.protocol;
    model->facts.state = first_state(line.protocol);
    model->facts.state_known = step.kind == StepKind::opened;
    model->incomplete = !model->facts.state_known;
  }
  return change(model);
}

/// Of a model that a checkpoint shares, what the next change copies one by one.
std::size_t copied_with(const SessionModel& model) {
  const auto& maildrop = model.facts.maildrop;
  return model.in_progress.size() + (maildrop ? maildrop->drops.size() : 0);
}

Outcome apply_to(Models& models, const Step& step, const Line& line, const Reading* reading) {
  Outcome outcome;
  Learning learning{model_for(models, step, line), outcome, line.bytes};
  const bool is_neighbour = line.protocol != Protocol::imap;
  if (is_neighbour && learn_neighbour_step(learning, step, line)) return outcome;
  learn_step(learning, step, line, reading);
  return outcome;
}

}  // namespace

std::optional<StepKind> step_of_landing(LineKind kind) {
  switch (kind) {
    case LineKind::greeting:
    case LineKind::tagged:
    case LineKind::untagged:
    case LineKind::continuation_request:
    case LineKind::literal:
      return StepKind::response;
    case LineKind::secured:
      return StepKind::secured;
    case LineKind::closed:
      return StepKind::closed;
    default:
      return std::nullopt;
  }
}

Outcome History::apply(Step step, const Line& line, const Reading* reading) {
  steps_.push_back(step);
  octets_since_checkpoint_ += line.bytes.size();
  Outcome outcome = apply_to(models_, step, line, reading);
  most_to_copy_ = std::max(most_to_copy_, copied_with(*model(line.connection)));
  return outcome;
}

void History::add_moment() {
  steps_after_.push_back(static_cast<std::uint32_t>(steps_.size()));
  // A checkpoint costs a copy of all that: it comes after as many steps at least.
  const std::size_t steps = steps_.size() - steps_at_checkpoint_;
  const bool due = steps >= checkpoint_steps + most_to_copy_ ||
                   (octets_since_checkpoint_ >= checkpoint_octets && steps >= most_to_copy_);
  if (!due) return;
  checkpoints_.push_back({steps_after_.size(), steps_.size(), models_});
  octets_since_checkpoint_ = 0;
  steps_at_checkpoint_ = steps_.size();
  most_to_copy_ = 0;
}

void History::amend_moment() {
  steps_after_.back() = static_cast<std::uint32_t>(steps_.size());
  for (Visited& visited : visited_) {
    if (visited.moments == steps_after_.size()) visited = {};
  }
}

const SessionModel* History::model(trace::ConnectionId connection) const {
  const auto at = models_.find(connection);
  return at == models_.end() ? nullptr : at->second.get();
}

void History::return_to(const Mark& mark) {
  steps_.resize(mark.steps);
  steps_after_.resize(mark.moments);
  models_ = mark.models;
  while (!checkpoints_.empty() && checkpoints_.back().moments > mark.moments) {
    checkpoints_.pop_back();
  }
  steps_at_checkpoint_ = checkpoints_.empty() ? 0 : checkpoints_.back().steps;
  octets_since_checkpoint_ = 0;
  for (Visited& visited : visited_) {
    if (visited.moments >= mark.moments) visited = {};
  }
}

History::Visited& History::next_visited(std::size_t moments) const {
  std::size_t next = 1 - latest_;  // the one that was asked for longer ago is given up
  for (std::size_t i = 0; i < visited_.size(); ++i) {
    const Visited& each = visited_[i];
    if (each.beliefs == nullptr || each.moments > moments) continue;
    const Visited& best = visited_[next];
    const bool is_usable = best.beliefs != nullptr && best.moments <= moments;
    if (!is_usable || each.moments > best.moments) next = i;
  }
  latest_ = next;
  return visited_[next];
}

// Where that is nearer than to go on from here.
void History::go_to_checkpoint(Visited& visited, std::size_t moments) const {
  const auto after = std::upper_bound(
      checkpoints_.begin(), checkpoints_.end(), moments,
      [](std::size_t wanted, const Checkpoint& checkpoint) { return wanted < checkpoint.moments; });
  Checkpoint nearest;
  if (after != checkpoints_.begin()) nearest = *std::prev(after);
  const bool goes_on = visited.beliefs != nullptr && visited.moments <= moments &&
                       visited.moments >= nearest.moments;
  if (goes_on) return;
  visited.steps = nearest.steps;
  visited.models = nearest.models;
}

// Turns the models into beliefs; where a model is the one that was shown before, so is its belief.
void History::show(Visited& visited, const Models& before) {
  auto beliefs = std::make_shared<Beliefs>();
  for (const auto& [connection, model] : visited.models) {
    const auto old = before.find(connection);
    if (old == before.end()) {
      beliefs->emplace(connection, belief_of(*model, nullptr));
    } else if (const SessionBelief& shown = visited.beliefs->at(connection); old->second == model) {
      beliefs->emplace(connection, shown);
    } else {
      const bool same_mailbox = old->second->current() == model->current();
      beliefs->emplace(connection, belief_of(*model, same_mailbox ? shown.mailbox : nullptr));
    }
  }
  visited.beliefs = std::move(beliefs);
}

std::shared_ptr<const Beliefs> History::beliefs_after(std::size_t moments,
                                                      std::span<const Line> lines) const {
  moments = std::min(moments, steps_after_.size());
  Visited& visited = next_visited(moments);
  if (visited.beliefs && visited.moments == moments) return visited.beliefs;
  const Models before = visited.beliefs ? visited.models : Models{};
  go_to_checkpoint(visited, moments);
  const std::size_t steps = moments == 0 ? 0 : steps_after_[moments - 1];
  for (; visited.steps < steps; ++visited.steps) {
    const Step& step = steps_[visited.steps];
    apply_to(visited.models, step, lines[step.line.value], nullptr);
  }
  visited.moments = moments;
  show(visited, before);
  return visited.beliefs;
}

}  // namespace imapscope::observer
