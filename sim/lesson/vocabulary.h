// The words of a lesson file: every object's keys, and every closed set of values. The reader obeys
// these tables and lessons/schema.json says the same; a test compares the two.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "sim/lesson/model.h"

namespace imapscope::lesson {

struct Key {
  std::string_view name;
  bool required = false;
};

/// One kind of object; `name` is that of its definition in the schema.
struct Shape {
  std::string_view name;
  std::span<const Key> keys;
};

constexpr bool needed = true;

// ---- the lesson and how its world begins ----
inline constexpr std::array lesson_keys{
    Key{"$schema"},       Key{"number", needed}, Key{"title", needed}, Key{"goal", needed},
    Key{"level", needed}, Key{"minutes"},        Key{"commands"},      Key{"seed"},
    Key{"network"},       Key{"server", needed}, Key{"steps", needed},
};
inline constexpr std::array server_keys{Key{"name"}, Key{"login_disabled"}, Key{"users", needed}};
inline constexpr std::array user_keys{Key{"name", needed}, Key{"password", needed},
                                      Key{"mailboxes"}, Key{"subscribed"}};
inline constexpr std::array mailbox_keys{
    Key{"name", needed}, Key{"mbox"}, Key{"messages"}, Key{"internal_dates"},  Key{"uid_validity"},
    Key{"uid_next"},     Key{"uids"}, Key{"flags"},    Key{"permanent_flags"}, Key{"recent"},
};
inline constexpr std::array link_keys{Key{"latency_ms"}, Key{"jitter_ms"}, Key{"octets_per_second"},
                                      Key{"segment_octets"}};

// ---- the verbs ----
inline constexpr std::array say_keys{Key{"title", needed}, Key{"text", needed}};
inline constexpr std::array connect_keys{Key{"client", needed}, Key{"greeting"}, Key{"user"}};
inline constexpr std::array send_keys{Key{"client", needed}, Key{"line", needed}, Key{"wait"}};
inline constexpr std::array deliver_keys{Key{"user", needed}, Key{"mailbox"},
                                         Key{"message", needed}};
inline constexpr std::array wait_keys{Key{"ms", needed}};
inline constexpr std::array expect_keys{Key{"client", needed}, Key{"line", needed}, Key{"absent"}};
inline constexpr std::array ask_keys{Key{"client", needed}, Key{"predict"}, Key{"question", needed},
                                     Key{"options", needed}, Key{"rule"}};
inline constexpr std::array option_keys{Key{"line"}, Key{"words"}, Key{"grade", needed},
                                        Key{"why", needed}};
inline constexpr std::array highlight_keys{Key{"pane", needed}};
inline constexpr std::array disconnect_keys{Key{"client", needed}, Key{"abrupt"}};
inline constexpr std::array network_keys{Key{"client"}, Key{"latency_ms"}, Key{"jitter_ms"},
                                         Key{"octets_per_second"}, Key{"segment_octets"}};

inline constexpr Shape lesson_shape{"lesson", lesson_keys};
inline constexpr Shape option_shape{"option", option_keys};
inline constexpr std::array header_shapes{Shape{"server", server_keys}, Shape{"user", user_keys},
                                          Shape{"mailbox", mailbox_keys}, Shape{"link", link_keys}};
/// In the order of `Verb`.
inline constexpr std::array verb_shapes{
    Shape{"say", say_keys},
    Shape{"connect", connect_keys},
    Shape{"send", send_keys},
    Shape{"deliver", deliver_keys},
    Shape{"wait", wait_keys},
    Shape{"expect", expect_keys},
    Shape{"ask", ask_keys},
    Shape{"highlight", highlight_keys},
    Shape{"disconnect", disconnect_keys},
    Shape{"network", network_keys},
};
static_assert(verb_shapes.size() == std::variant_size_v<Verb>);

// ---- closed sets of values ----
template <class E>
using Word = std::pair<std::string_view, E>;

inline constexpr std::array grade_words{Word<Grade>{"happened", Grade::happened},
                                        Word<Grade>{"legal", Grade::legal},
                                        Word<Grade>{"illegal", Grade::illegal}};
inline constexpr std::array predict_words{
    Word<Predict>{"line", Predict::line}, Word<Predict>{"state", Predict::state},
    Word<Predict>{"count", Predict::count}, Word<Predict>{"expunges", Predict::expunges},
    Word<Predict>{"words", Predict::words}};
inline constexpr std::array greeting_words{
    Word<server::Greeting>{"ok", server::Greeting::ok},
    Word<server::Greeting>{"preauth", server::Greeting::preauth},
    Word<server::Greeting>{"bye", server::Greeting::bye}};
/// What learners do with it (Naps et al. 2002); a lesson is never mere viewing.
inline constexpr std::array<std::string_view, 4> level_words{"responding", "changing",
                                                             "constructing", "presenting"};
inline constexpr std::array<std::string_view, 6> pane_words{"traffic",   "state",   "mailbox",
                                                            "inspector", "console", "timeline"};

}  // namespace imapscope::lesson
