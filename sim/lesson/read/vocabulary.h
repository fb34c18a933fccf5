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
    Key{"level", needed}, Key{"minutes"},        Key{"group"},         Key{"learned"},
    Key{"commands"},      Key{"seed"},           Key{"network"},       Key{"server", needed},
    Key{"steps", needed},
};
inline constexpr std::array server_keys{
    Key{"name"},           Key{"profile"},    Key{"choices"},   Key{"starttls"},
    Key{"login_disabled"}, Key{"extensions"}, Key{"delimiter"}, Key{"shared"},
    Key{"users", needed},  Key{"misbehave"},  Key{"alert"},     Key{"autologout_minutes"},
    Key{"jmap_url"}};
inline constexpr std::array misbehaviour_keys{Key{"fault", needed}, Key{"verb"},  Key{"nth"},
                                              Key{"connection"},    Key{"at_ms"}, Key{"text"},
                                              Key{"lines"},         Key{"ms"},    Key{"by"}};
inline constexpr std::array user_keys{
    Key{"name", needed}, Key{"password", needed}, Key{"mailboxes"}, Key{"subscribed"},
    Key{"quota"},        Key{"trouble"},          Key{"moved_to"}};
inline constexpr std::array quota_keys{Key{"storage"}, Key{"messages"}};
inline constexpr std::array mailbox_keys{
    Key{"name", needed}, Key{"mbox"}, Key{"messages"}, Key{"internal_dates"},  Key{"uid_validity"},
    Key{"uid_next"},     Key{"uids"}, Key{"flags"},    Key{"permanent_flags"}, Key{"recent"},
    Key{"use"},          Key{"acl"},  Key{"trouble"},  Key{"moved_to"},        Key{"keeps_uids"},
};
inline constexpr std::array link_keys{Key{"latency_ms"}, Key{"jitter_ms"}, Key{"octets_per_second"},
                                      Key{"segment_octets"}};

// ---- the verbs ----
inline constexpr std::array say_keys{Key{"title", needed}, Key{"text", needed}, Key{"client"},
                                     Key{"setup"}, Key{"note"}};
inline constexpr std::array connect_keys{Key{"client", needed}, Key{"greeting"}, Key{"user"},
                                         Key{"protocol"}};
inline constexpr std::array send_keys{Key{"client", needed}, Key{"line", needed}, Key{"wait"}};
inline constexpr std::array deliver_keys{Key{"user", needed}, Key{"mailbox"},
                                         Key{"message", needed}};
inline constexpr std::array wait_keys{Key{"ms", needed}};
inline constexpr std::array expect_keys{Key{"client", needed}, Key{"line", needed}, Key{"absent"}};
inline constexpr std::array ask_keys{
    Key{"client", needed},  Key{"predict"}, Key{"question", needed},
    Key{"options", needed}, Key{"rule"},    Key{"hints"}};
inline constexpr std::array option_keys{Key{"line"}, Key{"words"}, Key{"grade", needed},
                                        Key{"why", needed}};
inline constexpr std::array highlight_keys{Key{"pane", needed}, Key{"client"}, Key{"message"},
                                           Key{"uid"},          Key{"flag"},   Key{"line"}};
inline constexpr std::array disconnect_keys{Key{"client", needed}, Key{"abrupt"}};
inline constexpr std::array network_keys{Key{"client"}, Key{"latency_ms"}, Key{"jitter_ms"},
                                         Key{"octets_per_second"}, Key{"segment_octets"}};

// ---- tasks ----
inline constexpr std::array task_keys{
    Key{"clients", needed},
    Key{"title", needed},
    Key{"text", needed},
    Key{"goal", needed},
    Key{"most"},
    Key{"par", needed},
    Key{"hints"},
    Key{"solutions", needed},
    Key{"near_misses"},
};
inline constexpr std::array typed_keys{Key{"client"}, Key{"line", needed}};
inline constexpr std::array near_miss_keys{Key{"lines", needed}, Key{"fails", needed}};

inline constexpr std::array holds_message_keys{
    Key{"user"}, Key{"mailbox"}, Key{"uid", needed}, Key{"is", needed}, Key{"name"}, Key{"words"}};
inline constexpr std::array holds_flags_keys{Key{"user"}, Key{"mailbox"}, Key{"uid", needed},
                                             Key{"has"},  Key{"has_not"}, Key{"exactly"},
                                             Key{"name"}, Key{"words"}};
inline constexpr std::array holds_mailbox_keys{Key{"user"}, Key{"mailbox", needed},
                                               Key{"is", needed}, Key{"name"}, Key{"words"}};
