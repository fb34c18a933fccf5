#include "sim/imap/command.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "sim/imap/capability.h"

using namespace imapscope;

TEST_CASE("every row of the command table is complete") {
  std::set<std::string_view> verbs;
  for (const CommandInfo& info : command_table()) {
    CAPTURE(std::string(info.verb));
    CHECK(verbs.insert(info.verb).second);
    CHECK_FALSE(info.standard.rev1.empty());
    CHECK_FALSE(info.family.empty());
    CHECK(info.purpose.back() == '.');
    CHECK(info.plain != Numbers::none);
    CHECK((info.capability.empty() || is_spoken(info.capability)));
  }
  CHECK(command_table().size() == std::variant_size_v<Command>);
}

TEST_CASE("FETCH, STORE and SEARCH keep the numbers; their UID forms may not") {
  for (const std::string_view verb : {"FETCH", "STORE", "SEARCH"}) {
    const CommandInfo* info = find_command(verb);
    REQUIRE(info != nullptr);
    CHECK(info->plain == Numbers::keep);
    CHECK(info->uid_form == Numbers::may_change);
  }
  const Command by_number = Store{SeqSet{}, StoreMode::add, false, {}};
  const Command by_identity = Store{UidSet{}, StoreMode::add, false, {}};
  CHECK(numbers_of(by_number) == Numbers::keep);
  CHECK(numbers_of(by_identity) == Numbers::may_change);
}

TEST_CASE("a command is legal where the standard says") {
  const auto legal = [](std::string_view verb, State state) {
    return find_command(verb)->legal_in.contains(state);
  };
  CHECK(legal("NOOP", State::not_authenticated));
  CHECK(legal("LOGIN", State::not_authenticated));
  CHECK_FALSE(legal("LOGIN", State::authenticated));
  CHECK(legal("SELECT", State::selected));
  CHECK_FALSE(legal("SELECT", State::not_authenticated));
  CHECK_FALSE(legal("FETCH", State::authenticated));
  CHECK(legal("FETCH", State::selected));
  CHECK_FALSE(legal("NOOP", State::logout));
}

TEST_CASE("a command knows its row and its form") {
  CHECK(info_of(Command(Idle{})).verb == "IDLE");
  CHECK(find_command("idle") == &info_of(Command(Idle{})));
  CHECK(find_command("UID FETCH") == nullptr);
  CHECK_FALSE(is_uid_form(Expunge{}));
  CHECK(is_uid_form(Expunge{UidSet{}}));
  CHECK_FALSE(is_uid_form(Noop{}));
}

TEST_CASE("macros of FETCH spell out as the standard says (RFC 3501 §6.4.5)") {
  const auto count = [](FetchMacro macro) { return items_of(Fetch{SeqSet{}, macro}).size(); };
  CHECK(count(FetchMacro::fast) == 3);
  CHECK(count(FetchMacro::all) == 4);
  CHECK(count(FetchMacro::full) == 5);
}

TEST_CASE("every edge of the state diagram leaves a state that has one, and names its standard") {
  for (const Edge& edge : edges) {
    CHECK(edge.from != State::logout);
    CHECK(edge.to != State::greeting);
    CHECK_FALSE(edge.label.empty());
    CHECK_FALSE(edge.rfc.empty());
    CHECK_FALSE(name_of(edge.from).empty());
  }
}
