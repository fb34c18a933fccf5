#include "sim/imap/notify.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"

namespace imapscope {
namespace {

// In the enum's order.
constexpr std::array<std::string_view, 8> names{"MessageNew",
                                                "MessageExpunge",
                                                "FlagChange",
                                                "AnnotationChange",
                                                "MailboxName",
                                                "SubscriptionChange",
                                                "MailboxMetadataChange",
                                                "ServerMetadataChange"};

}  // namespace

std::string_view name_of(Event event) {
  return event == Event::unknown ? "" : names[static_cast<std::size_t>(event)];
}

Event find_event(std::string_view name) {
  const auto* const found = std::find_if(
      names.begin(), names.end(),
      [name](std::string_view known) { return ascii::equal_ignoring_case(name, known); });
  return static_cast<Event>(found - names.begin());
}

const WatchedEvent* EventGroup::find(Event event) const {
  const auto found = std::find_if(events.begin(), events.end(), [event](const WatchedEvent& each) {
    return each.event() == event;
  });
  return found == events.end() ? nullptr : &*found;
}

const EventGroup* find_selected(const std::vector<EventGroup>& groups) {
  const auto found = std::find_if(groups.begin(), groups.end(), [](const EventGroup& group) {
    return group.filter.is_selected();
  });
  return found == groups.end() ? nullptr : &*found;
}

}  // namespace imapscope
