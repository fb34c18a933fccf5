// The states of a session and the edges between them: the flow diagram of RFC 3501 §3 as a table,
// and beside it those of POP3 (RFC 1939 §3) and SMTP (RFC 5321 §4.1.4). The servers obey it, the
// observer follows it and the window draws it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/base/protocol.h"

namespace imapscope {

enum class State {
  greeting,
  not_authenticated,
  authenticated,
  selected,
  logout,

  pop3_greeting,
  pop3_authorization,
  pop3_transaction,  ///< the maildrop is locked, and answers
  pop3_update,       ///< what was marked is removed, and nothing more is asked
  pop3_closed,

  smtp_greeting,
  smtp_connected,   ///< greeted, and has not said who it is
  smtp_ready,       ///< may begin a mail transaction
  smtp_sender,      ///< MAIL was taken
  smtp_recipients,  ///< at least one RCPT was taken
  smtp_message,     ///< DATA was taken: the message comes, up to `.`
  smtp_closed,
};

struct StateInfo {
  State state;
  Protocol protocol;
  std::string_view name;  ///< "Not authenticated"
};

/// In the order of the enumeration, which is also that of a session's life.
inline constexpr std::array state_rows{
    StateInfo{State::greeting, Protocol::imap, "Greeting"},
    StateInfo{State::not_authenticated, Protocol::imap, "Not authenticated"},
    StateInfo{State::authenticated, Protocol::imap, "Authenticated"},
    StateInfo{State::selected, Protocol::imap, "Selected"},
    StateInfo{State::logout, Protocol::imap, "Logout"},
    StateInfo{State::pop3_greeting, Protocol::pop3, "Greeting"},
    StateInfo{State::pop3_authorization, Protocol::pop3, "Authorization"},
    StateInfo{State::pop3_transaction, Protocol::pop3, "Transaction"},
    StateInfo{State::pop3_update, Protocol::pop3, "Update"},
    StateInfo{State::pop3_closed, Protocol::pop3, "Closed"},
    StateInfo{State::smtp_greeting, Protocol::smtp, "Greeting"},
    StateInfo{State::smtp_connected, Protocol::smtp, "Connected"},
    StateInfo{State::smtp_ready, Protocol::smtp, "Ready"},
    StateInfo{State::smtp_sender, Protocol::smtp, "Sender"},
    StateInfo{State::smtp_recipients, Protocol::smtp, "Recipients"},
    StateInfo{State::smtp_message, Protocol::smtp, "Message"},
    StateInfo{State::smtp_closed, Protocol::smtp, "Closed"},
};

[[nodiscard]] constexpr const StateInfo& info_of(State state) {
  return state_rows[static_cast<std::size_t>(state)];
}
[[nodiscard]] constexpr std::string_view name_of(State state) {
  return info_of(state).name;
}
/// Where a connection of that protocol begins, and where it ends.
[[nodiscard]] constexpr State first_state(Protocol protocol) {
  for (const StateInfo& info : state_rows) {
    if (info.protocol == protocol) return info.state;
  }
  return State::greeting;
}
[[nodiscard]] constexpr State last_state(Protocol protocol) {
  State last = State::logout;
  for (const StateInfo& info : state_rows) {
    if (info.protocol == protocol) last = info.state;
  }
  return last;
}

/// What must cross the wire to travel an edge.
enum class Passage {
  greeting_ok,       ///< `* OK`, connection without pre-authentication
  greeting_preauth,  ///< `* PREAUTH`
  greeting_bye,      ///< `* BYE`, connection refused
  login,             ///< successful LOGIN or AUTHENTICATE
  select,            ///< successful SELECT or EXAMINE
  deselect,          ///< CLOSE, UNSELECT, or a failed SELECT or EXAMINE
  unauthenticate,    ///< successful UNAUTHENTICATE (RFC 8437)
  leave,             ///< LOGOUT, a server's BYE, or the connection closed

  pop3_update,  ///< QUIT of a session that has logged in

