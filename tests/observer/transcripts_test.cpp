// Transcripts as people paste them, from their text to what is said of them: nobody is blamed for
// what the paste has lost.
#include <doctest/doctest.h>

#include <string>

#include "sim/trace/transcript.h"
#include "tests/in_english.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

Timeline pasted(std::string_view content) {
  auto trace = trace::read_transcript(content, "paste.txt");
  REQUIRE(trace);
  return Timeline(std::move(*trace));
}

TEST_CASE("a pasted session is not blamed for what its author left out") {
  const char* const pastes[] = {
      "S: * OK [UNSEEN 3] first\nS: r6 OK [READ-WRITE] open\nC: r7 FETCH 3 FLAGS\nS: r7 NO x\n",
      "S: * OK patience\nS: * 7 EXISTS\nC: DONE\nS: r8 OK idled\n",
      "C: r1 SELECT Work\nS: ...\nS: r1 OK [READ-WRITE] open\nC: r2 EXPUNGE\nS: (more of them)\n"
      "S: r2 OK gone\n",
      "C: r1 FETCH 6 ENVELOPE\nS: * 6 FETCH (ENVELOPE (\n     NIL \"Tea\" NIL NIL\n     NIL NIL "
      "NIL "
      "NIL NIL\n     \"<t@example.org>\"))\nS: r1 OK x\n",
      "C: r1 FETCH 6 BODY[]\nS: * 6 FETCH (BODY[] {2000}\nS: [the whole mail]\nS: )\nS: r1 OK x\n"
      "C: r2 NOOP\nS: r2 OK x\n",
  };
  for (const char* paste : pastes) {
    CAPTURE(paste);
    CHECK(faults(pasted(paste)).empty());
    CHECK(remarks(pasted(paste)).empty());
  }
}

TEST_CASE("behind a literal that lacks octets, commands find their answers again") {
  const Timeline timeline = pasted(
      "C: r1 FETCH 6 BODY[]\nS: * 6 FETCH (BODY[] {2000}\nS: short\nS: )\nS: r1 OK x\n"
      "C: r2 APPEND Notes {90}\nS: + go\nC: short, too\nS: r2 OK kept\n");
  CHECK(line_of(timeline, "r1 OK").command == line_of(timeline, "r1 FETCH").id);
  CHECK(line_of(timeline, "r2 OK").command == line_of(timeline, "r2 APPEND").id);
}

TEST_CASE("a gap in the middle of what was seen is not called its beginning") {
  const Timeline timeline = pasted("C: r1 NOOP\nS: ...\nS: r1 OK\n");
  std::vector<std::string> notes;
  for (const Line& line : timeline.lines())
    if (line.kind == LineKind::gap) notes.push_back(in_english(line.note));
  const std::string before = "what came before was not captured";
  CHECK(notes == std::vector<std::string>{before, before, "octets from the server are missing"});
}

}  // namespace
}  // namespace imapscope::observer
