#include "sim/judge/mailbox_rules.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/belief/place.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged

namespace {

// ---- of the client ----

// RFC 5258 §3.1: it widens another that selects, other than REMOTE.
void judge_recursive(Line& line, const List& list) {
  if (!list.selection || !has_parameter(*list.selection, "RECURSIVEMATCH")) return;
  const bool goes_with_another =
      std::any_of(list.selection->begin(), list.selection->end(), [](const Parameter& option) {
        return !ascii::equal_ignoring_case(option.name, "RECURSIVEMATCH") &&
               !ascii::equal_ignoring_case(option.name, "REMOTE");
      });
  if (goes_with_another) return;
  line.report("recursivematch_alone", {}, place_of_word(line.bytes, "RECURSIVEMATCH"));
}

bool is_right(char c) {
  return (c >= 'a' && c <= 'z') || ascii::is_digit(c);
}

// RFC 4314 §2: small letters and digits; others have to be answered with BAD.
void judge_rights(Line& line, const SetAcl& command) {
  std::string_view letters = command.rights;
  if (letters.starts_with('+') || letters.starts_with('-')) letters.remove_prefix(1);
  const auto* const odd = std::find_if_not(letters.begin(), letters.end(), is_right);
  if (odd == letters.end()) return;
  line.report("right_ill_formed", {{"right", std::string(1, *odd)}},
              place_of_word(line.bytes, command.rights));
}

bool is_annotation_name(std::string_view entry) {
  const bool scoped = ascii::starts_with_ignoring_case(entry, "/private") ||
                      ascii::starts_with_ignoring_case(entry, "/shared");
  return scoped && entry.find_first_of("*%") == entry.npos && entry.find("//") == entry.npos &&
         !entry.ends_with('/');
}

void judge_entry(Line& line, const std::string& entry) {
  if (is_annotation_name(entry)) return;
  line.report("annotation_name", {{"name", entry}}, place_of_word(line.bytes, entry));
}

// ---- of the server ----

bool asks_recursively(const ServerSide& server) {
  bool asks = false;
  server.in_progress().each([&](const InProgressAtServer& command) {
    const auto* list = command.command ? std::get_if<List>(command.command.get()) : nullptr;
    asks =
        asks || !command.command ||
        (list != nullptr && list->selection && has_parameter(*list->selection, "RECURSIVEMATCH"));
  });
  return asks;
}

bool has_attribute(const MailboxListing& listing, std::string_view attribute) {
  return std::any_of(
      listing.attributes.begin(), listing.attributes.end(),
      [&](const std::string& each) { return ascii::equal_ignoring_case(each, attribute); });
}

void judge_listing(Line& line, const MailboxListing& listing) {
  if (!has_attribute(listing, "\\HasChildren") || !has_attribute(listing, "\\HasNoChildren"))
    return;
  line.report("children_contradicted", {}, place_of_word(line.bytes, "\\HasNoChildren"));
}

void judge_child_info(Line& line, const MailboxListing& listing, const ServerSide& server) {
  if (ascii::to_upper(listing.extended).find("CHILDINFO") == std::string::npos) return;
  if (server.incomplete() || asks_recursively(server)) return;
  line.report("childinfo_unasked", {}, place_of_word(line.bytes, "CHILDINFO"));
}

void judge_listed_rights(Line& line, const ListRightsData& data) {
  std::string seen;
  std::string all = data.required;
  for (const std::string& rights : data.optional) all += rights;
  for (const char right : all) {
    if (seen.find(right) != std::string::npos) {
      return line.report("right_twice", {{"right", std::string(1, right)}}, place_of_name(line));
    }
    seen += right;
  }
}

// RFC 4314 §2.1.1: clients of RFC 2086 know `c` and `d` only. Where `c` stands for `k` alone, `x`
// does not demand it.
void judge_old_rights(Line& line, std::string_view rights) {
  const auto has = [&](char right) { return rights.find(right) != rights.npos; };
  const bool lacks_d = (has('t') || has('e')) && !has('d');
  const bool lacks_c = has('k') && !has('c');
  if (!lacks_d && !lacks_c) return;
  line.report("old_right_missing", {{"right", std::string(lacks_d ? "d" : "c")}},
              place_of_word(line.bytes, rights));
}

void judge_announced_rights(Line& line, const CapabilityData& data) {
  constexpr std::string_view prefix = "RIGHTS=";
  constexpr std::string_view of_2086 = "lrswipacd";
  for (const std::string& name : data.names) {
    if (!ascii::starts_with_ignoring_case(name, prefix)) continue;
    const std::string letters = ascii::to_lower(std::string_view(name).substr(prefix.size()));
    const bool has_all = std::string_view("texk").find_first_not_of(letters) == letters.npos;
    const bool has_old = letters.find_first_of(of_2086) != letters.npos;
    if (has_all && !has_old) continue;
    line.report("rights_announced", {{"capability", name}}, place_of_word(line.bytes, name));
  }
}

void judge_metadata(Line& line, const MetadataData& data, const ServerSide& server,
                    const Extensions& extensions) {
  if (data.changed.empty() || server.incomplete() || server.tells_events()) return;
  if (extensions.is_on("METADATA") || extensions.is_on("METADATA-SERVER")) return;
  line.report("metadata_not_enabled", {}, place_of_name(line));
}

}  // namespace

void judge_mailbox_command(Line& line, const Command& command) {
  std::visit(overloaded{
                 [&](const List& c) { judge_recursive(line, c); },
                 [&](const SetAcl& c) { judge_rights(line, c); },
                 [&](const GetMetadata& c) {
                   for (const std::string& entry : c.entries) judge_entry(line, entry);
                 },
                 [&](const SetMetadata& c) {
                   for (const Annotation& each : c.annotations) judge_entry(line, each.entry);
                 },
                 [](const auto&) {},
             },
             command);
}

void judge_mailbox_data(Line& line, const UntaggedData& data, const ServerSide& server,
                        const Extensions& extensions) {
  std::visit(overloaded{
                 [&](const ListData& d) {
                   judge_listing(line, d.listing);
                   judge_child_info(line, d.listing, server);
                 },
                 [&](const XListData& d) { judge_listing(line, d.listing); },
                 [&](const ListRightsData& d) { judge_listed_rights(line, d); },
                 [&](const MyRightsData& d) { judge_old_rights(line, d.rights); },
                 [&](const AclData& d) {
                   for (const AclEntry& entry : d.entries) judge_old_rights(line, entry.rights);
                 },
                 [&](const CapabilityData& d) { judge_announced_rights(line, d); },
                 [&](const MetadataData& d) { judge_metadata(line, d, server, extensions); },
                 [](const auto&) {},
             },
             data);
}

}  // namespace imapscope::judge
