#include <doctest/doctest.h>

#include "sim/mail/accounts.h"

using namespace imapscope;
using namespace imapscope::mail;

namespace {

using Names = std::vector<std::string>;

MailboxName name(std::string_view utf8) {
  return MailboxName(utf8);
}

Account with(const Names& names, char delimiter = '/') {
  Account account("ada", "secret", delimiter);
  for (const std::string& each : names) REQUIRE(account.create(name(each)));
  return account;
}

/// "name" where it can be selected, "(name)" where it has \Noselect.
Names names_of(const Account& account) {
  Names names;
  for (const MailboxName& each : account.names()) {
    names.push_back(account.id_of(each) ? each.utf8() : "(" + each.utf8() + ")");
  }
  return names;
}

Names printed(const std::vector<MailboxListing>& listings) {
  Names lines;
  for (const MailboxListing& listing : listings) {
    std::string line = listing.mailbox.utf8();
    for (const std::string& attribute : listing.attributes) line += " " + attribute;
    lines.push_back(line);
  }
  return lines;
}

template <class T>
std::string refused(const OrRefusal<T>& result) {
  return result ? "" : std::string(sentence_of(result.error()));
}
std::string sentence(Refusal refusal) {
  return std::string(sentence_of(refusal));
}

void add_message(Account& account, std::string_view mailbox) {
  account.find(name(mailbox))->append(make_message("Subject: x\n\n"), {flags::seen}, {});
}

}  // namespace

TEST_CASE("a new account has INBOX, in any case") {
  const Account account("ada", "secret");
  CHECK(names_of(account) == Names{"INBOX"});
  CHECK(account.find(name("inbox")) != nullptr);
  CHECK(account.has_password("secret"));
  CHECK_FALSE(account.has_password("Secret"));
}

TEST_CASE("a name below INBOX is one name in any case of INBOX") {
  Account account = with({"inbox/low", "Work"});
  CHECK(names_of(account) == Names{"INBOX", "INBOX/low", "Work"});
  CHECK(account.find(name("iNbOx/low")) != nullptr);
  CHECK(account.find(name("INBOX/Low")) == nullptr);
  CHECK(printed(account.list("inbox/", "%")) == Names{"INBOX/low \\HasNoChildren"});
  CHECK(printed(account.list("", "inbox/*")) == Names{"INBOX/low \\HasNoChildren"});
  REQUIRE(account.subscribe(name("Inbox/low")));
  CHECK(printed(account.lsub("", "*")) == Names{"INBOX/low"});
  REQUIRE(account.rename(name("inbox/low"), name("inbox/lower")));
  CHECK(names_of(account) == Names{"INBOX", "INBOX/lower", "Work"});
  REQUIRE(account.remove(name("inbox/lower")));
  CHECK(names_of(account) == Names{"INBOX", "Work"});
}

TEST_CASE("CREATE makes missing superiors without messages, and can fill them in later") {
  Account account = with({"a/b/c"});
  CHECK(names_of(account) == Names{"INBOX", "(a)", "(a/b)", "a/b/c"});
  CHECK(account.create(name("a/b/")));
  CHECK(names_of(account) == Names{"INBOX", "(a)", "a/b", "a/b/c"});
}

TEST_CASE("CREATE refuses what cannot be made") {
  const std::pair<const char*, Refusal> rows[] = {
      {"inbox", Refusal::inbox_is_special}, {"INBOX/", Refusal::inbox_is_special},
      {"a", Refusal::already_exists},       {"a/", Refusal::already_exists},
      {"", Refusal::malformed_name},        {"/", Refusal::malformed_name},
      {"/a", Refusal::malformed_name},      {"b//c", Refusal::malformed_name},
      {"b\x01", Refusal::malformed_name},   {"b//", Refusal::malformed_name},
  };
  for (const auto& row : rows) {
    const auto& [text, refusal] = row;
    CAPTURE(row.first);
    Account account = with({"a"});
    CHECK(refused(account.create(name(text))) == sentence(refusal));
    CHECK(names_of(account) == Names{"INBOX", "a"});
  }
}

TEST_CASE("a name that no mailbox can have is not only missing") {
  const Account account = with({"Work/2026"});
  CHECK(account.id_of(name("Work//2026")).error() == Refusal::malformed_name);
  CHECK(account.id_of(name("")).error() == Refusal::malformed_name);
  CHECK(account.id_of(name("Work")).error() == Refusal::not_selectable);
  CHECK(account.id_of(name("Nowhere")).error() == Refusal::nonexistent);
}

