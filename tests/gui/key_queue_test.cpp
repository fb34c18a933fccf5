#include "gui/platform/key_queue.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <string>

#include "gui/imgui/compat.h"

namespace imapscope::gui {
namespace {

/// S is Shift, E is Enter, X is Esc, a digit is a character.
KeyEvent event_of(char c) {
  if (c >= '0' && c <= '9') return {0, 0, 0, 0, static_cast<unsigned int>(c)};
  if ((c | 0x20) == 'e') return {GLFW_KEY_ENTER, 0, c < 'a' ? GLFW_PRESS : GLFW_RELEASE, 0};
  if ((c | 0x20) == 'x') return {GLFW_KEY_ESCAPE, 0, c < 'a' ? GLFW_PRESS : GLFW_RELEASE, 0};
  const int key = (c | 0x20) == 's' ? static_cast<int>(GLFW_KEY_LEFT_SHIFT) : c & ~0x20;
  return {key, 0, c < 'a' ? GLFW_PRESS : GLFW_RELEASE, 0};
}

char letter_of(const KeyEvent& event) {
  if (event.character != 0) return static_cast<char>(event.character);
  if (event.key == GLFW_KEY_ENTER) return event.action == GLFW_PRESS ? 'E' : 'e';
  if (event.key == GLFW_KEY_ESCAPE) return event.action == GLFW_PRESS ? 'X' : 'x';
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
      {"1Ee2", "1E e2", "1Ee2"},  // the 2 is not in the line that Enter sends
      {"1E2e", "1E 2e", "1E2e"},
      {"A1B2ab", "A1B2 ab", "A1B2ab"},
      {"XxLl", "X xL l", "X xLl"},  // the L is not for the field that Esc leaves
      {"1XL1", "1X L1", "1X L1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(frames_of(row.typed) == (compat::has_input_queue ? row.later : row.frames));
  }
}

}  // namespace imapscope::gui
