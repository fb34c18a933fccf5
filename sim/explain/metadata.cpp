// The metadata family, explained.
#include <array>
#include <string>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

/// What an entry's name begins with, the longest first, and what the words call it.
struct EntryKind {
  std::string_view begins;
  std::string_view words;
  std::string_view rfc = "5464 §3.2.1";
};
constexpr std::array entry_kinds{
    EntryKind{"/private/comment", "private_comment"},
    EntryKind{"/shared/comment", "shared_comment"},
    EntryKind{"/shared/admin", "admin"},
    EntryKind{"/private/specialuse", "special_use", "6154 §4"},
    EntryKind{"/private/filters/values/", "filter", "5466 §3.2"},
    EntryKind{"/shared/filters/values/", "filter", "5466 §3.2"},
    EntryKind{"/private/filters/descriptions/", "filter_description", "5466 §3.2"},
    EntryKind{"/shared/filters/descriptions/", "filter_description", "5466 §3.2"},
    EntryKind{"/private/vendor/", "private_vendor"},
    EntryKind{"/shared/vendor/", "shared_vendor"},
    EntryKind{"/private", "private"},
    EntryKind{"/shared", "shared"},
};

void say_entry(Explaining& e) {
  const std::string name = e.content();
  for (const EntryKind& kind : entry_kinds) {
    if (!ascii::starts_with_ignoring_case(name, kind.begins)) continue;
    e.say_string("annotation", e.words("explain.metadata.entry." + std::string(kind.words)),
                 std::string(kind.rfc));
    return;
  }
  e.say_string("annotation", e.words("explain.metadata.no_entry"), "5464 §3.2");
}

void say_value(Explaining& e) {
  if (!e.inside()) return;
  e.say_nstring("value", e.words("explain.metadata.value"), e.words("explain.metadata.no_value"),
                "5464 §3.2");
}

void say_annotated(Explaining& e, const std::string& mailbox) {
  if (e.content().empty()) {
    e.say_string("mailbox_name", e.words("explain.metadata.server"), "5464 §4.1");
  } else {
    e.say_mailbox(mailbox);
  }
}

void say_annotations(Explaining& e) {
  e.pass_open();
  while (e.inside()) {
    say_entry(e);
    say_value(e);
  }
  e.pass_close();
}

/// `(MAXSIZE 1024 DEPTH infinity)`
void say_options(Explaining& e) {
  e.pass_open(e.words("explain.argument.begin"));
  while (e.inside()) {
    const std::string known = "arguments.value." + std::string(slot::metadata) + "." + e.word();
    if (explain_argument(e, slot::metadata) == nullptr) {
      e.say_unknown("modifier", e.words("explain.argument.unknown"), "4466 §2");
    } else if (e.inside()) {
      e.say_whole("value", e.words(known));
    }
  }
  e.pass_close();
}

}  // namespace

void explain_arguments(Explaining& e, const GetMetadata& command) {
  bool options = !command.options.empty();  // before the mailbox, or behind it
  if (e.at(wire::TokenKind::list_open)) {
    say_options(e);
    options = false;
  }
  say_annotated(e, e.words("explain.metadata.asked"));
  if (options) say_options(e);
  e.pass_open();
  while (e.inside()) say_entry(e);
  e.pass_close();
}

void explain_arguments(Explaining& e, const SetMetadata&) {
  say_annotated(e, e.words("explain.metadata.mailbox"));
  say_annotations(e);
}

void explain_data(Explaining& e, const MetadataData& data) {
  const bool changed = !data.changed.empty();
  e.lead();
  e.say("data", changed ? e.words("explain.metadata.changed") : e.words("explain.metadata.data"),
        changed ? "5464 §4.4.2" : "5464 §4.4.1");
  say_annotated(e, e.words("explain.metadata.of"));
  if (!changed) return say_annotations(e);
  while (!e.at_line_end()) say_entry(e);
}

}  // namespace imapscope::explain
