#include "gui/panes/console_line.h"

#include <algorithm>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/layout/octets.h"
#include "gui/panes/console_list.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

constexpr std::size_t most_history = 100;
constexpr float key_width = 62;

/// The first line of `text`, and the others behind it; empty lines among them are nothing to send.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    if (!text.empty()) text.remove_prefix(1);
  }
  return lines;
}

bool pastes() {
  const ImGuiIO& io = ImGui::GetIO();
  return (io.KeyCtrl && compat::key_pressed(letter('v'))) ||
         (io.KeyShift && compat::key_pressed(Key::insert));
}

/// `{` at the end of an APPEND: the messages that can be announced there.
void offer_messages(Completion& completion, std::string_view line) {
  const bool at_literal = completion.slot && completion.slot < completion.slots.size() &&
                          completion.verb == "APPEND" && line.size() >= completion.from;
  if (!at_literal || *completion.slot == 0) return;
  const std::string_view word = line.substr(completion.from);
  if (!word.empty() && word.front() != '{') return;
  for (const SampleMessage& sample : sample_messages()) {
    completion.candidates.push_back(
        {"{" + std::to_string(sample.bytes.size()) + "}",
         {},
         std::string(sample.name) + ": " + wire::printable(sample.bytes),
         {}});
  }
}

/// A blank where an argument is still to come.
std::string behind(const Completion& completion, std::size_t candidate) {
  const bool more = completion.slot ? *completion.slot + 1 < completion.slots.size()
                                    : !completion.candidates[candidate].arguments.empty();
  return more ? " " : "";
}

}  // namespace

std::string ConsoleLine::take_pasted() {
  std::string text;
  if (from_paste_) pasted_.emplace_front(text_.get());
  for (const std::string& line : pasted_) text += line + "\n";
  if (from_paste_) text_.put("");
  pasted_.clear();
  from_paste_ = false;
  return text;
}

void ConsoleLine::begin(const Scene& scene) {
  const auto document = static_cast<std::uint32_t>(scene.revision >> 32U);
  if (document != document_) {
    document_ = document;
    history_.clear();
    pasted_.clear();
    text_.put("");
  }
  const bool dialogue = scene.console.asked.has_value();
  const std::string_view line = cycle_ ? std::string_view(cycle_->beginning) : text_.get();
  completion_ = dialogue ? Completion{} : complete(line, scene.console.known);
  if (!dialogue) offer_messages(completion_, line);
  sends_ = as_it_is_ = false;
}

float ConsoleLine::draw(const Scene& scene, const Lane& lane, Intents& intents) {
  begin(scene);
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float left = corner.x + theme.px(space::padding);
  const float right = corner.x + size.x - theme.px(space::padding);
  const float bottom = corner.y + size.y;
  const float middle = bottom - theme.px(console_height::line) / 2;
  float x = draw_speaker(scene, lane, left, middle, intents) + theme.px(space::gap);

  const TypedLine typed = typed_line(text_.get());
  if (!scene.console.asked) {
    // The tag that comes next; one of the typist's own takes its place.
    const Color color = typed.tag.empty() ? theme.now.client(lane.order) : theme.now.faint;
    x = draw_text_centered_y(*ImGui::GetWindowDrawList(), theme.faces.wire_strong, {x, middle},
                             color, typed.tag.empty() ? scene.console.next_tag : "own tag");
  }
  const float width = right - x;
  const float field_right = x + std::max(theme.px(220), width * (width > theme.px(700) ? 0.6F : 1));
  const float half = theme.px(16);
  field(scene, lane, {{x + theme.px(space::gap), middle - half}, {field_right, middle + half}});
  if (field_right < right) facts(scene, field_right, right, middle);

  const bool shows_list = lists() && !(completion_.candidates.empty() && completion_.about.empty());
  const float grown = theme.px(console_height::list);
  if (shows_list && size.y > theme.px(console_height::line) + grown / 2) {
    const ConsoleArea area{{left, corner.y + theme.px(4)},
                           {right, bottom - theme.px(console_height::line)}};
    const auto marked = cycle_ ? std::optional(cycle_->index) : std::nullopt;
    if (const auto clicked = draw_console_list(scene, area, completion_, marked, text_.get())) {
      const std::string line = cycle_ ? cycle_->beginning : std::string(text_.get());
      text_.put(completed(line, completion_, *clicked) + behind(completion_, *clicked));
      cycle_.reset();
      refocus_ = to_end_ = true;
    }
  }
  if (sends_) send(scene, lane, intents);
  return shows_list ? console_height::line + console_height::list : console_height::line;
}

