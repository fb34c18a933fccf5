#include "gui/panes/mailbox/mailbox.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/gui/pane_script.h"
#include "tests/gui/test_scene.h"

namespace imapscope::gui {
namespace {

std::vector<Spoken> many_messages(std::size_t count) {
  return {{1, '<', "* PREAUTH hello"},
          {1, '>', "a1 SELECT INBOX"},
          {1, '<', "* " + std::to_string(count) + " EXISTS"},
          {1, '<', "a1 OK [READ-WRITE] done"},
          {1, '>', "a2 FETCH 2 FLAGS"},
          {1, '<', "* 2 FETCH (FLAGS (\\Seen))"},
          {1, '<', "a2 OK done"}};
}

}  // namespace

TEST_CASE("only the rows in view are built, however many messages there are") {
  TestScene few(many_messages(100));
  TestScene many(many_messages(100000));
  MailboxPane first;
  MailboxPane second;
  PaneScript little(first, few.scene, {400, 600});
  PaneScript much(second, many.scene, {400, 600});
  CHECK(much.ui.vertices() < little.ui.vertices() * 5 / 4);
  CHECK(much.ui.items().find("mailbox.row.1").has_value());
  CHECK_FALSE(much.ui.items().find("mailbox.row.99").has_value());
}

TEST_CASE("the wheel reaches every row of a low pane, at 300 per cent as well") {
  TestScene test(many_messages(3));
  test.theme().scale = 3;
  MailboxPane pane;
  PaneScript script(pane, test.scene, {400, 240});
  script.ui.move({200, 150});
  bool seen = false;
  for (int i = 0; i < 40 && !seen; ++i) {
    const auto row = script.ui.items().find("mailbox.row.3");
    seen = row && row->max.y <= 240;
    script.ui.wheel(-1);
    script.ui.frames(1);
  }
  CHECK(seen);
}

}  // namespace imapscope::gui
