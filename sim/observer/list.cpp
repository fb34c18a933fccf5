#include <array>
#include <string>
#include <string_view>
#include "sim/base/ascii.h"
#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {

bool answers(const List&, const UntaggedData& data) {
  return std::holds_alternative<ListData>(data);
}

bool answers(const Lsub&, const UntaggedData& data) {
  return std::holds_alternative<LsubData>(data);
}

bool answers(const Namespace&, const UntaggedData& data) {
  return std::holds_alternative<NamespaceData>(data);
}

namespace {

struct Attribute {
  std::string_view name;
  std::string_view meaning;
};
constexpr std::array attributes{
    Attribute{"\\Noinferiors", "No mailbox can ever lie below it."},
    Attribute{"\\Noselect", "It is only a level of the hierarchy and cannot be opened."},
    Attribute{"\\Marked", "The server thinks that something is new there."},
    Attribute{"\\Unmarked", "Nothing is new there since it was opened last."},
    Attribute{"\\HasChildren", "Mailboxes lie below it."},
    Attribute{"\\HasNoChildren", "No mailbox lies below it that the user may see."},
    Attribute{"\\NonExistent", "The name is listed, and there is no such mailbox."},
    Attribute{"\\Subscribed", "The user subscribed to it."},
    Attribute{"\\Drafts", "Meant for messages that are not finished."},
    Attribute{"\\Sent", "Meant for copies of what was sent."},
    Attribute{"\\Trash", "Meant for what is to be thrown away."},
    Attribute{"\\Junk", "Meant for spam."},
    Attribute{"\\Archive", "Meant for what is kept."},
    Attribute{"\\All", "Shows all of the user's messages."},
    Attribute{"\\Flagged", "Shows all messages that are marked for attention."},
};

std::string attribute_meaning(std::string_view name) {
  for (const Attribute& attribute : attributes) {
    if (ascii::equal_ignoring_case(attribute.name, name)) return std::string(attribute.meaning);
  }
  return "An attribute that imapscope does not know.";
}

void explain_patterns(Explaining& e) {
  e.say_string("reference", "Where the pattern begins; empty: at the top.",
               both("3501 §6.3.8", "9051 §6.3.9"));
  const bool asks_delimiter = e.content().empty();
  e.say_string("pattern",
               asks_delimiter ? "Empty: it asks for the hierarchy delimiter, and for nothing else."
                              : "Which names to list: `*` stands for anything, `%` for anything "
                                "on one level.",
               both("3501 §6.3.8", "9051 §6.3.9"));
}

void explain_listing(Explaining& e, const MailboxListing& listing, const std::string& rfc) {
  e.pass_open();
  while (!e.at_line_end() && !e.at(wire::TokenKind::list_close)) {
    e.say("attribute", attribute_meaning(e.text()), rfc);
  }
  e.pass_close();
  e.say_string("hierarchy delimiter",
               listing.delimiter ? "It separates the levels of a name." : "`NIL`: names are flat.",
               rfc);
  e.lead();
  e.say_mailbox("A mailbox that matches.");
}

}  // namespace

void explain_arguments(Explaining& e, const List&) {
  explain_patterns(e);
}

void explain_arguments(Explaining& e, const Lsub&) {
  explain_patterns(e);
}

void explain_data(Explaining& e, const ListData& data) {
  e.say("data", "`LIST`: one mailbox.", both("3501 §7.2.2", "9051 §7.3.1"));
  explain_listing(e, data.listing, both("3501 §7.2.2", "9051 §7.3.1"));
}

void explain_data(Explaining& e, const LsubData& data) {
  e.say("data", "`LSUB`: one subscribed name.", "3501 §7.2.3");
  explain_listing(e, data.listing, "3501 §7.2.3");
}

void explain_data(Explaining& e, const NamespaceData&) {
  const std::string rfc = both("2342 §5", "9051 §7.3.2");
  e.lead();
  e.say("data", "`NAMESPACE`: where mailboxes live, by prefix and delimiter.", rfc);
  for (const char* whose :
       {"personal namespaces", "other users' namespaces", "shared namespaces"}) {
    if (e.at_line_end()) return;
    e.say_value(whose, "Prefix and hierarchy delimiter of each; `NIL`: there are none.", rfc);
  }
}

}  // namespace imapscope::observer
