#include "sim/wire/framer.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "sim/imap/condition.h"
#include "sim/imap/literal_header.h"

namespace imapscope::wire {
namespace {

/// What may be a literal's header.
std::string_view tail_of(std::string_view line) {
  return line.substr(line.size() - std::min(line.size(), longest_literal_header));
}

/// Up to and including the line end; all of it where there is none.
std::size_t line_size(std::string_view bytes) {
  const auto line_feed = bytes.find('\n');
  return line_feed == std::string_view::npos ? bytes.size() : line_feed + 1;
}

/// Whether the line at the beginning of `line` ends in text for people, which may look like a
/// literal and never is one.
bool is_status_or_continuation(std::string_view line) {
  if (line.starts_with('+')) return true;
  const auto space = line.find_first_of(" \n");
  if (space == std::string_view::npos || line[space] == '\n') return false;
  line.remove_prefix(space + 1);
  const auto word = line.substr(0, line.find_first_of(" \r\n"));
  return find_condition(word).has_value();
}

}  // namespace

Framer::Framer(Writer writer, FramerLimits limits)
    : writer_(writer), limits_(limits), line_room_(limits.line_octets) {}

// A server's literals have no plus: nobody waits for them.
std::optional<Framer::Literal> Framer::literal_at_end(std::string_view line, Writer writer) {
  if (writer == Writer::neighbour) return std::nullopt;
  const auto header = literal_header_of(line);
  if (!header) return std::nullopt;
  if (writer == Writer::client) {
    return Literal{header->octets, header->is_synchronizing, header->any_octet};
  }
  if (!header->is_synchronizing) return std::nullopt;
  return Literal{header->octets, false, header->any_octet};
}

void Framer::feed(std::string_view bytes) {
  if (dropping_) drop_held();
  fed_ += bytes.size();
  if (dropping_) bytes.remove_prefix(drop(bytes));
  if (begin_ > held_.size() / 2) {  // at most one octet moves for each that was taken
    held_.erase(0, begin_);
    line_ -= begin_;
    scanned_ -= begin_;
    begin_ = 0;
  }
  held_.append(bytes);
}

FramerStep Framer::next() {
  if (dropping_) drop_held();
  if (!dropping_ && !std::exchange(long_line_.told, true)) {
    return LineTooLong{long_line_.offset, long_line_.beginning};
  }
  while (!ahead_ && scanned_ < held_.size()) {
    const std::size_t room_end = std::min(held_.size(), line_ + line_room_);
    const void* found = std::memchr(held_.data() + scanned_, '\n', room_end - scanned_);
    if (found == nullptr) {
      if (room_end - line_ == line_room_) return drop_long_line(room_end, {});
      scanned_ = room_end;
      return Incomplete{};
    }
    const auto* line_feed = static_cast<const char*>(found);
    if (auto step = end_of_line(static_cast<std::size_t>(line_feed - held_.data()) + 1)) {
      return *step;
    }
  }
  if (ahead_) return announcement();
  return Incomplete{};
}

std::optional<FramerStep> Framer::end_of_line(std::size_t end) {
  const auto literal = literal_at_end(held(line_, end), writer_);
  if (!literal || !may_hold_literals(end)) return frame_until(end);
  if (writer_ == Writer::client) {
    ahead_ = literal;
    scanned_ = end;
    return std::nullopt;
  }
  if (literal->octets > limits_.literal_octets) return drop_long_line(end, literal->octets);
  continue_line_behind(end, literal->octets);
  return std::nullopt;
}

FramerStep Framer::frame_until(std::size_t end) {
  const Frame frame{held(begin_, end), offset_of(begin_)};
  start_frame(end);
  return frame;
}

FramerStep Framer::drop_long_line(std::size_t end, std::uint64_t literal_octets) {
  long_line_ = {
      .offset = offset_of(begin_), .beginning = std::string(held(begin_, end)), .told = false};
  dropping_ = Dropping{.octets = literal_octets, .literals = may_hold_literals(end)};
  if (literal_octets == 0) dropping_->line_tail = tail_of(held(line_, end));
  start_frame(end);
  return next();
}

void Framer::accept_literal() {
  if (!ahead_) return;
  const std::uint64_t octets = std::exchange(ahead_, std::nullopt)->octets;
  if (octets <= limits_.literal_octets) {
    continue_line_behind(scanned_, octets);
  } else {
    start_frame(scanned_);
    dropping_ = Dropping{.octets = octets};
  }
}

void Framer::refuse_literal() {
  if (!ahead_) return;
  const Literal refused = *std::exchange(ahead_, std::nullopt);
  start_frame(scanned_);
  if (!refused.synchronizing) dropping_ = Dropping{.octets = refused.octets};
}

void Framer::resume_at(std::uint64_t offset) {
  held_.clear();
  ahead_.reset();
  dropping_.reset();
  long_line_ = {};
  start_frame(0);
  fed_ = offset;
}

std::uint64_t Framer::fed() const {
  return fed_;
}

std::string_view Framer::pending() const {
  return held(begin_, held_.size());
}

LiteralAhead Framer::announcement() const {
  return {held(begin_, scanned_), offset_of(begin_), ahead_->octets, ahead_->synchronizing,
          ahead_->any_octet};
}

bool Framer::may_hold_literals(std::size_t end) const {
  return writer_ == Writer::client || !is_status_or_continuation(held(begin_, end));
}

std::string_view Framer::held(std::size_t begin, std::size_t end) const {
  return std::string_view(held_).substr(begin, end - begin);
}

std::uint64_t Framer::offset_of(std::size_t position) const {
  return fed_ - held_.size() + position;
}

void Framer::start_frame(std::size_t position) {
  begin_ = line_ = scanned_ = position;
  line_room_ = limits_.line_octets;
}

void Framer::continue_line_behind(std::size_t end, std::uint64_t literal_octets) {
  line_room_ -= end - line_;
  line_ = scanned_ = end + static_cast<std::size_t>(literal_octets);
}

void Framer::drop_held() {
  start_frame(begin_ + drop(pending()));
}

std::size_t Framer::drop(std::string_view bytes) {
  const std::size_t all = bytes.size();
  while (dropping_ && !bytes.empty()) {
    const auto skipped =
        static_cast<std::size_t>(std::min<std::uint64_t>(dropping_->octets, bytes.size()));
    dropping_->octets -= skipped;
    bytes.remove_prefix(skipped);
    const std::string_view line = bytes.substr(0, line_size(bytes));
    bytes.remove_prefix(line.size());
    drop_line(line);
  }
  return all - bytes.size();
}

// A refused command, or one too long, goes on behind each literal that nobody waits for.
void Framer::drop_line(std::string_view part) {
  dropping_->line_tail = tail_of(dropping_->line_tail + std::string(tail_of(part)));
  if (!part.ends_with('\n')) return;
  const auto literal = literal_at_end(dropping_->line_tail, writer_);
  if (literal && dropping_->literals && !literal->synchronizing) {
    *dropping_ = Dropping{.octets = literal->octets};
  } else {
    dropping_.reset();
  }
}

}  // namespace imapscope::wire
