#include "sim/judge/server_lapses.h"

#include "sim/imap/command.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged

namespace {

// Nobody is kept waiting so long: people give up before, and clients cannot tell it from a server
// that hangs.
constexpr Duration long_wait = seconds(10);
constexpr std::uint32_t flood_lines = 20;

/// Whether the time until its completion is the server's: nothing of it is the client's to send.
bool is_servers_time(const InProgressAtServer& command) {
  return command.whole && !command.in_pieces && !command.facts.nature->traits.has(Trait::dialogue);
}

void report_wait(Line& line, Duration wait, const CommandInProgress& command) {
  line.report("answer_overdue",
              {{"count", wait.us / 1'000'000}, {"command", command.verb}, {"tag", command.tag}});
}

}  // namespace

void judge_left_open(Line& completion, const Line& command, const ServerSide& server) {
  const bool ends = journey_of(command.name).ok == Passage::leave;
  if (!ends || completion.condition != Condition::ok || server.incomplete()) return;
  const InProgressAtServer* open = server.in_progress().find_if(
      [&](const InProgressAtServer& each) {
        return each.facts.line < command.id && is_servers_time(each);
      },
      1);
  if (open == nullptr) return;
  completion.report("completion_missing",
                    {{"command", open->facts.verb}, {"tag", open->facts.tag}});
}

void judge_wait(Line& completion, const Line& command, const ServerSide& server) {
  if (!command.landed || server.incomplete() || command.head_octets > 0) return;
  if (has(command.name, Trait::dialogue)) return;
  const Duration wait = completion.sent - *command.landed;
  if (wait < long_wait) return;
  completion.report(
      "answer_overdue",
      {{"count", wait.us / 1'000'000}, {"command", command.name}, {"tag", command.tag}});
}

void judge_given_up(Line& closing, const ServerSide& server) {
  if (server.incomplete() || server.in_progress().empty() || server.said_bye()) return;
  const InProgressAtServer& oldest = server.in_progress().oldest();
  if (!is_servers_time(oldest)) return;
  const Duration wait = closing.sent - oldest.arrived;
  if (wait < long_wait) return;
  report_wait(closing, wait, oldest.facts);
}

void judge_cut_off(Line& torso) {
  torso.report("line_cut_off");
}

void judge_closing(Line& closing, const ServerSide& server) {
  if (server.incomplete() || !server.spoke() || server.said_bye()) return;
  closing.report("closed_without_bye");
}

void judge_repetition(Line& line, const ServerSide& server) {
  if (server.repetitions() != flood_lines) return;
  line.report("unasked_flood", {{"times", flood_lines}});
}

}  // namespace imapscope::judge
