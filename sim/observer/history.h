// History: what every client believed at every moment. Keeps the newest state, checkpoints of older
// ones, and the list of steps that leads from each to the next; any moment is replayed from there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "sim/observer/belief.h"
#include "sim/observer/line.h"
#include "sim/observer/reading.h"
#include "sim/observer/session_model.h"

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
  closed,
};

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
  /// The past that was asked for last: it is asked for again, or for its neighbour.
  struct Visited {
    std::size_t moments = 0;
    std::size_t steps = 0;
    Models models;
    std::shared_ptr<const Beliefs> beliefs;
  };
  [[nodiscard]] Visited nearest(std::size_t moments) const;
  void show(Visited& visited, const Models& before) const;

  Models models_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> steps_after_;  // for each moment: how many steps have happened
  std::vector<Checkpoint> checkpoints_;
  std::size_t octets_since_checkpoint_ = 0;
  std::size_t steps_at_checkpoint_ = 0;
  std::size_t most_pending_ = 0;  // in any session since the last checkpoint
  mutable Visited visited_;
};

}  // namespace imapscope::observer
