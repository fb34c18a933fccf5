// The rules of the protocol that a bystander sees broken or bent: the one table of them. What a
// rule says stands in sim/words (rules.json), and examples/ID.txt breaks it. The table stands below
// belief, since that room reports too (a message keeps its UID); the judge applies most of it.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace imapscope::rules {

enum class Fault {
  client,
  server,
  either,  ///< whoever wrote the line
};

enum class Kind {
  violation,    ///< a broken rule; never where there is room for a lawful reading
  quirk,        ///< something that was read past
  advice,       ///< a SHOULD, or what helps the other end
  undecidable,  ///< what the order of a one-tap capture cannot decide
};

struct Rule {
  std::string_view id;  ///< also the key of its words
  Fault whose;          ///< whose fault it is
  Kind kind;
  std::string_view rev1;  ///< "3501 §7.4.1"
  std::string_view rev2;  ///< "9051 §7.5.1"; empty: rev2 has no such rule
};

// clang-format off
inline constexpr Rule table[] = {
    // The client's commands.
    {"tag_missing",            Fault::client, Kind::violation, "3501 §2.2.1", "9051 §2.2.1"},
    {"tag_ill_formed",         Fault::client, Kind::violation, "3501 §9", "9051 §9"},
    {"tag_in_use",             Fault::client, Kind::violation, "3501 §2.2.1", "9051 §2.2.1"},
    {"word_alone",             Fault::client, Kind::violation, "3501 §2.2.1", "9051 §2.2.1"},
    {"done_without_idle",      Fault::client, Kind::violation, "2177 §3", "9051 §6.3.13"},
    {"unknown_command",        Fault::client, Kind::violation, "3501 §6", "9051 §6"},
    {"unknown_command_perhaps",Fault::client, Kind::quirk,     "3501 §6", "9051 §6"},
    {"mailbox_needs_quotes",   Fault::client, Kind::violation, "3501 §9", "9051 §9"},
    {"command_grammar",        Fault::client, Kind::violation, "3501 §9", "9051 §9"},
    {"command_grammar_perhaps",Fault::client, Kind::quirk,     "3501 §9", "9051 §9"},
    {"wrong_state",            Fault::client, Kind::violation, "3501 §3", "9051 §3"},
    {"wrong_state_perhaps",    Fault::client, Kind::undecidable, "3501 §3", "9051 §3"},
    {"numbers_may_change",     Fault::client, Kind::violation, "3501 §5.5", "9051 §5.5"},
    {"command_in_idle",        Fault::client, Kind::violation, "2177 §3", "9051 §6.3.13"},
    {"literal_not_asked_for",  Fault::client, Kind::violation, "3501 §7.5", "9051 §7.6"},
    {"literal_plus_unannounced", Fault::client, Kind::violation, "7888 §3", ""},
    {"literal_plus_too_long",  Fault::client, Kind::violation, "7888 §5", "9051 §4.3"},
    {"literal8_unannounced",   Fault::client, Kind::violation, "3516 §4.4", "3516 §4.4"},
    {"login_disabled",         Fault::client, Kind::violation, "3501 §6.2.3", "9051 §6.2.3"},
    {"pipelined_behind_starttls", Fault::client, Kind::violation, "3501 §6.2.1", "9051 §6.2.1"},
    {"pipelined_behind_compress", Fault::client, Kind::violation, "4978 §3", "4978 §3"},
    {"starttls_again",         Fault::client, Kind::violation, "3501 §6.2.1", "9051 §6.2.1"},
    {"password_in_clear",      Fault::client, Kind::advice,    "3501 §6.2.3", "9051 §6.2.3"},
    {"not_enabled",            Fault::client, Kind::violation, "7162 §3.2.3", "7162 §3.2.3"},
    {"utf8_only",              Fault::client, Kind::violation, "6855 §6", "6855 §6"},
    {"vanished_misplaced",     Fault::client, Kind::violation, "7162 §3.2.6", "7162 §3.2.6"},
    {"recursivematch_alone",   Fault::client, Kind::violation, "5258 §3.1", "9051 §6.3.9.1"},
    {"right_ill_formed",       Fault::client, Kind::violation, "4314 §2", "4314 §2"},
    {"annotation_name",        Fault::client, Kind::violation, "5464 §3.2", "5464 §3.2"},
    {"numbers_under_uidonly",  Fault::client, Kind::violation, "9586 §3", "9586 §3"},
    {"partial_with_all",       Fault::client, Kind::violation, "9394 §3.1", "9394 §3.1"},
    {"partial_misplaced",      Fault::client, Kind::violation, "9394 §3.3", "9394 §3.3"},
    {"relevancy_without_fuzzy", Fault::client, Kind::violation, "6203 §4", "6203 §4"},
    {"save_elsewhere",         Fault::client, Kind::violation, "7377 §2.2", "7377 §2.2"},
    {"append_over_limit",      Fault::client, Kind::advice,    "7889 §4", "7889 §4"},
    {"urlfetch_both_forms",    Fault::client, Kind::violation, "5524 §3.1", "5524 §3.1"},
    {"charset_under_utf8",     Fault::client, Kind::violation, "6855 §3", "6855 §3"},
    {"enable_after_select",    Fault::client, Kind::violation, "5161 §3.1", "9051 §6.3.1"},
    {"removed_in_rev2",        Fault::client, Kind::violation, "9051 §E", "9051 §E"},
    {"numbers_after_notify",   Fault::client, Kind::advice,    "5465 §5.3", "5465 §5.3"},
    {"number_beyond_exists",   Fault::client, Kind::violation, "3501 §9", "9051 §9"},

    // The server's lines, and their order.
    {"response_grammar",       Fault::server, Kind::violation, "3501 §9", "9051 §9"},
    {"response_grammar_perhaps", Fault::server, Kind::quirk,   "3501 §9", "9051 §9"},
    {"greeting_missing",       Fault::server, Kind::violation, "3501 §7.1", "9051 §7.1"},
    {"greeting_condition",     Fault::server, Kind::violation, "3501 §7.1", "9051 §7.1"},
    {"closed_without_bye",     Fault::server, Kind::violation, "3501 §3.4", ""},
    {"line_cut_off",           Fault::server, Kind::violation, "3501 §2.2", "9051 §2.2"},
    {"completion_missing",     Fault::server, Kind::violation, "3501 §2.2.2", "9051 §2.2.2"},
    {"answer_overdue",         Fault::server, Kind::advice,    "9585 §1", "9585 §1"},
    {"unasked_flood",          Fault::server, Kind::advice,    "3501 §7", "9051 §7"},
    {"literal_miscounted",     Fault::server, Kind::violation, "3501 §4.3", "9051 §4.3"},
    {"spoke_after_bye",        Fault::server, Kind::violation, "3501 §7.1.5", "9051 §7.1.5"},
    {"tag_unknown",            Fault::server, Kind::violation, "3501 §2.2.2", "9051 §2.2.2"},
    {"completed_twice",        Fault::server, Kind::violation, "3501 §2.2.2", "9051 §2.2.2"},
    {"bad_without_tag",        Fault::server, Kind::advice,    "3501 §7.1.3", "9051 §7.1.3"},
    {"continuation_unasked",   Fault::server, Kind::violation, "3501 §7.5", "9051 §7.6"},
    {"challenge_not_base64",   Fault::server, Kind::quirk,     "3501 §6.2.2", "9051 §6.2.2"},
    {"logout_without_bye",     Fault::server, Kind::violation, "3501 §6.1.3", "9051 §6.1.3"},
    {"starttls_announced_again", Fault::server, Kind::advice,  "3501 §6.2.1", "9051 §6.2.1"},
    {"literals_announced_twice", Fault::server, Kind::violation, "7888 §5", "7888 §5"},
    {"literal8_needless",      Fault::server, Kind::advice,    "3516 §4.3", "9051 §7.5.2"},
    {"answer_missing",         Fault::server, Kind::quirk,     "3501 §6", "9051 §6"},
    {"lawful_command_refused", Fault::server, Kind::advice,    "3501 §7.1.3", "9051 §7.1.3"},
    {"unauthenticate_refused", Fault::server, Kind::violation, "8437 §3", "8437 §3"},

    // Its answers, by what was asked.
    {"read_write_on_examine",  Fault::server, Kind::violation, "3501 §6.3.2", "9051 §6.3.3"},
    {"search_for_return",      Fault::server, Kind::violation, "4731 §3.1", "9051 §6.4.4"},
    {"esearch_without_uid",    Fault::server, Kind::violation, "4731 §3.1", "9051 §7.3.4"},
    {"sort_for_return",        Fault::server, Kind::violation, "5267 §3", "5267 §3"},
    {"correlator_missing",     Fault::server, Kind::violation, "7377 §2.1", "7377 §2.1"},
    {"preview_nil",            Fault::server, Kind::violation, "8970 §3.2", "8970 §3.2"},
    {"inprogress_at_end",      Fault::server, Kind::violation, "9585 §4", "9585 §4"},
    {"number_told_under_uidonly", Fault::server, Kind::violation, "9586 §3", "9586 §3"},
    {"search_beyond_exists",   Fault::server, Kind::violation, "3501 §7.2.5", "9051 §7.3.4"},
    {"uid_missing",            Fault::server, Kind::violation, "3501 §6.4.8", "9051 §6.4.9"},
    {"uid_missing_in_news",    Fault::server, Kind::violation, "9051 §7.5.2", "9051 §7.5.2"},
    {"uid_missing_perhaps",    Fault::server, Kind::undecidable, "3501 §6.4.8", "9051 §6.4.9"},
    {"copyuid_sizes",          Fault::server, Kind::violation, "4315 §3", "9051 §7.1"},
    {"appenduid_sizes",        Fault::server, Kind::violation, "4315 §3", "9051 §7.1"},
    {"vanished_empty",         Fault::server, Kind::violation, "7162 §3.2.10", "7162 §3.2.10"},
    {"vanished_not_enabled",   Fault::server, Kind::violation, "7162 §3.2.10", "7162 §3.2.10"},

    {"children_contradicted",  Fault::server, Kind::violation, "3348 §3", "9051 §7.3.1"},
    {"childinfo_unasked",      Fault::server, Kind::violation, "5258 §3.5", "9051 §6.3.9.6"},
    {"right_twice",            Fault::server, Kind::violation, "4314 §3.7", "4314 §3.7"},
    {"old_right_missing",      Fault::server, Kind::quirk,     "4314 §2.1.1", "4314 §2.1.1"},
    {"rights_announced",       Fault::server, Kind::violation, "4314 §2.2", "4314 §2.2"},
    {"metadata_not_enabled",   Fault::server, Kind::violation, "5464 §4.1", "5464 §4.1"},

    // The server's data about an open mailbox.
    {"no_mailbox_open",        Fault::server, Kind::violation, "3501 §7", "9051 §7"},
    {"opened_without_data",    Fault::server, Kind::violation, "3501 §6.3.1", "9051 §6.3.2"},
    {"opened_without_code",    Fault::server, Kind::quirk,     "3501 §6.3.1", "9051 §6.3.2"},
    {"closed_missing",         Fault::server, Kind::violation, "9051 §6.3.2", "9051 §6.3.2"},
    {"exists_fell",            Fault::server, Kind::violation, "3501 §5.2", "9051 §5.2"},
    {"expunge_unasked",        Fault::server, Kind::violation, "3501 §7.4.1", "9051 §7.5.1"},
    {"expunge_during_numbers", Fault::server, Kind::violation, "3501 §7.4.1", "9051 §7.5.1"},
    {"expunge_beyond_exists",  Fault::server, Kind::violation, "3501 §7.4.1", "9051 §7.5.1"},
    {"fetch_beyond_exists",    Fault::server, Kind::violation, "3501 §7.4.2", "9051 §7.5.2"},
    {"unseen_beyond_exists",   Fault::server, Kind::violation, "3501 §7.1", ""},
    {"recent_beyond_exists",   Fault::server, Kind::violation, "3501 §7.3.2", ""},
    {"flag_not_listed",        Fault::server, Kind::quirk,     "3501 §7.2.6", "9051 §7.3.5"},
    {"uidvalidity_changed",    Fault::server, Kind::advice,    "3501 §2.3.1.1", "9051 §2.3.1.1"},
    {"uidvalidity_in_session", Fault::server, Kind::violation, "3501 §2.3.1.1", "9051 §2.3.1.1"},
    {"uid_changed",            Fault::server, Kind::violation, "3501 §2.3.1.1", "9051 §2.3.1.1"},
    {"uid_out_of_order",       Fault::server, Kind::violation, "3501 §2.3.1.1", "9051 §2.3.1.1"},
    {"uid_beyond_uidnext",     Fault::server, Kind::violation, "3501 §2.3.1.1", "9051 §2.3.1.1"},

    // POP3 and SMTP.
    {"pop3_command_unknown",   Fault::client, Kind::quirk,     "1939 §3", ""},
    {"pop3_wrong_state",       Fault::client, Kind::violation, "1939 §3", ""},
    {"pop3_no_such_message",   Fault::client, Kind::violation, "1939 §5", ""},
    {"pop3_answer_unreadable", Fault::server, Kind::violation, "1939 §3", ""},
    {"smtp_command_unknown",   Fault::client, Kind::quirk,     "5321 §4.1", ""},
    {"smtp_wrong_order",       Fault::client, Kind::violation, "5321 §4.1.4", ""},
    {"smtp_auth_again",        Fault::client, Kind::violation, "4954 §4", ""},
    {"smtp_answer_unreadable", Fault::server, Kind::violation, "5321 §4.2", ""},

    // Leniencies in reading: the names of wire::QuirkKind, and what the judge adds to them.
    {"bare_line_feed",         Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"trailing_space",         Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"double_space",           Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"stray_space",            Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"empty_text",             Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"missing_text_space",     Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"eight_bit_text",         Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"nul_in_literal",         Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"unquoted_special",       Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"atom_for_string",        Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"nil_for_string",         Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"nil_for_list",           Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"empty_list",             Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"zero_number",            Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"short_day",              Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"bad_mailbox_encoding",   Fault::either, Kind::quirk, "3501 §5.1.3", "9051 §5.1"},
    {"superfluous_shift",      Fault::either, Kind::quirk, "3501 §5.1.3", "9051 §A.1"},
    {"odd_tag",                Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"bare_star",              Fault::either, Kind::quirk, "3501 §7.1", "9051 §7.1"},
    {"missing_condition",      Fault::either, Kind::quirk, "3501 §7.1", "9051 §7.1"},
    {"odd_code",               Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
    {"control_in_text",        Fault::either, Kind::quirk, "3501 §9", "9051 §9"},
};
// clang-format on

/// The row of the rule; behind the last one where there is no such rule.
[[nodiscard]] constexpr std::size_t row_of(std::string_view id) {
  std::size_t row = 0;
  while (row < std::size(table) && table[row].id != id) ++row;
  return row;
}

/// Null where there is no such rule.
[[nodiscard]] constexpr const Rule* find_rule(std::string_view id) {
  const std::size_t row = row_of(id);
  return row < std::size(table) ? &table[row] : nullptr;
}

/// A row, by its id: one that is in no row does not compile. (It is kept as a number: under
/// -fsanitize=undefined GCC 12 takes no comparison of a pointer for a constant.)
class Named {
 public:
  consteval Named(const char* id) : row_(row_of(id)) {
    if (row_ == std::size(table)) throw "there is no rule of that name";
  }
  /// Found at run time: a row of the table.
  constexpr explicit Named(const Rule& rule) : row_(static_cast<std::size_t>(&rule - table)) {}

  [[nodiscard]] constexpr const Rule& rule() const { return table[row_]; }

 private:
  std::size_t row_;
};

}  // namespace imapscope::rules
