// The fetch family, explained: what was asked for, and what came (RFC 3501 §6.4.5, §7.4.2).
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sim/base/overloaded.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

using wire::TokenKind;

struct ItemWords {
  std::string_view name;
  std::string_view meaning;
  std::string_view rfc;
};
constexpr std::array item_words{
    ItemWords{"ALL", "a macro: FLAGS, INTERNALDATE, RFC822.SIZE and ENVELOPE",
              "3501 §6.4.5, 9051 §6.4.5"},
    ItemWords{"FAST", "a macro: FLAGS, INTERNALDATE and RFC822.SIZE", "3501 §6.4.5, 9051 §6.4.5"},
    ItemWords{"FULL", "a macro: FLAGS, INTERNALDATE, RFC822.SIZE, ENVELOPE and BODY",
              "3501 §6.4.5, 9051 §6.4.5"},
    ItemWords{"FLAGS", "the message's flags", "3501 §2.3.2, 9051 §2.3.2"},
    ItemWords{"INTERNALDATE", "when the server received the message", "3501 §2.3.3, 9051 §2.3.3"},
    ItemWords{"RFC822.SIZE", "how many octets the message has", "3501 §2.3.4, 9051 §2.3.4"},
    ItemWords{"ENVELOPE", "the most important header fields, taken apart by the server",
              "3501 §2.3.5, 9051 §2.3.5"},
    ItemWords{"UID", "the number that stays with the message", "3501 §2.3.1.1, 9051 §2.3.1.1"},
    ItemWords{"BODYSTRUCTURE", "what the message's parts are, and how they nest",
              "3501 §2.3.6, 9051 §2.3.6"},
    ItemWords{"BODY", "what the message's parts are, with fewer details than BODYSTRUCTURE",
              "3501 §2.3.6, 9051 §2.3.6"},
    ItemWords{"RFC822", "the whole message, an old name of `BODY[]`; reading it sets `\\Seen`",
              "3501 §6.4.5"},
    ItemWords{"RFC822.HEADER", "the header, an old name of `BODY.PEEK[HEADER]`", "3501 §6.4.5"},
    ItemWords{"RFC822.TEXT", "the body, an old name of `BODY[TEXT]`; reading it sets `\\Seen`",
              "3501 §6.4.5"},
};

const ItemWords* find_item(std::string_view name) {
  for (const ItemWords& words : item_words) {
    if (words.name == name) return &words;
  }
  return nullptr;
}

void say_item(Explaining& e) {
  if (const ItemWords* words = find_item(e.word())) {
    e.say("data item", sentence(std::string(words->meaning)), std::string(words->rfc));
  } else {
    e.say("data item", "An item of an extension that imapscope does not know.");
  }
}

struct SectionWords {
  std::string_view name;
  std::string_view meaning;
};
constexpr std::array section_words{
    SectionWords{"HEADER", "the header, with the empty line at its end"},
    SectionWords{"HEADER.FIELDS", "of the header, only the fields that are listed"},
    SectionWords{"HEADER.FIELDS.NOT", "of the header, all fields but those that are listed"},
    SectionWords{"TEXT", "the body, without the header"},
    SectionWords{"MIME", "the MIME header of the part, which says what the part is"},
};

/// `1.2.HEADER`: the numbers of the path, and the word behind them.
std::string section_meaning(const std::string& spec) {
  const std::size_t word = std::min(spec.find_first_not_of("0123456789."), spec.size());
  std::string path = spec.substr(0, word);
  if (path.ends_with('.')) path.pop_back();
  const std::string part = path.find('.') == std::string::npos
                               ? "part " + path + " of the message"
                               : "part " + path + " of the message: the numbers go inwards";
  if (word == spec.size()) return sentence(part);
  for (const SectionWords& words : section_words) {
    if (words.name != spec.substr(word)) continue;
    std::string meaning(words.meaning);
    if (!path.empty()) {
      meaning += words.name == "MIME" ? ": part " + path : ", of the message inside part " + path;
    }
    return sentence(meaning);
  }
  return "A section that imapscope does not know.";
}

