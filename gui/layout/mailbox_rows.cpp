#include "gui/layout/mailbox_rows.h"

#include <algorithm>

namespace imapscope::gui {
namespace {

using observer::MessageList;

/// The UID that the client knows at or behind an index: what stands before it at the server is not
/// for later rows. Asked for ascending indices, so that the list is gone through once.
class NextKnownUid {
 public:
  explicit NextKnownUid(const MessageList& believed)
      : at_(believed.begin()), end_(believed.end()) {}

  std::optional<Uid> from(std::size_t index) {
    while (at_ != end_ && (index_ < index || !at_->uid)) {
      ++at_;
      ++index_;
    }
    return at_ == end_ ? std::nullopt : at_->uid;
  }

 private:
  MessageList::Iterator at_;
  MessageList::Iterator end_;
  std::size_t index_ = 0;
};

std::optional<std::size_t> further(std::optional<std::size_t> index, std::size_t by) {
  return index ? std::optional(*index + by) : std::nullopt;
}

}  // namespace

MailboxRows::MailboxRows(const MessageList& believed, const HeldUids& held,
                         std::span<const std::uint32_t> removed) {
  align(believed, held);
  // Each expunge names a number in the numbering that the ones before it left.
  for (auto number = removed.rbegin(); number != removed.rend(); ++number) close(*number);
  number_rows();
}

void MailboxRows::align(const MessageList& believed, const HeldUids& held) {
  NextKnownUid known(believed);
  std::size_t b = 0;
  std::size_t h = 0;
  for (const observer::MessageBelief& message : believed) {
    const auto& uid = message.uid;
    while (uid && h < held.count && held.at(h) < *uid) add(std::nullopt, h++);
    bool claims = h < held.count;
    if (claims) {
      const auto next = uid ? uid : known.from(b);
      claims = uid ? held.at(h) == *uid : !next || held.at(h) < *next;
    }
    add(b++, claims ? std::optional(h) : std::nullopt);
    if (claims) ++h;
  }
  while (h < held.count) add(std::nullopt, h++);
}

void MailboxRows::add(std::optional<std::size_t> believed, std::optional<std::size_t> held) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    if (further(last.first.believed, last.count) == believed &&
        further(last.first.held, last.count) == held) {
      ++last.count;
      return;
    }
  }
  runs_.push_back({0, 1, {believed, held, {}}});
}

/// Puts a closing row where the message `number` stood.
void MailboxRows::close(std::uint32_t number) {
  const Run closing{0, 1, {std::nullopt, std::nullopt, number}};
  std::size_t before = 0;  // numbered rows before this run
  auto run = runs_.begin();
  for (; run != runs_.end(); ++run) {
    const bool numbered = run->first.believed || run->first.removed;
    if (numbered && before + run->count >= number) break;
    if (numbered) before += run->count;
  }
  const std::size_t inside = run == runs_.end() ? 0 : number - before - 1;
  if (inside == 0) {
    runs_.insert(run, closing);
    return;
  }
  const Run rest{0,
                 run->count - inside,
                 {further(run->first.believed, inside), further(run->first.held, inside), {}}};
  run->count = inside;
  runs_.insert(run + 1, {closing, rest});
}

void MailboxRows::number_rows() {
  size_ = 0;
  for (Run& run : runs_) {
    run.row = size_;
    if (run.first.removed) closing_.push_back(size_);
    size_ += run.count;
  }
}

MailboxRow MailboxRows::operator[](std::size_t row) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), row,
                       [](std::size_t wanted, const Run& run) { return wanted < run.row; });
  const Run& run = *(after - 1);
  const std::size_t inside = row - run.row;
  return {further(run.first.believed, inside), further(run.first.held, inside), run.first.removed};
}

std::size_t MailboxRows::row_of(std::size_t believed) const {
  for (const Run& run : runs_) {
    const auto& first = run.first.believed;
    if (first && *first + run.count > believed) return run.row + (believed - *first);
  }
  return size_;
}

}  // namespace imapscope::gui
