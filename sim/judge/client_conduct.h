// The client's conduct, in the client's own order: a command is judged by what its client knew when
// it was sent. Where one tap cannot tell what it knew, nothing is called a fault.
#pragma once

#include "sim/belief/ends/session_model.h"
#include "sim/belief/line.h"
#include "sim/belief/reading.h"
#include "sim/imap/state.h"
#include "sim/judge/report.h"
#include "sim/trace/trace.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged

/// The states in which a session may be once all that is in progress has been completed, well or
/// badly.
class PossibleStates {
 public:
  PossibleStates() = default;
  /// All where the state is not known.
  explicit PossibleStates(const SessionModel& session);

  [[nodiscard]] bool any_of(const States& states) const;
  void add(const PossibleStates& other) { bits_ |= other.bits_; }

 private:
  void add(State state) { bits_ |= 1U << static_cast<unsigned>(state); }
  [[nodiscard]] bool contains(State state) const {
    return (bits_ & (1U << static_cast<unsigned>(state))) != 0;
  }
  void follow(const CommandsInProgress<InProgressAtClient>& in_progress);

  unsigned bits_ = 0;
};

class ClientConduct {
 public:
  /// A command is about to be sent. `session`: before it; null: nothing is known yet. `strict`:
  /// what cannot be read is wrong, since the server announced no extension that is unknown here.
  void sends(Line& line, const Reading& reading, const SessionModel* session,
             trace::Clocking clocking, bool strict);
  /// A synchronizing literal begins, and the client was given no `+` for it.
  static void sends_literal_unasked(Line& line, std::size_t offset);
  /// A literal of so many octets begins; the command ends with its `{n+}` so far. `told`: what the
  /// server can do, where the client knows it.
  static void sends_literal_at_once(Line& line, std::uint64_t octets, std::string_view so_far,
                                    const Known<std::vector<std::string>>& told);
  /// While IDLE runs, something else than DONE is sent: a server takes it for DONE gone wrong.
  static void breaks_into_idle(Line& line);
  /// The command was completed: OK says that what could not be read here is lawful, BAD that it is
  /// wrong, unless it may be of an extension that the server speaks.
  static void completed(Line& line, Condition condition, bool speaks_more);

 private:
  void judge_state(Line& line, const SessionModel& session, trace::Clocking clocking);
  static void judge_reading(Line& line, const Reading& reading, bool strict,
                            const Extensions& extensions);
  void judge_missing_tag(Line& line, trace::Clocking clocking) const;
  static void judge_tag(Line& line, const SessionModel& session);
  static void judge_enabling(Line& line, const SessionModel& session);
  void judge_numbers(Line& line, const Reading& reading, const SessionModel& session);
  static void judge_pipelining(Line& line, const Reading& reading, const SessionModel& session);

  std::optional<std::uint32_t> exists_before_last_;  // what the client knew then
  PossibleStates before_last_;  // when the command before this one had been sent
  bool idle_was_last_ = false;  // of the lines that were sent
};

}  // namespace imapscope::judge
