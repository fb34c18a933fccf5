// The fetch family, explained: what was asked for, and what came (RFC 3501 §6.4.5, §7.4.2).
#include <array>
#include <string>
#include <string_view>

#include "sim/observer/explain_parts.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {
namespace {

using wire::TokenKind;

struct ItemWords {
  std::string_view name;
  std::string_view asked;
  std::string_view rev1;
};
constexpr std::array item_words{
    ItemWords{"ALL", "a macro: FLAGS, INTERNALDATE, RFC822.SIZE and ENVELOPE", "3501 §6.4.5"},
    ItemWords{"FAST", "a macro: FLAGS, INTERNALDATE and RFC822.SIZE", "3501 §6.4.5"},
    ItemWords{"FULL", "a macro: ALL, and BODY", "3501 §6.4.5"},
    ItemWords{"FLAGS", "the message's flags", "3501 §2.3.2"},
    ItemWords{"INTERNALDATE", "when the server received it", "3501 §2.3.3"},
    ItemWords{"RFC822.SIZE", "how many octets it has", "3501 §2.3.4"},
    ItemWords{"ENVELOPE", "its header in short, read by the server", "3501 §2.3.5"},
    ItemWords{"UID", "the number that stays with the message", "3501 §2.3.1.1"},
    ItemWords{"BODYSTRUCTURE", "its parts, how they nest and what they are", "3501 §2.3.6"},
    ItemWords{"BODY", "its parts, without the details of BODYSTRUCTURE", "3501 §2.3.6"},
    ItemWords{"RFC822", "the whole message, an old name of BODY[]; reading it sets `\\Seen`",
              "3501 §6.4.5"},
    ItemWords{"RFC822.HEADER", "the header, an old name of BODY.PEEK[HEADER]", "3501 §6.4.5"},
    ItemWords{"RFC822.TEXT", "the body, an old name of BODY[TEXT]; reading it sets `\\Seen`",
              "3501 §6.4.5"},
};

std::string item_meaning(const std::string& name) {
  for (const ItemWords& words : item_words) {
    if (words.name == name) return std::string(words.asked);
  }
  return "an item of an extension";
}

std::string item_rfc(const std::string& name) {
  for (const ItemWords& words : item_words) {
    if (words.name == name) return std::string(words.rev1);
  }
  return "";
}

std::string section_word_meaning(const std::string& word) {
  if (word == "HEADER") return "`HEADER`: the header, up to the empty line.";
  if (word == "HEADER.FIELDS") return "`HEADER.FIELDS`: only these fields of the header.";
  if (word == "HEADER.FIELDS.NOT") return "`HEADER.FIELDS.NOT`: the header without these fields.";
  if (word == "TEXT") return "`TEXT`: the body, without the header.";
  if (word == "MIME") return "`MIME`: the header of this part.";
  return "Which part: the numbers count parts from the outside in, and a word says what of it.";
}

// `[…]` behind BODY, and what follows it.
void explain_section(Explaining& e) {
  const std::string rfc = both("3501 §6.4.5", "9051 §6.4.5");
  e.pass("section", "The brackets say which part; empty: the whole message.");
  while (!e.at_line_end() && !e.at(TokenKind::section_close)) {
    if (e.at(TokenKind::list_open)) {
      e.pass_open();
      while (!e.at_line_end() && !e.at(TokenKind::list_close)) {
        e.say_string("header field", "A field of the header, by name.", rfc);
      }
      e.pass_close();
    } else {
      e.say("section", section_word_meaning(e.word()), rfc);
    }
  }
  if (e.at(TokenKind::section_close)) e.pass("section", "Here the section ends.");
}

void explain_partial(Explaining& e, bool asked) {
  if (!e.at(TokenKind::partial)) return;
  e.say("partial",
        asked ? "Only so many octets from there on: `<first.count>`, counted from 0."
              : "These octets begin there; how many were asked for is not repeated.",
        both("3501 §6.4.5", "9051 §6.4.5"));
}

void explain_item(Explaining& e) {
  const std::string name = e.word();
  const bool peek = name == "BODY.PEEK";
  const bool last = e.line().bytes.find('[') == std::string::npos;
  if (peek || (name == "BODY" && !last)) {
    e.say("data item",
          peek ? "`BODY.PEEK`: text of the message, without setting `\\Seen`."
               : "`BODY`: with brackets it is text of the message, and reading sets `\\Seen`.",
          both("3501 §6.4.5", "9051 §6.4.5"));
  } else {
    e.say("data item", "`" + name + "`: " + item_meaning(name) + ".", item_rfc(name));
  }
  if (e.at(TokenKind::section_open)) explain_section(e);
  explain_partial(e, true);
}

void explain_address_list(Explaining& e, const std::string& field) {
  e.say_value(field, "`NIL`, or addresses: each is name, route, mailbox and host.",
              both("3501 §7.4.2", "9051 §7.5.2"));
}

void explain_envelope(Explaining& e) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  if (!e.at(TokenKind::list_open)) return;
  e.pass("envelope", "Ten fields, always in this order.");
  e.say_string("date", "The Date field, as the sender wrote it.", rfc);
  e.say_string("subject", "The Subject field; words beyond ASCII are encoded.", rfc);
  for (const char* field : {"from", "sender", "reply-to", "to", "cc", "bcc"}) {
    explain_address_list(e, field);
  }
  e.say_string("in-reply-to", "The message that this one answers, by its Message-ID.", rfc);
  e.say_string("message-id", "The name that the sender gave the message.", rfc);
  e.pass_close();
}

