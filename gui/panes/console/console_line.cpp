#include "gui/panes/console/console_line.h"

#include <algorithm>
#include <utility>

#include "gui/imgui/compat.h"
#include "gui/panes/console/console_list.h"
#include "gui/panes/console/console_literals.h"
#include "gui/panes/console/console_whole.h"

namespace imapscope::gui {
namespace {

constexpr float wide_line = 700;  // from here on a line of input takes a share of the width

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

/// A blank where an argument is still to come.
std::string behind(const Completion& completion, std::size_t candidate) {
  if (!completion.candidates[candidate].octets.empty()) return "";  // an announcement ends a line
  const bool more = completion.slot ? *completion.slot + 1 < completion.slots.size()
                                    : !completion.candidates[candidate].arguments.empty();
  return more ? " " : "";
}

}  // namespace

bool ConsoleLine::lists() const {
  const bool explains = !completion_.about.empty() && !is_long();
  return listing_ && (explains || !completion_.candidates.empty());
}

bool ConsoleLine::is_long() const {
  const float padding = 2 * ImGui::GetStyle().FramePadding.x;
  return face_ != nullptr && text_width(face_, field_.get()) + padding > field_width_;
}

/// A press on the list takes the keyboard from the field before it is a click.
bool ConsoleLine::holds_list() const {
  const bool presses = ImGui::IsMouseDown(0) || ImGui::IsMouseReleased(0);
  return listing_ && presses && ImGui::IsMouseHoveringRect(list_.min, list_.max, false);
}

std::string_view ConsoleLine::beginning() const {
  return cycle_ ? std::string_view(cycle_->beginning) : field_.get();
}

std::string ConsoleLine::take_pasted() {
  std::string text;
  if (from_paste_) pasted_.emplace_front(field_.get());
  for (const std::string& line : pasted_) text += line + "\n";
  if (from_paste_) field_.text().put("");
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
    field_.text().put("");
  }
  face_ = scene.theme->faces.wire;
  const bool dialogue = scene.console.asked.has_value();
  completion_ = dialogue ? Completion{} : complete(beginning(), scene.console.known, scene.words);
  if (!dialogue) offer_literals(scene, beginning(), completion_);
  sends_ = as_it_is_ = false;
}

float ConsoleLine::draw(const Scene& scene, const Lane& lane, Intents& intents) {
  begin(scene);
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float left = corner.x + theme.px(space::padding);
  const float right = corner.x + size.x - theme.px(space::padding);
  const float top_of_line = corner.y + size.y - theme.px(console_height::line);
  const float middle = top_of_line + theme.px(console_height::line) / 2;
  const float field_left = speaker(scene, lane, {left, middle}, intents) + theme.px(space::gap);
  const float width = right - field_left;
  const float field_right = field_left + (width > theme.px(wide_line) ? width * 0.6F : width);
  const float half = theme.px(space::padding);
  field(scene, lane, {{field_left, middle - half}, {field_right, middle + half}});
  if (field_right < right) facts(scene, field_right, right, middle);

  float height = console_height::line;
  if (is_long()) height += whole_height(theme, field_.get(), right - left);
  if (lists()) height += console_height::list;
  above(scene, lane, {{left, corner.y + theme.px(space::unit)}, {right, top_of_line}});
  if (sends_) send(scene, lane, intents);
  return height;
}

float ConsoleLine::speaker(const Scene& scene, const Lane& lane, ImVec2 left_middle,
                           Intents& intents) {
  const Theme& theme = *scene.theme;
  const float x = draw_speaker(scene, lane, left_middle.x, left_middle.y, intents);
  if (scene.console.asked) return x;
  // The tag that comes next; one of the typist's own takes its place.
  if (scene.console.next_tag.empty()) return x;
  const bool own = !typed_line(field_.get()).tag.empty();
  return draw_text_centered_y(*ImGui::GetWindowDrawList(), theme.faces.wire_strong,
                              {x + theme.px(space::gap), left_middle.y},
                              own ? theme.now.faint : theme.now.client(lane.order),
                              own ? scene.words("console.own_tag") : scene.console.next_tag);
}

/// The whole of a long line, and the list over it, as far as there is room.
void ConsoleLine::above(const Scene& scene, const Lane& lane, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  const float gap = theme.px(space::unit);
  if (is_long()) {
    const float wanted = theme.px(whole_height(theme, field_.get(), area.max.x - area.min.x)) - gap;
    const float top = std::max(area.min.y, area.max.y - wanted);
    if (area.max.y - top < theme.px(space::indent)) return;  // the console has not grown yet
    draw_whole(theme, {{area.min.x, top}, area.max}, field_.get(),
               static_cast<std::size_t>(std::max(0, cursor_before_)), theme.now.client(lane.order));
    area.max.y = top;
  }
  if (lists() && area.max.y - area.min.y > theme.px(console_height::list) / 2) list(scene, area);
}

void ConsoleLine::list(const Scene& scene, ConsoleArea area) {
  list_ = area;
  const auto marked = cycle_ ? std::optional(cycle_->index) : std::nullopt;
  const auto clicked = draw_console_list(scene, area, completion_, marked);
  if (!clicked) return;
  const std::string line = completed(beginning(), completion_, *clicked);
  take(completion_.candidates[*clicked]);
  field_.text().put(line + behind(completion_, *clicked));
  field_.text().focus();
  cycle_.reset();
}

