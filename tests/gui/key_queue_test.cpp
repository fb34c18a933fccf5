#include "gui/platform/key_queue.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <string>

#include "gui/imgui/compat.h"

namespace imapscope::gui {
namespace {

/// S is Shift.
KeyEvent event_of(char c) {
  const int key = (c | 0x20) == 's' ? static_cast<int>(GLFW_KEY_LEFT_SHIFT) : c & ~0x20;
  return {key, 0, c < 'a' ? GLFW_PRESS : GLFW_RELEASE, 0};
}

char letter_of(const KeyEvent& event) {
  const char c = event.key == GLFW_KEY_LEFT_SHIFT ? 'S' : static_cast<char>(event.key);
  return event.action == GLFW_PRESS ? c : static_cast<char>(c | 0x20);
}

/// Typed is "Aa": A goes down, then up; at a `|` a frame begins. What each frame takes, separated
/// by spaces.
std::string frames_of(const std::string& typed) {
  KeyQueue queue;
  std::string frames;
  const auto frame = [&] {
    if (!frames.empty()) frames += ' ';
    for (const KeyEvent& event : queue.take()) frames += letter_of(event);
  };
  for (const char c : typed) c == '|' ? frame() : queue.add(event_of(c));
  while (!queue.empty()) frame();
  return frames;
}

}  // namespace

TEST_CASE("a key that goes down and up within one frame is seen down for one frame") {
  struct Row {
    const char* typed;
    const char* frames;  // as Dear ImGui 1.86 needs them
    const char* later;   // as later versions take them
  };
  constexpr Row rows[] = {
      {"A", "A", "A"},
      {"Aa", "A a", "Aa"},
      {"AaAa", "A a A a", "AaAa"},
      {"ABab", "AB ab", "ABab"},
      {"SAas", "SA as", "SAas"},     // Shift is still down while A is
      {"SAsa", "SA sa", "SAsa"},     // also for who lets go of it first …
      {"S|Asa", "S A sa", "S Asa"},  // … whatever frame it went down in
      {"A|aSBbs", "A aSB bs", "A aSBbs"},
      {"AS|as", "A Sa s", "AS as"},  // A was without Shift
      {"SsAa", "S sA a", "SsAa"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(frames_of(row.typed) == (compat::has_input_queue ? row.later : row.frames));
  }
}

}  // namespace imapscope::gui
