#include "sim/mail/sort.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

using namespace imapscope;
using namespace imapscope::mail;

namespace {

struct Box {
  std::deque<Message> messages;
  std::deque<DateTime> dates;
  std::vector<int> scores;

  Box& add(const std::string& header, const DateTime& date = {}, int score = 0) {
    messages.emplace_back(header + "\n");
    dates.push_back(date);
    scores.push_back(score);
    return *this;
  }
  /// From 1.
  [[nodiscard]] std::vector<std::size_t> sorted(const std::vector<SortCriterion>& order) const {
    std::vector<Sortable> sortable;
    for (std::size_t i = 0; i < messages.size(); ++i) {
      sortable.push_back({messages[i], dates[i], scores[i]});
    }
    std::vector<std::size_t> numbers = mail::sorted(sortable, order);
    for (std::size_t& number : numbers) ++number;
    return numbers;
  }
};

using Order = std::vector<std::size_t>;

}  // namespace

TEST_CASE("sent dates are brought to one time zone") {  // the example of RFC 5256 §2.2
  const Message message("Date: 31 Dec 2000 16:01:33 -0800\n\n");
  CHECK(sent_time(message, {}) == to_unix_seconds({{2001, 1, 1}, 0, 1, 33, 0}));
}

TEST_CASE("without a Date that is one, the internal date is the sent date") {
  const DateTime internal{{2026, 3, 5}, 9, 0, 0, 60};
  CHECK(sent_time(Message("Subject: x\n\n"), internal) == to_unix_seconds(internal));
  CHECK(sent_time(Message("Date: soon\n\n"), internal) == to_unix_seconds(internal));
}

TEST_CASE("each key orders by what it names, and what is equal keeps its place") {
  Box box;
  box.add("From: Z <b@x>\nTo: a@x\nSubject: b\nDate: 2 Mar 2026 09:00:00 +0000\n", {{2026, 1, 3}});
  box.add("From: Y <A@x>\nCc: c@x\nSubject: Re: B\n", {{2026, 1, 2}});
  box.add("From: a@x\nTo: B@y\nCc: C@x\nDate: 1 Mar 2026 09:00:00 +0000\n", {{2026, 1, 2}});
  CHECK(box.sorted({{SortKey::arrival}}) == Order{2, 3, 1});
  CHECK(box.sorted({{SortKey::date}}) == Order{2, 3, 1});
  CHECK(box.sorted({{SortKey::from}}) == Order{2, 3, 1});
  CHECK(box.sorted({{SortKey::to}}) == Order{2, 1, 3});
  CHECK(box.sorted({{SortKey::cc}}) == Order{1, 2, 3});
  CHECK(box.sorted({{SortKey::subject}}) == Order{3, 1, 2});
  CHECK(box.sorted({{SortKey::size}}) == Order{2, 3, 1});
}

TEST_CASE("REVERSE turns its key, and not the order of what is equal") {
  Box box;
  box.add("Subject: a\n").add("Subject: b\n").add("Subject: a\n").add("Subject: b\n");
  CHECK(box.sorted({{SortKey::subject, true}}) == Order{2, 4, 1, 3});
  CHECK(box.sorted({{SortKey::subject, true}, {SortKey::subject}}) == Order{2, 4, 1, 3});
}

TEST_CASE("the first key decides, the next where it does not") {
  Box box;
  box.add("Subject: b\n", {{2026, 1, 2}}).add("Subject: a\n", {{2026, 1, 3}});
  box.add("Subject: b\n", {{2026, 1, 1}}).add("Subject: a\n", {{2026, 1, 4}});
  CHECK(box.sorted({{SortKey::subject}, {SortKey::arrival}}) == Order{2, 4, 3, 1});
  CHECK(box.sorted({{SortKey::subject}, {SortKey::arrival, true}}) == Order{4, 2, 1, 3});
}

TEST_CASE("DISPLAYFROM and DISPLAYTO take the name, else the address, else nothing") {
  Box box;
  box.add("From: =?utf-8?q?=C3=89mile?= <z@x>\n").add("From: \"Anna B\" <y@x>\n");
  box.add("From: carl@x\n").add("To: dora@x\n").add("From: Carl <a@x>\n");
  CHECK(box.sorted({{SortKey::display_from}}) == Order{4, 2, 5, 3, 1});
  CHECK(box.sorted({{SortKey::display_to}}) == Order{1, 2, 3, 5, 4});
}

TEST_CASE("the best score comes first") {
  Box box;
  box.add("", {}, 40).add("", {}, 99).add("", {}, 40);
  CHECK(box.sorted({{SortKey::relevancy}}) == Order{2, 1, 3});
  CHECK(box.sorted({{SortKey::relevancy, true}}) == Order{1, 3, 2});
}
