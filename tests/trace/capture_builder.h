// Captures made by hand: TCP dialogues as IP packets, in the frames and file formats that a capture
// can have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace imapscope::test {

struct Host {
  std::string address;  ///< 4 or 16 octets
  std::uint16_t port = 0;
};

const Host client4{{'\xc0', 0, 2, 9}, 40312};
const Host server4{{'\xc0', 0, 2, 1}, 143};
const Host client6{std::string("\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x09", 16), 40312};
const Host server6{std::string("\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01", 16), 143};

enum class Frame { loopback, ethernet, vlan, double_vlan, pppoe, raw, cooked, cooked_v2 };
enum class File { pcap, pcap_big_endian, pcap_nanoseconds, pcapng };

/// A list of IP packets with times, and the file that a capture of them is.
class Capture {
 public:
  void add(std::int64_t us, std::string ip_packet) {
    packets_.push_back({us, std::move(ip_packet)});
  }
  /// `snap`: octets kept of each frame.
  [[nodiscard]] std::string file(Frame frame = Frame::ethernet, File file = File::pcap,
                                 std::uint32_t snap = 65535) const;

  struct Packet {
    std::int64_t us;
    std::string bytes;
  };
  [[nodiscard]] std::vector<Packet>& packets() { return packets_; }

 private:
  std::vector<Packet> packets_;
};

enum Flags : unsigned { fin = 1, syn = 2, rst = 4, ack = 16 };

[[nodiscard]] std::string tcp_packet(const Host& from, const Host& to, std::uint32_t sequence,
                                     std::uint32_t acknowledges, unsigned flags,
                                     std::string_view payload);

/// One TCP connection as a list of turns; each adds a packet, `step_us` after the one before.
class Dialogue {
 public:
  explicit Dialogue(Capture& capture, Host client = client4, Host server = server4,
                    std::uint32_t client_isn = 1000, std::uint32_t server_isn = 5000)
      : capture_(capture),
        ends_{{std::move(client), client_isn}, {std::move(server), server_isn}} {}

  void open();
  void client(std::string_view text) { say(0, text, ack); }
  void server(std::string_view text) { say(1, text, ack); }
  void client_acknowledges() { say(0, "", ack); }
  void client_closes() { say(0, "", fin | ack); }
  void server_closes() { say(1, "", fin | ack); }
  void server_resets() { say(1, "", rst | ack); }
  /// Sent on the wire, missed by the capture.
  void missed_server(std::string_view text) { ends_[1].next += length(text); }
  void wait(std::int64_t us) { now_us_ += us; }

  std::int64_t step_us = 1000;

 private:
  struct End {
    Host host;
    std::uint32_t next;
  };
  static std::uint32_t length(std::string_view text) {
    return static_cast<std::uint32_t>(text.size());
  }
  void say(int by, std::string_view text, unsigned flags);

  Capture& capture_;
  End ends_[2];
  std::int64_t now_us_ = 1'700'000'000'000'000;
};

}  // namespace imapscope::test
