#include "gui/imgui/field_text.h"

#include <algorithm>

#include "gui/imgui/compat.h"
#include "sim/base/ascii.h"
#include "sim/base/utf.h"

namespace imapscope::gui {
namespace {

/// How many frames Dear ImGui may take to give a field the keyboard.
constexpr int frames_to_arrive = 4;

}  // namespace

void FieldText::put(std::string_view text) {
  const std::size_t size = std::min(text.size(), octets_.size() - 1);
  std::copy_n(text.data(), size, octets_.data());
  octets_[size] = '\0';
  put_ = true;
}

void FieldText::focus(char brought_by) {
  coming_ = frames_to_arrive;
  brought_by_ = brought_by;
  typed_.clear();
}

void FieldText::leave() {
  if (active()) ImGui::SetWindowFocus(nullptr);
  active_ = false;
  coming_ = 0;
}

bool FieldText::give_up_focus() {
  const bool had = active();
  active_ = false;
  coming_ = 0;
  return had;
}

/// Dear ImGui gives it a frame or two later, and what is typed then would be nobody's.
void FieldText::ask_for_keyboard() {
  if (coming_ == 0) return;
  if (coming_ == frames_to_arrive) compat::take_keyboard();
  --coming_;
  take_typed();
  ImGui::GetIO().WantTextInput = true;
}

void FieldText::take_typed() {
  std::u32string typed;
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
    const bool brought = brought_by_ != '\0' && c < 0x80 &&
                         ascii::lower(static_cast<char>(c)) == ascii::lower(brought_by_);
    if (brought) brought_by_ = '\0';
    if (!brought && c >= ' ') typed += static_cast<char32_t>(c);
  }
  ImGui::GetIO().InputQueueCharacters.resize(0);
  typed_ += to_utf8(typed);
}

void FieldText::arrive(ImGuiInputTextCallbackData& data) {
  if (put_) {
    data.DeleteChars(0, data.BufTextLen);
    data.InsertChars(0, octets_.data());
    put_ = false;
  }
  if (coming_ == 0) return;
  coming_ = 0;
  data.InsertChars(data.BufTextLen, typed_.c_str());
  data.CursorPos = data.SelectionStart = data.SelectionEnd = data.BufTextLen;
}

bool FieldText::draw(const Form& form, const Edit& edit) {
  struct Call {
    FieldText& field;
    const Edit& edit;
  } call{*this, edit};
  const auto react = [](ImGuiInputTextCallbackData* data) {
    const Call& to = *static_cast<Call*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackAlways) to.field.arrive(*data);
    return to.edit ? to.edit(*data) : 0;
  };
  ask_for_keyboard();
  const std::string held(get());
  const bool escapes = active_ && compat::key_pressed(Key::escape);
  const ImGuiInputTextFlags flags = form.flags | ImGuiInputTextFlags_CallbackAlways;
  bool told = false;
  if (form.size.y > 0) {
    told = ImGui::InputTextMultiline(form.id, octets_.data(), octets_.size(), form.size, flags,
                                     react, &call);
  } else {
    ImGui::SetNextItemWidth(form.size.x);
    told = ImGui::InputTextWithHint(form.id, form.hint, octets_.data(), octets_.size(), flags,
                                    react, &call);
  }
  if (escapes) put(held);  // Dear ImGui would take back what was typed
  active_ = ImGui::IsItemActive();
  if (!active_) put_ = false;
  return told;
}

}  // namespace imapscope::gui
