// Any octets make a message whose parts lie within each other, in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sim/mail/mbox.h"
#include "sim/mail/message.h"
#include "sim/mail/search.h"

using namespace imapscope;
using namespace imapscope::mail;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Part& part, Span around) {
  require(around.begin <= part.header.begin && part.header.begin <= part.header.end);
  require(part.header.end == part.body.begin && part.body.begin <= part.body.end);
  require(part.body.end <= around.end);
  Span left = part.body;
  for (const Part& child : part.children) {
    check(child, left);
    left.begin = child.body.end;
  }
}

void search(const Message& message) {
  Search search;
  search.criteria.keys.push_back({SearchNot{{{SearchText{SearchText::In::text, "a"}}}}});
  search.criteria.keys.push_back({SearchDate{SearchDate::Of::sent, {}, {}}});
  const auto query = Query::of(search);
  require(query.has_value());
  static_cast<void>(query->matches({{1}, {1}, {}, {}, message}, {{1}, {1}}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(octets), size);
  const Message message(text);
  check(message.root(), {0, message.size()});
  static_cast<void>(message.envelope());
  static_cast<void>(message.structure(true));
  static_cast<void>(message.section({{1, 1}, Section::Text::header_fields, {"Subject"}}));
  search(message);
  Mailbox mailbox;
  if (!read_mbox(text, "fuzz", mailbox)) require(mailbox.size() == 0);
  return 0;
}
