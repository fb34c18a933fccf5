#include "sim/lesson/goal.h"

#include <algorithm>

#include "sim/base/overloaded.h"

namespace imapscope::lesson {
namespace {

/// `sentence` with its first `%1` and `%2` filled.
std::string filled(std::string sentence, const std::string& first, const std::string& second = {}) {
  const auto fill = [&](std::string_view gap, const std::string& text) {
    const std::size_t at = sentence.find(gap);
    if (at != std::string::npos) sentence.replace(at, gap.size(), text);
  };
  fill("%2", second);
  fill("%1", first);
  return sentence;
}

std::string number(Uid uid) {
  return std::to_string(uid.value);
}

std::string list_of(const FlagSet& flags) {
  std::string list;
  for (const Flag& flag : flags) list += (list.empty() ? "`" : " `") + flag.name + "`";
  return list;
}

std::string words_for(const HoldsMessage& wish) {
  switch (wish.is) {
    case HoldsMessage::Is::present:
      return filled("the message with UID %1 is in %2", number(wish.uid), wish.mailbox.utf8());
    case HoldsMessage::Is::gone:
      return filled("the message with UID %1 is gone from %2", number(wish.uid),
                    wish.mailbox.utf8());
    case HoldsMessage::Is::as_it_was:
      break;
  }
  return filled("the message with UID %1 is there, and as it was", number(wish.uid));
}

std::string words_for(const HoldsFlags& wish) {
  switch (wish.test.kind) {
    case FlagTest::Kind::has:
      return filled("UID %1 has %2", number(wish.uid), list_of(wish.test.flags));
    case FlagTest::Kind::has_not:
      return filled("UID %1 does not have %2", number(wish.uid), list_of(wish.test.flags));
    case FlagTest::Kind::exactly:
      break;
  }
  if (wish.test.flags.empty()) return filled("UID %1 has no flags", number(wish.uid));
  return filled("UID %1 has %2 and no other flag", number(wish.uid), list_of(wish.test.flags));
}

std::string words_for(const KnowsMessage& wish) {
  return filled(wish.gone ? "the %1 knows that UID %2 is gone" : "the %1 knows UID %2", wish.client,
                number(wish.uid));
}

std::string words_for(const KnowsFlags& wish) {
  return filled("the %1 knows the flags of UID %2", wish.client, number(wish.uid));
}

std::string words_for(const InState& wish) {
  if (wish.mailbox) return filled("the %1 has %2 open", wish.client, wish.mailbox->utf8());
  return filled("the %1 is in the state %2", wish.client, std::string(name_of(wish.state)));
}

std::string words_for(const Crossed& wish) {
  if (wish.sent) {
    return filled(wish.absent ? "the %1 does not send `%2`" : "the %1 sends `%2`", wish.client,
                  wish.pattern);
  }
  return filled(wish.absent ? "the %1 is not told `%2`" : "the %1 is told `%2`", wish.client,
                wish.pattern);
}

std::string words_for(const FewCommands& wish) {
  if (wish.most == 1) return "not more than one command";
  return filled("not more than %1 commands", std::to_string(wish.most));
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
  const std::string words = std::visit(
      overloaded{
          [](const HoldsMailbox& each) {
            return filled(each.exists ? "there is a mailbox %1" : "there is no mailbox %1",
                          each.name.utf8());
          },
          [](const HoldsSubscription& each) {
            return filled(each.subscribed ? "%1 is subscribed to" : "%1 is not subscribed to",
                          each.name.utf8());
          },
          [](const KnowsCount& each) {
            return filled("the %1 counts %2 messages", each.client, std::to_string(each.messages));
          },
          [](const NoRefusal&) { return std::string("no command was refused"); },
          [](const NoBrokenRule&) { return std::string("no line broke a rule"); },
          [](const auto& each) { return words_for(each); },
      },
      wish);
  return {{"en", words}};
}

}  // namespace imapscope::lesson
