// History: what every client believed at every moment. Keeps the newest state, checkpoints of older
// ones, and the list of steps that leads from each to the next; any moment is replayed from there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/belief/belief.h"
#include "sim/belief/ends/session_model.h"
#include "sim/belief/line.h"
#include "sim/belief/reading.h"

namespace imapscope::observer {

/// Something that changes what a client believes, in the client's order.
enum class StepKind {
  opened,
  command_begins,  ///< its tag and verb are sent; literals are still to come
  command,         ///< sent as a whole
  client_data,
  response,  ///< landed
  gap,
  opaque,
  secured,
  closed,
};

/// What a line of that kind is to a client at which it lands; nothing: it learns nothing from it.
[[nodiscard]] std::optional<StepKind> step_of_landing(LineKind kind);

struct Step {
  LineId line;
  StepKind kind;
};

using Models = std::map<trace::ConnectionId, std::shared_ptr<SessionModel>>;

class History {
 public:
  /// Applies a step to the newest state. `reading` is what was read of the line; null: read it
  /// here.
  Outcome apply(Step step, const Line& line, const Reading* reading);
  /// A moment happened. Steps that follow belong to the next one …
  void add_moment();
  /// … unless they are a part of this one.
  void amend_moment();

  /// The newest state of a connection; null before its first step.
  [[nodiscard]] const SessionModel* model(trace::ConnectionId connection) const;

  [[nodiscard]] std::shared_ptr<const Beliefs> beliefs_after(std::size_t moments,
                                                             std::span<const Line> lines) const;

  /// For taking back what is provisional.
  struct Mark {
    std::size_t steps = 0;
    std::size_t moments = 0;
    Models models;
  };
  [[nodiscard]] Mark mark() const { return {steps_.size(), steps_after_.size(), models_}; }
  void return_to(const Mark& mark);

 private:
  struct Checkpoint {
    std::size_t moments = 0;
    std::size_t steps = 0;
    Models models;
  };
  /// A past that was asked for: it is asked for again, or for its neighbour.
  struct Visited {
    std::size_t moments = 0;
    std::size_t steps = 0;
    Models models;
    std::shared_ptr<const Beliefs> beliefs;
  };
  /// Of the pasts that were asked for last, the one to begin with, or to give up.
  [[nodiscard]] Visited& next_visited(std::size_t moments) const;
  void go_to_checkpoint(Visited& visited, std::size_t moments) const;
  /// `before`: the models that its beliefs stand for.
  static void show(Visited& visited, const Models& before);

  Models models_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> steps_after_;  // for each moment: how many steps have happened
  std::vector<Checkpoint> checkpoints_;
  std::size_t octets_since_checkpoint_ = 0;
  std::size_t steps_at_checkpoint_ = 0;
  std::size_t most_to_copy_ = 0;  // in any session since the last checkpoint
  // Two, since a line is explained by its own moment while the play head goes on.
  mutable std::array<Visited, 2> visited_;
  mutable std::size_t latest_ = 0;  // of them
};

}  // namespace imapscope::observer
