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
#include "gui/panes/console/console_field.h"

namespace imapscope::gui {

class ConsoleLine {
 public:
  ConsoleLine() : field_(longest_line) {}

  /// Gives back the height it would like, in design pixels.
  float draw(const Scene& scene, const Lane& lane, Intents& intents);

  /// Lines that were pasted behind the one that is typed, taken away.
  [[nodiscard]] std::string take_pasted();
  /// The message that was chosen for the literal that was announced last; may be empty.
  [[nodiscard]] const std::string& proposal() const { return proposal_; }
  /// The field that appears instead takes the keyboard: something was sent from here.
  [[nodiscard]] bool give_up_focus() { return field_.text().give_up_focus(); }
  void put(std::string_view text) { field_.text().put(text.substr(0, text.find('\n'))); }
  void focus() { field_.text().focus(); }

 private:
  static constexpr std::size_t longest_line = 8192;
  /// One run through the candidates for one beginning.
  struct Cycle {
    std::string beginning;
    std::string shown;
    std::size_t index = 0;
  };

  void begin(const Scene& scene);
  /// The client and the tag; gives back their right end.
  float speaker(const Scene& scene, const Lane& lane, ImVec2 left_middle, Intents& intents);
  void field(const Scene& scene, const Lane& lane, ConsoleArea area);
  void ghost(const Scene& scene, float right);
  void facts(const Scene& scene, float left, float right, float middle);
  void above(const Scene& scene, const Lane& lane, ConsoleArea area);
  void list(const Scene& scene, ConsoleArea area);
  void send(const Scene& scene, const Lane& lane, Intents& intents);
  void next_pasted();
  int edit(ImGuiInputTextCallbackData& data, const Scene& scene, const Lane& lane);
  void cycle(ImGuiInputTextCallbackData& data, const Scene& scene);
  void take(const Candidate& candidate) { chosen_ = candidate.octets; }
  void walk_history(ImGuiInputTextCallbackData& data, const Lane& lane);
  void take_paste(ImGuiInputTextCallbackData& data);
  [[nodiscard]] std::string line_to_send(const Scene& scene) const;
  /// The line of which candidates are the continuation.
  [[nodiscard]] std::string_view beginning() const;
  [[nodiscard]] bool lists() const;
  [[nodiscard]] bool is_long() const;
  [[nodiscard]] bool holds_list() const;

  ConsoleField field_;
  Completion completion_;
  std::optional<Cycle> cycle_;
  std::map<std::string, std::vector<std::string>> history_;  // by client
  std::size_t walked_ = 0;                                   // back from the newest
  std::deque<std::string> pasted_;
  std::string chosen_;  // octets of the literal that was completed last
  std::string proposal_;
  std::string before_;  // the text of the frame before, and where its cursor stood
  int cursor_before_ = 0;
  std::uint32_t document_ = 0;
  float field_width_ = 0;
  ImFont* face_ = nullptr;  // of the field
  ConsoleArea list_{};      // where it was drawn last
  bool listing_ = false;
  bool sends_ = false;
  bool as_it_is_ = false;         // without the tag that is offered
  bool from_paste_ = false;       // the line was put here by a paste of several
  bool shows_beginning_ = false;  // of a line that was pasted
};

}  // namespace imapscope::gui
