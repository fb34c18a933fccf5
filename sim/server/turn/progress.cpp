#include "sim/server/turn/progress.h"

#include <string>

#include "sim/server/turn/say.h"

namespace imapscope::server {

void say_progress(std::size_t done, std::size_t all, std::string_view text, const Turn& turn) {
  if (!turn.config.speaks("INPROGRESS") || done % turn.config.progress_every != 0) return;
  if (done == 0 || done == all) return;
  const bool has_bracket = turn.tag.find(']') != std::string::npos;  // RFC 9585 §4
  const std::string tag = has_bracket ? "NIL" : '"' + turn.tag + '"';
  say_ok(turn.session.output,
         CodeAtom{"INPROGRESS",
                  '(' + tag + ' ' + std::to_string(done) + ' ' + std::to_string(all) + ')'},
         std::string(text));
}

}  // namespace imapscope::server
