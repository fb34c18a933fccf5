#include "tests/trace/capture_builder.h"

#include <algorithm>
#include <utility>

namespace imapscope::test {
namespace {

std::string big_endian(std::uint64_t value, int octets) {
  std::string bytes;
  for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
    bytes += static_cast<char>((value >> static_cast<unsigned>(shift)) & 255U);
  }
  return bytes;
}

std::string little_endian(std::uint64_t value, int octets) {
  std::string bytes = big_endian(value, octets);
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

std::string ip_packet(const Host& from, const Host& to, std::string_view segment) {
  const std::string body(segment);
  if (from.address.size() == 16) {
    return "\x60" + std::string(3, '\0') + big_endian(body.size(), 2) + "\x06\x40" + from.address +
           to.address + body;
  }
  return "\x45" + std::string(1, '\0') + big_endian(20 + body.size(), 2) + std::string(4, '\0') +
         "\x40\x06" + std::string(2, '\0') + from.address + to.address + body;
}

std::string ether_type_of(std::string_view ip_packet) {
  return ip_packet.front() == '\x45' ? big_endian(0x0800, 2) : big_endian(0x86dd, 2);
}

std::string framed(const std::string& packet, Frame frame) {
  const std::string type = ether_type_of(packet);
  const std::string macs(12, '\x02');
  const std::string vlan = "\x81" + std::string("\0\0\x07", 3);
  switch (frame) {
    case Frame::loopback:
      return little_endian(type == "\x08" ? 2 : 30, 4) + packet;
    case Frame::ethernet:
      return macs + type + packet;
    case Frame::vlan:
      return macs + vlan + type + packet;
    case Frame::double_vlan:
      return macs + "\x88\xa8" + big_endian(7, 2) + vlan + type + packet;
    case Frame::pppoe:
      return macs + "\x88\x64\x11" + std::string(5, '\0') + std::string("\0\x21", 2) + packet;
    case Frame::raw:
      return packet;
    case Frame::cooked:
      return std::string(14, '\0') + type + packet;
    case Frame::cooked_v2:
      return type + std::string(18, '\0') + packet;
  }
  return {};
}

std::uint32_t link_type_of(Frame frame) {
  switch (frame) {
    case Frame::loopback:
      return 0;
    case Frame::raw:
      return 101;
    case Frame::cooked:
      return 113;
    case Frame::cooked_v2:
      return 276;
    default:
      return 1;
  }
}

std::string pcapng_block(std::uint32_t type, std::string body) {
  body.resize((body.size() + 3) / 4 * 4);
  const std::string length = little_endian(body.size() + 12, 4);
  return little_endian(type, 4) + length + body + length;
}

}  // namespace

std::string tcp_packet(const Host& from, const Host& to, std::uint32_t sequence,
                       std::uint32_t acknowledges, unsigned flags, std::string_view payload) {
  return ip_packet(from, to,
                   big_endian(from.port, 2) + big_endian(to.port, 2) + big_endian(sequence, 4) +
                       big_endian((flags & ack) != 0 ? acknowledges : 0, 4) + "\x50" +
                       big_endian(flags, 1) + big_endian(65535, 2) + std::string(4, '\0') +
                       std::string(payload));
}

std::string Capture::file(Frame frame, File file, std::uint32_t snap) const {
  const bool is_big = file == File::pcap_big_endian;
  const auto number = is_big ? big_endian : little_endian;
  const auto link = link_type_of(frame);
  std::string content;
  if (file == File::pcapng) {
    content = pcapng_block(0x0a0d0d0a, little_endian(0x1a2b3c4d, 4) + little_endian(1, 2) +
                                           little_endian(0, 2) + std::string(8, '\xff'));
    content += pcapng_block(1, little_endian(link, 4) + little_endian(snap, 4));
  } else {
    const bool nano = file == File::pcap_nanoseconds;
    content = number(nano ? 0xa1b23c4d : 0xa1b2c3d4, 4) + number(2, 2) + number(4, 2) +
              number(0, 4) + number(0, 4) + number(snap, 4) + number(link, 4);
  }
  for (const Packet& packet : packets_) {
    const std::string whole = framed(packet.bytes, frame);
    const std::string kept = whole.substr(0, snap);
    const auto us = static_cast<std::uint64_t>(packet.us);
    if (file == File::pcapng) {
      content += pcapng_block(6, little_endian(0, 4) + little_endian(us >> 32U, 4) +
                                     little_endian(us, 4) + little_endian(kept.size(), 4) +
                                     little_endian(whole.size(), 4) + kept);
    } else {
      const std::uint64_t fraction = us % 1'000'000 * (file == File::pcap_nanoseconds ? 1000 : 1);
      content += number(us / 1'000'000, 4) + number(fraction, 4) + number(kept.size(), 4) +
                 number(whole.size(), 4) + kept;
    }
  }
  return content;
}

void Dialogue::open() {
  say(0, "", syn);
  say(1, "", syn | ack);
  say(0, "", ack);
}

void Dialogue::say(int by, std::string_view text, unsigned flags) {
  End& from = ends_[by];
  const End& to = ends_[1 - by];
  capture_.add(now_us_, tcp_packet(from.host, to.host, from.next, to.next, flags, text));
  from.next += length(text) + ((flags & (syn | fin)) != 0 ? 1U : 0U);
  now_us_ += step_us;
}

}  // namespace imapscope::test
