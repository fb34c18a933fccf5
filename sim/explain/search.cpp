// The search family, explained: keys, results, and RETURN.
#include <array>
#include <string>
#include <string_view>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

std::string result_meaning(const Explaining& e, const std::string& word) {
  const std::string key = "explain.search.result." + word;
  return e.words().has(key) ? e.words(key) : e.words("explain.search.unknown_result");
}

enum class Argument { none, keyword, text, field, date, size, age, mod_seq };

struct Key {
  std::string_view name;
  Argument argument = Argument::none;
};
constexpr std::array keys{
    Key{"ALL"},
    Key{"ANSWERED"},
    Key{"UNANSWERED"},
    Key{"DELETED"},
    Key{"UNDELETED"},
    Key{"DRAFT"},
    Key{"UNDRAFT"},
    Key{"FLAGGED"},
    Key{"UNFLAGGED"},
    Key{"SEEN"},
    Key{"UNSEEN"},
    Key{"RECENT"},
    Key{"OLD"},
    Key{"NEW"},
    Key{"KEYWORD", Argument::keyword},
    Key{"UNKEYWORD", Argument::keyword},
    Key{"BCC", Argument::text},
    Key{"BODY", Argument::text},
    Key{"CC", Argument::text},
    Key{"FROM", Argument::text},
    Key{"SUBJECT", Argument::text},
    Key{"TEXT", Argument::text},
    Key{"TO", Argument::text},
    Key{"HEADER", Argument::field},
    Key{"BEFORE", Argument::date},
    Key{"ON", Argument::date},
    Key{"SINCE", Argument::date},
    Key{"SENTBEFORE", Argument::date},
    Key{"SENTON", Argument::date},
    Key{"SENTSINCE", Argument::date},
    Key{"LARGER", Argument::size},
    Key{"SMALLER", Argument::size},
    Key{"OLDER", Argument::age},
    Key{"YOUNGER", Argument::age},
    Key{"MODSEQ", Argument::mod_seq},
    Key{"NOT"},
    Key{"OR"},
};

constexpr const char* key_rfc = "3501 §6.4.4, 9051 §6.4.4";

void explain_key_argument(Explaining& e, Argument argument) {
  switch (argument) {
    case Argument::keyword:
      return e.say("keyword", e.words("explain.search.keyword"), key_rfc);
    case Argument::text:
    case Argument::field:
      return e.say_string(
          "text_to_find",
          e.content().empty() ? e.words("explain.search.any_text") : e.words("explain.search.text"),
          key_rfc);
    case Argument::date:
      return e.say_string("date", e.words("explain.search.date"), key_rfc);
    case Argument::size:
      return e.say("size", e.words("explain.search.size", {{"count", e.number()}}), key_rfc);
    case Argument::age:
      return e.say("number", e.words("explain.search.age", {{"count", e.number()}}), "5032 §3");
    case Argument::mod_seq:
      if (e.at(wire::TokenKind::quoted)) {
        e.say_string("metadata_entry", e.words("explain.search.entry"), "7162 §3.1.5");
        if (e.inside()) e.say("entry_type", e.words("explain.search.entry_type"), "7162 §3.1.5");
      }
      if (!e.inside()) return;
      return e.say("modification_sequence", e.words("explain.search.mod_seq"), "7162 §3.1.5");
    case Argument::none:
      return;
  }
}

const Key* find_key(const std::string& word) {
  for (const Key& key : keys) {
    if (key.name == word) return &key;
  }
  return nullptr;
}

void explain_key(Explaining& e) {
  if (e.at(wire::TokenKind::list_open)) {
    e.pass("list", e.words("explain.search.list"));
  } else if (e.at(wire::TokenKind::list_close)) {
    e.pass_close();
  } else if (e.word() == "UID") {
    e.say("search_key", e.words("explain.search.uid"), key_rfc);
    e.say_messages(true);
  } else if (const Key* key = find_key(e.word())) {
    e.say("search_key", e.words("explain.search.key." + std::string(key->name)), key_rfc);
    if (key->argument == Argument::field && e.inside()) {
      e.say_string("field_name", e.words("explain.search.field"), key_rfc);
    }
    if (key->argument != Argument::none && e.inside()) explain_key_argument(e, key->argument);
  } else if (e.at(wire::TokenKind::number) || e.text().find_first_of("0123456789*") == 0) {
    e.say_messages(false);
  } else {
    e.say_unknown("search_key", e.words("explain.search.unknown_key"), key_rfc);
  }
}

