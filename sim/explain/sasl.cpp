// The messages of SASL, decoded, by the mechanism that they belong to.
#include "sim/explain/sasl.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/utf.h"
#include "sim/belief/reading.h"
#include "sim/sasl/sasl.h"

namespace imapscope::explain {
namespace {

bool is_text(std::string_view octets) {
  return is_utf8(octets) && std::none_of(octets.begin(), octets.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '`';
         });
}

/// Shown only where it is text.
std::string shown(std::string_view octets) {
  return is_text(octets) ? std::string(octets) : "?";
}

/// Of the exchange that the line belongs to; empty where its command was not seen.
std::string mechanism_of(const Explaining& e) {
  const Line* line = e.command() != nullptr ? e.command() : &e.line();
  const auto command = command_of(*line);
  const auto* authenticate =
      command == nullptr ? nullptr : std::get_if<Authenticate>(command.get());
  return authenticate == nullptr ? "" : ascii::to_upper(authenticate->mechanism);
}

// [authzid] NUL authcid NUL passwd
std::string plain(const Explaining& e, std::string_view message) {
  const std::size_t first = message.find('\0');
  const std::size_t second =
      first == std::string_view::npos ? first : message.find('\0', first + 1);
  if (second == std::string_view::npos) return "";
  return e.words("explain.sasl.plain",
                 {{"user", shown(message.substr(first + 1, second - first - 1))}});
}

std::string cram_md5(const Explaining& e, std::string_view message) {
  const std::size_t space = message.rfind(' ');
  if (space == std::string_view::npos) return "";
  return e.words("explain.sasl.cram_md5", {{"user", shown(message.substr(0, space))},
                                           {"digest", shown(message.substr(space + 1))}});
}

/// `a=b,c=d`: each attribute by its letter.
std::string scram(const Explaining& e, std::string_view message) {
  if (message.empty()) return e.words("explain.sasl.scram_over");
  constexpr std::string_view letters = "narsicpve";
  std::string sentences;
  for (const char letter : letters) {
    const auto value = sasl::attribute(message, letter);
    if (!value) continue;
    const std::string key = std::string("explain.sasl.scram.") + letter;
    sentences += (sentences.empty() ? "" : " ") + e.words(key, {{"value", shown(*value)}});
  }
  return sentences;
}

// `n,a=user,^Aauth=Bearer token^A^A`, `user=user^Aauth=Bearer token^A^A`
std::string oauth(const Explaining& e, std::string_view message) {
  if (message.size() <= 1) return e.words("explain.sasl.oauth_over");
  const std::string_view head = message.substr(0, message.find('\1'));
  const auto named = sasl::attribute(head, 'a');
  const std::size_t equals = head.find('=');
  const std::string user = named ? *named
                           : equals == std::string_view::npos
                               ? ""
                               : std::string(head.substr(equals + 1));
  return e.words("explain.sasl.oauth", {{"user", shown(user)}});
}

std::string anonymous(const Explaining& e, std::string_view message) {
  return e.words("explain.sasl.anonymous", {{"trace", shown(message)}});
}

std::string external(const Explaining& e, std::string_view message) {
  if (message.empty()) return e.words("explain.sasl.external_self");
  return e.words("explain.sasl.external", {{"user", shown(message)}});
}

std::string login(const Explaining& e, std::string_view) {
  return e.words("explain.sasl.login");
}

struct Decoder {
  std::string_view mechanism;
  std::string (*decode)(const Explaining& e, std::string_view message);
};
constexpr std::array decoders{
    Decoder{"PLAIN", plain},
    Decoder{"LOGIN", login},
    Decoder{"CRAM-MD5", cram_md5},
    Decoder{"SCRAM-SHA-1", scram},
    Decoder{"SCRAM-SHA-256", scram},
    Decoder{"SCRAM-SHA-1-PLUS", scram},
    Decoder{"SCRAM-SHA-256-PLUS", scram},
    Decoder{"XOAUTH2", oauth},
    Decoder{"OAUTHBEARER", oauth},
    Decoder{"ANONYMOUS", anonymous},
    Decoder{"EXTERNAL", external},
};

std::string decoded(const Explaining& e, std::string_view mechanism, std::string_view message) {
  const auto* const row =
      std::find_if(decoders.begin(), decoders.end(), [&](const Decoder& decoder) {
        return ascii::equal_ignoring_case(decoder.mechanism, mechanism);
      });
  return row == decoders.end() ? "" : row->decode(e, message);
}

}  // namespace

RichText mechanism_meaning(const Explaining& e, std::string_view name) {
  const std::string known = "explain.mechanism." + ascii::to_upper(name);
  if (!e.words().has(known)) return e.words("explain.auth.mechanism");
  return e.words("explain.auth.mechanism_known", {{"what", e.words(known)}});
}

RichText mechanism_meaning(const Explaining& e) {
  return mechanism_meaning(e, e.word());
}

RichText challenge_meaning(const Explaining& e, std::string_view mechanism, std::string_view text) {
  const auto octets = decode_base64(text);
  if (!octets) return e.words("explain.auth.challenge_no_base64");
  if (octets->empty() || !is_text(*octets)) return e.words("explain.auth.challenge_octets");
  std::string said = e.words("explain.auth.challenge", {{"text", *octets}});
  if (!ascii::starts_with_ignoring_case(mechanism, "SCRAM")) return said;
  return said + " " + scram(e, *octets);
}

RichText challenge_meaning(const Explaining& e) {
  if (e.masked()) return e.words("explain.auth.challenge_masked");
  return challenge_meaning(e, mechanism_of(e), e.text());
}

std::string decoded_response(const Explaining& e, std::string_view mechanism,
                             std::string_view text) {
  const auto octets = decode_base64(text);
  if (!octets) return "";
  const std::string sentence = decoded(e, mechanism, *octets);
  return sentence.empty() ? "" : " " + sentence;
}

std::string decoded_response(const Explaining& e) {
  return decoded_response(e, mechanism_of(e), e.text());
}

}  // namespace imapscope::explain
