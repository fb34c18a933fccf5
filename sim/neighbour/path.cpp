#include "sim/neighbour/path.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope::smtp {
namespace {

std::string_view without_blanks_before(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

// `@relay.example,@other.example:ada@example.org`: a source route, which is to be ignored
// (RFC 5321 §4.1.1.3, appendix C).
std::string_view without_source_route(std::string_view path) {
  if (!path.starts_with('@')) return path;
  const std::size_t colon = path.find(':');
  return colon == std::string_view::npos ? path : path.substr(colon + 1);
}

}  // namespace

std::optional<PathArgument> path_in(std::string_view argument, std::string_view label) {
  if (!ascii::starts_with_ignoring_case(argument, label)) return std::nullopt;
  argument = without_blanks_before(argument.substr(label.size()));
  const std::size_t end = argument.find('>');
  if (!argument.starts_with('<') || end == std::string_view::npos) return std::nullopt;
  return PathArgument{without_source_route(argument.substr(1, end - 1)),
                      without_blanks_before(argument.substr(end + 1))};
}

Address address_in(std::string_view mailbox) {
  const std::size_t at = mailbox.rfind('@');
  const bool has_domain = at != std::string_view::npos;
  Address address{mailbox.substr(0, at), has_domain ? mailbox.substr(at + 1) : ""};
  if (address.local_part.size() > 1 && address.local_part.starts_with('"') &&
      address.local_part.ends_with('"')) {
    address.local_part = address.local_part.substr(1, address.local_part.size() - 2);
  }
  return address;
}

}  // namespace imapscope::smtp
