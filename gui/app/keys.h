// Keys: every action has one. They are rows of one table (key_rows.cpp), which is obeyed, shown as
// help, printed by `imapscope --keys` and held against the README's.
//
// A new key is a new row: where it holds, what it does (a message in sim/words), and its strokes.
// Keys act on the whole window unless a text field has the focus; Esc leaves it. Those with Ctrl or
// Alt, the function keys and Esc act in a field, too.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/imgui/compat.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Where a key holds.
enum class Context {
  anywhere,  ///< on every page
  window,    ///< on the picture: no list or page lies above it
  question,  ///< while one waits for its answer
  task,      ///< while one is being solved
  present,   ///< before an audience
  sandbox,   ///< in a session of one's own
  start,     ///< on the start page
};
[[nodiscard]] bool holds(Context context, const Scene& scene);

enum class Held { nothing, shift, ctrl, alt };

/// What a key wishes. None at all: the pane that has the key's action takes it itself.
using Wish = std::function<void(const Scene&, Intents&)>;
[[nodiscard]] Wish always(Intent intent);

/// A key, with what is held down besides. With nothing held, Shift does not matter, unless another
/// stroke has the same key with Shift.
struct Stroke {
  Key key;
  Wish wish{};
  Held held = Held::nothing;
  bool repeats = false;  ///< while it is held down
};

struct KeyRow {
  Context context;
  /// The key of the message that says what the strokes do, in their order: "keys.line".
  std::string_view words;
  std::vector<Stroke> strokes;
  bool (*exists)(const Scene&) = nullptr;  ///< nothing: always; else neither obeyed nor shown
};

/// The table.
[[nodiscard]] const std::vector<KeyRow>& key_rows();

/// As a viewer reads it: "Shift ← →", "1 … 9".
[[nodiscard]] std::string label(const KeyRow& row);

/// Obeys the strokes of this frame.
void keys(const Scene& scene, Intents& intents);

/// Whether the teacher holds the light.
inline constexpr Key spotlight_key = letter('s');
[[nodiscard]] bool spotlight_held();

/// What the keys do here and now.
[[nodiscard]] std::vector<KeyHelp> key_help(const Scene& scene);

/// All rows, as the README has them.
[[nodiscard]] std::string key_table(const words::Words& words);

}  // namespace imapscope::gui
