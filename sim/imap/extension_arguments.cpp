#include "sim/imap/extension_arguments.h"

#include <algorithm>

#include "sim/base/overloaded.h"

namespace imapscope {
namespace {

using Arguments = std::vector<UsedArgument>;

void add(Arguments& used, std::string_view slot, std::string_view name) {
  const ExtensionArgument* known = find_extension_argument(slot, name);
  if (known == nullptr) return used.push_back({name, {}});
  used.push_back({known->name, known->capability, known->or_by});
}

/// `PARTIAL -1:-3` counts from the end, which RFC 5267 had not.
void add_range(Arguments& used, const Parameters& parameters) {
  const Parameter* partial = find_parameter(parameters, "PARTIAL");
  if (partial != nullptr && partial->value.starts_with('-')) add(used, slot::partial, "-");
}

void add(Arguments& used, std::string_view slot, const Parameters& parameters) {
  for (const Parameter& parameter : parameters) add(used, slot, parameter.name);
}

void add_items(Arguments& used, const std::vector<FetchItem>& items) {
  for (const FetchItem& item : items) {
    if (const auto* binary = std::get_if<FetchBinary>(&item)) {
      add(used, slot::fetch_item, name_of(binary->form));
    }
    const auto* other = std::get_if<FetchOther>(&item);
    if (other == nullptr) continue;
    const std::string_view text = other->text;
    add(used, slot::fetch_item, text.substr(0, text.find_first_of(" [")));
  }
}

void add_keys(Arguments& used, const std::vector<SearchKey>& keys);

/// The word of a key that an extension brought; empty for others.
std::string_view word_of(const SearchKey& key) {
  return std::visit(
      overloaded{
          [](const SearchAge& k) -> std::string_view {
            return k.relation == SearchAge::Relation::older ? "OLDER" : "YOUNGER";
          },
          [](const SearchModSeq&) -> std::string_view { return "MODSEQ"; },
          [](const SearchDate& k) -> std::string_view {
            if (k.of != SearchDate::Of::saved) return {};
            if (k.relation == SearchDate::Relation::before) return "SAVEDBEFORE";
            return k.relation == SearchDate::Relation::on ? "SAVEDON" : "SAVEDSINCE";
          },
          [](const SearchSaveDateSupported&) -> std::string_view { return "SAVEDATESUPPORTED"; },
          [](const SearchObjectId& k) -> std::string_view {
            return k.of == SearchObjectId::Of::message ? "EMAILID" : "THREADID";
          },
          [](const SearchUidBound& k) -> std::string_view {
            return k.relation == SearchUidBound::Relation::after ? "UIDAFTER" : "UIDBEFORE";
          },
          [](const SearchFilter&) -> std::string_view { return "FILTER"; },
          [](const SearchNamed& k) -> std::string_view { return k.name; },
          [](const SearchFuzzy&) -> std::string_view { return "FUZZY"; },
          [](const auto&) -> std::string_view { return {}; },
      },
      key.key);
}

void add_key(Arguments& used, const SearchKey& key) {
  const std::string_view word = word_of(key);
  if (!word.empty()) add(used, slot::search_key, word);
  std::visit(overloaded{
                 [&](const SearchMessages& k) {
                   if (is_saved(k.messages)) add(used, slot::messages, "$");
                 },
                 [&](const SearchNot& k) { add_keys(used, k.key); },
                 [&](const SearchOr& k) { add_keys(used, k.keys); },
                 [&](const SearchAnd& k) { add_keys(used, k.keys); },
                 [&](const SearchFuzzy& k) { add_keys(used, k.key); },
                 [](const auto&) {},
             },
             key.key);
}

void add_keys(Arguments& used, const std::vector<SearchKey>& keys) {
  for (const SearchKey& key : keys) add_key(used, key);
}

void add_search(Arguments& used, const Search& search, std::string_view slot) {
  add(used, slot, search.other_returns);
  add_range(used, search.other_returns);
  if (!search.update_items.empty()) used.push_back({"UPDATE (items)", "NOTIFY"});  // RFC 5465 §7
  add_items(used, search.update_items);
  add_keys(used, search.criteria.keys);
}

void add_sort(Arguments& used, const Sort& sort) {
  if (sort.search.returns) used.push_back({"RETURN", "ESORT", "CONTEXT=SORT"});
  for (const SortCriterion& criterion : sort.order) {
    const std::string_view name = name_of(criterion.key);
    if (find_extension_argument(slot::sort_key, name) != nullptr) add(used, slot::sort_key, name);
  }
  add_search(used, sort.search, slot::sort);
}

template <class C>
concept HasMessages = requires(const C& command) {
  command.messages;
};

/// `$`, where the command names messages by it.
void add_saved(Arguments& used, const Command& command) {
  const bool saved = std::visit(overloaded{
                                    [](const HasMessages auto& c) { return is_saved(c.messages); },
                                    [](const Expunge& c) { return c.uids && c.uids->saved; },
                                    [](const auto&) { return false; },
                                },
                                command);
  if (saved) add(used, slot::messages, "$");
}

void add_message(Arguments& used, const NewMessage& message) {
  if (message.catenated) add(used, slot::append, "CATENATE");
  for (const MessagePiece& piece : message.pieces) {
    const auto* text = std::get_if<SentText>(&piece);
    if (text == nullptr || !text->any_octet) continue;
    if (text->utf8) {
      add(used, slot::append, "UTF8");
    } else {
      used.push_back({"literal8", "BINARY"});
    }
  }
  add(used, slot::append, message.extensions);
}

void add_messages(Arguments& used, const Append& append) {
  for (const NewMessage& message : append.new_messages) add_message(used, message);
  if (append.new_messages.size() > 1) used.push_back({"second message", "MULTIAPPEND"});
}

}  // namespace

std::vector<UsedArgument> arguments_used(const Command& command) {
  Arguments used;
  std::visit(overloaded{
                 [&](const Select& c) { add(used, slot::select, c.parameters); },
                 [&](const Examine& c) { add(used, slot::select, c.parameters); },
                 [&](const Store& c) { add(used, slot::store, c.modifiers); },
                 [&](const Search& c) { add_search(used, c, slot::search); },
                 [&](const Sort& c) { add_sort(used, c); },
                 [&](const Thread& c) {
                   add(used, slot::algorithm, c.algorithm);
                   add_keys(used, c.search.criteria.keys);
                 },
                 [&](const Create& c) { add(used, slot::create, c.parameters); },
                 [&](const GetMetadata& c) { add(used, slot::metadata, c.options); },
                 [&](const Esearch& c) { add_search(used, c.program, slot::search); },
                 [&](const Append& c) { add_messages(used, c); },
                 [&](const Replace& c) { add_message(used, c.message); },
                 [&](const UrlFetch& c) {
                   for (const UrlFetch::Wish& wish : c.wishes) {
                     for (const std::string& parameter : wish.parameters) {
                       add(used, slot::url_fetch, parameter);
                     }
                   }
                 },
                 [&](const Fetch& c) {
                   add(used, slot::fetch, c.modifiers);
                   add_range(used, c.modifiers);
                   if (const auto* items = std::get_if<std::vector<FetchItem>>(&c.items)) {
                     add_items(used, *items);
                   }
                 },
                 [&](const Notify& c) {
                   for (const EventGroup& group : c.groups) {
                     for (const WatchedEvent& event : group.events) add_items(used, event.items);
                   }
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
  add_saved(used, command);
  return used;
}

}  // namespace imapscope
