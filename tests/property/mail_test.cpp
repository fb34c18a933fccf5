// A mailbox keeps its promises under any sequence of changes, and LIST matches as the RFC says.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "sim/mail/account.h"
#include "tests/property/choices.h"

using namespace imapscope;
using namespace imapscope::mail;

namespace {

const MessagePtr message = make_message("Subject: x\n\n");

FlagSet some_flags(Choices& choices) {
  const Flag flags[] = {flags::seen, flags::deleted, flags::recent, Flag{"$a"}, Flag{"$B"}};
  FlagSet set;
  for (const Flag& flag : choices.some(0, 3, [&] { return choices.one_of(flags); })) set.add(flag);
  return set;
}

/// The flags that each message should have: STORE as RFC 3501 §6.4.6 tells it.
using Model = std::map<Uid, FlagSet>;

void store(Choices& choices, Mailbox& mailbox, Model& model, Uid uid) {
  const StoreMode modes[] = {StoreMode::replace, StoreMode::add, StoreMode::remove};
  const StoreMode mode = choices.one_of(modes);
  const FlagSet flags = some_flags(choices);
  mailbox.store(uid, mode, flags);
  const auto found = model.find(uid);
  if (found == model.end()) return;
  if (mode == StoreMode::replace) found->second = {};
  for (const Flag& flag : flags) {
    if (mode == StoreMode::remove) {
      found->second.remove(flag);
    } else if (!(flag == flags::recent)) {
      found->second.add(flag);
    }
  }
}

void change(Choices& choices, Mailbox& mailbox, Model& model) {
  const Uid uid{choices.below(12)};
  switch (choices.below(4)) {
    case 0: {
      FlagSet flags = some_flags(choices);
      const Uid given = mailbox.append(message, flags, {});
      flags.remove(flags::recent);
      model[given] = flags;
      break;
    }
    case 1:
      store(choices, mailbox, model, uid);
      break;
    case 2:
      mailbox.remove({uid});
      model.erase(uid);
      break;
    default:
      for (const Uid gone : mailbox.expunge(UidSet{{{Uid{1}, uid}}})) {
        RC_ASSERT(model.at(gone).contains(flags::deleted));
        model.erase(gone);
      }
  }
}

void compare(const Mailbox& mailbox, const Model& model) {
  RC_ASSERT(mailbox.size() == model.size());
  auto expected = model.begin();
  for (const Entry& entry : mailbox.entries()) {
    RC_ASSERT((entry.uid == expected->first));
    RC_ASSERT((entry.flags == expected->second));
    RC_ASSERT((entry.uid < mailbox.uid_next()));
    RC_ASSERT(entry.mod_seq <= mailbox.highest_mod_seq());
    ++expected;
  }
}

/// RFC 3501 §6.3.8, word by word: slow, and obviously right.
bool matches_slowly(std::string_view pattern, std::string_view name) {
  if (pattern.empty()) return name.empty();
  const char first = pattern.front();
  if (first != '*' && first != '%') {
    return !name.empty() && name.front() == first &&
           matches_slowly(pattern.substr(1), name.substr(1));
  }
  if (matches_slowly(pattern.substr(1), name)) return true;
  return !name.empty() && (first == '*' || name.front() != '/') &&
         matches_slowly(pattern, name.substr(1));
}

std::string some_text(Choices& choices, std::string_view letters, std::uint32_t most) {
  const auto count = static_cast<std::uint32_t>(letters.size());
  std::string text;
  for (const char c : choices.some(1, most, [&] { return letters[choices.below(count)]; })) {
    text += c;
  }
  return text;
}

}  // namespace

TEST_CASE("a mailbox holds what was appended and stored and not removed since") {
  check_with_choices("mailbox == model", [](Choices choices) {
    Mailbox mailbox;
    Model model;
    const std::uint32_t steps = choices.below(40);
    for (std::uint32_t i = 0; i < steps; ++i) {
      const Mailbox before = mailbox;
      const Model model_before = model;
      change(choices, mailbox, model);
      compare(mailbox, model);
      compare(before, model_before);  // a copy does not change along
      RC_ASSERT(before.highest_mod_seq() <= mailbox.highest_mod_seq());
      RC_ASSERT((before.uid_next() <= mailbox.uid_next()));
    }
  });
}

TEST_CASE("LIST finds exactly the names that its pattern stands for") {
  check_with_choices("list == matches", [](Choices choices) {
    Account account("user", "password");
    for (int i = 0; i < 6; ++i) {
      static_cast<void>(account.create(MailboxName(some_text(choices, "ab/", 7))));
    }
    const std::string pattern = some_text(choices, "a%*b/", 7);
    const auto listed = account.list("", pattern);
    for (const MailboxName& name : account.names()) {
      const bool is_listed =
          std::any_of(listed.begin(), listed.end(),
                      [&](const MailboxListing& listing) { return listing.mailbox == name; });
      // INBOX is one name in any case; the patterns here are in lower case.
      RC_ASSERT(is_listed == matches_slowly(pattern, name.is_inbox() ? "inbox" : name.utf8()));
    }
  });
}
