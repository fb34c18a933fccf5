// The console's command line: the tag that comes next, what is typed, completion by Tab, history by
// the arrows, and pasted lines that go out one after the other.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gui/layout/completion.h"
#include "gui/panes/console_parts.h"

namespace imapscope::gui {

class ConsoleLine {
 public:
  ConsoleLine() : text_(longest_line) {}

  /// Gives back the height it would like, in design pixels.
  float draw(const Scene& scene, const Lane& lane, Intents& intents);

  /// Lines that were pasted behind the one that is typed, taken away.
  [[nodiscard]] std::string take_pasted();
  /// The message that was chosen for the literal that was announced last; may be empty.
  [[nodiscard]] const std::string& proposal() const { return proposal_; }
  /// The next field that appears takes the focus: something was sent from here.
  [[nodiscard]] bool take_focus() { return std::exchange(refocus_, false); }
  void focus() { refocus_ = true; }

 private:
  static constexpr std::size_t longest_line = 8192;
  /// One run through the candidates for one beginning.
  struct Cycle {
    std::string beginning;
    std::string shown;
    std::size_t index = 0;
  };

  void begin(const Scene& scene);
  void field(const Scene& scene, const Lane& lane, ConsoleArea area);
  void ghost(const Scene& scene, ImVec2 at, float right);
  void facts(const Scene& scene, float left, float right, float middle);
  void send(const Scene& scene, const Lane& lane, Intents& intents);
  void next_pasted();
  int edit(ImGuiInputTextCallbackData& data, const Scene& scene, const Lane& lane);
  void cycle(ImGuiInputTextCallbackData& data, const Scene& scene);
  void walk_history(ImGuiInputTextCallbackData& data, const Lane& lane);
  void take_paste(ImGuiInputTextCallbackData& data);
  [[nodiscard]] std::string line_to_send(const Scene& scene) const;
  [[nodiscard]] bool lists() const { return focused_ && listing_; }

  FieldText text_;
  Completion completion_;
  std::optional<Cycle> cycle_;
  std::map<std::string, std::vector<std::string>> history_;  // by client
  std::size_t walked_ = 0;                                   // back from the newest
  std::deque<std::string> pasted_;
  std::string proposal_;
  std::string before_;  // the text of the frame before, and where its cursor stood
  int cursor_before_ = 0;
  std::uint32_t document_ = 0;
  float field_width_ = 0;
  bool focused_ = false;
  bool listing_ = false;
  bool sends_ = false;
  bool as_it_is_ = false;  // without the tag that is offered
  bool refocus_ = false;
  bool swallow_slash_ = false;
  bool to_end_ = false;
  bool from_paste_ = false;  // the line was put here by a paste of several
};

}  // namespace imapscope::gui
