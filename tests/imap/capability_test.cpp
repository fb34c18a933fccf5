#include "sim/imap/capability.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "sim/imap/command.h"
#include "sim/imap/extension_arguments.h"
#include "sim/imap/extension_commands.h"
#include "sim/imap/response.h"

using namespace imapscope;

TEST_CASE("a capability is found in any case, what imapscope speaks and what it does not") {
  REQUIRE(find_capability("uidPlus") != nullptr);
  CHECK(find_capability("uidPlus")->rfc == "4315");
  CHECK(is_spoken("uidplus"));
  REQUIRE(find_capability("convert") != nullptr);
  CHECK_FALSE(is_spoken("CONVERT"));
  CHECK(find_capability("X-UNHEARD-OF") == nullptr);
}

TEST_CASE("a family of capabilities is found by each of its names") {
  REQUIRE(find_capability("thread=Refs") != nullptr);
  CHECK(find_capability("thread=Refs")->name == "THREAD=");
  CHECK(find_capability("thread=References")->name == "THREAD=REFERENCES");
  CHECK(find_capability("THREAD") == nullptr);
}

TEST_CASE("no capability stands in the tables twice, and each says what it is") {
  std::set<std::string_view> names;
  const auto check = [&](const CapabilityInfo& info) {
    CAPTURE(info.name);
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.rfc.empty());
  };
  for (const CapabilityInfo& info : capabilities) check(info);
  for (const CapabilityInfo& info : foreign_capabilities) check(info);
}

TEST_CASE("what a server offers may be implied by what it announces") {
  const std::vector<std::string> announced{"IMAP4rev2", "qresync"};
  CHECK(holds(announced, "CONDSTORE"));
  CHECK(holds(announced, "ENABLE"));
  CHECK(holds(announced, "imap4REV2"));
  CHECK(holds(announced, "LITERAL-"));
  CHECK_FALSE(holds(announced, "LITERAL+"));
  const std::vector<std::string> families{"THREAD=REFERENCES"};
  CHECK(holds(families, "THREAD="));
  CHECK_FALSE(holds(families, "SORT="));
  CHECK_FALSE(holds(announced, "BINARY"));  // IMAP4rev2 has only what concerns FETCH
}

TEST_CASE("every capability that a row names stands in the tables") {
  const auto check = [](std::string_view capability) {
    CHECK_MESSAGE((capability.empty() || find_capability(capability) != nullptr), capability);
  };
  for (const CommandInfo& row : command_table()) check(row.capability);
  for (const ExtensionCommand& row : extension_commands) check(row.capability);
  for (const DataInfo& row : data_table()) check(row.capability);
  for (const CodeInfo& row : code_table()) check(row.capability);
  for (const ExtensionArgument& row : extension_arguments) check(row.capability);
}

TEST_CASE("every name of an implication stands in the tables") {
  for (const Implication& row : implications) {
    CHECK_MESSAGE(find_capability(row.name) != nullptr, row.name);
    CHECK_MESSAGE(find_capability(row.implied) != nullptr, row.implied);
  }
}

TEST_CASE("IMAP4rev2 is on where it was enabled, or where there is nothing else") {
  const std::vector<std::string> both{"IMAP4rev1", "IMAP4rev2"};
  const std::vector<std::string> only{"IMAP4rev2"};
  const std::vector<std::string> none;
  CHECK_FALSE(Extensions{both, none}.rev2());
  CHECK(Extensions{both, only}.rev2());
  CHECK(Extensions{only, none}.rev2());
  CHECK_FALSE(Extensions{none, none}.rev2());
  const std::vector<std::string> utf8{"UTF8=ONLY"};
  CHECK(Extensions{none, utf8}.utf8());
  CHECK_FALSE(Extensions{none, utf8}.is_on("QRESYNC"));
}
