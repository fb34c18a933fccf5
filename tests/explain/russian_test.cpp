// Explanations in Russian: names in their cases, numbers in their plural forms, nothing in English.
#include <doctest/doctest.h>

#include <string>

#include "sim/explain/explain.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::explain {
namespace {

Explanation in_russian(const Timeline& timeline, std::uint32_t line) {
  return explain(timeline, LineId{line}, words::Words("ru"));
}

observer::TraceBuilder inbox_of(std::uint32_t messages) {
  observer::TraceBuilder builder;
  builder.server("* OK hi").client("a LOGIN u p").server("a OK in").client("b SELECT INBOX");
  builder.server("* " + std::to_string(messages) + " EXISTS").server("b OK [READ-WRITE] open");
  return builder;
}

constexpr std::uint32_t exists_line = 5;  // behind the opening, the greeting, LOGIN and SELECT

TEST_CASE("numbers of messages have their plural forms") {
  struct Row {
    std::uint32_t count;
    const char* said;
  };
  for (const Row& row : {Row{1, "В ящике INBOX 1 сообщение."}, Row{3, "В ящике INBOX 3 сообщения."},
                         Row{11, "В ящике INBOX 11 сообщений."}}) {
    const observer::TraceBuilder builder = inbox_of(row.count);
    const Explanation explanation = in_russian(builder.timeline(), exists_line);
    CHECK(explanation.why == "Данные без тега; их вызвала команда `b SELECT INBOX`");
    CHECK(explanation.tokens[1].term == "число сообщений");
    CHECK(explanation.tokens[1].meaning == row.said);
  }
}

TEST_CASE("a message is named with its ordinal, its mailbox and whose count it is") {
  observer::TraceBuilder builder = inbox_of(40);
  builder.client("c FETCH 2 FLAGS").server("* 23 FETCH (FLAGS (\\Seen))");
  const Explanation asked = in_russian(builder.timeline(), exists_line + 2);
  CHECK(asked.why == "Команда, которую послал клиент phone; завершения не видно");
  CHECK(asked.tokens[2].meaning ==
        "Второе сообщение в ящике INBOX, каким его видит клиент phone. Номер верен, пока до этого "
        "сеанса не дойдёт EXPUNGE.");
  const Explanation told = in_russian(builder.timeline(), exists_line + 3);
  CHECK(told.tokens[1].meaning.starts_with("23-е сообщение в ящике INBOX"));
}

TEST_CASE("a sequence set is told in words") {
  observer::TraceBuilder builder = inbox_of(9);
  builder.client("c UID FETCH 2:4,7,*:9 FLAGS");
  const Explanation explanation = in_russian(builder.timeline(), exists_line + 2);
  CHECK(explanation.tokens[3].meaning ==
        "Сообщения, у которых UID с 2 по 4, 7 и с последнего по 9. UID остаётся за своим "
        "сообщением.");
}

}  // namespace
}  // namespace imapscope::explain