TEST_CASE("DELETE leaves a name without messages where there are mailboxes below it") {
  Account account = with({"a", "a/b"});
  add_message(account, "a");
  const MailboxId id = *account.id_of(name("a"));
  CHECK(account.remove(name("a")));
  CHECK(names_of(account) == Names{"INBOX", "(a)", "a/b"});
  CHECK(account.find(id) == nullptr);
  CHECK_FALSE(account.name_of(id));
  CHECK(refused(account.remove(name("a"))) == sentence(Refusal::has_children));
  CHECK(account.remove(name("a/b")));
  CHECK(account.remove(name("a")));
  CHECK(names_of(account) == Names{"INBOX"});
  CHECK(refused(account.remove(name("a"))) == sentence(Refusal::nonexistent));
  CHECK(refused(account.remove(name("Inbox"))) == sentence(Refusal::inbox_is_special));
}

TEST_CASE("a mailbox that is made again has another UIDVALIDITY and another id") {
  Account account = with({"a"});
  const UidValidity before = account.find(name("a"))->uid_validity();
  const MailboxId id = *account.id_of(name("a"));
  REQUIRE(account.remove(name("a")));
  REQUIRE(account.create(name("a")));
  CHECK(account.find(name("a"))->uid_validity() > before);
  CHECK_FALSE(*account.id_of(name("a")) == id);
}

TEST_CASE("RENAME takes the inferiors along and keeps each mailbox's identity") {
  Account account = with({"a", "a/b", "a/b/c", "ab", "z"});
  add_message(account, "a/b");
  const MailboxId id = *account.id_of(name("a/b"));
  CHECK(account.rename(name("a"), name("x/y")));
  CHECK(names_of(account) == Names{"INBOX", "ab", "(x)", "x/y", "x/y/b", "x/y/b/c", "z"});
  CHECK(account.id_of(name("x/y/b")) == id);
  CHECK(account.name_of(id)->utf8() == "x/y/b");
  CHECK(account.find(id)->size() == 1);
}

TEST_CASE("RENAME of INBOX moves its messages and leaves it empty, with its inferiors") {
  Account account = with({"INBOX/sub"});
  add_message(account, "INBOX");
  const MailboxId inbox = *account.id_of(name("INBOX"));
  CHECK(account.rename(name("INBOX"), name("old")));
  CHECK(names_of(account) == Names{"INBOX", "INBOX/sub", "old"});
  CHECK(account.id_of(name("INBOX")) == inbox);
  CHECK(account.find(name("INBOX"))->size() == 0);
  CHECK(account.find(name("INBOX"))->uid_next() == Uid{2});
  REQUIRE(account.find(name("old"))->size() == 1);
  CHECK(account.find(name("old"))->entries()[0].flags == FlagSet{flags::seen});
}

TEST_CASE("RENAME refuses what it cannot do") {
  const std::tuple<const char*, const char*, Refusal> rows[] = {
      {"a", "b", Refusal::already_exists},       {"none", "c", Refusal::nonexistent},
      {"a", "Inbox", Refusal::inbox_is_special}, {"a", "a/c", Refusal::inside_itself},
      {"a", "", Refusal::malformed_name},        {"a", "c//d", Refusal::malformed_name},
      {"a", "a", Refusal::already_exists},
  };
  for (const auto& row : rows) {
    const auto& [from, to, refusal] = row;
    CAPTURE(std::get<0>(row));
    CAPTURE(std::get<1>(row));
    Account account = with({"a", "b"});
    CHECK(refused(account.rename(name(from), name(to))) == sentence(refusal));
    CHECK(names_of(account) == Names{"INBOX", "a", "b"});
  }
}

