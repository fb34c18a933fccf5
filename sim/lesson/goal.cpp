#include "sim/lesson/goal.h"

#include <algorithm>
#include <utility>

#include "sim/base/said.h"
#include "sim/words/words.h"

namespace imapscope::lesson {
namespace {

Argument uid_of(Uid uid) {
  return {"uid", uid.value};
}

std::string list_of(const FlagSet& flags) {
  std::string list;
  for (const Flag& flag : flags) list += (list.empty() ? "`" : " `") + flag.name + "`";
  return list;
}

Said said(const char* what, std::vector<Argument> arguments) {
  return {"lesson.goal." + std::string(what), std::move(arguments)};
}

Said said(const HoldsMessage& wish) {
  const Argument mailbox("mailbox", wish.mailbox.utf8());
  switch (wish.is) {
    case HoldsMessage::Is::present:
      return said("message_there", {uid_of(wish.uid), mailbox});
    case HoldsMessage::Is::gone:
      return said("message_gone", {uid_of(wish.uid), mailbox});
    case HoldsMessage::Is::as_it_was:
      break;
  }
  return said("message_as_it_was", {uid_of(wish.uid)});
}

Said said(const HoldsFlags& wish) {
  const Argument flags("flags", list_of(wish.test.flags));
  switch (wish.test.kind) {
    case FlagTest::Kind::has:
      return said("flags_there", {uid_of(wish.uid), flags});
    case FlagTest::Kind::has_not:
      return said("flags_absent", {uid_of(wish.uid), flags});
    case FlagTest::Kind::exactly:
      break;
  }
  if (wish.test.flags.empty()) return said("no_flags", {uid_of(wish.uid)});
  return said("flags_exactly", {uid_of(wish.uid), flags});
}

Said said(const HoldsMailbox& wish) {
  return said(wish.exists ? "mailbox_there" : "mailbox_absent", {{"mailbox", wish.name.utf8()}});
}

Said said(const HoldsSubscription& wish) {
  return said(wish.subscribed ? "subscribed" : "not_subscribed", {{"mailbox", wish.name.utf8()}});
}

Said said(const KnowsMessage& wish) {
  return said(wish.gone ? "knows_gone" : "knows", {{"client", wish.client}, uid_of(wish.uid)});
}

Said said(const KnowsFlags& wish) {
  return said("knows_flags", {{"client", wish.client}, uid_of(wish.uid)});
}

Said said(const KnowsCount& wish) {
  return said("counts", {{"client", wish.client}, {"count", wish.messages}});
}

Said said(const InState& wish) {
  if (wish.mailbox) {
    return said("has_open", {{"client", wish.client}, {"mailbox", wish.mailbox->utf8()}});
  }
  return said("in_state", {{"client", wish.client}, {"state", std::string(name_of(wish.state))}});
}

Said said(const Crossed& wish) {
  const char* sent = wish.absent ? "does_not_send" : "sends";
  const char* told = wish.absent ? "is_not_told" : "is_told";
  return said(wish.sent ? sent : told, {{"client", wish.client}, {"line", wish.pattern}});
}

Said said(const FewCommands& wish) {
  return said("few_commands", {{"count", wish.most}});
}

Said said(const NoRefusal&) {
  return said("no_refusal", {});
}

Said said(const NoBrokenRule&) {
  return said("no_broken_rule", {});
}

}  // namespace

bool FlagTest::holds_for(const FlagSet& found) const {
  FlagSet kept = found;
  kept.remove(imapscope::flags::recent);
  const auto is_found = [&](const Flag& flag) { return kept.contains(flag); };
  switch (kind) {
    case Kind::has:
      return std::all_of(flags.begin(), flags.end(), is_found);
    case Kind::has_not:
      return std::none_of(flags.begin(), flags.end(), is_found);
    case Kind::exactly:
      break;
  }
  return kept == flags;
}

Text default_words(const Wish& wish) {
  const Said what = std::visit([](const auto& each) { return said(each); }, wish);
  Text text;
  for (const std::string& language : words::languages()) {
    text.emplace(language, words::Words(language)(what));
  }
  return text;
}

}  // namespace imapscope::lesson
