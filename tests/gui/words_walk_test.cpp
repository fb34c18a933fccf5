// The whole window in each language, at the sizes that a window may have: no text is cut off or
// stands on other text, and none is left in another language.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "gui/app/make/make_start.h"
#include "sim/words/catalogue.h"
#include "tests/gui/sized_window.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

const std::string lessons_folder = IMAPSCOPE_SOURCE_DIR "/lessons";

bool is_visible(const ItemRect& rect) {
  constexpr float pixel = 1;
  return rect.min.y >= rect.clip_min.y - pixel && rect.max.y <= rect.clip_max.y + pixel &&
         rect.min.x < rect.clip_max.x && rect.max.x > rect.clip_min.x;
}

bool same_place(const ItemRect& a, const ItemRect& b) {
  return a.clip_min.x == b.clip_min.x && a.clip_min.y == b.clip_min.y &&
         a.clip_max.x == b.clip_max.x && a.clip_max.y == b.clip_max.y;
}

bool covers(const ItemRect& a, const ItemRect& b) {
  constexpr float shared = 3;  // of line boxes, whose letters do not touch
  return a.min.x + shared < b.max.x && b.min.x + shared < a.max.x && a.min.y + shared < b.max.y &&
         b.min.y + shared < a.max.y;
}

/// What the other language says where this one has words of its own.
std::set<std::string> words_of_others(const std::string& language) {
  std::set<std::string> foreign;
  for (const std::string& other : words::languages()) {
    if (other == language) continue;
    for (const auto& [key, message] : words::catalogue_of(other)->messages()) {
      if (message.find(' ') != std::string::npos) foreign.insert(message);
    }
  }
  for (const auto& [key, message] : words::catalogue_of(language)->messages()) {
    foreign.erase(message);
  }
  return foreign;
}

/// A page lies above what it dims.
void check_texts(const SizedWindow& window, const WindowSize& size, const std::string& language) {
  const View& view = window.state.view;
  const bool is_page = view.help || view.marks || view.menu || view.lessons || view.rule != nullptr;
  static const std::set<std::string> foreign_to_russian = words_of_others("ru");
  const std::vector<DrawnText>& texts = window.backend.items().texts();
  CHECK_FALSE(texts.empty());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const ItemRect& rect = texts[i].rect;
    if (!is_visible(rect)) continue;
    const bool cut = rect.min.x < rect.clip_min.x - 1 || rect.max.x > rect.clip_max.x + 1;
    if (cut || rect.max.x > size.width + 1) {
      FAIL_CHECK("'" << texts[i].text << "' is cut off: x " << rect.min.x << " to " << rect.max.x
                     << ", seen " << rect.clip_min.x << " to " << rect.clip_max.x);
    }
    if (language == "ru" && foreign_to_russian.contains(texts[i].text)) {
      FAIL_CHECK("'" << texts[i].text << "' is not said in Russian");
    }
    for (std::size_t j = i + 1; j < texts.size() && !is_page; ++j) {
      const ItemRect& other = texts[j].rect;
      if (!is_visible(other) || !same_place(rect, other) || !covers(rect, other)) continue;
      FAIL_CHECK("'" << texts[j].text << "' stands on '" << texts[i].text << "' at " << other.min.x
                     << ", " << other.min.y);
    }
  }
}

struct Page {
  const char* name;
  std::function<void(SizedWindow&)> open;
};

void open_surprise(SizedWindow& window) {
  window.open(lessons_folder + "/014_surprise.json");
}

/// Steps on to the next question, and answers it as far as that is wished.
void to_question(SizedWindow& window, const Intents& answer) {
  for (int i = 0; i < 60 && !window.scene().head.at_end; ++i) window.obey({NextRest{}});
  window.play_out();
  window.obey(answer);
  window.play_out();
}

const std::vector<Page>& pages() {
  static const std::vector<Page> all{
      {"start", [](SizedWindow&) {}},
      {"sessions and files", [](SizedWindow& w) { w.backend.press(Key::tab); }},
      {"keys", [](SizedWindow& w) { w.obey({ShowHelp{true}}); }},
      {"marks", [](SizedWindow& w) { w.obey({ShowMarks{true}}); }},
      {"what breaks a rule",
       [](SizedWindow& w) {
         w.open(IMAPSCOPE_SOURCE_DIR "/sim/rules/examples/expunge_unasked.txt");
         w.obey({JumpToEnd{}});
       }},
      {"a rule",
       [](SizedWindow& w) {
         w.open(IMAPSCOPE_SOURCE_DIR "/sim/rules/examples/expunge_unasked.txt");
         w.obey({JumpToEnd{}, ShowRule{rules::find_rule("expunge_unasked")}});
       }},
      {"files", [](SizedWindow& w) { w.obey({ListFolder{IMAPSCOPE_SOURCE_DIR "/traces"}}); }},
      {"lessons",
       [](SizedWindow& w) {
         open_surprise(w);
         w.obey({ShowLessons{true}});
       }},
      {"menu",
       [](SizedWindow& w) {
         open_surprise(w);
         w.obey({ShowMenu{true}});
       }},
      {"a lesson's beginning", open_surprise},
      {"a question",
       [](SizedWindow& w) {
         open_surprise(w);
         to_question(w, {});
       }},
      {"an outcome",
       [](SizedWindow& w) {
         open_surprise(w);
         to_question(w, {ChooseOption{0}, LockIn{}});
       }},
      {"a task",
       [](SizedWindow& w) {
         open_surprise(w);
         while (w.state.document->question() != nullptr) w.state.document->answer_next_correctly();
         w.obey({JumpToEnd{}, ShowHint{}});
       }},
      {"a lesson's end",
       [](SizedWindow& w) {
         open_surprise(w);
         w.state.document->answer_all_correctly();
         w.obey({JumpToEnd{}});
       }},
      {"a capture",
       [](SizedWindow& w) {
         w.open(IMAPSCOPE_SOURCE_DIR "/traces/captures/imaplib.pcap");
         w.obey({JumpToEnd{}});
       }},
      {"a session",
       [](SizedWindow& w) {
         w.obey({NewSession{.clients = 2, .mailbox = {}}});
         w.play_out();
         w.obey({MailArrives{}});
         w.play_out();
       }},
  };
  return all;
}

void check_window(const std::string& language, const WindowSize& size) {
  for (const Page& page : pages()) {
    SizedWindow window(size);
    window.state.view.language = language;
    window.state.lessons = find_lessons(window.app.files(), lessons_folder);
    window.state.start.mailboxes =
        find_mailboxes(window.app.files(), lessons_folder + "/mailboxes");
    show_start(window.state, window.app.files());
    window.backend.frames(3);
    page.open(window);
    window.backend.frames(2);
    CAPTURE(page.name);
    CAPTURE(language);
    CAPTURE(size.width);
    CAPTURE(size.zoom);
    check_texts(window, size, language);
  }
}

}  // namespace

TEST_CASE("no text is cut off, on other text, or in another language, at any size") {
  for (const WindowSize& size :
       {WindowSize{1280, 720, 1, false}, WindowSize{640, 400, 1, false},
        WindowSize{1280, 720, 1.3F, false}, WindowSize{1280, 720, 1, true}}) {
    for (const std::string& language : words::languages()) check_window(language, size);
  }
}