inline constexpr std::array knows_message_keys{Key{"client", needed}, Key{"uid", needed},
                                               Key{"is", needed}, Key{"name"}, Key{"words"}};
inline constexpr std::array knows_flags_keys{Key{"client", needed}, Key{"uid", needed}, Key{"has"},
                                             Key{"has_not"},        Key{"exactly"},     Key{"name"},
                                             Key{"words"}};
inline constexpr std::array knows_count_keys{Key{"client", needed}, Key{"messages", needed},
                                             Key{"name"}, Key{"words"}};
inline constexpr std::array in_state_keys{Key{"client", needed}, Key{"state", needed},
                                          Key{"mailbox"}, Key{"name"}, Key{"words"}};
inline constexpr std::array crossed_keys{Key{"client", needed}, Key{"line", needed}, Key{"absent"},
                                         Key{"name"}, Key{"words"}};
inline constexpr std::array plain_keys{Key{"name"}, Key{"words"}};

inline constexpr Shape lesson_shape{"lesson", lesson_keys};
inline constexpr Shape option_shape{"option", option_keys};
inline constexpr std::array header_shapes{
    Shape{"server", server_keys},   Shape{"user", user_keys},
    Shape{"mailbox", mailbox_keys}, Shape{"link", link_keys},
    Shape{"quota", quota_keys},     Shape{"misbehaviour", misbehaviour_keys}};
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
    Shape{"task", task_keys},
};
static_assert(verb_shapes.size() == std::variant_size_v<Verb>);
inline constexpr Shape typed_shape{"typed", typed_keys};
inline constexpr Shape near_miss_shape{"near_miss", near_miss_keys};
/// The kinds of a goal's parts.
inline constexpr std::array goal_shapes{
    Shape{"holds_message", holds_message_keys},
    Shape{"holds_flags", holds_flags_keys},
    Shape{"holds_mailbox", holds_mailbox_keys},
    Shape{"holds_subscription", holds_mailbox_keys},
    Shape{"knows_message", knows_message_keys},
    Shape{"knows_flags", knows_flags_keys},
    Shape{"knows_count", knows_count_keys},
    Shape{"in_state", in_state_keys},
    Shape{"sends", crossed_keys},
    Shape{"is_told", crossed_keys},
    Shape{"no_refusal", plain_keys},
    Shape{"no_broken_rule", plain_keys},
};
/// The name of the part that a task's "most" stands for.
inline constexpr std::string_view most_part = "most";

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
inline constexpr std::array protocol_words{Word<Protocol>{"imap", Protocol::imap},
                                           Word<Protocol>{"pop3", Protocol::pop3},
                                           Word<Protocol>{"smtp", Protocol::smtp}};
inline constexpr std::array message_words{
    Word<HoldsMessage::Is>{"present", HoldsMessage::Is::present},
    Word<HoldsMessage::Is>{"gone", HoldsMessage::Is::gone},
    Word<HoldsMessage::Is>{"as it was", HoldsMessage::Is::as_it_was}};
inline constexpr std::array mailbox_words{Word<bool>{"there", true}, Word<bool>{"absent", false}};
inline constexpr std::array subscription_words{Word<bool>{"subscribed", true},
                                               Word<bool>{"not subscribed", false}};
inline constexpr std::array knowledge_words{Word<bool>{"known", false}, Word<bool>{"gone", true}};
inline constexpr std::array state_words{Word<State>{"Not authenticated", State::not_authenticated},
                                        Word<State>{"Authenticated", State::authenticated},
                                        Word<State>{"Selected", State::selected},
                                        Word<State>{"Logout", State::logout}};
inline constexpr std::array flag_words{Word<FlagTest::Kind>{"has", FlagTest::Kind::has},
                                       Word<FlagTest::Kind>{"has_not", FlagTest::Kind::has_not},
                                       Word<FlagTest::Kind>{"exactly", FlagTest::Kind::exactly}};
/// What learners do with it (Naps et al. 2002); a lesson is never mere viewing.
inline constexpr std::array<std::string_view, 4> level_words{"responding", "changing",
                                                             "constructing", "presenting"};
/// The groups in the list of lessons, in their order there.
inline constexpr std::array<std::string_view, 5> group_words{
    "first steps", "messages", "several clients", "mailboxes", "practice"};
inline constexpr std::array<std::string_view, 6> pane_words{"traffic",   "state",   "mailbox",
                                                            "inspector", "console", "timeline"};

}  // namespace imapscope::lesson
