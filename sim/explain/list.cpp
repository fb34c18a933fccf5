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
  std::string_view rfc{};  ///< empty: where LIST and LSUB are told of
};
constexpr std::string_view children = "5258 §4, 9051 §7.3.1";
constexpr std::string_view extended = "5258 §3, 9051 §7.3.1";
constexpr std::string_view special_use = "6154 §2, 9051 §7.3.1";
constexpr std::string_view xlist = "6154 §2";  // which took its place
constexpr std::array attributes{
    Attribute{"\\Noinferiors"},
    Attribute{"\\Noselect"},
    Attribute{"\\Marked"},
    Attribute{"\\Unmarked"},
    Attribute{"\\HasChildren", children},
    Attribute{"\\HasNoChildren", children},
    Attribute{"\\NonExistent", extended},
    Attribute{"\\Remote", extended},
    Attribute{"\\Important", "8457 §3"},
    Attribute{"\\Subscribed", extended},
    Attribute{"\\Drafts", special_use},
    Attribute{"\\Sent", special_use},
    Attribute{"\\Trash", special_use},
    Attribute{"\\Junk", special_use},
    Attribute{"\\Archive", special_use},
    Attribute{"\\All", special_use},
    Attribute{"\\Flagged", special_use},
    Attribute{"\\Inbox", xlist},
    Attribute{"\\AllMail", xlist},
    Attribute{"\\Starred", xlist},
    Attribute{"\\Spam", xlist},
};

void explain_reference(Explaining& e, const std::string& rfc) {
  const bool asks_top = e.content().empty();
  e.say_string("reference",
               asks_top ? e.words("explain.list.from_top") : e.words("explain.list.from_name"),
               rfc);
}

void explain_pattern(Explaining& e, const std::string& rfc) {
  const bool asks_delimiter = e.content().empty();
  e.say_string(
      "pattern",
      asks_delimiter ? e.words("explain.list.delimiter_only") : e.words("explain.list.pattern"),
      rfc);
}

// What LIST-EXTENDED and IMAP4rev2 add behind the name: items, each with its value.
void explain_extended(Explaining& e) {
  const std::string rfc = both("5258 §3.5", "9051 §6.3.9.6");
  if (!e.at(wire::TokenKind::list_open)) return;
  e.pass_open(e.words("explain.list.extended"));
  while (e.inside()) {
    const std::string item = ascii::to_upper(e.content());
    if (item == "OLDNAME") {
      e.say_string("extended_item", e.words("explain.list.oldname"), "9051 §6.3.9.7");
      e.pass_open(e.words("explain.list.old_name"));
      if (e.inside()) e.say_mailbox(e.words("explain.list.other_name"));
      e.pass_close();
    } else if (item == "CHILDINFO") {
      e.say_string("extended_item", e.words("explain.list.childinfo"), rfc);
      e.pass_open(e.words("explain.list.options"));
      while (e.inside()) {
        e.say_string("selection_option", e.words("explain.list.below_matches"), rfc);
      };
      e.pass_close();
    } else {
      e.say_unknown("extended_item", e.words("explain.untagged.unknown"), rfc);
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
  e.say_string("hierarchy_delimiter",
               listing.delimiter ? e.words("explain.list.delimiter") : e.words("explain.list.flat"),
               rfc);
  e.lead();
  if (e.content().empty()) {
    e.say_string("mailbox_name", e.words("explain.list.no_name"),
                 both("3501 §6.3.8", "9051 §6.3.9"));
  } else {
    e.say_mailbox(e.words("explain.list.matches"));
  }
  explain_extended(e);
}

// Whose the three are that `* NAMESPACE` tells of, in its order.
constexpr std::array owners{"personal", "others", "shared"};

void explain_namespace(Explaining& e, const std::string& owner, const std::string& rfc) {
  e.pass_open(e.words("explain.namespace.begins"));
  e.say_string("namespace_prefix",
               e.content().empty() ? e.words("explain.namespace.no_prefix." + owner)
                                   : e.words("explain.namespace.prefix." + owner),
               rfc);
  e.say_nstring("hierarchy_delimiter", e.words("explain.namespace.delimiter"),
                e.words("explain.list.flat"), rfc);
  while (e.inside()) {
    if (ascii::equal_ignoring_case(e.content(), "TRANSLATION")) {
      e.say_string("namespace_extension", e.words("explain.namespace.translation"), "5255 §3.4");
      if (e.inside()) {
        e.say_whole("namespace_extension", e.words("explain.namespace.translated"), "5255 §3.4");
      }
      continue;
    }
    e.say_unknown("namespace_extension", e.words("explain.namespace.extension"), rfc);
  }
  e.pass_close(e.words("explain.namespace.ends"));
}

void explain_namespaces(Explaining& e, const std::string& owner, const std::string& rfc) {
  if (e.at_line_end()) return;
  if (!e.at(wire::TokenKind::list_open)) {
    e.say("namespaces_" + owner, e.words("explain.namespace.none." + owner), rfc);
    return;
  }
  e.pass_open(e.words("explain.namespace.all." + owner));
  while (e.inside()) explain_namespace(e, owner, rfc);
  e.pass_close();
}

}  // namespace

void explain_attribute(Explaining& e, const std::string& rfc) {
  const auto known = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) {
    return ascii::equal_ignoring_case(a.name, e.text());
  });
  if (known == attributes.end()) {
    e.say("attribute", e.words("explain.list.unknown_attribute"), rfc);
  } else {
    e.say("attribute", e.words("explain.list.attribute." + std::string(known->name)),
          known->rfc.empty() ? rfc : std::string(known->rfc));
  }
}

