// History: a setup and a list of timed inputs, and the world they lead to (the design, §1.6). What
// was done can be done again, up to any moment: that is undo, a branch, and the world as it was.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/time.h"
#include "sim/world/world.h"

namespace imapscope::world {

/// A copyable value. Two histories with the same setup and inputs have equal traces, to the byte.
class History {
 public:
  explicit History(Setup setup);

  [[nodiscard]] const Setup& setup() const { return setup_; }
  [[nodiscard]] const std::vector<Input>& inputs() const { return inputs_; }
  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] const trace::Trace& trace() const { return world_.trace(); }
  [[nodiscard]] Instant now() const { return world_.now(); }

  /// Acts a moment after `now()`, so that a branch at the present one is a branch before this, and
  /// lets all that follows happen. Where the world refuses, in one sentence, nothing was done.
  Result<void, Said> act(const Action& action);
  /// The same at `at`, while earlier things are still under way, and nothing follows yet: to play
  /// inputs again.
  Result<void, Said> act_at(Instant at, const Action& action);
  /// Lets happen what is under way.
  void settle();

  /// The world as it was at `t`; not later than now. From a checkpoint, so quickly.
  [[nodiscard]] World world_at(Instant t) const;
  /// Moves a world that `world_at` gave on to `t`, a later moment: costs what happens in between.
  void go_on(World& world, Instant t) const;
  /// A history that is this one up to `t`, and in which nothing has happened since.
  [[nodiscard]] History until(Instant t) const;
  /// This history without its last input, settled. It must have one.
  [[nodiscard]] History without_last() const;

 private:
  struct Checkpoint {
    World world;
    std::size_t inputs;  // that it has seen
  };

  void keep_checkpoint();
  /// From the input of that number on, up to `t`.
  void play(World& world, std::size_t input, Instant t) const;

  Setup setup_;
  World world_;
  std::vector<Input> inputs_;
  std::vector<Checkpoint> checkpoints_;  // the first is the beginning
};

}  // namespace imapscope::world