void ConsoleLine::field(const Scene& scene, const Lane& lane, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  field_.draw_frame(theme, area, theme.now.client(lane.order));
  area.min.x += theme.px(space::half_unit);
  area.max.x -= theme.px(space::half_unit);
  field_width_ = area.max.x - area.min.x;
  const bool held = holds_list();
  const bool entered = field_.draw(
      theme, area,
      {.name = "console.line",
       .flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion |
                ImGuiInputTextFlags_CallbackHistory},
      [&](ImGuiInputTextCallbackData& data) { return edit(data, scene, lane); });
  if (!field_.text().active()) listing_ = held;
  ghost(scene, area.max.x);
  if (!entered) return;
  sends_ = true;
  as_it_is_ = ImGui::GetIO().KeyCtrl;
}

/// What Tab would add, or the argument that comes next, faint behind what is typed.
void ConsoleLine::ghost(const Scene& scene, float right) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 at = field_.text_at();
  const float x = at.x + text_width(theme.faces.wire, field_.get());
  if (x > right - theme.px(space::least_sentence)) return;
  if (scene.console.asked) {
    if (field_.get().empty()) {
      draw_text_centered_y(draw, theme.faces.wire, {x, at.y}, theme.now.faint, "DONE");
    }
    return;
  }
  const bool at_slot = completion_.slot && field_.get().ends_with(' ');
  if (at_slot && !cycle_) {
    const Chip chip{.face = theme.faces.wire,
                    .text = theme.now.dim,
                    .frame = theme.now.dim,
                    .radius = theme.px(corner::slot),
                    .dashed = true};
    draw_chip(draw, theme, {x + theme.px(space::unit), at.y}, chip,
              shown(completion_.slots[*completion_.slot], scene.words));
  } else if (!cycle_) {
    draw_text_centered_y(draw, theme.faces.wire, {x, at.y}, theme.now.faint, completion_.rest);
  }
}

/// What sending does, and the keys; while nothing is typed, what is legal.
void ConsoleLine::facts(const Scene& scene, float left, float right, float middle) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  std::string effect =
      scene.console.asked ? scene.words("console.ends_idle") : effect_of_sending(scene);
  if (!pasted_.empty()) {
    effect += "; " + scene.words("console.pasted", {{"count", pasted_.size()}});
  }
  const float text_left = draw_text_right(
      draw, theme.faces.label, {right, middle - line_height(theme.faces.label) / 2}, theme.now.dim,
      ellipsised(theme.faces.label, effect, right - left - theme.px(key_width + space::padding)));
  const float key_left = text_left - theme.px(key_width);
  draw_key(draw, theme, {key_left, middle}, "Enter");
  const float hint_left = left + theme.px(space::wide_gap);
  const float room = key_left - theme.px(space::wide_gap) - hint_left;
  if (room < theme.px(space::least_sentence)) return;
  const Color color = completion_.legal ? theme.now.dim : theme.now.no;
  draw_text_centered_y(draw, theme.faces.label, {hint_left, middle}, color,
                       ellipsised(theme.faces.label, completion_.hint, room));
}

std::string ConsoleLine::line_to_send(const Scene& scene) const {
  std::string text(field_.get());
  if (scene.console.asked) return text.empty() ? "DONE" : text;
  if (as_it_is_ || !typed_line(text).tag.empty()) return text;
  const std::string& tag = scene.console.next_tag;
  return tag.empty() ? text : tag + " " + text;
}

void ConsoleLine::send(const Scene& scene, const Lane& lane, Intents& intents) {
  field_.text().focus();
  if (field_.get().empty() && !scene.console.asked) return;
  intents.push_back(SendConsole{lane.connection, line_to_send(scene)});
  std::vector<std::string>& history = history_[lane.name];
  const std::string typed(field_.get());
  if (!typed.empty() && (history.empty() || history.back() != typed)) history.push_back(typed);
  if (history.size() > most_history) history.erase(history.begin());
  proposal_ = proposal_for(scene, typed, std::exchange(chosen_, {}));
  walked_ = 0;
  listing_ = false;
  cycle_.reset();
  next_pasted();
}

void ConsoleLine::next_pasted() {
  from_paste_ = shows_beginning_ = !pasted_.empty();
  field_.text().put(pasted_.empty() ? "" : pasted_.front());
  if (!pasted_.empty()) pasted_.pop_front();
}

int ConsoleLine::edit(ImGuiInputTextCallbackData& data, const Scene& scene, const Lane& lane) {
  switch (data.EventFlag) {
    case ImGuiInputTextFlags_CallbackCompletion:
      cycle(data, scene);
      return 0;
    case ImGuiInputTextFlags_CallbackHistory:
      walk_history(data, lane);
      return 0;
    default:
      break;
  }
  // Dear ImGui from 1.90 on has no event of its own for Tab with Shift.
  if (ImGui::GetIO().KeyShift && compat::key_pressed(Key::tab)) cycle(data, scene);
  if (pastes()) take_paste(data);
  const std::string_view now(data.Buf, static_cast<std::size_t>(data.BufTextLen));
  if (now != before_) listing_ = !now.empty();
  if (cycle_ && now != cycle_->shown) cycle_.reset();
  const bool pasted = std::exchange(shows_beginning_, false);
  if (pasted && text_width(face_, now) > field_width_) {
    data.CursorPos = data.SelectionStart = data.SelectionEnd = 0;
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
  take(completion_.candidates[cycle_->index]);
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
  shows_beginning_ = true;
}

}  // namespace imapscope::gui
