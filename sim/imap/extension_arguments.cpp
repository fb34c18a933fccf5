#include "sim/imap/extension_arguments.h"

#include <algorithm>

#include "sim/base/overloaded.h"

namespace imapscope {
namespace {

using Arguments = std::vector<UsedArgument>;

void add(Arguments& used, std::string_view slot, std::string_view name) {
  const ExtensionArgument* known = find_extension_argument(slot, name);
  used.push_back({name, known == nullptr ? std::string_view() : known->capability});
}

void add(Arguments& used, std::string_view slot, const Parameters& parameters) {
  for (const Parameter& parameter : parameters) add(used, slot, parameter.name);
}

void add_items(Arguments& used, const Fetch& command) {
  const auto* items = std::get_if<std::vector<FetchItem>>(&command.items);
  if (items == nullptr) return;
  for (const FetchItem& item : *items) {
    const auto* other = std::get_if<FetchOther>(&item);
    if (other == nullptr) continue;
    const std::string_view text = other->text;
    add(used, slot::fetch_item, text.substr(0, text.find_first_of(" [")));
  }
}

void add_keys(Arguments& used, const std::vector<SearchKey>& keys) {
  for (const SearchKey& key : keys) {
    std::visit(overloaded{
                   [&](const SearchAge& k) {
                     const bool older = k.relation == SearchAge::Relation::older;
                     add(used, slot::search_key, older ? "OLDER" : "YOUNGER");
                   },
                   [&](const SearchModSeq&) { add(used, slot::search_key, "MODSEQ"); },
                   [&](const SearchNot& k) { add_keys(used, k.key); },
                   [&](const SearchOr& k) { add_keys(used, k.keys); },
                   [&](const SearchAnd& k) { add_keys(used, k.keys); },
                   [](const auto&) {},
               },
               key.key);
  }
}

}  // namespace

std::vector<UsedArgument> arguments_used(const Command& command) {
  Arguments used;
  std::visit(overloaded{
                 [&](const Select& c) { add(used, slot::select, c.parameters); },
                 [&](const Examine& c) { add(used, slot::select, c.parameters); },
                 [&](const Store& c) { add(used, slot::store, c.modifiers); },
                 [&](const Search& c) {
                   add(used, slot::search, c.other_returns);
                   add_keys(used, c.criteria.keys);
                 },
                 [&](const Create& c) { add(used, slot::create, c.parameters); },
                 [&](const GetMetadata& c) { add(used, slot::metadata, c.options); },
                 [&](const Append& c) { add(used, slot::append, c.extensions); },
                 [&](const Fetch& c) {
                   add(used, slot::fetch, c.modifiers);
                   add_items(used, c);
                 },
                 [&](const Status& c) {
                   for (const StatusItem item : c.items) {
                     const StatusItemInfo& info = info_of(item);
                     if (info.capability.empty()) continue;
                     add(used, slot::status, info.name);
                     used.back().or_by = info.capability;
                   }
                   for (const std::string& item : c.others) add(used, slot::status, item);
                 },
                 [&](const List& c) {
                   if (c.selection) add(used, slot::list, *c.selection);
                   if (c.returns) add(used, slot::list_return, *c.returns);
                   if (c.is_extended()) used.push_back({"", "LIST-EXTENDED"});
                 },
                 [](const auto&) {},
             },
             command);
  return used;
}

}  // namespace imapscope
