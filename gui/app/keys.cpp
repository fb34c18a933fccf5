#include "gui/app/keys.h"

#include <algorithm>
#include <set>
#include <utility>

namespace imapscope::gui {
namespace {

// ---- what keys are called ----

struct Named {
  Key key;
  std::string_view name;
};

constexpr Named names[] = {
    {Key::space, "Space"},    {Key::left, "←"},          {Key::right, "→"},
    {Key::up, "↑"},           {Key::down, "↓"},          {Key::home, "Home"},
    {Key::end, "End"},        {Key::page_up, "Page Up"}, {Key::page_down, "Page Down"},
    {Key::equal, "+"},        {Key::keypad_plus, "+"},   {Key::minus, "−"},
    {Key::keypad_minus, "−"}, {Key::enter, "Enter"},     {Key::keypad_enter, "Enter"},
    {Key::tab, "Tab"},        {Key::escape, "Esc"},      {Key::backspace, "Backspace"},
    {Key::del, "Del"},        {Key::insert, "Ins"},
};

std::string name_of(Key key) {
  for (const Named& named : names) {
    if (named.key == key) return std::string(named.name);
  }
  const int code = static_cast<int>(key);
  const int f1 = static_cast<int>(Key::f1);
  if (code >= f1 && code <= static_cast<int>(Key::f11)) return "F" + std::to_string(code - f1 + 1);
  return std::string(1, static_cast<char>(code));  // printable ones have their ASCII code
}

std::string_view name_of(Held held) {
  constexpr std::string_view all[] = {"", "Shift ", "Ctrl ", "Alt "};
  return all[static_cast<std::size_t>(held)];
}

bool is_digit(Key key) {
  return key >= Key::digit_0 && key <= digit(9);
}

// ---- which keys act ----

bool is_held(Held held) {
  const ImGuiIO& io = ImGui::GetIO();
  switch (held) {
    case Held::nothing:
      return !io.KeyCtrl && !io.KeyAlt;
    case Held::shift:
      return io.KeyShift && !io.KeyCtrl && !io.KeyAlt;
    case Held::ctrl:
      return io.KeyCtrl && !io.KeyAlt;
    case Held::alt:
      return io.KeyAlt && !io.KeyCtrl;
  }
  return false;
}

bool acts_in_fields(const Stroke& stroke) {
  return stroke.held == Held::ctrl || stroke.held == Held::alt || stroke.key == Key::escape ||
         (stroke.key >= Key::f1 && stroke.key <= Key::f11);
}

bool is_made(const Stroke& stroke) {
  return is_held(stroke.held) && compat::key_pressed(stroke.key, stroke.repeats) &&
         (!ImGui::GetIO().WantTextInput || acts_in_fields(stroke));
}

bool exists(const KeyRow& row, const Scene& scene) {
  return holds(row.context, scene) && (row.exists == nullptr || row.exists(scene));
}

}  // namespace

Wish always(Intent intent) {
  return
      [intent = std::move(intent)](const Scene&, Intents& intents) { intents.push_back(intent); };
}

bool holds(Context context, const Scene& scene) {
  const bool picture = !scene.view.lessons && !scene.start && !scene.files;
  switch (context) {
    case Context::anywhere:
      return true;
    case Context::window:
      return picture;
    case Context::question:
      return picture && scene.lesson && scene.lesson->question && !scene.lesson->question->locked;
    case Context::present:
      return picture && scene.view.presenter;
    case Context::sandbox:
      return picture && scene.source == Source::simulation;
    case Context::start:
      return scene.start.has_value();
    case Context::task:
      return picture && scene.lesson && scene.lesson->task && scene.lesson->task->open;
  }
  return false;
}

std::string label(const KeyRow& row) {
  std::string text(name_of(row.strokes.front().held));
  if (row.strokes.size() > 2 && is_digit(row.strokes.front().key) && is_digit(row.strokes[2].key)) {
    return text + name_of(row.strokes.front().key) + " … " + name_of(row.strokes.back().key);
  }
  std::vector<std::string> said;
  for (const Stroke& stroke : row.strokes) {
    const std::string name = name_of(stroke.key);
    if (std::find(said.begin(), said.end(), name) != said.end()) continue;
    text += (said.empty() ? "" : " ") + name;
    said.push_back(name);
  }
  return text;
}

void keys(const Scene& scene, Intents& intents) {
  std::set<Key> taken;
  const auto walk = [&](bool with_held) {
    for (const KeyRow& row : key_rows()) {
      if (!exists(row, scene)) continue;
      if (has_page(scene) && row.context != Context::anywhere) continue;  // it takes the keys
      for (const Stroke& stroke : row.strokes) {
        const bool has_turn = (stroke.held != Held::nothing) == with_held;
        if (scene.files && !acts_in_fields(stroke)) continue;  // letters are typed there
        if (!has_turn || taken.contains(stroke.key) || !is_made(stroke)) continue;
        taken.insert(stroke.key);
        if (stroke.wish) stroke.wish(scene, intents);
      }
    }
  };
  walk(true);
  walk(false);
}

std::vector<KeyHelp> key_help(const Scene& scene) {
  std::vector<KeyHelp> help;
  for (const KeyRow& row : key_rows()) {
    if (exists(row, scene)) help.push_back({label(row), scene.words(row.words)});
  }
  return help;
}

std::string key_table(const words::Words& words) {
  const auto& rows = key_rows();
  const std::size_t half = (rows.size() + 1) / 2;
  const auto cells = [&](std::size_t row) {
    if (row >= rows.size()) return std::string(" | |");
    return " " + label(rows[row]) + " | " + words(rows[row].words) + " |";
  };
  const std::string heads = " " + words("keys.table.key") + " | " + words("keys.table.does") + " |";
  std::string table = "|" + heads + heads + "\n| --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < half; ++i) table += "|" + cells(i) + cells(half + i) + "\n";
  return table;
}

bool spotlight_held() {
  return !ImGui::GetIO().WantTextInput && compat::key_down(spotlight_key);
}

}  // namespace imapscope::gui
