// Explaining a line: what each token is, why the line is here, and where the standard says so.
// Computed for the selected line only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/observer/timeline.h"
#include "sim/words/words.h"

namespace imapscope::explain {

using namespace observer;  // whose things it explains

/// Text with light markup for the panes: `code` in backquotes, **strong**. UTF-8.
using RichText = std::string;

struct ExplainedToken {
  std::size_t offset = 0;  ///< into the line's bytes
  std::size_t octets = 0;
  std::string
      shown;  ///< for a chip: the token itself, long ones folded: `{350} …`, line ends as `CR LF`
  std::string term;  ///< "message sequence number"
  RichText
      meaning;  ///< one or two sentences, in this session's terms: "the second message of INBOX …"
  std::string rfc;       ///< "3501 §7.4.2, 9051 §7.5.2"; empty where there is nothing to cite
  bool dim = false;      ///< mere punctuation
  bool breaks = false;   ///< from here on the line cannot be read
  bool blamed = false;   ///< it is what breaks a rule
  bool by_form = false;  ///< explained by its form alone: what it stands for here is not known
};

struct Explanation {
  std::vector<ExplainedToken> tokens;
  RichText why;             ///< "Untagged data, caused by `b3 FETCH 2 FLAGS`", without a full stop
  std::string rfc;          ///< of the whole line
  std::size_t leading = 0;  ///< the token to show first: the one that matters
};

/// In the language of `words`.
[[nodiscard]] Explanation explain(const Timeline& timeline, LineId line, const words::Words& words);

}  // namespace imapscope::explain
