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

enum class Argument {
  none,
  keyword,
  text,
  field,
  date,
  size,
  age,
  mod_seq,
  object_id,
  uid,
  filter,
  named,       ///< a value of an extension that is only known by name
  annotation,  ///< three of them
};

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
    Key{"SAVEDBEFORE", Argument::date},
    Key{"SAVEDON", Argument::date},
    Key{"SAVEDSINCE", Argument::date},
    Key{"SAVEDATESUPPORTED"},
    Key{"EMAILID", Argument::object_id},
    Key{"THREADID", Argument::object_id},
    Key{"UIDAFTER", Argument::uid},
    Key{"UIDBEFORE", Argument::uid},
    Key{"FILTER", Argument::filter},
    Key{"FUZZY"},
    Key{"X-GM-RAW", Argument::named},
    Key{"X-GM-MSGID", Argument::named},
    Key{"X-GM-THRID", Argument::named},
    Key{"X-GM-LABELS", Argument::named},
    Key{"ANNOTATION", Argument::annotation},
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
    case Argument::object_id:
      return e.say_string("object_identifier", e.words("explain.search.object_id"), "8474 §6");
    case Argument::uid:
      return e.say("unique_identifier", e.words("explain.search.uid_bound"), "9738 §3.2");
    case Argument::filter:
      return e.say("filter", e.words("explain.search.filter"), "5466 §3.1");
    case Argument::named:
      return e.say_string("value", e.words("explain.search.named"));
    case Argument::annotation:
      for (int i = 0; i < 3 && e.inside(); ++i) {
        e.say_string("value", e.words("explain.search.annotation"), "5257 §4.4");
      }
      return;
    case Argument::none:
      return;
  }
}

/// What a key of the base standard says, or one that an extension brought.
void say_key(Explaining& e, const Key& key) {
  const std::string name(key.name);
  if (const ExtensionArgument* brought = find_extension_argument(slot::search_key, name)) {
    e.say("search_key", e.words("arguments.meaning.SEARCH_KEY." + name), std::string(brought->rfc));
  } else {
    e.say("search_key", e.words("explain.search.key." + name), key_rfc);
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
    say_key(e, *key);
    if (key->argument == Argument::field && e.inside()) {
      e.say_string("field_name", e.words("explain.search.field"), key_rfc);
    }
    if (key->argument != Argument::none && e.inside()) explain_key_argument(e, key->argument);
  } else if (e.at(wire::TokenKind::number) || e.text().find_first_of("0123456789*$") == 0) {
    e.say_messages(false);
  } else {
    e.say_unknown("search_key", e.words("explain.search.unknown_key"), key_rfc);
  }
}

/// `(TAG "a1" MAILBOX folder UIDVALIDITY 1)`: which search, and which mailbox (RFC 7377 §2.1).
void explain_correlators(Explaining& e, const std::string& rfc) {
  e.pass_open(e.words("explain.search.which"));
  while (e.inside()) {
    const std::string word = e.word();
    if (word == "MAILBOX") {
      e.say("search_correlator", e.words("explain.search.mailbox_follows"), "7377 §2.1");
      if (e.inside()) e.say_mailbox(e.words("explain.search.mailbox"));
    } else if (word == "UIDVALIDITY") {
      e.say("search_correlator", e.words("explain.search.validity_follows"), "7377 §2.1");
      if (e.inside()) e.say("UIDVALIDITY", e.words("explain.search.validity"), "7377 §2.1");
    } else {
      e.say("search_correlator", e.words("explain.search.tag_follows"), rfc);
      if (e.inside()) e.say_string("tag", e.words("explain.search.tag"), rfc);
    }
  }
  e.pass_close();
}

/// What an item of an extension has for its value; false: nobody here knows.
bool explain_known_value(Explaining& e, const std::string& word) {
  const std::string key = "explain.search.result_value." + word;
  if (!e.words().has(key)) return false;
  const ExtensionArgument* brought = find_extension_argument(slot::search, word);
  e.say_whole("value", e.words(key), brought == nullptr ? "5267 §4.3" : std::string(brought->rfc));
  return true;
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
  } else if (!explain_known_value(e, word)) {
    e.say_unknown("value", e.words("explain.search.value"), rfc);
  }
}

// `IN (mailboxes "folder1" subtree "folder2")`
void explain_sources(Explaining& e) {
  e.say("option", e.words("explain.search.in"), "7377 §2.2");
  e.pass_open();
  while (e.inside()) explain_mailbox_filter(e, "7377 §2.2");
  e.pass_close();
}