TEST_CASE("LIST matches with * and %") {
  const Account account = with({"a", "a/b", "a/b/c", "mail.old", "x/y"});
  const std::tuple<const char*, const char*, Names> rows[] = {
      {"",
       "*",
       {"INBOX \\HasNoChildren", "a \\HasChildren", "a/b \\HasChildren", "a/b/c \\HasNoChildren",
        "mail.old \\HasNoChildren", "x \\Noselect \\HasChildren", "x/y \\HasNoChildren"}},
      {"",
       "%",
       {"INBOX \\HasNoChildren", "a \\HasChildren", "mail.old \\HasNoChildren",
        "x \\Noselect \\HasChildren"}},
      {"", "a/%", {"a/b \\HasChildren"}},
      {"a/", "%", {"a/b \\HasChildren"}},
      {"a/", "*", {"a/b \\HasChildren", "a/b/c \\HasNoChildren"}},
      {"zzz", "/a", {}},
      {"", "%/%", {"a/b \\HasChildren", "x/y \\HasNoChildren"}},
      {"", "*c", {"a/b/c \\HasNoChildren"}},
      {"", "a*c", {"a/b/c \\HasNoChildren"}},
      {"", "a%c", {}},
      {"", "%.old", {"mail.old \\HasNoChildren"}},
      {"", "inbox", {"INBOX \\HasNoChildren"}},
      {"", "iN%", {"INBOX \\HasNoChildren"}},
      {"", "A", {}},
      {"", "a", {"a \\HasChildren"}},
      {"", "**%%**c", {"a/b/c \\HasNoChildren"}},
  };
  for (const auto& row : rows) {
    const auto& [reference, pattern, expected] = row;
    CAPTURE(std::get<0>(row));
    CAPTURE(std::get<1>(row));
    CHECK(printed(account.list(reference, pattern)) == expected);
  }
}

TEST_CASE("LIST with an empty pattern tells the delimiter and the root") {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""}, {"a.b", ""}, {"#news.comp", "#news."}, {".usr.x", "."}, {"#news", ""}};
  for (const auto& row : rows) {
    const auto& [reference, root] = row;
    CAPTURE(row.first);
    const auto listings = Account("ada", "", '.').list(reference, "");
    REQUIRE(listings.size() == 1);
    CHECK(listings[0] == MailboxListing{{"\\Noselect"}, '.', name(root)});
  }
}

TEST_CASE("LSUB lists subscriptions, and for % the level above them") {
  Account account = with({"a", "a/b", "c/d/e", "gone"});
  for (const char* each : {"a", "a/b", "c/d/e", "gone"}) REQUIRE(account.subscribe(name(each)));
  REQUIRE(account.remove(name("gone")));
  const std::pair<const char*, Names> rows[] = {
      {"*", {"a", "a/b", "c/d/e", "gone"}},
      {"%", {"a", "c \\Noselect", "gone"}},
      {"%/%", {"a/b", "c/d \\Noselect"}},
      {"c/%", {"c/d \\Noselect"}},
      {"c*", {"c/d/e"}},
      {"c", {}},
      {"", {}},
  };
  for (const auto& row : rows) {
    const auto& [pattern, expected] = row;
    CAPTURE(row.first);
    CHECK(printed(account.lsub("", pattern)) == expected);
  }
}

TEST_CASE("a subscription needs an existing mailbox, and outlives it") {
  Account account = with({"a"});
  CHECK(refused(account.subscribe(name("b"))) == sentence(Refusal::nonexistent));
  CHECK(account.subscribe(name("a")));
  CHECK(account.remove(name("a")));
  CHECK(account.subscriptions().size() == 1);
  CHECK(account.unsubscribe(name("a")));
  CHECK(refused(account.unsubscribe(name("a"))) == sentence(Refusal::no_subscription));
}

TEST_CASE("every refusal has a sentence and a code") {
  for (int i = 0; i <= static_cast<int>(Refusal::no_subscription); ++i) {
    CHECK_FALSE(sentence_of(static_cast<Refusal>(i)).empty());
    CHECK_FALSE(code_of(static_cast<Refusal>(i)).empty());
  }
}

TEST_CASE("a user logs in with the right password only") {
  Accounts accounts;
  accounts.add(Account("ada", "secret"));
  accounts.add(Account("bob", ""));
  CHECK(accounts.authenticate("ada", "secret") == accounts.find("ada"));
  CHECK(accounts.authenticate("ada", "") == nullptr);
  CHECK(accounts.authenticate("eve", "secret") == nullptr);
  CHECK(accounts.all().size() == 2);
}

TEST_CASE("a copy of an account is a world of its own") {
  Account account = with({"a"});
  const Account copy = account;
  add_message(account, "a");
  REQUIRE(account.create(name("b")));
  CHECK(copy.find(name("a"))->size() == 0);
  CHECK(names_of(copy) == Names{"INBOX", "a"});
}
