#include "gui/layout/mailbox_rows.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace imapscope;
using namespace imapscope::gui;

namespace {

/// 0 stands for an unknown UID.
observer::MessageList believing(const std::vector<std::uint32_t>& uids) {
  observer::MessageList messages;
  messages.grow(static_cast<std::uint32_t>(uids.size()));
  for (std::uint32_t i = 0; i < uids.size(); ++i) {
    if (uids[i] != 0) messages.change_at(SeqNum{i + 1}).uid = Uid{uids[i]};
  }
  return messages;
}

MailboxRows rows_of(const std::vector<std::uint32_t>& believed,
                    const std::vector<std::uint32_t>& held,
                    const std::vector<std::uint32_t>& removed) {
  const HeldUids uids{held.size(), [&held](std::size_t place) { return Uid{held[place]}; }};
  return {believing(believed), uids, removed};
}

/// "b0=h0 b1=- -=h1 x3": what stands beside what.
std::string shown(const std::vector<std::uint32_t>& believed,
                  const std::vector<std::uint32_t>& held,
                  const std::vector<std::uint32_t>& removed = {}) {
  std::ostringstream out;
  const MailboxRows rows = rows_of(believed, held, removed);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const MailboxRow row = rows[i];
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

TEST_CASE("a believed message has a row, and closing rows are known") {
  const MailboxRows rows = rows_of({20, 40, 50}, {10, 20, 30, 40}, {2, 2});
  std::vector<std::size_t> closing;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].believed) CHECK(rows.row_of(*rows[i].believed) == i);
    if (rows[i].removed) closing.push_back(i);
  }
  CHECK(rows.row_of(3) == rows.size());
  CHECK(rows.closing() == closing);
  CHECK(closing.size() == 2);
}

TEST_CASE("a large mailbox that both sides agree on is one run of rows, looked up at once") {
  constexpr std::uint32_t count = 100000;
  observer::MessageList believed;
  believed.grow(count);
  std::size_t asked = 0;
  const HeldUids held{count, [&asked](std::size_t place) {
                        ++asked;
                        return Uid{static_cast<std::uint32_t>(place) * 2 + 1};
                      }};
  const MailboxRows rows(believed, held, {});
  CHECK(rows.size() == count);
  CHECK(asked <= 2 * count);
  CHECK(rows[77777].believed == 77777);
  CHECK(rows[77777].held == 77777);
}
