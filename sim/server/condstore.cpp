#include "sim/server/condstore.h"

#include <charconv>
#include <utility>
#include <vector>

#include "sim/server/turn/say.h"

namespace imapscope::server {

void turn_on_condstore(Turn& turn) {
  if (std::exchange(turn.session.condstore, true)) return;
  if (!turn.session.view) return;
  say_ok(turn.session.output, CodeHighestModSeq{turn.mailbox().highest_mod_seq()},
         "Changes have numbers");
}

std::optional<std::uint64_t> mod_seq_in(const Parameter& parameter) {
  std::uint64_t number = 0;
  const std::string& text = parameter.value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string mod_seq_text(std::uint64_t mod_seq) {
  return '(' + std::to_string(mod_seq) + ')';
}

StatusResponse with_highest_mod_seq(StatusResponse ending, const Turn& turn) {
  if (turn.session.qresync) ending.code = CodeHighestModSeq{turn.mailbox().highest_mod_seq()};
  return ending;
}

void say_vanished_earlier(std::uint64_t since, const std::optional<UidSet>& asked, Turn& turn) {
  const Uid largest{turn.mailbox().uid_next().value - 1};
  std::vector<Uid> gone;
  for (const Uid uid : turn.mailbox().removed_since(since)) {
    if (!asked || asked->contains(uid, largest)) gone.push_back(uid);
  }
  if (!gone.empty()) say(turn.session, VanishedData{true, UidSet::of(gone)});
}

}  // namespace imapscope::server
