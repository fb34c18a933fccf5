#include "sim/trace/pcap/link.h"

#include <array>
#include <cstddef>

namespace imapscope::trace {
namespace {

constexpr unsigned ipv4 = 0x0800;
constexpr unsigned ipv6 = 0x86dd;
constexpr unsigned pppoe_session = 0x8864;

/// Where a link's header holds the EtherType, and how long the header is.
struct Link {
  int type;
  std::size_t ether_type_at;
  std::size_t header_octets;
};

constexpr std::size_t no_ether_type = static_cast<std::size_t>(-1);

constexpr std::array links{
    Link{0, no_ether_type, 4},    // BSD loopback: a family number that differs between systems
    Link{108, no_ether_type, 4},  // OpenBSD loopback
    Link{1, 12, 14},              // Ethernet
    Link{12, no_ether_type, 0},   // raw IP, under the three numbers that systems give it
    Link{14, no_ether_type, 0},   //
    Link{101, no_ether_type, 0},  //
    Link{228, no_ether_type, 0},  // raw IPv4
    Link{229, no_ether_type, 0},  // raw IPv6
    Link{113, 14, 16},            // Linux cooked
    Link{276, 0, 20},             // Linux cooked, version 2
};

const Link* find_link(int type) {
  for (const Link& link : links) {
    if (link.type == type) return &link;
  }
  return nullptr;
}

unsigned u16_at(std::string_view bytes, std::size_t at) {
  return (static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) << 8U) |
         static_cast<unsigned char>(bytes[at + 1]);
}

bool is_vlan_tag(unsigned ether_type) {
  return ether_type == 0x8100 || ether_type == 0x88a8 || ether_type == 0x9100;
}

std::optional<std::string_view> if_ip(std::string_view packet) {
  if (packet.empty()) return std::nullopt;
  const unsigned version = static_cast<unsigned char>(packet.front()) >> 4U;
  if (version != 4 && version != 6) return std::nullopt;
  return packet;
}

std::optional<std::string_view> behind_ether_type(unsigned ether_type, std::string_view rest) {
  while (is_vlan_tag(ether_type) && rest.size() >= 4) {
    ether_type = u16_at(rest, 2);
    rest.remove_prefix(4);
  }
  if (ether_type == pppoe_session && rest.size() >= 8) {  // 6 octets of PPPoE, 2 of PPP
    rest.remove_prefix(8);
    return if_ip(rest);
  }
  if (ether_type != ipv4 && ether_type != ipv6) return std::nullopt;
  return if_ip(rest);
}

}  // namespace

bool knows_link_type(int link_type) {
  return find_link(link_type) != nullptr;
}

std::optional<std::string_view> ip_packet_in(std::string_view frame, int link_type) {
  const Link* link = find_link(link_type);
  if (link == nullptr || frame.size() < link->header_octets) return std::nullopt;
  const std::string_view rest = frame.substr(link->header_octets);
  if (link->ether_type_at == no_ether_type) return if_ip(rest);
  return behind_ether_type(u16_at(frame, link->ether_type_at), rest);
}

}  // namespace imapscope::trace
