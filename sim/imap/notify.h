// The notify family: what a client wants to be told of, in which mailboxes (RFC 5465).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/fetch.h"
#include "sim/imap/mailbox_filter.h"

namespace imapscope {

/// What can happen (RFC 5465 §5). An event of another name is not known here.
enum class Event {
  message_new,
  message_expunge,
  flag_change,
  annotation_change,
  mailbox_name,
  subscription_change,
  mailbox_metadata_change,
  server_metadata_change,
  unknown,
};
/// "MessageNew"; of an unknown one "".
[[nodiscard]] std::string_view name_of(Event event);
/// Ignores case.
[[nodiscard]] Event find_event(std::string_view name);
/// It is about messages: the only ones that SELECTED takes (RFC 5465 §6.1).
[[nodiscard]] constexpr bool is_message_event(Event event) {
  return event <= Event::annotation_change;
}

struct WatchedEvent {
  std::string name;                ///< as written
  std::vector<FetchItem> items{};  ///< of MessageNew: what is told of each new message
  friend bool operator==(const WatchedEvent&, const WatchedEvent&) = default;

  [[nodiscard]] Event event() const { return find_event(name); }
};

struct EventGroup {
  MailboxFilter filter;
  std::vector<WatchedEvent> events{};  ///< empty: NONE
  friend bool operator==(const EventGroup&, const EventGroup&) = default;

  /// Null where it is not among them.
  [[nodiscard]] const WatchedEvent* find(Event event) const;
  [[nodiscard]] bool wants(Event event) const { return find(event) != nullptr; }
};

struct Notify {                      ///< RFC 5465 §3
  bool status = false;               ///< SET STATUS: the mailboxes are told as they are now
  std::vector<EventGroup> groups{};  ///< empty: NOTIFY NONE
  friend bool operator==(const Notify&, const Notify&) = default;
};

/// The one about the open mailbox; null where there is none.
[[nodiscard]] const EventGroup* find_selected(const std::vector<EventGroup>& groups);

}  // namespace imapscope
