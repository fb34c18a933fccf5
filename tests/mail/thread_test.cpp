#include "sim/mail/thread.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

using namespace imapscope;
using namespace imapscope::mail;

namespace {

/// As THREAD tells it.
std::string text_of(const ThreadMembers& members) {
  std::string text;
  for (const std::uint32_t number : members.chain) {
    text += (text.empty() ? "" : " ") + std::to_string(number);
  }
  if (!members.chain.empty() && !members.branches.empty()) text += ' ';
  for (const ThreadMembers& branch : members.branches) text += text_of(branch);
  return '(' + text + ')';
}

/// Messages of a mailbox, an hour apart.
class Box {
 public:
  Box& add(const std::string& header) {
    messages_.emplace_back("Date: Sun, 1 Mar 2026 " +
                           std::string(messages_.size() < 10 ? "0" : "") +
                           std::to_string(messages_.size()) + ":00:00 +0000\n" + header + "\nx\n");
    return *this;
  }
  /// As the server tells it.
  [[nodiscard]] std::string threads(ThreadAlgorithm algorithm) const {
    std::vector<Sortable> sortable;
    for (const Message& message : messages_) sortable.push_back({message, date_});
    std::string line;
    for (const ThreadMembers& members : threads_of(sortable, algorithm)) line += text_of(members);
    return line.empty() ? line : ' ' + line;
  }
  [[nodiscard]] std::string references() const { return threads(ThreadAlgorithm::references); }
  [[nodiscard]] std::string subjects() const { return threads(ThreadAlgorithm::ordered_subject); }

 private:
  std::deque<Message> messages_;
  DateTime date_;
};

std::string with_id(const std::string& id, const std::string& references = "",
                    const std::string& subject = "") {
  return "Message-ID: <" + id + ">\n" +
         (references.empty() ? "" : "References: " + references + '\n') +
         (subject.empty() ? "" : "Subject: " + subject + '\n');
}

}  // namespace

TEST_CASE("the example of the standard: a chain that splits into two branches") {
  Box box;  // RFC 5256 §4: 3 6 (4 23)(44 7 96), its numbers in their order
  box.add(with_id("3")).add(with_id("4", "<3> <6>")).add(with_id("6", "<3>"));
  box.add(with_id("7", "<3> <6> <44>")).add(with_id("23", "<3> <6> <4>"));
  box.add(with_id("44", "<3> <6>")).add(with_id("96", "<44> <7>"));
  CHECK(box.references() == " (1)(2)(3)(4)(5)(6)(7)");  // no id here is one: it lacks an @
  Box valid;
  const auto id = [](const std::string& name) { return name + "@x"; };
  valid.add(with_id(id("3"))).add(with_id(id("4"), "<3@x> <6@x>")).add(with_id(id("6"), "<3@x>"));
  valid.add(with_id(id("7"), "<3@x> <6@x> <44@x>")).add(with_id(id("23"), "<3@x> <6@x> <4@x>"));
  valid.add(with_id(id("44"), "<3@x> <6@x>")).add(with_id(id("96"), "<44@x> <7@x>"));
  CHECK(valid.references() == " (1 3 (2 5)(6 4 7))");
}

TEST_CASE("a parent that is not there: its children are siblings, and an only child stands alone") {
  Box box;
  box.add(with_id("a@x", "<gone@x>")).add(with_id("b@x", "<gone@x>")).add(with_id("c@x", "<no@x>"));
  CHECK(box.references() == " ((1)(2))(3)");
}

TEST_CASE("a parent that is missing in the middle is passed over") {
  Box box;
  box.add(with_id("a@x")).add(with_id("c@x", "<a@x> <b@x>")).add(with_id("d@x", "<a@x> <b@x>"));
  CHECK(box.references() == " (1 (2)(3))");
}

TEST_CASE("references that go round in a circle make no circle") {
  Box box;
  box.add(with_id("a@x", "<b@x>")).add(with_id("b@x", "<a@x>")).add(with_id("s@x", "<s@x>"));
  CHECK(box.references() == " (2 1)(3)");
}

TEST_CASE("the last reference is the parent, whatever others said of it before") {
  Box box;  // message 1 tells that b answers a; b itself names c
  box.add(with_id("z@x", "<a@x> <b@x>")).add(with_id("a@x")).add(with_id("b@x", "<c@x>"));
  box.add(with_id("c@x"));
  CHECK(box.references() == " (2)(4 3 1)");
}

