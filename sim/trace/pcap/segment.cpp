#include "sim/trace/pcap/segment.h"

#include <tins/ip.h>
#include <tins/ip_reassembler.h>
#include <tins/ipv6.h>
#include <tins/rawpdu.h>
#include <tins/tcp.h>

#include <algorithm>
#include <exception>

namespace imapscope::trace {
namespace {

/// Payload octets on the wire, from the length that the IP header gives; 0 there means that the
/// network card was to fill it in, so the captured length is the best one known.
std::size_t wire_octets(std::size_t ip_total, std::size_t headers, std::size_t captured) {
  return ip_total < headers ? captured : std::max(ip_total - headers, captured);
}

std::size_t header_octets(const Tins::TCP& tcp) {
  return static_cast<std::size_t>(tcp.data_offset()) * 4;
}

std::string payload_of(const Tins::TCP& tcp) {
  const auto* raw = dynamic_cast<const Tins::RawPDU*>(tcp.inner_pdu());
  if (raw == nullptr) return {};
  return {raw->payload().begin(), raw->payload().end()};
}

Segment segment_of(const Tins::TCP& tcp) {
  Segment segment;
  segment.from.port = tcp.sport();
  segment.to.port = tcp.dport();
  segment.sequence = tcp.seq();
  if (tcp.get_flag(Tins::TCP::ACK) != 0) segment.acknowledges = tcp.ack_seq();
  segment.syn = tcp.get_flag(Tins::TCP::SYN) != 0;
  segment.fin = tcp.get_flag(Tins::TCP::FIN) != 0;
  segment.rst = tcp.get_flag(Tins::TCP::RST) != 0;
  segment.bytes = payload_of(tcp);
  segment.octets = segment.bytes.size();
  return segment;
}

std::optional<Segment> segment_in_ipv6(const std::uint8_t* bytes, std::size_t size) {
  const Tins::IPv6 ip(bytes, static_cast<std::uint32_t>(size));
  const auto* tcp = dynamic_cast<const Tins::TCP*>(ip.inner_pdu());
  if (tcp == nullptr) return std::nullopt;
  Segment segment = segment_of(*tcp);
  segment.from.address = ip.src_addr().to_string();
  segment.to.address = ip.dst_addr().to_string();
  constexpr std::size_t fixed_header = 40;
  const std::size_t total = ip.payload_length() == 0 ? 0 : ip.payload_length() + fixed_header;
  segment.octets = wire_octets(total, ip.header_size() + header_octets(*tcp), segment.bytes.size());
  return segment;
}

std::optional<Segment> segment_in_ipv4(const std::uint8_t* bytes, std::size_t size,
                                       Tins::IPv4Reassembler& fragments) {
  Tins::IP ip(bytes, static_cast<std::uint32_t>(size));
  const auto state = fragments.process(ip);
  const auto* tcp = dynamic_cast<const Tins::TCP*>(ip.inner_pdu());
  if (state == Tins::IPv4Reassembler::FRAGMENTED || tcp == nullptr) return std::nullopt;
  Segment segment = segment_of(*tcp);
  segment.from.address = ip.src_addr().to_string();
  segment.to.address = ip.dst_addr().to_string();
  if (state == Tins::IPv4Reassembler::NOT_FRAGMENTED) {
    segment.octets =
        wire_octets(ip.tot_len(), ip.header_size() + header_octets(*tcp), segment.bytes.size());
  }
  return segment;
}

}  // namespace

struct Dissector::Fragments {
  Tins::IPv4Reassembler ipv4;
};

Dissector::Dissector() : fragments_(std::make_unique<Fragments>()) {}
Dissector::~Dissector() = default;

std::optional<Segment> Dissector::segment_in(std::string_view ip_packet) {
  if (ip_packet.empty()) return std::nullopt;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(ip_packet.data());
  try {
    const bool is_v6 = (bytes[0] >> 4U) == 6;
    return is_v6 ? segment_in_ipv6(bytes, ip_packet.size())
                 : segment_in_ipv4(bytes, ip_packet.size(), fragments_->ipv4);
  } catch (const std::exception&) {  // libtins throws at headers that are cut short
    return std::nullopt;
  }
}

std::string to_text(const Endpoint& endpoint) {
  const bool is_v6 = endpoint.address.find(':') != std::string::npos;
  return (is_v6 ? "[" + endpoint.address + "]" : endpoint.address) + ":" +
         std::to_string(endpoint.port);
}

}  // namespace imapscope::trace