void ConsoleLine::field(const Scene& scene, const Lane& lane, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  draw_field_frame(theme, area, theme.now.client(lane.order), focused_);
  struct Callback {
    ConsoleLine& line;
    const Scene& scene;
    const Lane& lane;
  } callback{*this, scene, lane};
  const auto edit = [](ImGuiInputTextCallbackData* data) {
    auto& call = *static_cast<Callback*>(data->UserData);
    return call.line.edit(*data, call.scene, call.lane);
  };
  compat::push_font(theme.faces.wire);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
  const float middle = (area.min.y + area.max.y) / 2;
  field_width_ = area.max.x - area.min.x - theme.px(4);
  ImGui::SetCursorScreenPos({area.min.x + theme.px(2), middle - ImGui::GetFrameHeight() / 2});
  ImGui::SetNextItemWidth(field_width_);
  const bool summoned = !ImGui::GetIO().WantTextInput && compat::key_pressed(Key::slash);
  if (summoned) swallow_slash_ = to_end_ = true;
  if (std::exchange(refocus_, false) || summoned) compat::take_keyboard();
  const std::string held(text_.get());
  const bool escapes = focused_ && compat::key_pressed(Key::escape);
  const bool entered = ImGui::InputText(
      "##line", text_.data(), text_.capacity(),
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion |
          ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackCharFilter |
          ImGuiInputTextFlags_CallbackHistory,
      edit, &callback);
  if (escapes) text_.put(held);  // Dear ImGui would take back what was typed
  focused_ = ImGui::IsItemActive();
  if (!focused_) listing_ = false;
  items::add_last("console.line");
  const float padding = ImGui::GetStyle().FramePadding.x;
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  ghost(scene, {area.min.x + theme.px(2) + padding, middle}, area.max.x);
  if (entered) {
    sends_ = true;
    as_it_is_ = ImGui::GetIO().KeyCtrl;
  }
}

/// What Tab would add, or the argument that comes next, faint behind what is typed.
void ConsoleLine::ghost(const Scene& scene, ImVec2 at, float right) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float x = at.x + text_width(theme.faces.wire, text_.get());
  if (x > right - theme.px(60)) return;
  if (scene.console.asked) {
    if (text_.get().empty()) {
      draw_text_centered_y(draw, theme.faces.wire, {x, at.y}, theme.now.faint, "DONE");
    }
    return;
  }
  const bool at_slot = completion_.slot && text_.get().ends_with(' ');
  if (at_slot && !cycle_) {
    const Chip chip{.face = theme.faces.wire,
                    .text = theme.now.dim,
                    .frame = theme.now.dim,
                    .radius = theme.px(4),
                    .dashed = true};
    draw_chip(draw, theme, {x + theme.px(4), at.y}, chip,
              completion_.slots[*completion_.slot].name);
  } else if (!cycle_) {
    draw_text_centered_y(draw, theme.faces.wire, {x, at.y}, theme.now.faint, completion_.rest);
  }
}

/// What sending does, and the keys; while nothing is typed, what is legal.
void ConsoleLine::facts(const Scene& scene, float left, float right, float middle) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  std::string effect = effect_of_sending(scene.console);
  if (scene.console.asked) effect = "ends IDLE; it has no tag";
  if (!pasted_.empty()) {
    const std::string count = std::to_string(pasted_.size());
    effect += pasted_.size() == 1 ? "; 1 pasted line waits" : "; " + count + " pasted lines wait";
  }
  const float text_left = draw_text_right(
      draw, theme.faces.label, {right, middle - line_height(theme.faces.label) / 2}, theme.now.dim,
      ellipsised(theme.faces.label, effect, right - left - theme.px(key_width + space::padding)));
  const float key_left = text_left - theme.px(key_width);
  draw_key(draw, theme, {key_left, middle}, "Enter");
  const float hint_left = left + theme.px(space::wide_gap);
  const float room = key_left - theme.px(space::wide_gap) - hint_left;
  if (room < theme.px(60)) return;
  const Color color = completion_.legal ? theme.now.dim : theme.now.no;
  draw_text_centered_y(draw, theme.faces.label, {hint_left, middle}, color,
                       ellipsised(theme.faces.label, completion_.hint, room));
}

std::string ConsoleLine::line_to_send(const Scene& scene) const {
  const std::string text(text_.get());
  if (scene.console.asked) return text.empty() ? "DONE" : text;
  if (as_it_is_ || !typed_line(text).tag.empty()) return text;
  return scene.console.next_tag + " " + text;
}

