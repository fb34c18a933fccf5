// The notify family: NOTIFY (RFC 5465).
#include <algorithm>

#include "sim/server/handlers.h"
#include "sim/server/watching.h"

namespace imapscope::server {
namespace {

/// Of RFC 5465 §5 all but AnnotationChange, which goes with ANNOTATE.
bool is_served(Event event) {
  return event != Event::annotation_change && event != Event::unknown;
}

StatusResponse bad_event(const std::string& name) {
  std::string served;
  for (int i = 0; i < static_cast<int>(Event::unknown); ++i) {
    const auto event = static_cast<Event>(i);
    if (!is_served(event)) continue;
    served += served.empty() ? "" : " ";
    served += name_of(event);
  }
  return {Condition::no, CodeAtom{"BADEVENT", '(' + served + ')'},
          "Nothing is told here of " + name};
}

/// RFC 5465 §5, §6.1
Ending refuse_group(const EventGroup& group) {
  for (const WatchedEvent& event : group.events) {
    if (!is_served(event.event())) return bad_event(event.name);
    if (group.filter.is_selected() && !is_message_event(event.event())) {
      return bad("SELECTED goes with events of messages alone");
    }
    if (!group.filter.is_selected() && !event.items.empty()) {
      return bad("Only of the open mailbox more can be told of a new message");
    }
  }
  const bool comes = group.wants(Event::message_new);
  if (comes != group.wants(Event::message_expunge)) {
    return bad("MessageNew and MessageExpunge go together");
  }
  if (group.wants(Event::flag_change) && !comes) {
    return bad("FlagChange goes with MessageNew and MessageExpunge");
  }
  return std::nullopt;
}

Ending refuse_groups(const std::vector<EventGroup>& groups) {
  const auto is_selected = [](const EventGroup& group) { return group.filter.is_selected(); };
  if (std::count_if(groups.begin(), groups.end(), is_selected) > 1) {
    return bad("SELECTED and SELECTED-DELAYED: one of them, and once");
  }
  for (const EventGroup& group : groups) {
    if (auto refused = refuse_group(group)) return refused;
  }
  return std::nullopt;
}

/// RFC 5465 §3.1: what would cost too much may be refused.
Ending refuse_many(const std::vector<EventGroup>& groups, const Turn& turn) {
  if (!watches_others(groups)) return std::nullopt;
  if (directory_for(turn.asking()).names.size() <= turn.config.max_watched_mailboxes) {
    return std::nullopt;
  }
  return no("NOTIFICATIONOVERFLOW", "There are too many mailboxes to tell of");
}

}  // namespace

// What came to the open mailbox until now is told with the OK, as after NOOP (RFC 5465 §3.1).
Ending handle(const Notify& command, Turn& turn) {
  if (auto refused = refuse_groups(command.groups)) return refused;
  if (auto refused = refuse_many(command.groups, turn)) return refused;
  turn.session.watch = Watch{command.groups};
  look_again(turn);
  tell_as_they_are(command.status, turn);
  return ok("NOTIFY completed");
}

}  // namespace imapscope::server
