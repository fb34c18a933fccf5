// What a picture without a place of its own shows.
#include "gui/app/best_moment.h"

#include <algorithm>

#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

namespace imapscope::gui {

TEST_CASE("a lesson's best moment has its first question turned out") {
  WholeWindow window(open_lesson(small_lesson));
  seek_to_best(window.state);
  const Scene scene = window.scene();
  REQUIRE(scene.lesson.has_value());
  REQUIRE(scene.lesson->question.has_value());
  CHECK(scene.lesson->question->outcome == Grade::happened);
}

TEST_CASE("a question that silence answers has turned out at the best moment, too") {
  const disk::DiskFiles files;
  auto document = open_document(files, IMAPSCOPE_SOURCE_DIR "/lessons/014_surprise.json");
  REQUIRE_MESSAGE(document.has_value(), (document ? "" : in_english(document.error())));
  WholeWindow window(std::move(*document));
  seek_to_best(window.state);
  const Scene scene = window.scene();
  REQUIRE(scene.lesson.has_value());
  CHECK(scene.lesson->step == 2);
  REQUIRE(scene.lesson->question.has_value());
  CHECK(scene.lesson->question->outcome == Grade::happened);
}

TEST_CASE("a capture's best moment has the mailbox open that is closed at its end") {
  const disk::DiskFiles files;
  auto document = open_document(files, IMAPSCOPE_SOURCE_DIR "/traces/captures/imaplib.pcap");
  REQUIRE_MESSAGE(document.has_value(), (document ? "" : in_english(document.error())));
  WholeWindow window(std::move(*document));
  const auto sees_a_mailbox = [&window] {
    const Scene scene = window.scene();
    return std::any_of(scene.beliefs->begin(), scene.beliefs->end(),
                       [](const auto& belief) { return belief.second.mailbox != nullptr; });
  };
  seek_to_end(window.state);
  CHECK_FALSE(sees_a_mailbox());
  seek_to_best(window.state);
  CHECK(sees_a_mailbox());
}

}  // namespace imapscope::gui
