#include "gui/layout/mailbox_rows.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace imapscope;
using namespace imapscope::gui;

namespace {

/// 0 stands for an unknown UID.
std::vector<observer::MessageBelief> believing(const std::vector<std::uint32_t>& uids) {
  std::vector<observer::MessageBelief> messages;
  for (const std::uint32_t uid : uids) {
    observer::MessageBelief message;
    if (uid != 0) message.uid = Uid{uid};
    messages.push_back(message);
  }
  return messages;
}

/// "b0=h0 b1=- -=h1 x3": what stands beside what.
std::string shown(const std::vector<std::uint32_t>& believed,
                  const std::vector<std::uint32_t>& held,
                  const std::vector<std::uint32_t>& removed = {}) {
  std::vector<Uid> uids;
  for (const std::uint32_t uid : held) uids.push_back(Uid{uid});
  std::ostringstream out;
  for (const MailboxRow& row : align(believing(believed), uids, removed)) {
    if (row.removed) {
      out << "x" << *row.removed << ' ';
      continue;
    }
    out << (row.believed ? "b" + std::to_string(*row.believed) : "-") << '='
        << (row.held ? "h" + std::to_string(*row.held) : "-") << ' ';
  }
  std::string text = out.str();
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("messages that both sides know stand beside each other") {
  CHECK(shown({10, 20, 30}, {10, 20, 30}) == "b0=h0 b1=h1 b2=h2");
}

TEST_CASE("a message that is gone at the server leaves a gap beside the belief") {
  CHECK(shown({10, 20, 30}, {10, 30}) == "b0=h0 b1=- b2=h1");
}

TEST_CASE("a message that the client was not told of leaves a gap in its belief") {
  CHECK(shown({10, 20}, {10, 20, 30}) == "b0=h0 b1=h1 -=h2");
  CHECK(shown({20}, {10, 20}) == "-=h0 b0=h1");
}

TEST_CASE("an unknown UID stands beside the next message that no other claims") {
  CHECK(shown({0, 0, 0}, {10, 20, 30}) == "b0=h0 b1=h1 b2=h2");
  CHECK(shown({0, 20, 0}, {10, 20, 30}) == "b0=h0 b1=h1 b2=h2");
  CHECK(shown({0, 0, 20}, {10, 20}) == "b0=h0 b1=- b2=h1");
  CHECK(shown({0, 0}, {10}) == "b0=h0 b1=-");
}

TEST_CASE("an expunged message closes where it stood") {
  CHECK(shown({10, 30}, {10, 30}, {2}) == "b0=h0 x2 b1=h1");
  CHECK(shown({10}, {10}, {2}) == "b0=h0 x2");
  CHECK(shown({}, {}, {1}) == "x1");
}

TEST_CASE("several expunges close in the numbering that each one left") {
  // 3, 4, 7, 11 of eleven are told as 3, 3, 5, 8 (RFC 3501 §7.4.1); here: 1 and 2 of four, as 1, 1.
  CHECK(shown({30, 40}, {30, 40}, {1, 1}) == "x1 x1 b0=h0 b1=h1");
  CHECK(shown({10, 30}, {10, 30}, {2, 3}) == "b0=h0 x2 b1=h1 x3");
}
