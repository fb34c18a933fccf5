// Printing: a value to the bytes a peer may receive. What is parsed prints back to the same value.
#pragma once

#include <string>
#include <vector>

#include "sim/imap/command.h"
#include "sim/imap/response.h"

namespace imapscope::wire {

/// A literal changes the dialogue, so a command is printed in pieces: after each but the last, the
/// client waits for `+`. With `non_synchronizing` (LITERAL+) there is one piece.
struct PrintOptions {
  bool non_synchronizing = false;
  Texts texts = Texts::ascii;
};

/// Pieces in order; each but the last ends with `{n}` CRLF, the last with CRLF.
[[nodiscard]] std::vector<std::string> print(const TaggedCommand& command,
                                             PrintOptions options = {});

/// One string: a server's literals wait for nobody.
[[nodiscard]] std::string print(const Response& response, Texts texts = Texts::ascii);

}  // namespace imapscope::wire
