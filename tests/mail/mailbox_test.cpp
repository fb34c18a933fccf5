#include <doctest/doctest.h>

#include "sim/mail/mailbox.h"

using namespace imapscope;
using namespace imapscope::mail;

namespace {

const DateTime noon{{2026, 3, 1}, 12, 0, 0, 60};

Mailbox with_messages(unsigned count) {
  Mailbox mailbox(UidValidity{7});
  for (unsigned i = 0; i < count; ++i) mailbox.append(make_message("Subject: x\n\nhi\n"), {}, noon);
  return mailbox;
}

std::vector<std::uint32_t> uids_of(const Mailbox& mailbox) {
  std::vector<std::uint32_t> uids;
  for (const Entry& entry : mailbox.entries()) uids.push_back(entry.uid.value);
  return uids;
}

using Uids = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("an appended message gets the next UID, and UIDs are never used again") {
  Mailbox mailbox = with_messages(3);
  CHECK(mailbox.uid_next() == Uid{4});
  mailbox.remove({Uid{3}});
  CHECK(mailbox.uid_next() == Uid{4});
  CHECK(mailbox.append(make_message(""), {}, noon) == Uid{4});
  CHECK(uids_of(mailbox) == Uids{1, 2, 4});
}

TEST_CASE("a message is found by its UID") {
  Mailbox mailbox = with_messages(3);
  mailbox.remove({Uid{2}});
  REQUIRE(mailbox.find(Uid{3}) != nullptr);
  CHECK(mailbox.find(Uid{3})->uid == Uid{3});
  CHECK(mailbox.find(Uid{3})->internal_date == noon);
  CHECK(mailbox.find(Uid{2}) == nullptr);
  CHECK(mailbox.find(Uid{4}) == nullptr);
}

TEST_CASE("STORE replaces, adds and removes flags") {
  struct Row {
    StoreMode mode;
    FlagSet flags;
    FlagSet expected;
    bool changes;
  };
  const FlagSet before{flags::seen, Flag{"$Junk"}};
  const Row rows[] = {
      {StoreMode::replace, {flags::draft}, {flags::draft}, true},
      {StoreMode::replace, {}, {}, true},
      {StoreMode::replace, {Flag{"$JUNK"}, flags::seen}, before, false},
      {StoreMode::add, {flags::draft}, {flags::seen, flags::draft, Flag{"$Junk"}}, true},
      {StoreMode::add, {flags::seen}, before, false},
      {StoreMode::add, {flags::recent}, before, false},
      {StoreMode::remove, {flags::seen, flags::draft}, {Flag{"$Junk"}}, true},
      {StoreMode::remove, {flags::draft}, before, false},
  };
  for (const Row& row : rows) {
    Mailbox mailbox = with_messages(1);
    mailbox.store(Uid{1}, StoreMode::replace, before);
    const ModSeq mod_seq = mailbox.highest_mod_seq();
    CHECK(mailbox.store(Uid{1}, row.mode, row.flags) == row.changes);
    CHECK(mailbox.find(Uid{1})->flags == row.expected);
    CHECK((mailbox.highest_mod_seq() > mod_seq) == row.changes);
    CHECK(mailbox.find(Uid{1})->mod_seq == mailbox.highest_mod_seq());
  }
}

TEST_CASE("STORE to a message that is gone changes nothing") {
  Mailbox mailbox = with_messages(1);
  CHECK_FALSE(mailbox.store(Uid{2}, StoreMode::add, {flags::seen}));
}

TEST_CASE("a new keyword becomes known and permanent where the mailbox allows it") {
  Mailbox mailbox = with_messages(1);
  CHECK_FALSE(mailbox.known_flags().contains(Flag{"$Work"}));
  CHECK(mailbox.is_permanent(Flag{"$Work"}));
  mailbox.store(Uid{1}, StoreMode::add, {Flag{"$Work"}});
  CHECK(mailbox.known_flags().contains(Flag{"$Work"}));
  CHECK(mailbox.permanent_flags().contains(Flag{"$Work"}));
}

TEST_CASE("flags outside PERMANENTFLAGS are not kept, neither by STORE nor by APPEND") {
  Mailbox mailbox(UidValidity{1},
                  {.permanent = {flags::deleted, Flag{"$Work"}}, .may_create_keywords = false});
  CHECK(mailbox.known_flags().contains(flags::seen));
  CHECK(mailbox.known_flags().contains(Flag{"$Work"}));
  CHECK_FALSE(mailbox.is_permanent(flags::seen));
  CHECK_FALSE(mailbox.is_permanent(flags::recent));
  CHECK_FALSE(mailbox.is_permanent(Flag{"$Other"}));
  const Uid uid = mailbox.append(make_message(""), {flags::seen, Flag{"$Work"}}, noon);
  CHECK(mailbox.find(uid)->flags == FlagSet{Flag{"$Work"}});
  CHECK_FALSE(mailbox.store(uid, StoreMode::add, {flags::seen, Flag{"$Other"}}));
  CHECK(mailbox.store(uid, StoreMode::add, {flags::deleted, flags::seen}));
  CHECK(mailbox.find(uid)->flags == FlagSet{Flag{"$Work"}, flags::deleted});
}

TEST_CASE("expunge takes what has \\Deleted, and UID EXPUNGE only what it names of it") {
  Mailbox mailbox = with_messages(5);
  for (const std::uint32_t uid : {1U, 3U, 5U}) {
    mailbox.store(Uid{uid}, StoreMode::add, {flags::deleted});
  }
  CHECK(mailbox.last_removal() == 0);
  CHECK(mailbox.expunge(UidSet{{{Uid{2}, Uid{3}}}}) == std::vector<Uid>{Uid{3}});
  CHECK(uids_of(mailbox) == Uids{1, 2, 4, 5});
  CHECK(mailbox.last_removal() == mailbox.highest_mod_seq());
  CHECK(mailbox.expunge(UidSet{{{UidSet::star, UidSet::star}}}) == std::vector<Uid>{Uid{5}});
  CHECK(mailbox.expunge() == std::vector<Uid>{Uid{1}});
  CHECK(mailbox.expunge().empty());
  CHECK(uids_of(mailbox) == Uids{2, 4});
}

TEST_CASE("removing nothing is no change") {
  Mailbox mailbox = with_messages(2);
  const ModSeq before = mailbox.highest_mod_seq();
  mailbox.remove({Uid{9}});
  mailbox.expunge();
  CHECK(mailbox.highest_mod_seq() == before);
}

TEST_CASE("\\Recent is told to one session only") {
  Mailbox mailbox = with_messages(2);
  CHECK(mailbox.recent_count() == 2);
  CHECK(mailbox.claim_recent() == Uid{1});
  CHECK(mailbox.recent_count() == 0);
  CHECK(mailbox.claim_recent() == Uid{3});
  mailbox.append(make_message(""), {}, noon);
  CHECK(mailbox.first_recent() == Uid{3});
  CHECK(mailbox.recent_count() == 1);
}

TEST_CASE("a copy of a mailbox does not see later changes, and shares its messages") {
  Mailbox mailbox = with_messages(2);
  const Mailbox copy = mailbox;
  mailbox.store(Uid{1}, StoreMode::add, {flags::seen});
  mailbox.remove({Uid{2}});
  CHECK(uids_of(copy) == Uids{1, 2});
  CHECK(copy.find(Uid{1})->flags.empty());
  CHECK(copy.find(Uid{1})->message == mailbox.find(Uid{1})->message);
}
