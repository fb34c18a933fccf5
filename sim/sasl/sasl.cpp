#include "sim/sasl/sasl.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {
namespace {

// clang-format off
constexpr std::array rows{
    Mechanism{"PLAIN", "4616", true, false, nullptr, serve_plain, answer_plain},
    Mechanism{"LOGIN", "draft-murchison-sasl-login", true, false,
              ask_login, serve_login, answer_login},
    Mechanism{"CRAM-MD5", "2195", false, true, ask_cram_md5, serve_cram_md5, answer_cram_md5},
    Mechanism{"SCRAM-SHA-1", "5802", false, true, nullptr, serve_scram_sha_1, answer_scram_sha_1},
    Mechanism{"SCRAM-SHA-256", "7677", false, true,
              nullptr, serve_scram_sha_256, answer_scram_sha_256},
    Mechanism{"XOAUTH2", "Google", true, false, nullptr, serve_xoauth2, answer_xoauth2},
    Mechanism{"OAUTHBEARER", "7628", true, false, nullptr, serve_oauthbearer, answer_oauthbearer},
    Mechanism{"ANONYMOUS", "4505", false, false, nullptr, serve_anonymous, answer_anonymous},
    Mechanism{"EXTERNAL", "4422 §A", false, false, nullptr, serve_external, answer_external},
};
// clang-format on

}  // namespace

std::span<const Mechanism> mechanisms() {
  return rows;
}

const Mechanism* find_mechanism(std::string_view name) {
  const auto* const found = std::find_if(rows.begin(), rows.end(), [name](const Mechanism& row) {
    return ascii::equal_ignoring_case(row.name, name);
  });
  return found == rows.end() ? nullptr : found;
}

std::string nonce_of(std::uint64_t first, std::uint64_t second) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string nonce;
  for (std::uint64_t bits : {first, second}) {
    for (int i = 0; i < 10; ++i, bits >>= 6U) nonce += letters[bits % letters.size()];
  }
  return nonce;
}

std::optional<std::string> attribute(std::string_view message, char name) {
  while (!message.empty()) {
    const std::size_t comma = std::min(message.find(','), message.size());
    const std::string_view field = message.substr(0, comma);
    if (field.size() >= 2 && field[0] == name && field[1] == '=') {
      return std::string(field.substr(2));
    }
    message.remove_prefix(std::min(comma + 1, message.size()));
  }
  return std::nullopt;
}

Step by_password(std::string_view user, std::string_view password, const Authority& authority) {
  const auto known = authority.password_of(user);
  if (!known || *known != password) return wrong();
  return Admitted{std::string(user)};
}

Refused wrong() {
  return {Refused::Why::wrong, "User or password is wrong"};
}

Refused malformed(std::string_view text) {
  return {Refused::Why::malformed, text};
}

}  // namespace imapscope::sasl
