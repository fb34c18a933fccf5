#include "sim/world/history.h"

#include <algorithm>
#include <cassert>

namespace imapscope::world {
namespace {

// A checkpoint holds the trace so far: so that all of them together stay in proportion to the
// history, they stand the further apart the longer it is. Playing eight inputs again takes a
// millisecond or two.
std::size_t next_checkpoint(std::size_t inputs) {
  return inputs + std::max<std::size_t>(8, inputs / 16);
}

}  // namespace

History::History(Setup setup) : setup_(std::move(setup)), world_(setup_) {
  checkpoints_.push_back({world_, 0});
}

Result<void, Said> History::act(const Action& action) {
  auto result = act_at(world_.now() + milliseconds(1), action);
  settle();
  return result;
}

Result<void, Said> History::act_at(Instant at, const Action& action) {
  keep_checkpoint();
  world_.run_until(at);
  auto result = world_.apply(action);
  if (result) inputs_.push_back({world_.now(), action});
  return result;
}

void History::settle() {
  world_.settle();
}

void History::keep_checkpoint() {
  if (inputs_.size() < next_checkpoint(checkpoints_.back().inputs)) return;
  checkpoints_.push_back({world_, inputs_.size()});
}

World History::world_at(Instant t) const {
  if (t >= world_.now()) return world_;
  auto checkpoint = std::find_if(checkpoints_.rbegin(), checkpoints_.rend(),
                                 [&](const auto& each) { return each.world.now() <= t; });
  if (checkpoint == checkpoints_.rend()) --checkpoint;
  World world = checkpoint->world;
  play(world, checkpoint->inputs, t);
  return world;
}

void History::go_on(World& world, Instant t) const {
  const auto next = std::upper_bound(inputs_.begin(), inputs_.end(), world.now(),
                                     [](Instant now, const Input& each) { return now < each.at; });
  play(world, static_cast<std::size_t>(next - inputs_.begin()), std::min(t, world_.now()));
}

void History::play(World& world, std::size_t input, Instant t) const {
  for (std::size_t i = input; i < inputs_.size() && inputs_[i].at <= t; ++i) {
    world.run_until(inputs_[i].at);
    (void)world.apply(inputs_[i].action);  // it succeeded the first time
  }
  world.run_until(t);
}

History History::until(Instant t) const {
  History past = *this;
  past.world_ = world_at(t);
  std::erase_if(past.inputs_, [&](const Input& each) { return each.at > t; });
  std::erase_if(past.checkpoints_,
                [&](const Checkpoint& each) { return each.inputs > 0 && each.world.now() > t; });
  return past;
}

History History::without_last() const {
  assert(!inputs_.empty());
  History past = until({inputs_.back().at.us - 1});
  past.settle();
  return past;
}

}  // namespace imapscope::world
