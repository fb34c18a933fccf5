#include "gui/imgui/rich_text.h"

#include <cmath>
#include <string>
#include <vector>

#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float paragraph_gap = 0.55F;  // of a line

/// What must not be broken: a word in one face. `spaced`: a space stands before it.
struct Word {
  std::string_view text;
  ImFont* face;
  bool spaced;
  bool begins_paragraph;
};

class Splitting {
 public:
  Splitting(const Theme& theme, std::string_view text) : theme_(theme), text_(text) {}

  std::vector<Word> words() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '`') {
        end_word(i, i + 1);
        is_code_ = !is_code_;
      } else if (!is_code_ && text_.substr(i, 2) == "**") {
        end_word(i, i + 2);
        is_strong_ = !is_strong_;
        ++i;
      } else if (text_[i] == ' ' && within_reference(i)) {
        continue;
      } else if (text_[i] == '\n' || text_[i] == ' ') {
        end_word(i, i + 1);
        spaced_ = true;
        if (text_.substr(i, 2) == "\n\n") paragraph_ = true;
      }
    }
    end_word(text_.size(), text_.size());
    return std::move(words_);
  }

 private:
  [[nodiscard]] ImFont* face() const {
    if (is_code_) return theme_.faces.wire;
    return is_strong_ ? theme_.faces.strong : theme_.faces.body;
  }
  /// "RFC 3501 §7.1" stays together.
  [[nodiscard]] bool within_reference(std::size_t space) const {
    return text_.substr(space + 1).starts_with("§") || text_.substr(0, space).ends_with("RFC");
  }
  void end_word(std::size_t end, std::size_t next) {
    if (end > begin_) {
      words_.push_back(
          {text_.substr(begin_, end - begin_), face(), spaced_, paragraph_ && !words_.empty()});
      spaced_ = false;
      paragraph_ = false;
    }
    begin_ = next;
  }

  const Theme& theme_;
  std::string_view text_;
  std::vector<Word> words_;
  std::size_t begin_ = 0;
  bool is_code_ = false;
  bool is_strong_ = false;
  bool spaced_ = false;
  bool paragraph_ = false;
};

/// Calls `place(word, x, middle_y)` for each word; gives back the height of all.
template <class Place>
float flow(const Theme& theme, float width, std::string_view text, const Place& place) {
  const float pitch = theme.faces.body_line;
  float x = 0;
  float y = 0;
  const std::vector<Word> words = Splitting(theme, text).words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    // Words without a space between them ("`FETCH`,") stay together.
    float together = text_width(word.face, word.text);
    for (std::size_t j = i + 1; j < words.size() && !words[j].spaced; ++j) {
      together += text_width(words[j].face, words[j].text);
    }
    if (word.begins_paragraph) {
      y += pitch + std::round(pitch * paragraph_gap);
      x = 0;
    } else if (word.spaced && x > 0) {
      const bool in_code = i > 0 && words[i - 1].face == theme.faces.wire;
      x += text_width(in_code && word.face == theme.faces.wire ? word.face : theme.faces.body, " ");
      if (x + together > width) {
        x = 0;
        y += pitch;
      }
    }
    place(word, x, y + pitch / 2);
    x += text_width(word.face, word.text);
  }
  return words.empty() ? 0 : y + pitch;
}

}  // namespace

float draw_rich_text(ImDrawList& draw, const Theme& theme, ImVec2 at, float width, Color color,
                     std::string_view text) {
  return flow(theme, width, text, [&](const Word& word, float x, float middle) {
    draw_text_centered_y(draw, word.face, {at.x + x, at.y + middle}, color, word.text);
  });
}

void draw_rich_line(ImDrawList& draw, const Theme& theme, ImVec2 middle, float width, Color color,
                    std::string_view text) {
  constexpr std::string_view ellipsis = "\u2026";
  const float right = middle.x + width;
  float x = middle.x;
  const std::vector<Word> words = Splitting(theme, text).words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.spaced && i > 0) x += text_width(word.face, " ");
    // Behind a word that another follows there must be room for an ellipsis in its place.
    const std::string_view behind = i + 1 < words.size() ? " \u2026" : "";
    const float taken = text_width(word.face, word.text) + text_width(word.face, behind);
    if (x + taken > right) {
      const std::string cut = std::string(word.text) + std::string(ellipsis);
      draw_text_centered_y(draw, word.face, {x, middle.y}, color,
                           ellipsised(word.face, cut, right - x));
      return;
    }
    x = draw_text_centered_y(draw, word.face, {x, middle.y}, color, word.text);
  }
}

float rich_text_height(const Theme& theme, float width, std::string_view text) {
  return flow(theme, width, text, [](const Word&, float, float) {});
}

}  // namespace imapscope::gui
