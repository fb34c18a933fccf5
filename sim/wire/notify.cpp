#include "sim/wire/notify.h"

#include "sim/wire/fetch.h"
#include "sim/wire/mailbox_filter.h"

namespace imapscope::wire {
namespace {

// event = message-event / mailbox-event / user-event / event-ext;
// message-event = "MessageNew" [SP "(" fetch-att *(SP fetch-att) ")"] / …
WatchedEvent parse_event(Cursor& in) {
  WatchedEvent event{std::string(in.atom("event"))};
  if (event.event() != Event::message_new || !in.at_space_then('(')) return event;
  in.space();
  event.items = parse_fetch_list(in);
  return event;
}

// events = ("(" event *(SP event) ")") / "NONE". The RFC's own examples have them without
// parentheses, too, and so have clients.
void parse_events(Cursor& in, std::vector<WatchedEvent>& events) {
  if (in.accept_word("NONE")) return;
  if (in.at('(')) {
    return in.list_of_some("event_list", [&] { events.push_back(parse_event(in)); });
  }
  do {
    events.push_back(parse_event(in));
  } while (in.another());
}

// event-group = "(" filter-mailboxes SP events ")"
EventGroup parse_group(Cursor& in) {
  in.expect('(', "event_group");
  EventGroup group{parse_mailbox_filter(in)};
  in.space();
  parse_events(in, group.events);
  in.expect(')', "list_end");
  return group;
}

void print_event(Printer& out, const WatchedEvent& event) {
  out.raw(event.name);
  if (event.items.empty()) return;
  out.space();
  print_fetch_list(out, event.items);
}

void print_group(Printer& out, const EventGroup& group) {
  out.raw("(");
  print_mailbox_filter(out, group.filter);
  out.space();
  if (group.events.empty()) {
    out.raw("NONE");
  } else {
    out.list(group.events, [&out](const WatchedEvent& event) { print_event(out, event); });
  }
  out.raw(")");
}

}  // namespace

// notify = "NOTIFY" SP ("SET" [SP "STATUS"] SP event-group *(SP event-group) / "NONE")
void parse(Cursor& in, Notify& command) {
  in.space();
  if (in.accept_word("NONE")) return;
  if (!in.accept_word("SET")) return in.fail("notify_form", "5465 §3.1");
  in.space();
  command.status = in.accept_word("STATUS");
  if (command.status) in.space();
  do {
    command.groups.push_back(parse_group(in));
  } while (in.another());
}

void print(Printer& out, const Notify& command) {
  if (command.groups.empty()) return out.raw(" NONE");
  out.raw(command.status ? " SET STATUS " : " SET ");
  out.separated(command.groups, [&out](const EventGroup& group) { print_group(out, group); });
}

}  // namespace imapscope::wire