TEST_CASE("of two messages with the same id the first has it") {
  Box box;
  box.add(with_id("a@x")).add(with_id("a@x")).add(with_id("b@x", "<a@x>"));
  CHECK(box.references() == " (1 3)(2)");
}

TEST_CASE("In-Reply-To counts where there are no References, its first id only") {
  Box box;
  box.add(with_id("a@x")).add(with_id("b@x"));
  box.add(with_id("c@x") + "In-Reply-To: your message <b@x> <a@x>\n");
  box.add(with_id("d@x", "nothing of use") + "In-Reply-To: <a@x>\n");
  box.add(with_id("e@x", "<b@x>") + "In-Reply-To: <a@x>\n");
  CHECK(box.references() == " (1 4)(2 (3)(5))");
}

TEST_CASE("an id is the same with quotes and without, and not in another case") {
  Box box;
  box.add(with_id("\"01KF8JCEOCBS0045PS\"@xxx.yyy.com"));
  box.add(with_id("b@x", "<01KF8JCEOCBS0045PS@xxx.yyy.com>"));
  box.add(with_id("c@x", "<01kf8jceocbs0045ps@xxx.yyy.com>"));
  CHECK(box.references() == " (1 2)(3)");
}

TEST_CASE("threads with the same subject are one") {
  const auto subject = [](const std::string& text) { return "Subject: " + text + '\n'; };
  SUBCASE("an answer goes below what it answers") {
    CHECK(Box().add(subject("Party")).add(subject("Re: Party")).references() == " (1 2)");
    CHECK(Box().add(subject("Re: Party")).add(subject("party")).references() == " (2 1)");
  }
  SUBCASE("two answers, or two that are none, are siblings") {
    CHECK(Box().add(subject("Re: A")).add(subject("Re: a")).references() == " ((1)(2))");
    CHECK(Box().add(subject("A")).add(subject("A")).add(subject("A")).references() ==
          " ((1)(2)(3))");
  }
  SUBCASE("an answer goes to the siblings of a dummy") {
    Box box;
    box.add(with_id("a@x", "<g@x>", "Re: P")).add(with_id("b@x", "<g@x>", "Re: P"));
    box.add(with_id("c@x", "", "P"));
    CHECK(box.references() == " ((1)(2)(3))");
  }
  SUBCASE("two dummies are one") {
    Box box;
    box.add(with_id("a@x", "<g@x>", "P")).add(with_id("b@x", "<g@x>", "P"));
    box.add(with_id("c@x", "<h@x>", "P")).add(with_id("d@x", "<h@x>", "P"));
    CHECK(box.references() == " ((1)(2)(3)(4))");
  }
  SUBCASE("no subject is no subject in common") {
    CHECK(Box().add(subject("")).add(subject("Re:")).references() == " (1)(2)");
  }
}

TEST_CASE("siblings stand by date, not by number") {
  std::deque<Message> messages;
  const DateTime date;
  messages.emplace_back("Date: 3 Mar 2026 09:00:00 +0000\nMessage-ID: <a@x>\n\n");
  messages.emplace_back("Date: 5 Mar 2026 09:00:00 +0000\nReferences: <a@x>\n\n");
  messages.emplace_back("Date: 4 Mar 2026 09:00:00 +0000\nReferences: <a@x>\n\n");
  messages.emplace_back("Date: 1 Mar 2026 09:00:00 +0000\n\n");
  std::vector<Sortable> sortable;
  for (const Message& message : messages) sortable.push_back({message, date});
  const auto threads = threads_of(sortable, ThreadAlgorithm::references);
  CHECK(threads == std::vector<ThreadMembers>{{{4}}, {{1}, {{{3}}, {{2}}}}});
}

TEST_CASE("ORDEREDSUBJECT: all that follow are children of the first") {
  Box box;
  for (const char* subject : {"B", "A", "Re: B", "re: a", "B (fwd)", "C"}) {
    box.add("Subject: " + std::string(subject) + '\n');
  }
  CHECK(box.subjects() == " (1 (3)(5))(2 4)(6)");
  CHECK(Box().subjects().empty());
}

TEST_CASE("a long chain of answers is one thread") {
  Box box;
  std::string references;
  for (int i = 0; i < 24; ++i) {
    const std::string id = "m" + std::to_string(i) + "@x";
    box.add(with_id(id, references));
    references += (references.empty() ? "<" : " <") + id + '>';
  }
  CHECK(box.references().starts_with(" (1 2 3 4 5 6"));
  CHECK(box.references().find('(', 2) == std::string::npos);
}
