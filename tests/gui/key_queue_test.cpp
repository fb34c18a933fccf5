#include "gui/platform/key_queue.h"

#include <doctest/doctest.h>

#include <string>

#include "gui/imgui/compat.h"

namespace imapscope::gui {
namespace {

/// "Ss": S goes down, then up. What each frame takes, separated by spaces.
std::string frames_of(const std::string& typed) {
  KeyQueue queue;
  for (const char c : typed) queue.add({c | 0x20, 0, c < 'a' ? 1 : 0, 0});
  std::string frames;
  while (!queue.empty()) {
    if (!frames.empty()) frames += ' ';
    for (const KeyEvent& event : queue.take()) {
      frames += static_cast<char>(event.action == 1 ? event.key & ~0x20 : event.key);
    }
  }
  return frames;
}

}  // namespace

TEST_CASE("a key that goes down and up within one frame is seen down for one frame") {
  struct Row {
    const char* typed;
    const char* frames;  // as Dear ImGui 1.86 needs them
  };
  constexpr Row rows[] = {
      {"A", "A"},         {"Aa", "A a"},     {"AaAa", "A a A a"},
      {"ABab", "AB ab"},  {"SAas", "SA as"},  // with Shift: it is still down while A is
      {"SsAa", "S sA a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(frames_of(row.typed) == (compat::has_input_queue ? row.typed : row.frames));
  }
}

}  // namespace imapscope::gui
