// What the console may do at the play head: where a line goes, what is wanted, and what can be
// known there for completing it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gui/app/document/document.h"
#include "gui/scene/scene.h"
#include "sim/imap/mailbox_name.h"
#include "sim/observer/dialogue.h"

namespace imapscope::gui {

/// Keeps what the client has said and been told, so that a frame costs what is new in it.
class ConsoleMaker {
 public:
  /// `scene` has its timeline, play head, beliefs and lanes already. `lane`: the client that would
  /// speak; null where there is none.
  [[nodiscard]] ConsoleInfo make(const Document& document, const Scene& scene, const Lane* lane);

 private:
  /// Of one client, after so many moments of one history.
  struct Heard {
    std::uint64_t revision;
    trace::ConnectionId connection;
    std::size_t moments = 0;
    observer::Talk talk{connection};
    std::vector<MailboxName> mailboxes{};  ///< names that it has been told
    std::optional<Known> known{};
  };
  void listen(const Scene& scene, const Lane& lane);

  std::optional<Heard> heard_;
};

}  // namespace imapscope::gui
