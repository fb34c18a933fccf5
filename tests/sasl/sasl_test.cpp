// Every mechanism, served and answered: the two ends agree, and the examples of the standards come
// out as they are printed there.
#include "sim/sasl/sasl.h"

#include <doctest/doctest.h>

#include <map>

#include "sim/codec/digest.h"

namespace imapscope::sasl {
namespace {

class Users final : public Authority {
 public:
  explicit Users(std::map<std::string, std::string, std::less<>> users, std::string proved)
      : users_(std::move(users)), proved_(std::move(proved)) {}
  [[nodiscard]] std::optional<std::string> password_of(std::string_view user) const override {
    const auto found = users_.find(user);
    return found == users_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::string proved_outside() const override { return proved_; }

 private:
  std::map<std::string, std::string, std::less<>> users_;
  std::string proved_;
};

Exchange exchange_of(unsigned round, std::string nonce, std::string user, std::string password) {
  Exchange exchange;
  exchange.round = round;
  exchange.nonce = std::move(nonce);
  exchange.user = std::move(user);
  exchange.password = std::move(password);
  return exchange;
}

/// The user that is admitted; `why` it failed otherwise.
std::string outcome(const Mechanism& mechanism, const std::string& password, const Users& users) {
  Exchange server = exchange_of(0, "serverserver", "", "");
  Exchange client = exchange_of(0, "client", "ada", password);
  std::string challenge = mechanism.ask == nullptr ? "" : mechanism.ask(server);
  for (int i = 0; i < 5; ++i) {
    ++client.round;
    const auto message = mechanism.answer(client, challenge);
    if (!message) return "client gives up";
    ++server.round;
    const Step step = mechanism.serve(server, *message, users);
    if (const auto* admitted = std::get_if<Admitted>(&step)) return admitted->user;
    if (std::holds_alternative<Refused>(step)) return "refused";
    challenge = std::get<Challenge>(step).octets;
  }
  return "no end";
}

TEST_CASE("both ends speak every mechanism to its end, and a wrong password fails") {
  for (const Mechanism& mechanism : mechanisms()) {
    CAPTURE(mechanism.name);
    if (mechanism.needs_digests && !codec::has_digests()) continue;
    const Users users({{"ada", "secret"}, {"anonymous", ""}}, "ada");
    const bool is_guest = mechanism.name == "ANONYMOUS";
    CHECK(outcome(mechanism, "secret", users) == (is_guest ? "anonymous" : "ada"));
    const bool knows_password = !is_guest && mechanism.name != "EXTERNAL";
    if (knows_password) CHECK(outcome(mechanism, "wrong", users) == "refused");
    CHECK(outcome(mechanism, "secret", Users({{"bob", "secret"}}, "")) == "refused");
  }
}

TEST_CASE("the client of RFC 2195") {
  if (!codec::has_digests()) return;
  Exchange client = exchange_of(1, "", "tim", "tanstaaftanstaaf");
  CHECK(find_mechanism("cram-md5")->answer(client, "<1896.697170952@postoffice.reston.mci.net>") ==
        "tim b913a602c7eda7a495b4e6e7334d3890");
}

struct Printed {
  const char* mechanism;
  const char* nonce;
  const char* challenge;
  const char* answer;
  const char* proof;
};

TEST_CASE("the clients of RFC 5802 and RFC 7677, and what proves their servers") {
  if (!codec::has_digests()) return;
  for (const Printed& printed :
       {Printed{"SCRAM-SHA-1", "fyko+d2lbbFgONRv9qkxdawL",
                "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
                "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                "p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
                "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="},
        Printed{"SCRAM-SHA-256", "rOprNGfwEbeRWgbNEkqO",
                "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="}}) {
    CAPTURE(printed.mechanism);
    const Mechanism& mechanism = *find_mechanism(printed.mechanism);
    Exchange client = exchange_of(1, printed.nonce, "user", "pencil");
    CHECK(mechanism.answer(client, "") == std::string("n,,n=user,r=") + printed.nonce);
    client.round = 2;
    CHECK(mechanism.answer(client, printed.challenge) == printed.answer);
    client.round = 3;
    CHECK(mechanism.answer(client, printed.proof) == "");
    CHECK_FALSE(mechanism.answer(client, "v=AAAA"));
    client.round = 2;
    CHECK_FALSE(mechanism.answer(client, "r=another,s=AAAA,i=4096"));
  }
}

TEST_CASE("names are found in any case, and attributes by their letters") {
  CHECK(find_mechanism("plain") == &mechanisms().front());
  CHECK(find_mechanism("GSSAPI") == nullptr);
  CHECK(attribute("n=ada,r=x=y", 'r') == "x=y");
  CHECK_FALSE(attribute("n=ada", 'r'));
}

}  // namespace
}  // namespace imapscope::sasl
