// The session's states and the edges between them: the flow diagram of RFC 3501 §3 as a table. The
// server obeys it, the observer follows it and the window draws it.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace imapscope {

enum class State { greeting, not_authenticated, authenticated, selected, logout };

std::string_view name_of(State state);  ///< "Not authenticated"

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
};

/// Where `passage` leads from `from`; `from` itself where the table has no such edge.
[[nodiscard]] constexpr State travel(State from, Passage passage) {
  for (const Edge& edge : edges) {
    if (edge.from == from && edge.passage == passage) return edge.to;
  }
  return from;
}

/// Where `passage` leads, from wherever it was travelled: all of its edges end in one state.
[[nodiscard]] constexpr State destination(Passage passage) {
  for (const Edge& edge : edges) {
    if (edge.passage == passage) return edge.to;
  }
  return State::logout;
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
