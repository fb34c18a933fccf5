// The fetch family, explained: what was asked for, and what came (RFC 3501 §6.4.5, §7.4.2).
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

using wire::TokenKind;

struct ItemPlace {
  std::string_view name;
  std::string_view rfc;
};
constexpr std::array item_places{
    ItemPlace{"ALL", "3501 §6.4.5, 9051 §6.4.5"},
    ItemPlace{"FAST", "3501 §6.4.5, 9051 §6.4.5"},
    ItemPlace{"FULL", "3501 §6.4.5, 9051 §6.4.5"},
    ItemPlace{"FLAGS", "3501 §2.3.2, 9051 §2.3.2"},
    ItemPlace{"INTERNALDATE", "3501 §2.3.3, 9051 §2.3.3"},
    ItemPlace{"RFC822.SIZE", "3501 §2.3.4, 9051 §2.3.4"},
    ItemPlace{"ENVELOPE", "3501 §2.3.5, 9051 §2.3.5"},
    ItemPlace{"UID", "3501 §2.3.1.1, 9051 §2.3.1.1"},
    ItemPlace{"BODYSTRUCTURE", "3501 §2.3.6, 9051 §2.3.6"},
    ItemPlace{"BODY", "3501 §2.3.6, 9051 §2.3.6"},
    ItemPlace{"RFC822", "3501 §6.4.5"},
    ItemPlace{"RFC822.HEADER", "3501 §6.4.5"},
    ItemPlace{"RFC822.TEXT", "3501 §6.4.5"},
};

void say_item(Explaining& e) {
  const std::string name = e.word();
  const auto place = std::find_if(item_places.begin(), item_places.end(),
                                  [&](const ItemPlace& item) { return item.name == name; });
  if (place == item_places.end()) {
    if (explain_argument(e, slot::fetch_item) != nullptr) return;
    e.say("data_item", e.words("explain.fetch.unknown_item"));
  } else {
    e.say("data_item", e.words("explain.fetch.item." + name), std::string(place->rfc));
  }
}

/// `1.2.HEADER`: the numbers of the path, and the word behind them.
std::string section_meaning(const Explaining& e, const std::string& spec) {
  const std::size_t word = std::min(spec.find_first_not_of("0123456789."), spec.size());
  std::string path = spec.substr(0, word);
  if (path.ends_with('.')) path.pop_back();
  if (word == spec.size()) {
    return path.find('.') == std::string::npos
               ? e.words("explain.fetch.part", {{"part", path}})
               : e.words("explain.fetch.inner_part", {{"part", path}});
  }
  const std::string group = path.empty() ? "explain.fetch.section." : "explain.fetch.part_section.";
  const std::string key = group + spec.substr(word);
  if (!e.words().has(key)) return e.words("explain.fetch.unknown_section");
  return e.words(key, {{"part", path}});
}

// `[…]` behind BODY.
void explain_section(Explaining& e) {
  const std::string rfc = both("3501 §6.4.5", "9051 §6.4.5");
  const bool whole = e.kind_after() == TokenKind::section_close;
  e.pass("section", whole ? e.words("explain.fetch.whole") : e.words("explain.fetch.brackets"));
  while (!e.at_line_end() && !e.at(TokenKind::section_close)) {
    if (e.at(TokenKind::list_open)) {
      e.pass_open(e.words("explain.fetch.field_names"));
      while (e.inside()) {
        e.say_string("header_field", e.words("explain.fetch.field_name"), rfc);
      };
      e.pass_close();
    } else {
      e.say("section", section_meaning(e, e.word()), rfc);
    }
  }
  if (e.at(TokenKind::section_close)) e.pass("section", e.words("explain.fetch.section_ends"));
}

/// `<0.100>` as asked; `<0>` as answered.
void explain_partial(Explaining& e) {
  if (!e.at(TokenKind::partial)) return;
  const std::string range(e.text().substr(1, e.text().size() - 2));
  const std::size_t dot = range.find('.');
  const std::string first = range.substr(0, dot);
  const bool at_start = first == "0";
  const bool asked = dot != std::string::npos;
  const std::string most = asked ? range.substr(dot + 1) : "";
  e.say("partial",
        asked      ? at_start ? e.words("explain.fetch.first_octets", {{"most", most}})
                              : e.words("explain.fetch.octets", {{"most", most}, {"first", first}})
             : at_start ? e.words("explain.fetch.read_from_start")
                   : e.words("explain.fetch.read_from", {{"first", first}}),
        both("3501 §6.4.5", "9051 §6.4.5"));
}

void explain_item(Explaining& e) {
  const bool peek = e.word() == "BODY.PEEK";
  if (e.kind_after() == TokenKind::section_open && (peek || e.word() == "BODY")) {
    e.say("data_item", peek ? e.words("explain.fetch.peek") : e.words("explain.fetch.text"),
          both("3501 §6.4.5", "9051 §6.4.5"));
  } else {
    say_item(e);
  }
  if (e.at(TokenKind::section_open)) explain_section(e);
  explain_partial(e);
}

/// `PREVIEW (LAZY)`: in a list an item of an extension can have arguments.
void explain_listed_item(Explaining& e) {
  const std::string name = e.word();
  explain_item(e);
  if (!e.at(TokenKind::list_open)) return;
  const std::string known = "arguments.value.FETCH_ITEM." + name;
  if (e.words().has(known)) return e.say_whole("value", e.words(known));
  e.say_unknown("value", e.words("explain.argument.value", {{"name", name}}));
}

