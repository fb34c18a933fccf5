#include "sim/wire/quirk.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace imapscope::wire;

TEST_CASE("every quirk has a sentence of its own") {
  std::set<std::string> sentences;
  const int last = static_cast<int>(QuirkKind::control_in_text);
  for (int kind = 0; kind <= last; ++kind) {
    const std::string sentence(describe(static_cast<QuirkKind>(kind)));
    CAPTURE(sentence);
    CHECK(sentence.size() > 10);
    CHECK(sentence.back() == '.');
    sentences.insert(sentence);
  }
  CHECK(sentences.size() == static_cast<std::size_t>(last) + 1);
}
