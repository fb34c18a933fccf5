#include "sim/belief/ends/meanwhile.h"

#include <algorithm>

namespace imapscope::observer {
namespace {

constexpr SeqNum none{UINT32_MAX};

void drop_by_one(SeqNum& number) {
  if (number.value > 0 && number != none) --number.value;
}

void follow_expunge(Meanwhile& since, SeqNum gone) {
  if (gone <= since.last.lowest) drop_by_one(since.last.lowest);
  if (gone < since.last.highest) drop_by_one(since.last.highest);
  since.moved = std::min(since.moved, gone);
  since.told.erase(std::remove(since.told.begin(), since.told.end(), gone), since.told.end());
  for (SeqNum& told : since.told) {
    if (told > gone) --told.value;
  }
}

void follow_exists(LastMessage& last, SeqNum count, bool first) {
  if (first) last = {count, count};
  last.highest = std::max(last.highest, count);
}

}  // namespace

Meanwhile meanwhile(const MailboxChanges& changes, std::size_t then, LastMessage last,
                    LineId command) {
  Meanwhile since{last, none, {}};
  bool opened = false;  // and its size has not been told
  changes.each_since(then, [&](const MailboxChange& change) {
    switch (change.kind) {
      case MailboxChange::Kind::opened:
        since = {};
        opened = true;
        break;
      case MailboxChange::Kind::forgotten:
        since = {{}, SeqNum{1}, {}};
        break;
      case MailboxChange::Kind::exists:
        follow_exists(since.last, change.number, opened);
        opened = false;
        break;
      case MailboxChange::Kind::expunged:
        follow_expunge(since, change.number);
        break;
      case MailboxChange::Kind::told:
        if (change.oldest == command) since.told.push_back(change.number);
        break;
    }
  });
  std::sort(since.told.begin(), since.told.end());
  return since;
}

}  // namespace imapscope::observer