/// `FETCH 1 PREVIEW (LAZY)`: the list is the item's.
bool has_list(const Fetch& command) {
  const auto* items = std::get_if<std::vector<FetchItem>>(&command.items);
  const auto* other =
      items == nullptr || items->size() != 1 ? nullptr : std::get_if<FetchOther>(&items->front());
  return other != nullptr && other->text.ends_with(')');
}

void explain_text(Explaining& e, const FetchedSection& section) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  if (e.at(TokenKind::section_open)) explain_section(e);
  explain_partial(e);
  const std::size_t octets = section.octets ? section.octets->size() : 0;
  e.say_nstring("text_of_message",
                octets == 0 ? e.words("explain.fetch.empty")
                            : e.words("explain.fetch.came", {{"count", octets}}),
                e.words("explain.fetch.no_part"), rfc);
}

/// Of an extension's item.
void explain_other(Explaining& e, const FetchedOther& item) {
  const std::string name = ascii::to_upper(item.name);
  if (name == "MODSEQ" && e.at(wire::TokenKind::list_open)) {
    e.pass_open();
    e.say("modification_sequence", e.words("explain.fetch.mod_seq"), "7162 §3.1.4.2");
    return e.pass_close();
  }
  const std::string known = (e.at_nil() ? "explain.fetch.missing." : "explain.fetch.other.") + name;
  const ExtensionArgument* brought = find_extension_argument(slot::fetch_item, name);
  if (brought != nullptr && e.words().has(known)) {
    return e.say_whole("value", e.words(known), std::string(brought->rfc));
  }
  e.say_unknown("value", e.words("explain.fetch.value", {{"name", item.name}}));
}

void explain_binary(Explaining& e, const FetchedBinary& binary) {
  if (e.at(TokenKind::section_open)) explain_section(e);
  explain_partial(e);
  const std::size_t octets = binary.octets ? binary.octets->size() : 0;
  e.say_nstring("text_of_message", e.words("explain.fetch.decoded", {{"count", octets}}),
                e.words("explain.fetch.no_part"), "3516 §4.3, 9051 §7.5.2");
}

// The item's name was said; its value follows.
void explain_value(Explaining& e, const FetchedItem& item) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  std::visit(overloaded{
                 [&](const FetchedFlags& i) {
                   e.pass_open(i.flags.size() == 0 ? e.words("explain.fetch.no_flags")
                                                   : e.words("explain.fetch.flags"));
                   e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
                 },
                 [&](const FetchedInternalDate&) {
                   e.say_string("internal_date", e.words("explain.fetch.date"), rfc);
                 },
                 [&](const FetchedSize& i) {
                   e.say("size", e.words("explain.fetch.size", {{"count", i.octets}}), rfc);
                 },
                 [&](const FetchedUid& i) {
                   e.say("unique_identifier", e.words("explain.fetch.uid", {{"uid", i.uid.value}}),
                         both("3501 §2.3.1.1", "9051 §2.3.1.1"));
                 },
                 [&](const FetchedEnvelope& i) { explain_envelope(e, *i.envelope); },
                 [&](const FetchedStructure& i) { explain_body_structure(e, *i.structure); },
                 [&](const FetchedSection& i) { explain_text(e, i); },
                 [&](const FetchedBinary& i) { explain_binary(e, i); },
                 [&](const FetchedBinarySize& i) {
                   if (e.at(TokenKind::section_open)) explain_section(e);
                   e.say("size", e.words("explain.fetch.decoded_size", {{"count", i.octets}}),
                         "3516 §4.3, 9051 §7.5.2");
                 },
                 [&](const FetchedOther& i) { explain_other(e, i); },
             },
             item);
}

void explain_items(Explaining& e, const std::vector<FetchedItem>& items) {
  e.pass_open(e.words("explain.fetch.names_and_values"));
  for (const FetchedItem& item : items) {
    const bool section = e.kind_after() == TokenKind::section_open;
    if (section && e.word() == "BODY") {
      e.say("data_item", e.words("explain.fetch.text_came"), both("3501 §7.4.2", "9051 §7.5.2"));
    } else {
      say_item(e);
    }
    explain_value(e, item);
  }
  e.pass_close();
}

}  // namespace

void explain_fetch_list(Explaining& e) {
  explain_fetch_list(e, e.words("explain.fetch.items"));
}

void explain_fetch_list(Explaining& e, const RichText& beginning) {
  e.pass_open(beginning);
  while (e.inside()) explain_listed_item(e);
  e.pass_close();
}

void explain_arguments(Explaining& e, const Fetch& command) {
  e.say_messages(by_uid(command.messages));
  if (e.at(TokenKind::list_open)) {
    explain_fetch_list(e);
  } else if (e.inside()) {
    has_list(command) ? explain_listed_item(e) : explain_item(e);
  }
  explain_parameters(e, slot::fetch);
}

void explain_data(Explaining& e, const FetchData& data) {
  e.lead();
  e.say_messages(false);
  e.say("data", e.line().command ? e.words("explain.fetch.data") : e.words("explain.fetch.unasked"),
        both("3501 §7.4.2", "9051 §7.5.2"));
  explain_items(e, data.items);
}

void explain_data(Explaining& e, const UidFetchData& data) {
  e.lead();
  e.say_messages(true);
  e.say("data", e.words("explain.fetch.by_uid"), "9586 §3.3");
  explain_items(e, data.items);
}

}  // namespace imapscope::explain
