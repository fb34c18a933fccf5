#include <array>
#include <string>
#include <string_view>
#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {

bool answers(const Search&, const UntaggedData& data) {
  return std::holds_alternative<SearchData>(data) || std::holds_alternative<EsearchData>(data);
}

namespace {

std::string result_meaning(const std::string& word) {
  if (word == "MIN") return "the lowest that was found";
  if (word == "MAX") return "the highest that was found";
  if (word == "ALL") return "all that were found, as a set";
  if (word == "COUNT") return "how many were found";
  return "a result that imapscope does not know";
}

struct KeyWords {
  std::string_view key;
  int arguments;
  std::string_view meaning;
};
constexpr std::array key_words{
    KeyWords{"ALL", 0, "all messages"},
    KeyWords{"ANSWERED", 0, "messages with `\\Answered`"},
    KeyWords{"UNANSWERED", 0, "messages without `\\Answered`"},
    KeyWords{"DELETED", 0, "messages with `\\Deleted`"},
    KeyWords{"UNDELETED", 0, "messages without `\\Deleted`"},
    KeyWords{"DRAFT", 0, "messages with `\\Draft`"},
    KeyWords{"UNDRAFT", 0, "messages without `\\Draft`"},
    KeyWords{"FLAGGED", 0, "messages with `\\Flagged`"},
    KeyWords{"UNFLAGGED", 0, "messages without `\\Flagged`"},
    KeyWords{"SEEN", 0, "messages that have been read"},
    KeyWords{"UNSEEN", 0, "messages that have not been read"},
    KeyWords{"RECENT", 0, "messages with `\\Recent`"},
    KeyWords{"OLD", 0, "messages without `\\Recent`"},
    KeyWords{"NEW", 0, "messages with `\\Recent` that have not been read"},
    KeyWords{"KEYWORD", 1, "messages with this keyword"},
    KeyWords{"UNKEYWORD", 1, "messages without this keyword"},
    KeyWords{"BCC", 1, "messages whose Bcc field holds the text"},
    KeyWords{"BODY", 1, "messages whose body holds the text"},
    KeyWords{"CC", 1, "messages whose Cc field holds the text"},
    KeyWords{"FROM", 1, "messages whose From field holds the text"},
    KeyWords{"SUBJECT", 1, "messages whose Subject field holds the text"},
    KeyWords{"TEXT", 1, "messages whose header or body holds the text"},
    KeyWords{"TO", 1, "messages whose To field holds the text"},
    KeyWords{"HEADER", 2, "messages with this field, holding the text"},
    KeyWords{"BEFORE", 1, "messages received before the date"},
    KeyWords{"ON", 1, "messages received on the date"},
    KeyWords{"SINCE", 1, "messages received on the date or later"},
    KeyWords{"SENTBEFORE", 1, "messages whose Date field is before the date"},
    KeyWords{"SENTON", 1, "messages whose Date field is on the date"},
    KeyWords{"SENTSINCE", 1, "messages whose Date field is on the date or later"},
    KeyWords{"LARGER", 1, "messages with more octets"},
    KeyWords{"SMALLER", 1, "messages with fewer octets"},
    KeyWords{"NOT", 0, "messages that the next key does not find"},
    KeyWords{"OR", 0, "messages that one of the next two keys finds"},
};

const KeyWords* find_key(const std::string& word) {
  for (const KeyWords& words : key_words) {
    if (words.key == word) return &words;
  }
  return nullptr;
}

const std::string& key_rfc() {
  static const std::string rfc = both("3501 §6.4.4", "9051 §6.4.4");
  return rfc;
}

void explain_key(Explaining& e) {
  if (e.at(wire::TokenKind::list_open)) {
    e.pass("list", "The keys in the list must all find the message.");
  } else if (e.at(wire::TokenKind::list_close)) {
    e.pass_close();
  } else if (e.word() == "UID") {
    e.say("search key", "`UID`: messages with these UIDs.", key_rfc());
    e.say_messages(true);
  } else if (const KeyWords* words = find_key(e.word())) {
    e.say("search key", "`" + std::string(words->key) + "`: " + std::string(words->meaning) + ".",
          key_rfc());
    for (int i = 0; i < words->arguments && !e.at_line_end(); ++i) {
      e.say_string(words->arguments == 2 && i == 0 ? "field name" : "argument",
                   "What `" + std::string(words->key) + "` looks for.", key_rfc());
    }
  } else if (e.at(wire::TokenKind::number) || e.text().find_first_of("0123456789*") == 0) {
    e.say_messages(false);
  } else {
    e.say("search key", "A key that imapscope does not know.", key_rfc());
  }
}

// RETURN (…) of ESEARCH.
void explain_returns(Explaining& e) {
  e.say("option", "`RETURN`: what the answer shall tell.", both("4731 §3.1", "9051 §6.4.4"));
  e.pass_open();
  while (!e.at_line_end() && !e.at(wire::TokenKind::list_close)) {
    e.say("return option", "`" + e.word() + "`: " + result_meaning(e.word()) + ".",
          both("4731 §3.1", "9051 §6.4.4"));
  }
  e.pass_close();
}

}  // namespace

void explain_arguments(Explaining& e, const Search& command) {
  if (command.returns && e.word() == "RETURN") explain_returns(e);
  if (!command.charset.empty() && e.word() == "CHARSET") {
    e.say("option", "`CHARSET`: how the texts of the search are encoded.", key_rfc());
    e.say_string("charset", "Its name.", key_rfc());
  }
  while (!e.at_line_end()) explain_key(e);
}

void explain_data(Explaining& e, const SearchData& data) {
  e.lead();
  const Line* command = e.line().command ? &e.timeline().lines()[e.line().command->value] : nullptr;
  const bool uids = command != nullptr && command->name.starts_with("UID ");
  e.say("data",
        "`SEARCH`: " + count_of(data.numbers.size(), "message") + " found" +
            (uids ? ", by UID." : ", by number."),
        "3501 §7.2.5");
  while (e.at(wire::TokenKind::number)) {
    const SeqNum number{e.number()};
    e.say(uids ? "unique identifier" : "message sequence number",
          uids ? "The message with this UID was found." : "Found: " + e.message(number) + ".",
          "3501 §7.2.5");
  }
}

void explain_data(Explaining& e, const EsearchData&) {
  const std::string rfc = both("4731 §3.1", "9051 §7.3.4");
  e.lead();
  e.say("data", "`ESEARCH`: the result of a search, in the form that was asked for.", rfc);
  if (e.at(wire::TokenKind::list_open)) {
    e.say_value("search correlator", "The tag of the command that this answers.", rfc);
  }
  while (!e.at_line_end()) {
    if (e.word() == "UID") {
      e.say("UID", "The numbers in this answer are UIDs.", rfc);
      continue;
    }
    const std::string meaning = result_meaning(e.word());
    e.say("result", "`" + e.word() + "`: " + meaning + ".", rfc);
    if (!e.at_line_end()) e.say_value("value", "The numbers: " + meaning + ".", rfc);
  }
}

}  // namespace imapscope::observer