void ConsoleLine::send(const Scene& scene, const Lane& lane, Intents& intents) {
  refocus_ = true;
  if (text_.get().empty() && !scene.console.asked) return;
  intents.push_back(SendConsole{lane.connection, line_to_send(scene)});
  std::vector<std::string>& history = history_[lane.name];
  const std::string typed(text_.get());
  if (!typed.empty() && (history.empty() || history.back() != typed)) history.push_back(typed);
  if (history.size() > most_history) history.erase(history.begin());
  proposal_.clear();
  for (const SampleMessage& sample : sample_messages()) {
    if (typed.ends_with("{" + std::to_string(sample.bytes.size()) + "}")) proposal_ = sample.bytes;
  }
  walked_ = 0;
  listing_ = false;
  cycle_.reset();
  next_pasted();
}

void ConsoleLine::next_pasted() {
  from_paste_ = !pasted_.empty();
  text_.put(pasted_.empty() ? "" : pasted_.front());
  if (!pasted_.empty()) pasted_.pop_front();
  to_end_ = true;
}

int ConsoleLine::edit(ImGuiInputTextCallbackData& data, const Scene& scene, const Lane& lane) {
  switch (data.EventFlag) {
    case ImGuiInputTextFlags_CallbackCompletion:
      cycle(data, scene);
      return 0;
    case ImGuiInputTextFlags_CallbackHistory:
      walk_history(data, lane);
      return 0;
    case ImGuiInputTextFlags_CallbackCharFilter:
      // The key that brought the focus is not part of the line.
      return swallow_slash_ && data.EventChar == '/' ? 1 : 0;
    default:
      break;
  }
  swallow_slash_ = false;
  if (pastes()) take_paste(data);
  const std::string_view now(data.Buf, static_cast<std::size_t>(data.BufTextLen));
  if (now != before_) listing_ = !now.empty();
  if (cycle_ && now != cycle_->shown) cycle_.reset();
  if (std::exchange(to_end_, false)) {
    data.CursorPos = data.SelectionStart = data.SelectionEnd = data.BufTextLen;
  }
  before_ = now;
  cursor_before_ = data.CursorPos;
  return 0;
}

/// Tab: the next candidate takes the place of the last word; with Shift the one before.
void ConsoleLine::cycle(ImGuiInputTextCallbackData& data, const Scene& scene) {
  if (scene.console.asked) {
    if (data.BufTextLen == 0) data.InsertChars(0, "DONE");
    return;
  }
  listing_ = true;
  const std::size_t count = completion_.candidates.size();
  if (count == 0) return;
  if (!cycle_) {
    cycle_ = Cycle{std::string(data.Buf), {}, 0};
  } else {
    cycle_->index = (cycle_->index + (ImGui::GetIO().KeyShift ? count - 1 : 1)) % count;
  }
  cycle_->shown = completed(cycle_->beginning, completion_, cycle_->index);
  if (count == 1) cycle_->shown += behind(completion_, 0);
  data.DeleteChars(0, data.BufTextLen);
  data.InsertChars(0, cycle_->shown.c_str());
  if (count == 1) cycle_.reset();
}

void ConsoleLine::walk_history(ImGuiInputTextCallbackData& data, const Lane& lane) {
  const std::vector<std::string>& history = history_[lane.name];
  if (data.EventKey == ImGuiKey_UpArrow) {
    walked_ = std::min(walked_ + 1, history.size());
  } else {
    walked_ -= walked_ > 0 ? 1 : 0;
  }
  const std::string line = walked_ == 0 ? "" : history[history.size() - walked_];
  data.DeleteChars(0, data.BufTextLen);
  data.InsertChars(0, line.c_str());
}

/// Of several pasted lines the first is put in; the others go out after it. A long one shows its
/// beginning.
void ConsoleLine::take_paste(ImGuiInputTextCallbackData& data) {
  const char* clipboard = ImGui::GetClipboardText();
  std::vector<std::string> lines = lines_of(clipboard == nullptr ? "" : clipboard);
  if (lines.empty() || std::string_view(data.Buf) == before_) return;
  if (lines.size() > 1) {
    const auto at =
        static_cast<std::size_t>(std::clamp(cursor_before_, 0, static_cast<int>(before_.size())));
    const std::string joined = before_.substr(0, at) + lines.front() + before_.substr(at);
    data.DeleteChars(0, data.BufTextLen);
    data.InsertChars(0, joined.c_str());
    pasted_.assign(lines.begin() + 1, lines.end());
  }
  if (ImGui::CalcTextSize(data.Buf).x > field_width_) {
    data.CursorPos = data.SelectionStart = data.SelectionEnd = 0;
  }
}

}  // namespace imapscope::gui
