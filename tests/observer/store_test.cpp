#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

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

/// What is believed of every message after a STORE, while which `meanwhile` was told: "\\Seen",
/// flags by name; "?" where they are unknown.
std::string flags_with(const std::string& store, std::initializer_list<const char*> meanwhile,
                       const char* ending = "a4 OK done") {
  TraceBuilder builder;
  builder.selected(3).client("a3 FETCH 1:3 (UID FLAGS)");
  for (const char* n : {"1", "2", "3"}) {
    builder.server(std::string("* ") + n + " FETCH (UID " + n + "0 FLAGS ())");
  }
  builder.server("a3 OK done").client("a4 " + store);
  for (const char* line : meanwhile) builder.server(line);
  builder.server(ending);
  std::string all;
  const SessionBelief belief = belief_at_end(builder.timeline());
  for (const MessageBelief& message : belief.mailbox->messages) {
    if (!all.empty()) all += ' ';
    if (!message.flags) {
      all += '?';
    } else {
      all += message.flags->empty() ? "-" : message.flags->begin()->name;
    }
  }
  return all;
}

TEST_CASE("where the mailbox kept its size, a star is its last message") {
  CHECK(flags_with("STORE * +FLAGS.SILENT (\\Seen)", {}) == "- - \\Seen");
  CHECK(flags_with("UID STORE * +FLAGS.SILENT (\\Seen)", {}) == "- - \\Seen");
  CHECK(flags_with("UID STORE 500:* +FLAGS.SILENT (\\Seen)", {}) == "- - \\Seen");
}

TEST_CASE("where the mailbox grew before the completion, a star is undecided, and only the star") {
  const auto grows = [](const char* set, const char* last_flags) {
    return flags_with(set, {"* 4 EXISTS", last_flags});
  };
  const char* told = "* 4 FETCH (UID 40 FLAGS ())";
  CHECK(grows("STORE * +FLAGS.SILENT (\\Seen)", told) == "- - ? ?");
  CHECK(grows("STORE 2,* +FLAGS.SILENT (\\Seen)", told) == "- \\Seen ? ?");
  CHECK(grows("STORE 1:* +FLAGS.SILENT (\\Seen)", told) == "\\Seen \\Seen \\Seen ?");
  CHECK(grows("STORE 1:2 +FLAGS.SILENT (\\Seen)", told) == "\\Seen \\Seen - -");
  CHECK(grows("UID STORE * +FLAGS.SILENT (\\Seen)", told) == "- - ? ?");
  CHECK(grows("UID STORE 20:* +FLAGS.SILENT (\\Seen)", told) == "- \\Seen \\Seen ?");
  CHECK(grows("UID STORE 10,20 +FLAGS.SILENT (\\Seen)", told) == "\\Seen \\Seen - -");
  // It has the flag already, whether it was named or not.
  CHECK(grows("STORE * +FLAGS.SILENT (\\Seen)", "* 4 FETCH (UID 40 FLAGS (\\Seen))") ==
        "- - ? \\Seen");
}

TEST_CASE("where the last message went before the completion, a star is undecided") {
  CHECK(flags_with("UID STORE * +FLAGS.SILENT (\\Seen)", {"* 3 EXPUNGE"}) == "- ?");
  CHECK(flags_with("UID STORE 10:* +FLAGS.SILENT (\\Seen)", {"* 3 EXPUNGE"}) == "\\Seen \\Seen");
  CHECK(flags_with("UID STORE * +FLAGS.SILENT (\\Seen)", {"* 1 EXPUNGE"}) == "- \\Seen");
  CHECK(flags_with("UID STORE 30 +FLAGS.SILENT (\\Seen)", {"* 1 EXPUNGE"}) == "- \\Seen");
}

TEST_CASE("numbers that moved before the completion are undecided, against the rules as it is") {
  CHECK(flags_with("STORE 2 +FLAGS.SILENT (\\Seen)", {"* 2 EXPUNGE"}) == "- ?");
  CHECK(flags_with("STORE 1 +FLAGS.SILENT (\\Seen)", {"* 2 EXPUNGE"}) == "\\Seen -");
}

TEST_CASE("flags that were told while a silent STORE ran may be of before or after it") {
  CHECK(flags_with("STORE 2 +FLAGS.SILENT (\\Seen)", {"* 2 FETCH (FLAGS (\\Draft))"}) == "- ? -");
  CHECK(flags_with("STORE 2 +FLAGS.SILENT (\\Seen)", {"* 2 FETCH (FLAGS (\\Seen))"}) ==
        "- \\Seen -");
  CHECK(flags_with("STORE 2 +FLAGS.SILENT (\\Seen)", {"* 1 FETCH (FLAGS (\\Draft))"}) ==
        "\\Draft \\Seen -");
}

TEST_CASE("a silent STORE that failed may have changed some; one that was not understood, none") {
  CHECK(flags_with("STORE 1:2 +FLAGS.SILENT (\\Seen)", {}, "a4 NO some are gone") == "? ? -");
  CHECK(flags_with("STORE 1:2 +FLAGS.SILENT (\\Seen)", {}, "a4 BAD what") == "- - -");
}

TEST_CASE("a STORE behind a SELECT speaks of the new mailbox, whose size it could not know") {
  const auto flags_of_last = [](const char* later) {
    TraceBuilder builder;
    builder.selected(5).client("a3 SELECT Work").client("a4 FETCH 2 (UID FLAGS)");
    builder.client("a5 UID STORE * +FLAGS.SILENT (\\Seen)");
    builder.server("* 2 EXISTS").server("a3 OK done").server(later);
    builder.server("* 2 FETCH (UID 7 FLAGS ())").server("a4 OK done").server("a5 OK done");
    return belief_at_end(builder.timeline()).mailbox->messages[1].flags;
  };
  CHECK(flags_of_last("* 2 EXISTS") == FlagSet{flags::seen});
  CHECK_FALSE(flags_of_last("* 3 EXISTS").has_value());
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

TEST_CASE("a STORE with a condition may have passed messages by, and then MODIFIED says so") {
  const char* store = "UID STORE 10:20 (UNCHANGEDSINCE 3) +FLAGS.SILENT (\\Seen)";
  CHECK(flags_with(store, {}) == "\\Seen \\Seen -");
  CHECK(flags_with(store, {}, "a4 OK [MODIFIED 20] some") == "? ? -");
}

}  // namespace
}  // namespace imapscope::observer
