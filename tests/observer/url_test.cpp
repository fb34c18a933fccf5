#include <doctest/doctest.h>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

constexpr const char* lent =
    "imap://ada@example.org/INBOX/;uid=20/;section=1.2;urlauth=user+bob:internal:0129";

TEST_CASE("GENURLAUTH and URLFETCH are answered by data of their names") {
  const std::string fetch = std::string("a3 URLFETCH \"") + lent + '"';
  const std::string answer = std::string("* URLFETCH \"") + lent + "\" NIL";
  const Timeline fetched =
      TraceBuilder().selected(3).client(fetch).server(answer).server("a3 OK done").timeline();
  CHECK(line_of(fetched, "* URLFETCH").command == line_of(fetched, "a3").id);
  CHECK(faults(fetched).empty());
  const Timeline silent = TraceBuilder().selected(3).client(fetch).server("a3 OK done").timeline();
  CHECK(remarks(silent).size() == 1);
}

TEST_CASE("a URL is explained by what it names, who is let in, and what proves it") {
  const std::string fetch = std::string("a3 URLFETCH \"") + lent + '"';
  const Timeline timeline = TraceBuilder().selected(3).client(fetch).timeline();
  const auto tokens = explain(timeline, line_of(timeline, "a3").id).tokens;
  REQUIRE(tokens.size() > 2);
  const std::string meaning = tokens[2].meaning;  // it is shown shortened
  for (const char* part : {"UID 20 in INBOX", "the mail of ada", "Only part 1.2", "Only bob",
                           "The token at its end"}) {
    CAPTURE(part);
    CHECK(meaning.find(part) != std::string::npos);
  }
}

}  // namespace
}  // namespace imapscope::observer
