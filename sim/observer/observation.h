// Observation: the making of a timeline. Events go in, each to its connection's conversation, which
// makes lines of them; the chronicle keeps them in order, with moments, bands and the history of
// beliefs.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "sim/observer/chronicle.h"
#include "sim/observer/conversation.h"
#include "sim/observer/timeline.h"

namespace imapscope::observer {

class Observation final : private Listener {
 public:
  explicit Observation(trace::Header header, std::vector<Said> warnings);
  Observation(const Observation&) = delete;
  Observation& operator=(const Observation&) = delete;

  void append(std::span<const trace::Event> events);

  [[nodiscard]] const trace::Trace& trace() const { return trace_; }
  [[nodiscard]] const Chronicle& chronicle() const { return chronicle_; }

 private:
  void make_room(std::span<const trace::Event> events);
  Conversation& conversation_of(const trace::Event& event);
  void arrives(const Line& line, const Reading& reading, bool begins) override;
  void was_learnt(const Line& line) override;

  trace::Trace trace_;
  Chronicle chronicle_{*this};
  std::map<trace::ConnectionId, std::unique_ptr<Conversation>> conversations_;
};

}  // namespace imapscope::observer