/// `UPDATE (UID ENVELOPE)`: the items are those of FETCH (RFC 5465 §7).
void explain_update(Explaining& e, std::string_view slot) {
  explain_argument(e, slot);
  if (!e.at(wire::TokenKind::list_open)) return;
  explain_fetch_list(e, e.words("arguments.value." + std::string(slot) + ".UPDATE"));
}

void explain_program(Explaining& e, const Search& search) {
  if (search.returns && e.word() == "RETURN") explain_returns(e, slot::search);
  if (!search.charset.empty() && e.word() == "CHARSET") {
    e.say("option", e.words("explain.search.charset"), key_rfc);
    e.say_string("charset", e.words("explain.search.charset_name"), key_rfc);
  }
  explain_keys(e);
}

}  // namespace

void explain_mailbox_filter(Explaining& e, const std::string& rfc) {
  const std::string key = "explain.filter." + e.word();
  if (!e.words().has(key)) {
    return e.say_unknown("mailbox_filter", e.words("explain.filter_unknown"), rfc);
  }
  const bool names = e.word().starts_with("SUBTREE") || e.word() == "MAILBOXES";
  e.say("mailbox_filter", e.words(key), rfc);
  if (!names) return;
  const std::string meaning = e.words("explain.filter_name");
  if (!e.at(wire::TokenKind::list_open)) return e.say_mailbox(meaning);
  e.pass_open();
  while (e.inside()) e.say_mailbox(meaning);
  e.pass_close();
}

void explain_keys(Explaining& e) {
  while (!e.at_line_end()) explain_key(e);
}

void explain_returns(Explaining& e, std::string_view slot) {
  const std::string rfc =
      slot == slot::sort ? std::string("5267 §3.1") : both("4731 §3.1", "9051 §6.4.4");
  e.say("option", e.words("explain.search.return"), rfc);
  e.pass_open();
  while (e.inside()) {
    const bool is_brought = find_extension_argument(slot, e.word()) != nullptr;
    if (!is_brought && e.words().has("explain.search.result." + e.word())) {
      e.say("return_option", result_meaning(e, e.word()), rfc);
    } else if (is_brought && e.word() == "UPDATE") {
      explain_update(e, slot);
    } else {
      explain_parameter(e, slot);
    }
  }
  e.pass_close();
}

void explain_found(Explaining& e, bool uids, const std::string& rfc) {
  while (e.at(wire::TokenKind::number)) {
    const SeqNum number{e.number()};
    e.say(uids ? "unique_identifier" : "message_sequence_number",
          uids ? e.words("explain.search.uid_found")
               : e.words("explain.search.message_found", {{"message", e.message(number)}}),
          rfc);
  }
  if (!e.at(wire::TokenKind::list_open)) return;
  e.pass_open();
  while (e.inside()) explain_result(e, uids, "7162 §3.1.5");
  e.pass_close();
}

void explain_arguments(Explaining& e, const Search& command) {
  explain_program(e, command);
}

void explain_arguments(Explaining& e, const Esearch& command) {
  if (!command.sources.empty() && e.word() == "IN") explain_sources(e);
  explain_program(e, command.program);
}

void explain_arguments(Explaining& e, const CancelUpdate&) {
  while (e.inside()) e.say_string("tag", e.words("explain.search.cancelled"), "5267 §4.3.5");
}

void explain_data(Explaining& e, const SearchData& data) {
  e.lead();
  const bool uids = e.command() != nullptr && e.command()->name.starts_with("UID ");
  e.say("data",
        data.numbers.empty() ? e.words("explain.search.found", {{"count", 0}})
        : uids ? e.words("explain.search.found_uids", {{"count", data.numbers.size()}})
               : e.words("explain.search.found_numbers", {{"count", data.numbers.size()}}),
        "3501 §7.2.5");
  explain_found(e, uids, "3501 §7.2.5");
}

void explain_data(Explaining& e, const EsearchData&) {
  const std::string rfc = both("4731 §3.1", "9051 §7.3.4");
  e.lead();
  e.say("data", e.words("explain.search.esearch"), rfc);
  if (e.at(wire::TokenKind::list_open)) explain_correlators(e, rfc);
  const bool uids = e.word() == "UID";
  if (uids) e.say("UID", e.words("explain.search.numbers_are_uids"), rfc);
  while (!e.at_line_end()) explain_result(e, uids, rfc);
}

}  // namespace imapscope::explain
