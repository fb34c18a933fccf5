#include "sim/belief/ends/message_list.h"

#include <algorithm>

#include "sim/base/copy_on_write.h"
#include "sim/base/requires.h"

namespace imapscope::observer {
namespace {

constexpr std::uint32_t chunk_size = 128;
const MessageBelief nothing_known;

}  // namespace

std::size_t MessageList::chunk_of(std::uint32_t index) const {
  const auto after = std::upper_bound(
      chunks_.begin(), chunks_.end(), index,
      [](std::uint32_t wanted, const Chunk& chunk) { return wanted < chunk.first; });
  return static_cast<std::size_t>(after - chunks_.begin()) - 1;
}

const MessageBelief& MessageList::at(SeqNum number) const {
  REQUIRES(holds(number));
  const std::uint32_t index = number.value - 1;
  const Chunk& chunk = chunks_[chunk_of(index)];
  return chunk.messages ? (*chunk.messages)[index - chunk.first] : nothing_known;
}

MessageBelief& MessageList::change_at(SeqNum number) {
  REQUIRES(holds(number));
  const std::uint32_t index = number.value - 1;
  Chunk& chunk = chunks_[chunk_of(index)];
  if (!chunk.messages) {
    chunk.messages = std::make_shared<std::vector<MessageBelief>>(chunk.size);
  }
  return change(chunk.messages)[index - chunk.first];
}

void MessageList::grow(std::uint32_t size) {
  size = std::min(size, most);
  while (size_ < size) {
    const bool room = !chunks_.empty() && chunks_.back().size < chunk_size;
    if (!room) chunks_.push_back({size_, 0, nullptr});
    Chunk& last = chunks_.back();
    const std::uint32_t more = std::min(chunk_size - last.size, size - size_);
    last.size += more;
    if (last.messages) change(last.messages).resize(last.size);
    size_ += more;
  }
}

void MessageList::erase(SeqNum number) {
  REQUIRES(holds(number));
  const std::uint32_t index = number.value - 1;
  const std::size_t at = chunk_of(index);
  Chunk& chunk = chunks_[at];
  if (chunk.messages) {
    std::vector<MessageBelief>& messages = change(chunk.messages);
    messages.erase(messages.begin() + static_cast<std::ptrdiff_t>(index - chunk.first));
  }
  --chunk.size;
  --size_;
  for (std::size_t i = at + 1; i < chunks_.size(); ++i) --chunks_[i].first;
  if (chunk.size == 0) chunks_.erase(chunks_.begin() + static_cast<std::ptrdiff_t>(at));
}

void MessageList::clear() {
  chunks_.clear();
  size_ = 0;
}

SeqNum MessageList::find(Uid uid) const {
  for (const Chunk& chunk : chunks_) {
    if (!chunk.messages) continue;
    for (std::uint32_t i = 0; i < chunk.size; ++i) {
      if ((*chunk.messages)[i].uid == uid) return SeqNum{chunk.first + i + 1};
    }
  }
  return SeqNum{0};
}

bool operator==(const MessageList& a, const MessageList& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

MessageList::Iterator::reference MessageList::Iterator::operator*() const {
  return chunk_->messages ? (*chunk_->messages)[at_] : nothing_known;
}

MessageList::Iterator& MessageList::Iterator::operator++() {
  if (++at_ == chunk_->size) {
    ++chunk_;
    at_ = 0;
  }
  return *this;
}

}  // namespace imapscope::observer