// RETURN (…) of ESEARCH.
void explain_returns(Explaining& e) {
  e.say("option", e.words("explain.search.return"), both("4731 §3.1", "9051 §6.4.4"));
  e.pass_open();
  while (e.inside()) {
    if (e.words().has("explain.search.result." + e.word())) {
      e.say("return_option", result_meaning(e, e.word()), both("4731 §3.1", "9051 §6.4.4"));
    } else {
      explain_parameter(e, slot::search);
    }
  }
  e.pass_close();
}

// An item of ESEARCH and its value.
void explain_result(Explaining& e, bool uids, const std::string& rfc) {
  const std::string word = e.word();
  e.say("result", result_meaning(e, word), rfc);
  if (e.at_line_end()) return;
  if (word == "COUNT") {
    e.say("count", e.words("explain.search.found", {{"count", e.number()}}), rfc);
  } else if (word == "MODSEQ") {
    e.say("modification_sequence", e.words("explain.search.highest"), "7162 §3.1.5");
  } else if (word == "MIN" || word == "MAX" || word == "ALL") {
    e.say_messages(uids);
  } else {
    e.say_unknown("value", e.words("explain.search.value"), rfc);
  }
}

}  // namespace

void explain_arguments(Explaining& e, const Search& command) {
  if (command.returns && e.word() == "RETURN") explain_returns(e);
  if (!command.charset.empty() && e.word() == "CHARSET") {
    e.say("option", e.words("explain.search.charset"), key_rfc);
    e.say_string("charset", e.words("explain.search.charset_name"), key_rfc);
  }
  while (!e.at_line_end()) explain_key(e);
}

void explain_data(Explaining& e, const SearchData& data) {
  e.lead();
  const Line* command = e.line().command ? &e.timeline().lines()[e.line().command->value] : nullptr;
  const bool uids = command != nullptr && command->name.starts_with("UID ");
  e.say("data",
        data.numbers.empty() ? e.words("explain.search.found", {{"count", 0}})
        : uids ? e.words("explain.search.found_uids", {{"count", data.numbers.size()}})
               : e.words("explain.search.found_numbers", {{"count", data.numbers.size()}}),
        "3501 §7.2.5");
  while (e.at(wire::TokenKind::number)) {
    const SeqNum number{e.number()};
    e.say(uids ? "unique_identifier" : "message_sequence_number",
          uids ? e.words("explain.search.uid_found")
               : e.words("explain.search.message_found", {{"message", e.message(number)}}),
          "3501 §7.2.5");
  }
  if (!e.at(wire::TokenKind::list_open) || data.extension.empty()) return;
  e.pass_open();
  while (e.inside()) explain_result(e, uids, "7162 §3.1.5");
  e.pass_close();
}

void explain_data(Explaining& e, const EsearchData&) {
  const std::string rfc = both("4731 §3.1", "9051 §7.3.4");
  e.lead();
  e.say("data", e.words("explain.search.esearch"), rfc);
  if (e.at(wire::TokenKind::list_open)) {
    e.pass_open(e.words("explain.search.which"));
    e.say("search_correlator", e.words("explain.search.tag_follows"), rfc);
    if (e.inside()) e.say_string("tag", e.words("explain.search.tag"), rfc);
    e.pass_close();
  }
  const bool uids = e.word() == "UID";
  if (uids) e.say("UID", e.words("explain.search.numbers_are_uids"), rfc);
  while (!e.at_line_end()) {
    explain_result(e, uids, rfc);
  }
}

}  // namespace imapscope::explain
