#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

TraceBuilder known_flags() {
  TraceBuilder builder;
  builder.selected(3).client("a3 FETCH 1:2 FLAGS").server("* 1 FETCH (FLAGS (\\Seen \\Recent))");
  return builder.server("* 2 FETCH (FLAGS (\\Flagged))").server("a3 OK done");
}

FlagSet flags_after(const std::string& store, std::size_t message) {
  const Timeline timeline =
      known_flags().client("a4 STORE " + store).server("a4 OK done").timeline();
  return belief_at_end(timeline).mailbox->messages[message - 1].flags.value_or(
      FlagSet{Flag{"unknown"}});
}

TEST_CASE("after a silent STORE the client knows what it changed itself") {
  CHECK(flags_after("1 +FLAGS.SILENT (\\Deleted)", 1) ==
        FlagSet{flags::seen, flags::recent, flags::deleted});
  CHECK(flags_after("1:2 -FLAGS.SILENT (\\Seen)", 1) == FlagSet{flags::recent});
  CHECK(flags_after("1 FLAGS.SILENT (\\Draft)", 1) == FlagSet{flags::draft, flags::recent});
  CHECK(flags_after("2 +FLAGS.SILENT (\\Seen)", 1) == FlagSet{flags::seen, flags::recent});
}

TEST_CASE("flags that were unknown stay unknown") {
  CHECK(flags_after("3 +FLAGS.SILENT (\\Seen)", 3) == FlagSet{Flag{"unknown"}});
}

TEST_CASE("a flag that the mailbox may not keep leaves the flags in doubt") {
  CHECK(flags_after("1 +FLAGS.SILENT ($Odd)", 1) == FlagSet{Flag{"unknown"}});
}

TEST_CASE("without .SILENT only the FETCH responses count") {
  CHECK(flags_after("1 +FLAGS (\\Deleted)", 1) == FlagSet{flags::seen, flags::recent});
}

TEST_CASE("the mode of a STORE is explained") {
  const Timeline timeline = known_flags().client("a4 STORE 1 -FLAGS.SILENT (\\Seen)").timeline();
  CHECK(token_of(timeline, "a4 STORE", "-FLAGS.SILENT").meaning.find("taken away") !=
        std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
