// Stretch: what happened between two moments of one history, and whether a task's goal holds then.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/lesson/goal.h"
#include "sim/observer/timeline.h"
#include "sim/world/world.h"

namespace imapscope::lesson {

class Stretch {
 public:
  /// From the moment in which a task began to the present one of `to`, in the same history. Both
  /// must outlive it. `clients` are those of the task.
  Stretch(const world::World& from, const world::World& to, std::vector<std::string> clients);

  [[nodiscard]] bool holds(const Wish& wish) const;
  /// How many commands the task's clients have sent.
  [[nodiscard]] std::size_t commands() const;

 private:
  [[nodiscard]] bool holds_for(const HoldsMessage& wish) const;
  [[nodiscard]] bool holds_for(const HoldsFlags& wish) const;
  [[nodiscard]] bool holds_for(const HoldsMailbox& wish) const;
  [[nodiscard]] bool holds_for(const HoldsSubscription& wish) const;
  [[nodiscard]] bool holds_for(const KnowsMessage& wish) const;
  [[nodiscard]] bool holds_for(const KnowsFlags& wish) const;
  [[nodiscard]] bool holds_for(const KnowsCount& wish) const;
  [[nodiscard]] bool holds_for(const InState& wish) const;
  [[nodiscard]] bool holds_for(const Crossed& wish) const;
  [[nodiscard]] bool holds_for(const FewCommands& wish) const;
  [[nodiscard]] bool holds_for(const NoRefusal& wish) const;
  [[nodiscard]] bool holds_for(const NoBrokenRule& wish) const;

  /// The client's latest connection, as it knows it; null where it never connected.
  [[nodiscard]] const observer::SessionBelief* session(const std::string& client) const;
  /// The mailbox that the client has open; null where it has none.
  [[nodiscard]] const observer::MailboxBelief* mailbox(const std::string& client) const;
  [[nodiscard]] bool is_of(const observer::Line& line, const std::string& client) const;
  [[nodiscard]] bool is_of_the_task(const observer::Line& line) const;
  [[nodiscard]] bool is_new(const observer::Line& line) const;

  const world::World& from_;
  const world::World& to_;
  std::vector<std::string> clients_;
  observer::Timeline timeline_;
  std::shared_ptr<const observer::Beliefs> beliefs_;
};

}  // namespace imapscope::lesson
