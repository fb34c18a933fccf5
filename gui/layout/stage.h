// Stages: how far a session has come, for pictures that show states of any protocol alike.
#pragma once

#include <string_view>

#include "sim/imap/state.h"

namespace imapscope::gui {

enum class Stage {
  beginning,  ///< connected, and nothing said yet
  unknown,    ///< it has not said who it is
  ready,      ///< it may begin
  at_work,    ///< a mailbox, a maildrop or a mail is in its hands
  over,
};

[[nodiscard]] constexpr Stage stage_of(State state) {
  switch (state) {
    case State::greeting:
    case State::pop3_greeting:
    case State::smtp_greeting:
      return Stage::beginning;
    case State::not_authenticated:
    case State::pop3_authorization:
    case State::smtp_connected:
      return Stage::unknown;
    case State::authenticated:
    case State::pop3_update:
    case State::smtp_ready:
      return Stage::ready;
    case State::selected:
    case State::pop3_transaction:
    case State::smtp_sender:
    case State::smtp_recipients:
    case State::smtp_message:
      return Stage::at_work;
    case State::logout:
    case State::pop3_closed:
    case State::smtp_closed:
      return Stage::over;
  }
  return Stage::over;
}

/// The state's name where there is little room; empty: it has no shorter one.
[[nodiscard]] constexpr std::string_view brief_name_of(State state) {
  switch (state) {
    case State::not_authenticated:
      return "Not auth.";
    case State::authenticated:
      return "Auth.";
    case State::pop3_authorization:
      return "Auth.";
    case State::pop3_transaction:
      return "Trans.";
    case State::smtp_recipients:
      return "Rcpt.";
    default:
      return "";
  }
}

}  // namespace imapscope::gui