void explain_arguments(Explaining& e, const List&) {
  const std::string rfc = both("3501 §6.3.8", "9051 §6.3.9");
  explain_parameters(e, slot::list);
  explain_reference(e, rfc);
  if (e.at(wire::TokenKind::list_open)) {
    e.pass_open(e.words("explain.argument.patterns"));
    while (e.inside()) explain_pattern(e, rfc);
    e.pass_close();
  } else {
    explain_pattern(e, rfc);
  }
  if (e.at_line_end()) return;
  e.say("option", e.words("explain.argument.return"), both("5258 §3.2", "9051 §6.3.9.2"));
  explain_parameters(e, slot::list_return);
}

void explain_arguments(Explaining& e, const Lsub&) {
  explain_reference(e, "3501 §6.3.9");
  explain_pattern(e, "3501 §6.3.9");
}

// A name of Gmail's, which no RFC has; SPECIAL-USE took its place.
void explain_arguments(Explaining& e, const XList&) {
  explain_reference(e, "3501 §6.3.8");
  explain_pattern(e, "3501 §6.3.8");
}

void explain_arguments(Explaining& e, const RList&) {
  explain_reference(e, "2193 §5.1");
  explain_pattern(e, "2193 §5.1");
}

void explain_arguments(Explaining& e, const RLsub&) {
  explain_reference(e, "2193 §5.2");
  explain_pattern(e, "2193 §5.2");
}

void explain_data(Explaining& e, const ListData& data) {
  e.say("data", e.words("explain.list.data"), both("3501 §7.2.2", "9051 §7.3.1"));
  explain_listing(e, data.listing, both("3501 §7.2.2", "9051 §7.3.1"));
}

void explain_data(Explaining& e, const LsubData& data) {
  e.say("data", e.words("explain.list.lsub_data"), "3501 §7.2.3");
  explain_listing(e, data.listing, "3501 §7.2.3");
}

void explain_data(Explaining& e, const XListData& data) {
  e.say("data", e.words("explain.list.xlist_data"), std::string(xlist));
  explain_listing(e, data.listing, std::string(xlist));
}

void explain_data(Explaining& e, const NamespaceData&) {
  const std::string rfc = both("2342 §5", "9051 §7.3.2");
  e.lead();
  e.say("data", e.words("explain.namespace.data"), rfc);
  for (const char* owner : owners) explain_namespaces(e, owner, rfc);
}

}  // namespace imapscope::explain
