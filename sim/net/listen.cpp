#include "sim/net/listen.h"

#include <asio/ip/address.hpp>
#include <charconv>
#include <optional>

namespace imapscope::net {
namespace {

std::optional<std::uint16_t> port_of(std::string_view digits) {
  std::uint16_t port = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, port);
  if (digits.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return port;
}

std::string without_brackets(std::string_view address) {
  if (address.starts_with('[') && address.ends_with(']')) {
    address.remove_prefix(1);
    address.remove_suffix(1);
  }
  return std::string(address == "localhost" ? "127.0.0.1" : address);
}

}  // namespace

bool Endpoint::is_loopback() const {
  asio::error_code error;
  return asio::ip::make_address(address, error).is_loopback() && !error;
}

Result<Endpoint, Said> parse_endpoint(std::string_view text) {
  Endpoint endpoint;
  const auto colon = text.rfind(':');
  if (colon != std::string_view::npos) endpoint.address = without_brackets(text.substr(0, colon));
  const auto port = port_of(colon == std::string_view::npos ? text : text.substr(colon + 1));
  asio::error_code error;
  asio::ip::make_address(endpoint.address, error);
  if (!port || error) return fail(Said("serve.no_place", {{"text", std::string(text)}}));
  endpoint.port = *port;
  return endpoint;
}

std::string to_text(const Endpoint& endpoint) {
  const bool is_v6 = endpoint.address.find(':') != std::string::npos;
  return (is_v6 ? "[" + endpoint.address + "]" : endpoint.address) + ":" +
         std::to_string(endpoint.port);
}

}  // namespace imapscope::net
