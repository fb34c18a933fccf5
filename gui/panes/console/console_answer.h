// What the console shows while the server waits behind its `+`: the command that is going on, words
// about what is wanted, the field, and its keys where there is room for them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "gui/panes/console/console_parts.h"

namespace imapscope::gui {

struct AnswerParts {
  ConsoleArea head;   ///< behind the command
  ConsoleArea words;  ///< at the field's left, or above it where it is narrow
  ConsoleArea field;
  std::optional<ConsoleArea> keys;
  bool narrow = false;  ///< the words have one line
};

/// Draws the client and its command; the rest is free.
AnswerParts draw_answer(const Scene& scene, const Lane& lane, Intents& intents);

using KeyLines = std::initializer_list<std::pair<std::string_view, std::string>>;
/// What keys do here, one below the other.
void draw_answer_keys(const Theme& theme, const AnswerParts& parts, KeyLines keys);

}  // namespace imapscope::gui
