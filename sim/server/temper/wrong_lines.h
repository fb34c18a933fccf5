// What faults on request make of the lines that a server would say.
#pragma once

#include <string>
#include <string_view>

#include "sim/mail/mailbox.h"
#include "sim/server/temper/misbehaviour.h"
#include "sim/server/turn/session_view.h"

namespace imapscope::server {

struct Wrong {
  const Fault& fault;
  std::string_view tag;          ///< of the command; empty: there is none
  const SessionView* view;       ///< null: no mailbox is open
  const mail::Mailbox* mailbox;  ///< the open one
  bool over;                     ///< nothing more comes of the command
};

/// Whole lines, as the fault wants them; a line that it adds stands before the completion, where
/// there is one.
[[nodiscard]] std::string with_wrong_lines(std::string_view written, const Wrong& wrong);

/// Without the second half of its last line.
[[nodiscard]] std::string cut_last_line(std::string_view written);

}  // namespace imapscope::server
