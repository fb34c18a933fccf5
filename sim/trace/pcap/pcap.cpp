#include "sim/trace/pcap/pcap.h"

#include <pcap/pcap.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/trace/pcap/connection.h"
#include "sim/trace/pcap/link.h"
#include "sim/trace/pcap/segment.h"

namespace imapscope::trace {
namespace {

// --- the connections of a capture
// ------------------------------------------------------------------

class Capture {
 public:
  void take(const Segment& segment, Seen seen) {
    auto ends = std::minmax(segment.from, segment.to);
    const auto [found, is_new] =
        current_.try_emplace({ends.first, ends.second}, connections_.size());
    if (!is_new && connections_[found->second].is_followed_by(segment)) {
      found->second = connections_.size();
    }
    if (found->second == connections_.size()) connections_.emplace_back(segment, seen);
    connections_[found->second].take(segment, seen);
  }

  /// Events of all connections that speak IMAP, in the order of time.
  void finish(Trace& trace) {
    std::stable_sort(connections_.begin(), connections_.end(),
                     [](const auto& a, const auto& b) { return a.first_seen() < b.first_seen(); });
    std::vector<std::pair<ConnectionId, SeenEvent>> all;
    ConnectionId id;
    for (const TcpConnection& connection : connections_) {
      if (connection.language() == Language::other) continue;
      ++id.value;
      if (!connection.has_beginning()) {
        trace.warnings.push_back(
            {"trace.pcap.open_before", {{"connection", id.value}, {"ends", connection.names()}}});
      }
      for (SeenEvent& event : connection.events()) all.push_back({id, std::move(event)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second.seen < b.second.seen; });
    if (all.empty()) return;
    const std::int64_t start = all.front().second.seen.unix_us;
    trace.header.unix_us = start;
    for (auto& [event_id, event] : all) {
      const Instant at{event.seen.unix_us - start};
      trace.events.push_back({event_id, event.direction, at, at, std::move(event.what)});
    }
  }

  [[nodiscard]] std::size_t connections() const { return connections_.size(); }

 private:
  std::vector<TcpConnection> connections_;
  std::map<std::pair<Endpoint, Endpoint>, std::size_t> current_;
};

// --- the file
// --------------------------------------------------------------------------------------

struct ClosePcap {
  void operator()(pcap_t* pcap) const { pcap_close(pcap); }
};
using Pcap = std::unique_ptr<pcap_t, ClosePcap>;

/// An error is the reason, in the library's own words.
Result<Pcap, Said> open(std::string_view content) {
  // libpcap reads from a FILE only; this one is read, never written.
  std::FILE* file = fmemopen(const_cast<char*>(content.data()), content.size(), "rb");
  if (file == nullptr) return fail(Said("trace.pcap.no_memory_file"));
  std::array<char, PCAP_ERRBUF_SIZE> error{};
  Pcap pcap(
      pcap_fopen_offline_with_tstamp_precision(file, PCAP_TSTAMP_PRECISION_MICRO, error.data()));
  if (pcap) return pcap;
  std::fclose(file);
  return fail(Said(error.data()));
}

class PcapReader {
 public:
  PcapReader(std::string_view name, std::string_view format) : name_(name) {
    trace_.header = {.title = name_,
                     .source = std::string(format),
                     .clocking = Clocking::one_tap,
                     .unix_us = std::nullopt,
                     .redacted = false};
  }

  Result<Trace, ReadError> read(pcap_t* pcap) {
    const int link_type = pcap_datalink(pcap);
    if (!knows_link_type(link_type)) return fail(ReadError{unknown_link(link_type)});
    pcap_pkthdr* header = nullptr;
    const unsigned char* bytes = nullptr;
    int state = 0;
    while ((state = pcap_next_ex(pcap, &header, &bytes)) == 1) {
      take(*header, {reinterpret_cast<const char*>(bytes), header->caplen}, link_type);
    }
    if (state == PCAP_ERROR) warn_of_damage(pcap_geterr(pcap));
    if (packets_ == 0) return fail(ReadError{no_packets()});
    if (cut_short_ > 0) warn_of_snap_length();
    capture_.finish(trace_);
    if (trace_.events.empty()) {
      return fail(ReadError{about("trace.pcap.no_mail", {{"count", capture_.connections()}})});
    }
    return std::move(trace_);
  }

 private:
  void take(const pcap_pkthdr& header, std::string_view frame, int link_type) {
    ++packets_;
    if (header.caplen < header.len) {
      ++cut_short_;
      snap_length_ = std::max(snap_length_, std::size_t{header.caplen});
    }
    const auto packet = ip_packet_in(frame, link_type);
    if (!packet) return;
    constexpr std::int64_t most_seconds = 1'000'000'000'000;  // a damaged time must not overflow
    const auto seconds = std::clamp(std::int64_t{header.ts.tv_sec}, std::int64_t{0}, most_seconds);
    const auto fraction =
        std::clamp(std::int64_t{header.ts.tv_usec}, std::int64_t{0}, std::int64_t{999'999});
    const std::int64_t unix_us = seconds * 1'000'000 + fraction;
    if (const auto segment = dissector_.segment_in(*packet)) {
      capture_.take(*segment, {unix_us, packets_});
    }
  }

  void warn_of_damage(std::string_view reason) {
    damage_ =
        about("trace.pcap.damaged", {{"packet", packets_ + 1}, {"reason", std::string(reason)}});
    trace_.warnings.push_back(*damage_);
  }

  void warn_of_snap_length() {
    trace_.warnings.push_back(
        about("trace.pcap.cut_short", {{"count", cut_short_}, {"octets", snap_length_}}));
  }

  [[nodiscard]] Said unknown_link(int link_type) const {
    const char* known = pcap_datalink_val_to_description(link_type);
    if (known == nullptr) return about("trace.pcap.unknown_link", {{"type", link_type}});
    return about("trace.pcap.unknown_link_named",
                 {{"type", link_type}, {"name", std::string(known)}});
  }

  [[nodiscard]] Said no_packets() const {
    if (!damage_) return about("trace.pcap.no_packets", {});
    return {"trace.pcap.damaged_at_once", damage_->arguments};
  }

  [[nodiscard]] Said about(const char* key, std::vector<Argument> arguments) const {
    arguments.emplace_back("file", name_);
    return {key, std::move(arguments)};
  }

  std::string name_;
  Trace trace_;
  Capture capture_;
  Dissector dissector_;
  std::size_t packets_ = 0;
  std::size_t cut_short_ = 0;    ///< packets
  std::size_t snap_length_ = 0;  ///< what was kept of the longest of those
  std::optional<Said> damage_;
};

}  // namespace

bool can_read_pcap() {
  return true;
}

Result<Trace, ReadError> read_pcap(std::string_view content, std::string_view name) {
  const auto pcap = open(content);
  if (!pcap) {
    return fail(ReadError{
        {"trace.pcap.no_capture", {{"file", std::string(name)}, {"reason", pcap.error()}}}});
  }
  const bool next_generation = content.starts_with("\x0a\x0d\x0d\x0a");
  return PcapReader(name, next_generation ? "pcapng" : "pcap").read(pcap->get());
}

}  // namespace imapscope::trace
