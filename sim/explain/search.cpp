// The search family, explained: keys, results, and RETURN.
#include <array>
#include <string>
#include <string_view>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

std::string result_meaning(const std::string& word) {
  if (word == "MIN") return "the lowest that was found";
  if (word == "MAX") return "the highest that was found";
  if (word == "ALL") return "all that were found, as a set";
  if (word == "COUNT") return "how many were found";
  return "a result that imapscope does not know";
}

enum class Argument { none, keyword, text, field, date, size };

struct KeyWords {
  std::string_view key;
  Argument argument;
  std::string_view meaning;
};
constexpr std::array key_words{
    KeyWords{"ALL", Argument::none, "all messages"},
    KeyWords{"ANSWERED", Argument::none, "messages with `\\Answered`"},
    KeyWords{"UNANSWERED", Argument::none, "messages without `\\Answered`"},
    KeyWords{"DELETED", Argument::none, "messages with `\\Deleted`"},
    KeyWords{"UNDELETED", Argument::none, "messages without `\\Deleted`"},
    KeyWords{"DRAFT", Argument::none, "messages with `\\Draft`"},
    KeyWords{"UNDRAFT", Argument::none, "messages without `\\Draft`"},
    KeyWords{"FLAGGED", Argument::none, "messages with `\\Flagged`"},
    KeyWords{"UNFLAGGED", Argument::none, "messages without `\\Flagged`"},
    KeyWords{"SEEN", Argument::none, "messages that have been read"},
    KeyWords{"UNSEEN", Argument::none, "messages that have not been read"},
    KeyWords{"RECENT", Argument::none, "messages with `\\Recent`"},
    KeyWords{"OLD", Argument::none, "messages without `\\Recent`"},
    KeyWords{"NEW", Argument::none, "messages with `\\Recent` that have not been read"},
    KeyWords{"KEYWORD", Argument::keyword, "messages with this keyword"},
    KeyWords{"UNKEYWORD", Argument::keyword, "messages without this keyword"},
    KeyWords{"BCC", Argument::text, "messages whose Bcc field holds the text"},
    KeyWords{"BODY", Argument::text, "messages whose body holds the text"},
    KeyWords{"CC", Argument::text, "messages whose Cc field holds the text"},
    KeyWords{"FROM", Argument::text, "messages whose From field holds the text"},
    KeyWords{"SUBJECT", Argument::text, "messages whose Subject field holds the text"},
    KeyWords{"TEXT", Argument::text, "messages whose header or body holds the text"},
    KeyWords{"TO", Argument::text, "messages whose To field holds the text"},
    KeyWords{"HEADER", Argument::field, "messages with this header field, holding the text"},
    KeyWords{"BEFORE", Argument::date, "messages received before the date"},
    KeyWords{"ON", Argument::date, "messages received on the date"},
    KeyWords{"SINCE", Argument::date, "messages received on the date or later"},
    KeyWords{"SENTBEFORE", Argument::date, "messages whose Date field is before the date"},
    KeyWords{"SENTON", Argument::date, "messages whose Date field is on the date"},
    KeyWords{"SENTSINCE", Argument::date, "messages whose Date field is on the date or later"},
    KeyWords{"LARGER", Argument::size, "messages that are larger"},
    KeyWords{"SMALLER", Argument::size, "messages that are smaller"},
    KeyWords{"NOT", Argument::none, "messages that the next key does not find"},
    KeyWords{"OR", Argument::none, "messages that one of the next two keys finds"},
};

constexpr const char* key_rfc = "3501 §6.4.4, 9051 §6.4.4";

void explain_key_argument(Explaining& e, Argument argument) {
  switch (argument) {
    case Argument::keyword:
      return e.say("keyword", "The keyword to look for.", key_rfc);
    case Argument::text:
    case Argument::field:
      return e.say_string("text to find",
                          e.content().empty() ? "Empty: any text will do."
                                              : "The text to look for, in any case of its letters.",
                          key_rfc);
    case Argument::date:
      return e.say_string("date", "A day; time and time zone do not count.", key_rfc);
    case Argument::size:
      return e.say("size", count_of(e.number(), "octet") + ".", key_rfc);
    case Argument::none:
      return;
  }
}