void explain_text(Explaining& e, const std::string& name) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  if (name == "BODY" && e.at(TokenKind::section_open)) {
    explain_section(e);
    explain_partial(e, false);
  }
  if (e.word() == "NIL") {
    e.say("no text", "`NIL`: there is no such part.", rfc);
  } else {
    e.say_string("text of the message", "The octets of the part that was asked for.", rfc);
  }
}

void explain_value(Explaining& e, const std::string& name) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  if (name == "FLAGS") {
    e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
  } else if (name == "UID") {
    e.say_messages(true);
  } else if (name == "RFC822.SIZE") {
    e.say("size", "The message has " + count_of(e.number(), "octet") + ".", rfc);
  } else if (name == "INTERNALDATE") {
    e.say_string("internal date", "When the server received the message.", rfc);
  } else if (name == "ENVELOPE") {
    explain_envelope(e);
  } else if (name == "BODYSTRUCTURE" || (name == "BODY" && e.at(TokenKind::list_open))) {
    e.say_value("body structure",
                "A part: type, subtype, parameters, ID, description, encoding, octets and more. "
                "A multipart holds its parts first, then its subtype.",
                rfc);
  } else if (name == "BODY" || name.starts_with("RFC822")) {
    explain_text(e, name);
  } else {
    e.say_value("value", "The value of `" + name + "`.", "");
  }
}

bool told_unasked(const Explaining& e) {
  return !e.line().command;
}

}  // namespace

void explain_arguments(Explaining& e, const Fetch& command) {
  e.say_messages(by_uid(command.messages));
  e.pass_open();
  while (!e.at_line_end() && !e.at(TokenKind::list_close)) explain_item(e);
  e.pass_close();
}

void explain_data(Explaining& e, const FetchData& data) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  e.lead();
  e.say("message sequence number",
        "`" + std::to_string(data.number.value) + "` is " + e.message(data.number) +
            ". It holds until an EXPUNGE reaches this session.",
        both("3501 §2.3.1.2", "9051 §2.3.1.2"));
  e.say("data",
        told_unasked(e) ? "`FETCH`: facts about one message, told unasked."
                        : "`FETCH`: facts about one message.",
        rfc);
  e.pass_open();
  while (!e.at_line_end() && !e.at(TokenKind::list_close)) {
    const std::string name = e.word();
    e.say("data item", "`" + name + "`: " + item_meaning(name) + ".", item_rfc(name));
    explain_value(e, name);
  }
  e.pass_close();
}

}  // namespace imapscope::observer