// `[…]` behind BODY.
void explain_section(Explaining& e) {
  const std::string rfc = both("3501 §6.4.5", "9051 §6.4.5");
  const bool whole = e.kind_after() == TokenKind::section_close;
  e.pass("section", whole ? "Empty brackets: the whole message." : "The brackets say which part.");
  while (!e.at_line_end() && !e.at(TokenKind::section_close)) {
    if (e.at(TokenKind::list_open)) {
      e.pass_open("The names of header fields.");
      while (e.inside()) e.say_string("header field", "The name of a header field.", rfc);
      e.pass_close();
    } else {
      e.say("section", section_meaning(e.word()), rfc);
    }
  }
  if (e.at(TokenKind::section_close)) e.pass("section", "Here the section ends.");
}

/// `<0.100>` as asked; `<0>` as answered.
void explain_partial(Explaining& e) {
  if (!e.at(TokenKind::partial)) return;
  const std::string range(e.text().substr(1, e.text().size() - 2));
  const std::size_t dot = range.find('.');
  const std::string first = range.substr(0, dot);
  const std::string from = first == "0" ? "from the beginning" : "from octet " + first + " on";
  e.say("partial",
        dot == std::string::npos ? "What comes is not the whole section: it was read " + from + "."
                                 : "Not more than " + range.substr(dot + 1) + " octets, " + from +
                                       "; octets count from 0.",
        both("3501 §6.4.5", "9051 §6.4.5"));
}

void explain_item(Explaining& e) {
  const bool peek = e.word() == "BODY.PEEK";
  if (e.kind_after() == TokenKind::section_open && (peek || e.word() == "BODY")) {
    e.say("data item",
          peek ? "Text of the message; with `.PEEK`, reading does not set `\\Seen`."
               : "Text of the message; without `.PEEK`, reading it sets `\\Seen`.",
          both("3501 §6.4.5", "9051 §6.4.5"));
  } else {
    say_item(e);
  }
  if (e.at(TokenKind::section_open)) explain_section(e);
  explain_partial(e);
}

void explain_text(Explaining& e, const FetchedSection& section) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  if (e.at(TokenKind::section_open)) explain_section(e);
  explain_partial(e);
  const std::size_t octets = section.octets ? section.octets->size() : 0;
  e.say_nstring("text of the message",
                octets == 0 ? "What was asked for is empty."
                            : "What was asked for: " + count_of(octets, "octet") + ".",
                "The message has no such part.", rfc);
}

// The item's name was said; its value follows.
void explain_value(Explaining& e, const FetchedItem& item) {
  const std::string rfc = both("3501 §7.4.2", "9051 §7.5.2");
  std::visit(
      overloaded{
          [&](const FetchedFlags& i) {
            e.pass_open(i.flags.size() == 0 ? "No flags are set." : "All flags that are set.");
            e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
          },
          [&](const FetchedInternalDate&) {
            e.say_string("internal date", "When the server received the message.", rfc);
          },
          [&](const FetchedSize& i) {
            e.say("size", "The message has " + count_of(i.octets, "octet") + ".", rfc);
          },
          [&](const FetchedUid& i) {
            e.say("unique identifier",
                  "The message has UID " + std::to_string(i.uid.value) + ", and keeps it.",
                  both("3501 §2.3.1.1", "9051 §2.3.1.1"));
          },
          [&](const FetchedEnvelope& i) { explain_envelope(e, i.envelope); },
          [&](const FetchedStructure& i) { explain_body_structure(e, i.structure); },
          [&](const FetchedSection& i) { explain_text(e, i); },
          [&](const FetchedOther& i) { e.say_unknown("value", "The value of `" + i.name + "`."); },
      },
      item);
}

}  // namespace

void explain_arguments(Explaining& e, const Fetch& command) {
  e.say_messages(by_uid(command.messages));
  e.pass_open("The data items that are asked for.");
  while (e.inside()) explain_item(e);
  e.pass_close();
}

void explain_data(Explaining& e, const FetchData& data) {
  e.lead();
  e.say_messages(false);
  e.say("data",
        e.line().command ? "Facts about one message." : "Facts about one message, told unasked.",
        both("3501 §7.4.2", "9051 §7.5.2"));
  e.pass_open("Names of data items, each with its value.");
  for (const FetchedItem& item : data.items) {
    const bool section = e.kind_after() == TokenKind::section_open;
    if (section && e.word() == "BODY") {
      e.say("data item", "Text of the message, or of one of its parts.",
            both("3501 §7.4.2", "9051 §7.5.2"));
    } else {
      say_item(e);
    }
    explain_value(e, item);
  }
  e.pass_close();
}

}  // namespace imapscope::explain
