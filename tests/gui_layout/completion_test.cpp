#include "gui/layout/completion.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace imapscope;
using namespace imapscope::gui;

TEST_CASE("the beginning of a verb completes to one that is legal in the state") {
  CHECK(complete("a1 UID FET", State::selected).rest == "CH");
  CHECK(complete("a1 log", State::not_authenticated).rest == "OUT");
  CHECK(complete("a1 SEL", State::authenticated).rest == "ECT");
}

TEST_CASE("what the state forbids is not offered") {
  CHECK(complete("a1 FET", State::authenticated).rest.empty());
  CHECK_FALSE(complete("a1 FET", State::authenticated).legal);
  const auto verbs = complete("a1 ", State::not_authenticated).verbs;
  CHECK(std::find(verbs.begin(), verbs.end(), "LOGIN") != verbs.end());
  CHECK(std::find(verbs.begin(), verbs.end(), "SELECT") == verbs.end());
}

TEST_CASE("a whole verb shows its arguments and where it is legal") {
  const Completion here = complete("b5 UID FETCH 1:*", State::selected);
  CHECK(here.hint == "UID FETCH set items · legal in Selected");
  CHECK(here.legal);
  const Completion there = complete("b5 FETCH 1 FLAGS", State::authenticated);
  CHECK(there.hint == "FETCH set items · legal only in Selected");
  CHECK_FALSE(there.legal);
}

TEST_CASE("without a tag nothing is offered") {
  CHECK(complete("", State::selected).rest.empty());
  CHECK(complete("DONE", State::selected).rest.empty());
}
