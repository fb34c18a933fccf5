#include "sim/trace/pcap/stream.h"

#include <algorithm>

namespace imapscope::trace {
namespace {

Seen later(Seen a, Seen b) {
  return {std::max(a.unix_us, b.unix_us), std::max(a.packet, b.packet)};
}

}  // namespace

std::int64_t TcpStream::position_of(std::uint32_t sequence) {
  constexpr std::int64_t one_round = std::int64_t{1} << 32U;
  if (!newest_) return *(newest_ = one_round + sequence);
  const auto distance = static_cast<std::int32_t>(sequence - static_cast<std::uint32_t>(*newest_));
  const std::int64_t position = *newest_ + distance;
  newest_ = std::max(*newest_, position);
  return position;
}

void TcpStream::begin(std::uint32_t sequence) {
  begin_ = position_of(sequence) + 1;
}

bool TcpStream::begins_at(std::uint32_t syn_sequence) const {
  return begin_ && static_cast<std::uint32_t>(*begin_) == syn_sequence + 1;
}

void TcpStream::add(std::uint32_t sequence, std::string_view bytes, std::size_t octets, Seen seen) {
  if (octets == 0) return;
  const std::int64_t start = position_of(sequence);
  const std::int64_t end = start + static_cast<std::int64_t>(bytes.size());
  std::int64_t at = begin_ ? std::max(start, *begin_) : start;
  auto next = pieces_.upper_bound(at);
  if (next != pieces_.begin()) {
    const auto& [before, piece] = *std::prev(next);
    at = std::max(at, before + static_cast<std::int64_t>(piece.bytes.size()));
  }
  for (; at < end && next != pieces_.end() && next->first < end; ++next) {
    keep(at, next->first, start, bytes, seen);
    at = next->first + static_cast<std::int64_t>(next->second.bytes.size());
  }
  keep(at, end, start, bytes, seen);
  if (octets > bytes.size()) acknowledge(sequence + static_cast<std::uint32_t>(octets), seen);
}

void TcpStream::keep(std::int64_t from, std::int64_t to, std::int64_t start, std::string_view bytes,
                     Seen seen) {
  if (from >= to) return;
  const auto part =
      bytes.substr(static_cast<std::size_t>(from - start), static_cast<std::size_t>(to - from));
  held_octets_ += part.size();
  pieces_.insert_or_assign(from, Piece{std::string(part), seen});
}

void TcpStream::finish(std::uint32_t sequence, Seen seen) {
  end_ = position_of(sequence);
  end_seen_ = later(end_seen_, seen);
}

void TcpStream::acknowledge(std::uint32_t sequence, Seen seen) {
  const std::int64_t position = position_of(sequence);
  if (!first_acknowledged_) first_acknowledged_ = position;
  if (acknowledged_ && position <= *acknowledged_) return;
  acknowledged_ = position;
  acknowledgments_.push_back({position, seen});
  end_seen_ = later(end_seen_, seen);
}

std::int64_t TcpStream::known_end() const {
  std::int64_t end = begin_.value_or(first_acknowledged_.value_or(0));
  if (!pieces_.empty()) {
    end =
        pieces_.rbegin()->first + static_cast<std::int64_t>(pieces_.rbegin()->second.bytes.size());
  }
  if (end_) return std::max(end, *end_);
  // The acknowledgment of a FIN that the capture missed counts one octet that there was not.
  if (acknowledged_ && *acknowledged_ > end + 1) return *acknowledged_;
  return end;
}

std::string TcpStream::front(std::size_t most) const {
  std::string bytes;
  std::int64_t at = pieces_.empty() ? 0 : pieces_.begin()->first;
  for (const auto& [start, piece] : pieces_) {
    if (start != at || bytes.size() >= most) break;
    bytes += piece.bytes;
    at += static_cast<std::int64_t>(piece.bytes.size());
  }
  bytes.resize(std::min(bytes.size(), most));
  return bytes;
}

std::vector<Chunk> TcpStream::chunks() const {
  std::vector<Chunk> chunks;
  Seen seen;
  std::int64_t at = begin_.value_or(first_acknowledged_.value_or(0));
  if (!begin_ && !pieces_.empty()) at = pieces_.begin()->first;
  for (const auto& [start, piece] : pieces_) {
    seen = later(seen, piece.seen);
    if (start > at) add_missing(chunks, at, start, seen);
    chunks.push_back({seen, piece.bytes, 0});
    at = start + static_cast<std::int64_t>(piece.bytes.size());
  }
  if (const std::int64_t end = known_end(); end > at) {
    add_missing(chunks, at, end, later(seen, end_seen_));
  }
  return chunks;
}

void TcpStream::add_missing(std::vector<Chunk>& chunks, std::int64_t at, std::int64_t end,
                            Seen seen) const {
  Seen told = chunks.empty() ? Seen{} : chunks.back().seen;
  const auto add = [&](std::int64_t to, Seen by) {
    told = later(told, by);
    chunks.push_back({told, "", static_cast<std::uint64_t>(to - at)});
    at = to;
  };
  for (const Acknowledgment& each : acknowledgments_) {
    if (each.position > at && each.position < end && each.seen < seen)
      add(each.position, each.seen);
  }
  const bool is_fin = end - at == 1 && !chunks.empty() && acknowledged_ == end && !end_;
  if (!is_fin) add(end, seen);
}

}  // namespace imapscope::trace
