// What the grammar may want where a frame stops being IMAP, by name: the one table of it. What a
// name says stands in sim/words (rules.expected in rules.json).
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "sim/base/said.h"

namespace imapscope::wire {

// clang-format off
inline constexpr std::string_view expected_names[] = {
    "access_identifier", "access_rights", "address", "address_end", "annotation_entry",
    "annotation_entry_list", "annotation_list", "annotation_option_list", "annotation_value",
    "algorithm", "announced_octets", "attribute_list", "backslash_attribute", "body_extension",
    "body_structure", "body_structure_end", "bracketed_section", "calendar_day", "capability",
    "capability_to_enable", "catenate_list", "catenate_part", "charset", "charset_list",
    "closing_angle", "closing_bracket", "closing_quote", "code_bracket", "colon_after_hours",
    "colon_after_minutes", "command", "condition", "count", "crlf", "dash_after_day",
    "dash_after_month", "date", "date_time", "day_digit", "disposition_end", "disposition_type",
    "dot_before_count", "earlier", "earlier_list", "entry_type", "envelope", "envelope_end",
    "event", "event_group", "event_list", "extended_item_list", "fetch_item", "fetch_item_list",
    "field_name", "first_octet", "flag", "flag_list", "header_field_list", "header_field_name",
    "hours", "initial_response", "item_list", "item_name", "item_number", "item_value", "keyword",
    "language", "language_list", "largest_number", "least_number", "line_count", "line_end",
    "line_end_after_literal", "list", "list_end", "literal_brace", "literal_size",
    "mailbox_filter", "mailbox_list", "mailbox_name", "mailbox_pattern", "mechanism",
    "media_subtype", "media_type", "message_literal", "message_number", "message_number_not_0",
    "message_number_or_star", "minutes", "month", "multipart_subtype", "namespace_end",
    "namespace_extension", "namespace_list", "namespace_prefix", "namespaces_end", "next_address",
    "nil_or_addresses", "nil_or_content_id", "nil_or_date", "nil_or_delimiter",
    "nil_or_description", "nil_or_display_name", "nil_or_disposition", "nil_or_field_value",
    "nil_or_fields", "nil_or_host", "nil_or_in_reply_to", "nil_or_languages", "nil_or_local_part",
    "nil_or_location", "nil_or_md5", "nil_or_message_id", "nil_or_message_octets",
    "nil_or_namespaces", "nil_or_parameters", "nil_or_section_octets", "nil_or_source_route",
    "nil_or_subject", "no_deeper_nesting", "no_leading_0", "no_space_after_parenthesis",
    "no_space_before_list_end", "no_space_between_namespaces", "nothing_after_line_end",
    "notify_form", "number", "number_below_2_32", "number_below_2_63", "number_not_0",
    "octet_count", "octet_not_nul", "one_character_delimiter", "one_space", "parameter",
    "parameter_list", "parameter_name", "parameter_value", "part_number", "password",
    "pattern_list", "plus", "quota_limit", "quota_list", "quota_resource", "quota_root",
    "quota_usage", "quote_before_line_end", "quote_or_backslash", "reference_name", "response",
    "response_code", "result_name", "result_value", "return_option", "return_options",
    "search_key", "search_key_list", "search_key_or_list_end", "search_source_list",
    "search_string", "seconds", "section", "section_bracket", "settable_flag", "size",
    "sort_criteria", "sort_key", "space", "space_after_code", "space_and_text",
    "space_or_list_end", "star", "status_item", "status_item_list", "status_item_of_rev1",
    "status_values", "store_mode", "tag", "tag_list", "tag_list_end", "tag_word", "text",
    "text_without_nul_and_cr", "thread_algorithm", "thread_list", "thread_list_end",
    "transfer_encoding", "two_character_day", "uid", "uid_command", "url", "user_name",
    "value_or_list_end", "year", "zone", "zone_hours", "zone_minutes",
};
// clang-format on

/// One of these names: another does not compile.
class Expected {
 public:
  constexpr Expected() = default;  ///< nothing
  consteval Expected(const char* name) : name_(name) {
    if (std::find(std::begin(expected_names), std::end(expected_names), name_) ==
        std::end(expected_names)) {
      throw "the grammar wants nothing of that name";
    }
  }

  [[nodiscard]] constexpr std::string_view name() const { return name_; }
  [[nodiscard]] Said said() const { return Said("rules.expected." + std::string(name_)); }

  friend constexpr bool operator==(Expected, Expected) = default;

 private:
  std::string_view name_;
};

}  // namespace imapscope::wire
