#include "gui/app/pane_table.h"

#include "gui/panes/console/console.h"
#include "gui/panes/inputs.h"
#include "gui/panes/inspector.h"
#include "gui/panes/lesson/lesson.h"
#include "gui/panes/lesson/notes.h"
#include "gui/panes/mailbox/mailbox.h"
#include "gui/panes/state.h"
#include "gui/panes/timeline/timeline.h"
#include "gui/panes/toolbar.h"
#include "gui/panes/traffic/traffic.h"

namespace imapscope::gui {

std::vector<PlacedPane> make_panes() {
  std::vector<PlacedPane> panes;
  panes.push_back({Part::toolbar, "toolbar", std::make_unique<ToolbarPane>()});
  panes.push_back({Part::inputs, "inputs", std::make_unique<InputsPane>()});
  panes.push_back({Part::lesson, "lesson", std::make_unique<LessonPane>()});
  panes.push_back({Part::traffic, "traffic", std::make_unique<TrafficPane>()});
  panes.push_back({Part::inspector, "inspector", std::make_unique<InspectorPane>()});
  panes.push_back({Part::state, "state", std::make_unique<StatePane>()});
  panes.push_back({Part::mailbox, "mailbox", std::make_unique<MailboxPane>()});
  panes.push_back({Part::timeline, "timeline", std::make_unique<TimelinePane>()});
  panes.push_back({Part::console, "console", std::make_unique<ConsolePane>()});
  panes.push_back({Part::notes, "notes", std::make_unique<NotesPane>()});
  return panes;
}

}  // namespace imapscope::gui
