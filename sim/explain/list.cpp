// The list family, explained: LIST, LSUB and NAMESPACE.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

struct Attribute {
  std::string_view name;
  std::string_view meaning;
  std::string_view rfc{};  ///< empty: where LIST and LSUB are told of
};
constexpr std::string_view children = "5258 §4, 9051 §7.3.1";
constexpr std::string_view extended = "5258 §3, 9051 §7.3.1";
constexpr std::string_view special_use = "6154 §2, 9051 §7.3.1";
constexpr std::array attributes{
    Attribute{"\\Noinferiors", "No mailbox can ever lie below it."},
    Attribute{"\\Noselect", "It is only a level of the hierarchy and cannot be opened."},
    Attribute{"\\Marked", "The server thinks that something is new there."},
    Attribute{"\\Unmarked",
              "The server thinks that nothing is new there since it was opened last."},
    Attribute{"\\HasChildren", "Mailboxes lie below it.", children},
    Attribute{"\\HasNoChildren", "No mailbox lies below it that the user may see.", children},
    Attribute{"\\NonExistent", "The name is listed, but there is no such mailbox.", extended},
    Attribute{"\\Remote", "It lies on another server.", extended},
    Attribute{"\\Important", "Shows all messages that are held to be important.", "8457 §3"},
    Attribute{"\\Subscribed", "The user subscribed to it.", extended},
    Attribute{"\\Drafts", "Meant for messages that are not finished.", special_use},
    Attribute{"\\Sent", "Meant for copies of what was sent.", special_use},
    Attribute{"\\Trash", "Meant for what is to be thrown away.", special_use},
    Attribute{"\\Junk", "Meant for spam.", special_use},
    Attribute{"\\Archive", "Meant for what is kept.", special_use},
    Attribute{"\\All", "Shows all of the user's messages.", special_use},
    Attribute{"\\Flagged", "Shows all messages that are marked for attention.", special_use},
};

void explain_attribute(Explaining& e, const std::string& rfc) {
  const auto known = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) {
    return ascii::equal_ignoring_case(a.name, e.text());
  });
  if (known == attributes.end()) {
    e.say("attribute", "An attribute that imapscope does not know; clients ignore it.", rfc);
  } else {
    e.say("attribute", std::string(known->meaning),
          known->rfc.empty() ? rfc : std::string(known->rfc));
  }
}

void explain_patterns(Explaining& e, const std::string& rfc) {
  const bool asks_top = e.content().empty();
  e.say_string(
      "reference",
      asks_top ? "Empty: the pattern begins at the top." : "The pattern begins at this name.", rfc);
  const bool asks_delimiter = e.content().empty();
  e.say_string("pattern",
               asks_delimiter ? "Empty: it asks for the hierarchy delimiter, and for nothing else."
                              : "Which names to list: `*` stands for anything, `%` for anything "
                                "on one level.",
               rfc);
}

// What LIST-EXTENDED and IMAP4rev2 add behind the name: items, each with its value.
void explain_extended(Explaining& e) {
  const std::string rfc = both("5258 §3.5", "9051 §6.3.9.6");
  if (!e.at(wire::TokenKind::list_open)) return;
  e.pass_open("Extended data about this mailbox: items, each with its value.");
  while (e.inside()) {
    const std::string item = ascii::to_upper(e.content());
    if (item == "OLDNAME") {
      e.say_string("extended item", "Under which name this mailbox was asked for, or was known.",
                   "9051 §6.3.9.7");
      e.pass_open("The old name.");
      if (e.inside()) e.say_mailbox("The other name of this mailbox.");
      e.pass_close();
    } else if (item == "CHILDINFO") {
      e.say_string("extended item", "Mailboxes below this one match the options that follow.", rfc);
      e.pass_open("Selection options of the LIST command.");
      while (e.inside()) e.say_string("selection option", "A mailbox below matches this.", rfc);
      e.pass_close();
    } else {
      e.say_unknown("extended item", "Data of an extension that imapscope does not know.", rfc);
    }
  }
  e.pass_close();
}

void explain_listing(Explaining& e, const MailboxListing& listing, const std::string& rfc) {
  e.pass_open();
  while (e.inside()) {
    explain_attribute(e, rfc);
  }
  e.pass_close();
  e.say_string("hierarchy delimiter",
               listing.delimiter ? "This character separates the levels of a name."
                                 : "There is no hierarchy, names are flat.",
               rfc);
  e.lead();
  if (e.content().empty()) {
    e.say_string("mailbox name", "Empty: it names no mailbox, the delimiter alone was asked for.",
                 both("3501 §6.3.8", "9051 §6.3.9"));
  } else {
    e.say_mailbox("A mailbox that matches.");
  }
  explain_extended(e);
}

// The three that `* NAMESPACE` tells of, in its order.
struct Owner {
  const char* term;
  std::string_view whose;
};
constexpr std::array owners{
    Owner{"personal namespaces", "the user's own mailboxes"},
    Owner{"other users' namespaces", "other users' mailboxes"},
    Owner{"shared namespaces", "shared mailboxes"},
};

void explain_namespace(Explaining& e, const Owner& owner, const std::string& rfc) {
  e.pass_open("A namespace: prefix and hierarchy delimiter.");
  e.say_string("namespace prefix",
               e.content().empty()
                   ? "Empty: names of " + std::string(owner.whose) + " have no prefix."
                   : "Names of " + std::string(owner.whose) + " begin so.",
               rfc);
  e.say_nstring("hierarchy delimiter", "This character separates the levels of such a name.",
                "There is no hierarchy, names are flat.", rfc);
  while (e.inside()) e.say_unknown("namespace extension", "A value of an extension.", rfc);
  e.pass_close("Here the namespace ends.");
}

void explain_namespaces(Explaining& e, const Owner& owner, const std::string& rfc) {
  if (e.at_line_end()) return;
  if (!e.at(wire::TokenKind::list_open)) {
    e.say(owner.term, "There are no namespaces for " + std::string(owner.whose) + ".", rfc);
    return;
  }
  e.pass_open("The namespaces for " + std::string(owner.whose) + ".");
  while (e.inside()) explain_namespace(e, owner, rfc);
  e.pass_close();
}

}  // namespace

void explain_arguments(Explaining& e, const List&) {
  explain_patterns(e, both("3501 §6.3.8", "9051 §6.3.9"));
}

void explain_arguments(Explaining& e, const Lsub&) {
  explain_patterns(e, "3501 §6.3.9");
}

void explain_data(Explaining& e, const ListData& data) {
  e.say("data", "One mailbox: its attributes, the hierarchy delimiter, its name.",
        both("3501 §7.2.2", "9051 §7.3.1"));
  explain_listing(e, data.listing, both("3501 §7.2.2", "9051 §7.3.1"));
}

void explain_data(Explaining& e, const LsubData& data) {
  e.say("data", "One subscribed name: its attributes, the hierarchy delimiter, the name.",
        "3501 §7.2.3");
  explain_listing(e, data.listing, "3501 §7.2.3");
}

void explain_data(Explaining& e, const NamespaceData&) {
  const std::string rfc = both("2342 §5", "9051 §7.3.2");
  e.lead();
  e.say("data", "Where mailboxes live: the user's own, other users', shared ones.", rfc);
  for (const Owner& owner : owners) explain_namespaces(e, owner, rfc);
}

}  // namespace imapscope::explain
