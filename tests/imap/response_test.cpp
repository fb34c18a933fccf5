// The tables of conditions, data and response codes.
#include "sim/imap/response.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace imapscope;

TEST_CASE("the conditions stand in the order of their enum, and are found in any case") {
  for (const ConditionInfo& info : conditions) {
    CHECK(info_of(info.condition).name == info.name);
    CHECK(find_condition(info.name) == info.condition);
  }
  CHECK(find_condition("preauth") == Condition::preauth);
  CHECK_FALSE(find_condition("OKAY"));
  CHECK_FALSE(find_condition(""));
  CHECK(completes(Condition::bad));
  CHECK_FALSE(completes(Condition::bye));
}

TEST_CASE("no name stands twice in a table, and every row says where the standard speaks of it") {
  std::set<std::string_view> names;
  for (const DataInfo& info : data_table()) {
    CHECK_MESSAGE(names.insert(info.name).second, info.name);
    CHECK_MESSAGE(find_data(info.name) == &info, info.name);
    CHECK_MESSAGE(!(info.standard.rev1.empty() && info.standard.rev2.empty()), info.name);
  }
  names.clear();
  for (const CodeInfo& info : code_table()) {
    CHECK_MESSAGE(names.insert(info.name).second, info.name);
    CHECK_MESSAGE(find_code(info.name) == &info, info.name);
    CHECK_MESSAGE(!(info.standard.rev1.empty() && info.standard.rev2.empty()), info.name);
  }
}

TEST_CASE("a value knows the name of its row") {
  CHECK(name_of(UntaggedData{Exists{3}}) == "EXISTS");
  CHECK(name_of(UntaggedData{StatusResponse{Condition::bye, {}, "so long"}}) == "BYE");
  CHECK(name_of(UntaggedData{UnknownData{"AURA"}}).empty());
  CHECK(name_of(ResponseCode{CodeUnseen{{3}}}) == "UNSEEN");
  CHECK(name_of(ResponseCode{CodeAtom{"x-mine", {}}}) == "x-mine");
  CHECK(find_data("fetch")->numbered);
  CHECK(find_code("trycreate")->about == About::any_mailbox);
  CHECK(find_data("AURA") == nullptr);
  CHECK(find_code("x-mine") == nullptr);
}
