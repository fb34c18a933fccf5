// The arguments of commands as the console asks for them one by one: which comes next, what may
// stand there, and what it means. Read from the command table's `arguments`. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/command.h"
#include "sim/words/words.h"

namespace imapscope::gui {

/// What the client knows at the play head, as far as a command line can speak of it.
struct Known {
  Protocol protocol = Protocol::imap;
  State state = State::greeting;
  std::string client;                  ///< "laptop"
  std::vector<std::string> mailboxes;  ///< names that came by
  std::vector<std::string> flags;      ///< of the open mailbox, keywords too
  std::vector<std::string> capabilities;
  std::uint32_t messages = 0;       ///< in the open mailbox
  std::vector<std::uint32_t> uids;  ///< that the client has been told
};

/// One argument: "set", "[(flags)]", "key …".
struct Slot {
  std::string name;       ///< without its brackets
  bool optional = false;  ///< written in brackets
};
/// What it is called where a person reads it: "set" is «набор» in Russian.
[[nodiscard]] std::string shown(const Slot& slot, const words::Words& words);
/// In a UID form, a set is one of UIDs.
[[nodiscard]] std::vector<Slot> slots_of(const CommandInfo& info, bool uid);

/// Words at blanks; a quoted string, and a list with all that it holds, is one.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// Which slot `word` fills behind `words`; while it is empty, the next one. `slots.size()` where
/// there is none left.
[[nodiscard]] std::size_t slot_of(std::string_view word, const std::vector<std::string_view>& words,
                                  const std::vector<Slot>& slots);

/// What may stand in the slot, the likeliest first.
[[nodiscard]] std::vector<std::string> values_for(const Slot& slot, const Known& known);
/// Two sentences: how it is written, and what of it is known here.
[[nodiscard]] std::vector<std::string> about(const Slot& slot, const Known& known,
                                             const words::Words& words);

}  // namespace imapscope::gui
