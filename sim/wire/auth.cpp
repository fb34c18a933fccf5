#include "sim/wire/auth.h"

#include "sim/base/base64.h"

namespace imapscope::wire {
namespace {

// initial-resp = base64 / "=" (RFC 4959 §5)
std::string parse_initial_response(Cursor& in) {
  const std::size_t begin = in.offset();
  const std::string_view text = in.atom("initial_response");
  if (text == "=") return {};
  auto octets = decode_base64(text);
  if (!octets) in.fail_at(begin, "initial_response", "4959 §3");
  return std::move(octets).value_or("");
}

}  // namespace

// login = "LOGIN" SP userid SP password
void parse(Cursor& in, Login& login) {
  in.space();
  login.user = in.astring("user_name");
  in.space();
  login.password = in.astring("password");
}

void print(Printer& out, const Login& login) {
  out.space();
  out.astring(login.user);
  out.space();
  out.astring(login.password);
}

// authenticate = "AUTHENTICATE" SP auth-type [SP initial-resp] *(CRLF base64) (RFC 4959 §5); the
// lines after the first are frames of their own
void parse(Cursor& in, Authenticate& authenticate) {
  in.space();
  authenticate.mechanism = in.atom("mechanism");
  if (in.another()) authenticate.initial_response = parse_initial_response(in);
}

void print(Printer& out, const Authenticate& authenticate) {
  out.space();
  out.raw(authenticate.mechanism);
  if (!authenticate.initial_response) return;
  out.space();
  const std::string& octets = *authenticate.initial_response;
  out.raw(octets.empty() ? "=" : encode_base64(octets));
}

}  // namespace imapscope::wire