  smtp_hello,      ///< EHLO or HELO
  smtp_sender,     ///< MAIL
  smtp_recipient,  ///< RCPT
  smtp_data,       ///< DATA, answered by 354
  smtp_done,       ///< the message is there; RSET
  smtp_secured,    ///< TLS protects the connection, and what EHLO said is forgotten
};

struct Edge {
  State from;
  State to;
  Passage passage;
  std::string_view label;            ///< as drawn
  std::string_view rfc;              ///< "3501 §3.4"
  std::string_view capability = {};  ///< of an extension's edge, which the diagram does not draw
};

inline constexpr std::array edges{
    Edge{State::greeting, State::not_authenticated, Passage::greeting_ok, "OK", "3501 §7.1.1"},
    Edge{State::greeting, State::authenticated, Passage::greeting_preauth, "PREAUTH",
         "3501 §7.1.4"},
    Edge{State::greeting, State::logout, Passage::greeting_bye, "BYE", "3501 §7.1.5"},
    Edge{State::not_authenticated, State::authenticated, Passage::login, "LOGIN, AUTHENTICATE",
         "3501 §6.2"},
    Edge{State::authenticated, State::selected, Passage::select, "SELECT, EXAMINE", "3501 §6.3.1"},
    Edge{State::selected, State::authenticated, Passage::deselect, "CLOSE, UNSELECT, failed SELECT",
         "3501 §6.4.2, 3691 §2"},
    Edge{State::selected, State::selected, Passage::select, "SELECT, EXAMINE", "3501 §6.3.1"},
    Edge{State::authenticated, State::not_authenticated, Passage::unauthenticate, "UNAUTHENTICATE",
         "8437 §3", "UNAUTHENTICATE"},
    Edge{State::selected, State::not_authenticated, Passage::unauthenticate, "UNAUTHENTICATE",
         "8437 §3", "UNAUTHENTICATE"},
    Edge{State::not_authenticated, State::logout, Passage::leave, "LOGOUT, BYE", "3501 §3.4"},
    Edge{State::authenticated, State::logout, Passage::leave, "LOGOUT, BYE", "3501 §3.4"},
    Edge{State::selected, State::logout, Passage::leave, "LOGOUT, BYE", "3501 §3.4"},

    Edge{State::pop3_greeting, State::pop3_authorization, Passage::greeting_ok, "+OK", "1939 §4"},
    Edge{State::pop3_greeting, State::pop3_closed, Passage::greeting_bye, "-ERR", "1939 §4"},
    Edge{State::pop3_authorization, State::pop3_transaction, Passage::login, "USER, PASS",
         "1939 §4"},
    Edge{State::pop3_transaction, State::pop3_update, Passage::pop3_update, "QUIT", "1939 §6"},
    Edge{State::pop3_update, State::pop3_closed, Passage::leave, "+OK", "1939 §6"},
    Edge{State::pop3_authorization, State::pop3_closed, Passage::leave, "QUIT", "1939 §4"},
    Edge{State::pop3_transaction, State::pop3_closed, Passage::leave, "", "1939 §6"},

    Edge{State::smtp_greeting, State::smtp_connected, Passage::greeting_ok, "220", "5321 §3.1"},
    Edge{State::smtp_greeting, State::smtp_closed, Passage::greeting_bye, "554", "5321 §3.1"},
    Edge{State::smtp_connected, State::smtp_ready, Passage::smtp_hello, "EHLO", "5321 §4.1.1.1"},
    Edge{State::smtp_ready, State::smtp_sender, Passage::smtp_sender, "MAIL", "5321 §4.1.1.2"},
    Edge{State::smtp_sender, State::smtp_recipients, Passage::smtp_recipient, "RCPT",
         "5321 §4.1.1.3"},
    Edge{State::smtp_recipients, State::smtp_message, Passage::smtp_data, "DATA", "5321 §4.1.1.4"},
    Edge{State::smtp_message, State::smtp_ready, Passage::smtp_done, ".", "5321 §4.1.1.4"},
    Edge{State::smtp_sender, State::smtp_ready, Passage::smtp_done, "RSET", "5321 §4.1.1.5"},
    Edge{State::smtp_recipients, State::smtp_ready, Passage::smtp_done, "RSET", "5321 §4.1.1.5"},
    Edge{State::smtp_sender, State::smtp_ready, Passage::smtp_hello, "EHLO", "5321 §4.1.4"},
    Edge{State::smtp_recipients, State::smtp_ready, Passage::smtp_hello, "EHLO", "5321 §4.1.4"},
    Edge{State::smtp_connected, State::smtp_connected, Passage::smtp_secured, "STARTTLS",
         "3207 §4.2", "STARTTLS"},
    Edge{State::smtp_ready, State::smtp_connected, Passage::smtp_secured, "STARTTLS", "3207 §4.2",
         "STARTTLS"},
    Edge{State::smtp_sender, State::smtp_connected, Passage::smtp_secured, "STARTTLS", "3207 §4.2",
         "STARTTLS"},
    Edge{State::smtp_recipients, State::smtp_connected, Passage::smtp_secured, "STARTTLS",
         "3207 §4.2", "STARTTLS"},
    Edge{State::smtp_connected, State::smtp_closed, Passage::leave, "QUIT", "5321 §4.1.1.10"},
    Edge{State::smtp_ready, State::smtp_closed, Passage::leave, "QUIT", "5321 §4.1.1.10"},
    Edge{State::smtp_sender, State::smtp_closed, Passage::leave, "QUIT", "5321 §4.1.1.10"},
    Edge{State::smtp_recipients, State::smtp_closed, Passage::leave, "QUIT", "5321 §4.1.1.10"},
    Edge{State::smtp_message, State::smtp_closed, Passage::leave, "", "5321 §3.8"},
};

/// Where `passage` leads from `from`; `from` itself where the table has no such edge.
[[nodiscard]] constexpr State travel(State from, Passage passage) {
  for (const Edge& edge : edges) {
    if (edge.from == from && edge.passage == passage) return edge.to;
  }
  return from;
}

/// Where `passage` leads in a session of that protocol, from wherever it was travelled: all of its
/// edges end in one state.
[[nodiscard]] constexpr State destination(Passage passage, Protocol protocol = Protocol::imap) {
  for (const Edge& edge : edges) {
    if (edge.passage == passage && info_of(edge.to).protocol == protocol) return edge.to;
  }
  return last_state(protocol);
}

/// The edge between two states; null where none leads there. Of several the first in the table.
[[nodiscard]] constexpr const Edge* edge_between(State from, State to) {
  for (const Edge& edge : edges) {
    if (edge.from == from && edge.to == to) return &edge;
  }
  return nullptr;
}

/// A set of states, for the command table.
class States {
 public:
  constexpr States(std::initializer_list<State> states) {
    for (const State state : states) bits_ |= bit(state);
  }
  [[nodiscard]] constexpr bool contains(State state) const { return (bits_ & bit(state)) != 0; }

 private:
  static constexpr unsigned bit(State state) { return 1U << static_cast<unsigned>(state); }
  unsigned bits_ = 0;
};

/// "Authenticated or Selected", with `between` between the names.
[[nodiscard]] std::string names_of(const States& states, std::string_view between);

inline constexpr States any_state{State::not_authenticated, State::authenticated, State::selected};
inline constexpr States before_login{State::not_authenticated};
inline constexpr States after_login{State::authenticated, State::selected};
inline constexpr States mailbox_open{State::selected};

}  // namespace imapscope
