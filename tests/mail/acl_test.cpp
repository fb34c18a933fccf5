#include "sim/mail/acl.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "sim/mail/account.h"
#include "sim/mail/annotations.h"

using namespace imapscope;
using namespace imapscope::mail;

TEST_CASE("rights are told in one order, with the old ones that they demand") {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},    {"srl", "lrs"}, {"t", "td"},  {"e", "ed"},      {"x", "xc"},
      {"k", "kc"}, {"d", "ted"},   {"c", "kxc"}, {"cd", "kxtecd"}, {"lrswipcda", "lrswipkxteacd"},
  };
  for (const auto& row : rows) {
    const char* letters = row.first;
    CAPTURE(letters);
    REQUIRE(Rights::parse(letters));
    CHECK(Rights::parse(letters)->text() == row.second);
  }
  for (const char* letters : {"L", "lq", "l r", "1"}) CHECK_FALSE(Rights::parse(letters));
}

TEST_CASE("a user has what he is given by name and as anyone, less what is taken away") {
  const Acl acl{{"anyone", Rights("lr")},
                {"bob", Rights("wt")},
                {"-bob", Rights("r")},
                {"-anyone", Rights("t")},
                {"-ada", Rights("lrswipkxtea")}};
  CHECK(rights_of("bob", false, acl).text() == "lw");
  CHECK(rights_of("zoe", false, acl).text() == "lr");
  CHECK(rights_of("ada", false, acl).empty());
  CHECK(rights_of("ada", true, acl).text() == "la");
}

TEST_CASE("rights go along with a name, and end with its mailbox") {
  Account account("ada", "");
  REQUIRE(account.create(MailboxName("Work")));
  account.entry(MailboxName("Work"))->acl["bob"] = Rights("lr");
  REQUIRE(account.create(MailboxName("Work/Deep/Deeper")));
  for (const char* name : {"Work/Deep", "Work/Deep/Deeper"}) {
    CHECK(account.entry(MailboxName(name))->acl.count("bob") == 1);
  }
  REQUIRE(account.rename(MailboxName("Work"), MailboxName("Play")));
  CHECK(account.entry(MailboxName("Play"))->acl.count("bob") == 1);
  REQUIRE(account.remove(MailboxName("Play")));
  CHECK(account.entry(MailboxName("Play"))->acl.count("bob") == 0);  // \Noselect now
  CHECK(account.superior_of(MailboxName("Play/Deep/x/y")) == MailboxName("Play/Deep"));
  CHECK_FALSE(account.superior_of(MailboxName("Other/x")));
}

TEST_CASE("names of annotations have a scope, and no empty level") {
  for (const char* name : {"/shared/comment", "/private/a/b", "/SHARED/x", "/shared/vendor/a/b"}) {
    CAPTURE(name);
    CHECK(is_entry_name(name));
  }
  for (const char* name : {"", "/", "/shared", "shared/x", "/shared/", "/shared//x", "/public/x",
                           "/shared/a*", "/shared/a%", "/shared/vendor/a", "/sharedx/a"}) {
    CAPTURE(name);
    CHECK_FALSE(is_entry_name(name));
  }
  CHECK(is_entry_path("/shared"));
  CHECK(is_entry_path("/private/vendor"));
  CHECK_FALSE(is_entry_path("/"));
}

TEST_CASE("private annotations are each user's own") {
  Annotations held;
  held.set("ada", "/private/Comment", "mine");
  held.set("ada", "/shared/comment", "all");
  held.set("bob", "/private/comment", "his");
  CHECK(held.get("ada", "/PRIVATE/comment") == NString("mine"));
  CHECK(held.get("bob", "/private/comment") == NString("his"));
  CHECK(held.get("zoe", "/private/comment") == std::nullopt);
  CHECK(held.get("zoe", "/shared/comment") == NString("all"));
  CHECK(held.entries("zoe") == std::vector<std::string>{"/shared/comment"});
  CHECK(held.size() == 3);
  held.set("bob", "/shared/COMMENT", std::nullopt);
  CHECK(held.get("ada", "/shared/comment") == std::nullopt);
}

TEST_CASE("flat names have no levels, and NIL for a delimiter") {
  Account account("ada", "", '\0');
  REQUIRE(account.create(MailboxName("a/b")));
  CHECK(account.list("", "%").size() == 2);
  CHECK(account.list("", "")[0].delimiter == std::nullopt);
  CHECK_FALSE(account.superior_of(MailboxName("a/b")));
}

TEST_CASE("an account of nobody has no INBOX, and nobody logs in by its name") {
  const Account shared = Account::shared();
  CHECK(shared.names().empty());
  CHECK(shared.is_shared());
}
