#include "sim/server/temper/misbehave.h"

#include <algorithm>
#include <utility>

#include "sim/server/handlers.h"
#include "sim/server/temper/wrong_lines.h"

namespace imapscope::server {
namespace {

using Faults = std::vector<Fault>;

const Faults* faults_of(const Config& config) {
  return config.misbehaviour == nullptr ? nullptr : &config.misbehaviour->faults;
}

bool is_for(const Fault& fault, const Mischief& mischief) {
  return fault.connection == 0 || fault.connection == mischief.connection;
}

bool is_verb(const Fault& fault, const std::string& verb) {
  return fault.verb.empty() || fault.verb == verb || "UID " + fault.verb == verb;
}

/// How many commands have come that the fault is meant for, this one included.
std::uint32_t count_of(const Fault& fault, const Mischief& mischief) {
  std::uint32_t count = 0;
  for (const auto& [verb, times] : mischief.commands) {
    if (is_verb(fault, verb)) count += times;
  }
  return count;
}

/// The first in the script that this command brings; null: none does.
const Fault* find_fault_of(const Faults& faults, const std::string& verb, Mischief& mischief) {
  ++mischief.commands[verb];
  const auto found = std::find_if(faults.begin(), faults.end(), [&](const Fault& fault) {
    if (fault.at || !is_for(fault, mischief) || !is_verb(fault, verb)) return false;
    return fault.nth == 0 || fault.nth == count_of(fault, mischief);
  });
  return found == faults.end() ? nullptr : &*found;
}

void break_off(Session& session) {
  session.view.reset();
  session.travel(Passage::leave);
}

std::string with_tag(std::string line, const std::string& tag) {
  constexpr std::string_view place = "{tag}";
  const std::size_t at = line.find(place);
  if (at != std::string::npos) line.replace(at, place.size(), tag);
  return line + "\r\n";
}

void answer(const Fault& fault, Turn& turn) {
  const std::string tag = turn.tag.empty() ? "*" : turn.tag;
  const auto text = [&](const char* usual) { return fault.text.empty() ? usual : fault.text; };
  std::string& output = turn.session.output;
  switch (fault.kind) {
    case FaultKind::say:
      for (const std::string& line : fault.lines) output += with_tag(line, tag);
      return;
    case FaultKind::no:
      output += tag + " NO " + text("The server will not") + "\r\n";
      return;
    case FaultKind::bad:
      output += tag + " BAD " + text("The server does not understand") + "\r\n";
      return;
    case FaultKind::bye:
      return say_goodbye(turn.session, text("The server goes away"));
    case FaultKind::silence:
      turn.session.mischief.silent = true;
      return;
    case FaultKind::cut:
      return break_off(turn.session);
    default:
      return;
  }
}

/// Whether the command goes on with the client's next line.
bool goes_on(const Session& session) {
  return session.idles() || std::holds_alternative<AwaitsSasl>(session.awaits);
}

}  // namespace

bool misbehaves_instead(const std::string& verb, Turn& turn) {
  const Faults* faults = faults_of(turn.config);
  if (faults == nullptr) return false;
  Mischief& mischief = turn.session.mischief;
  mischief.now = find_fault_of(*faults, verb, mischief);
  if (mischief.now == nullptr) return false;
  mischief.command = turn.tag + (verb.empty() ? "" : " ") + verb;
  const bool instead = info_of(mischief.now->kind).instead;
  if (instead) answer(*mischief.now, turn);
  return instead;
}

void misbehave(std::size_t from, Turn& turn) {
  Mischief& mischief = turn.session.mischief;
  const Fault& fault = *mischief.now;
  const bool over = !goes_on(turn.session);
  std::string written = turn.session.output.substr(from);
  turn.session.output.resize(from);
  if (fault.kind == FaultKind::delay) {
    mischief.held_until = turn.now + fault.time;
    mischief.held_from = from;
  } else if (fault.kind == FaultKind::cut_line && over) {
    written = cut_last_line(written);
    break_off(turn.session);
  } else if (!info_of(fault.kind).instead) {
    const Wrong wrong{fault, turn.tag, turn.session.view ? &turn.view() : nullptr,
                      turn.session.view ? &turn.mailbox() : nullptr, over};
    written = with_wrong_lines(written, wrong);
  }
  turn.session.output += written;
  if (over) mischief.now = nullptr;
}

std::optional<Instant> next_fault(const Config& config, const Session& session) {
  const Faults* faults = faults_of(config);
  if (faults == nullptr || session.state == State::logout) return std::nullopt;
  const Mischief& mischief = session.mischief;
  std::optional<Instant> next;
  for (std::size_t i = 0; i < faults->size(); ++i) {
    const Fault& fault = (*faults)[i];
    if (!fault.at || !is_for(fault, mischief) || mischief.done.count(i) != 0) continue;
    const Instant at = mischief.opened + *fault.at;
    next = next ? std::min(*next, at) : at;
  }
  return next;
}

std::vector<const Fault*> take_faults_due(const Config& config, Session& session, Instant now) {
  std::vector<const Fault*> due;
  const Faults* faults = faults_of(config);
  if (faults == nullptr || session.state == State::logout) return due;
  Mischief& mischief = session.mischief;
  for (std::size_t i = 0; i < faults->size(); ++i) {
    const Fault& fault = (*faults)[i];
    if (!fault.at || !is_for(fault, mischief) || mischief.opened + *fault.at > now) continue;
    if (mischief.done.insert(i).second) due.push_back(&fault);
  }
  return due;
}

void misbehave_unasked(const Fault& fault, Turn& turn) {
  if (info_of(fault.kind).instead) return answer(fault, turn);
  const Wrong wrong{fault, "", turn.session.view ? &turn.view() : nullptr,
                    turn.session.view ? &turn.mailbox() : nullptr, true};
  turn.session.output += with_wrong_lines("", wrong);
}

}  // namespace imapscope::server