const KeyWords* find_key(const std::string& word) {
  for (const KeyWords& words : key_words) {
    if (words.key == word) return &words;
  }
  return nullptr;
}

void explain_key(Explaining& e) {
  if (e.at(wire::TokenKind::list_open)) {
    e.pass("list", "All keys in this list must find the message.");
  } else if (e.at(wire::TokenKind::list_close)) {
    e.pass_close();
  } else if (e.word() == "UID") {
    e.say("search key", "Messages with these UIDs.", key_rfc);
    e.say_messages(true);
  } else if (const KeyWords* words = find_key(e.word())) {
    e.say("search key", sentence(std::string(words->meaning)), key_rfc);
    if (words->argument == Argument::field && e.inside()) {
      e.say_string("field name", "The header field to look into.", key_rfc);
    }
    if (words->argument != Argument::none && e.inside()) explain_key_argument(e, words->argument);
  } else if (e.at(wire::TokenKind::number) || e.text().find_first_of("0123456789*") == 0) {
    e.say_messages(false);
  } else {
    e.say_unknown("search key", "A key that imapscope does not know.", key_rfc);
  }
}

// RETURN (…) of ESEARCH.
void explain_returns(Explaining& e) {
  e.say("option", "The options that follow say what the answer shall tell.",
        both("4731 §3.1", "9051 §6.4.4"));
  e.pass_open();
  while (e.inside()) {
    e.say("return option", sentence(result_meaning(e.word())), both("4731 §3.1", "9051 §6.4.4"));
  }
  e.pass_close();
}

// An item of ESEARCH and its value.
void explain_result(Explaining& e, bool uids, const std::string& rfc) {
  const std::string word = e.word();
  e.say("result", sentence(result_meaning(word)), rfc);
  if (e.at_line_end()) return;
  if (word == "COUNT") {
    e.say("count", count_of(e.number(), "message") + " found.", rfc);
  } else if (word == "MIN" || word == "MAX" || word == "ALL") {
    e.say_messages(uids);
  } else {
    e.say_unknown("value", "The value of that result.", rfc);
  }
}

}  // namespace

void explain_arguments(Explaining& e, const Search& command) {
  if (command.returns && e.word() == "RETURN") explain_returns(e);
  if (!command.charset.empty() && e.word() == "CHARSET") {
    e.say("option", "How the texts of this search are written as octets; the name follows.",
          key_rfc);
    e.say_string("charset", "The name of the charset.", key_rfc);
  }
  while (!e.at_line_end()) explain_key(e);
}

void explain_data(Explaining& e, const SearchData& data) {
  e.lead();
  const Line* command = e.line().command ? &e.timeline().lines()[e.line().command->value] : nullptr;
  const bool uids = command != nullptr && command->name.starts_with("UID ");
  e.say("data",
        count_of(data.numbers.size(), "message") + " found" +
            (data.numbers.empty() ? "."
             : uids               ? "; the numbers are UIDs."
                                  : "; the numbers are message sequence numbers."),
        "3501 §7.2.5");
  while (e.at(wire::TokenKind::number)) {
    const SeqNum number{e.number()};
    e.say(
        uids ? "unique identifier" : "message sequence number",
        uids ? "The message with this UID was found." : sentence(e.message(number) + " was found"),
        "3501 §7.2.5");
  }
}

void explain_data(Explaining& e, const EsearchData&) {
  const std::string rfc = both("4731 §3.1", "9051 §7.3.4");
  e.lead();
  e.say("data", "The result of a search, in the form that was asked for.", rfc);
  if (e.at(wire::TokenKind::list_open)) {
    e.pass_open("Here it says which search this answers.");
    e.say("search correlator", "The tag of the search follows.", rfc);
    if (e.inside()) e.say_string("tag", "The tag of the command that this answers.", rfc);
    e.pass_close();
  }
  const bool uids = e.word() == "UID";
  if (uids) e.say("UID", "The numbers in this answer are UIDs.", rfc);
  while (!e.at_line_end()) {
    explain_result(e, uids, rfc);
  }
}

}  // namespace imapscope::explain
