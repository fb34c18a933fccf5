// The verdict on clients, of a trace and the faults that were given.
#include "sim/net/verdict.h"

#include <doctest/doctest.h>

#include "sim/server/temper/misbehaviour.h"

namespace imapscope::net {
namespace {

using trace::Direction;

/// What crosses the wire, a second after the other.
class Wire {
 public:
  void opens(std::uint32_t id) { add(id, Direction::to_server, trace::Opened{"here", "there"}); }
  void client(std::uint32_t id, const std::string& line) {
    add(id, Direction::to_server, trace::Payload{line + "\r\n", {}, {}});
  }
  void server(std::uint32_t id, const std::string& line) {
    add(id, Direction::to_client, trace::Payload{line + "\r\n", {}, {}});
  }
  void closes(std::uint32_t id, Direction who) { add(id, who, trace::Closed{}); }
  void fault(std::uint32_t id, const server::Fault& fault, const std::string& command) {
    faults_.push_back({{id}, &fault, now_, command});
  }
  [[nodiscard]] Verdict verdict() const { return verdict_of(trace_, faults_); }

 private:
  void add(std::uint32_t id, Direction direction, trace::What what) {
    now_ = now_ + seconds(1);
    trace_.events.push_back({{id}, direction, now_, now_, std::move(what)});
  }

  trace::Trace trace_;
  std::vector<server::FaultDone> faults_;
  Instant now_;
};

void begin(Wire& wire, std::uint32_t id) {
  wire.opens(id);
  wire.server(id, "* OK [CAPABILITY IMAP4rev1 ID] ready");
  wire.client(id, "a1 LOGIN ada secret");
  wire.server(id, "a1 OK done");
}

const server::Fault no{.kind = server::FaultKind::no};
const server::Fault cut{.kind = server::FaultKind::cut};

TEST_CASE("a client that keeps the rules passes, and its name is what it says in ID") {
  Wire wire;
  begin(wire, 1);
  wire.client(1, "a2 ID (\"name\" \"Postbox\")");
  wire.server(1, "* ID NIL");
  wire.server(1, "a2 OK done");
  const Verdict verdict = wire.verdict();
  CHECK(verdict.passes());
  REQUIRE(verdict.clients.size() == 1);
  CHECK(verdict.clients[0].name == "Postbox");
  CHECK(verdict.clients[0].client == "here");
  CHECK(verdict.clients[0].commands == 2);
  CHECK(verdict.rules > 20);
  CHECK(text_of(verdict, words::Words("en")).find("keep the rules") != std::string::npos);
}

TEST_CASE("a rule that is broken is counted, with the line that broke it first") {
  Wire wire;
  begin(wire, 1);
  for (const char* tag : {"a2", "a3"}) {
    wire.client(1, std::string(tag) + " FETCH 1 FLAGS");
    wire.server(1, std::string(tag) + " BAD no");
  }
  const Verdict verdict = wire.verdict();
  CHECK_FALSE(verdict.passes());
  REQUIRE(verdict.clients[0].broken.size() == 1);
  CHECK(verdict.clients[0].broken[0].id == "wrong_state");
  CHECK(verdict.clients[0].broken[0].times == 2);
  CHECK(verdict.clients[0].broken[0].first == "a2 FETCH 1 FLAGS");
  CHECK(json_of(verdict).find("\"wrong_state\"") != std::string::npos);
}

TEST_CASE("how a client copes shows in what it does next") {
  struct Row {
    Coping coping;
    bool goes_on;
    bool closes;
    bool comes_again;
  };
  for (const Row& row :
       {Row{Coping::went_on, true, true, false}, Row{Coping::reconnected, false, true, true},
        Row{Coping::gave_up, false, true, false}, Row{Coping::hung, false, false, false}}) {
    CAPTURE(key_of(row.coping));
    Wire wire;
    begin(wire, 1);
    wire.client(1, "a2 NOOP");
    wire.fault(1, no, "a2 NOOP");
    if (row.goes_on) wire.client(1, "a3 NOOP");
    if (row.closes) wire.closes(1, Direction::to_server);
    if (row.comes_again) begin(wire, 2);
    const Verdict verdict = wire.verdict();
    REQUIRE(verdict.clients[0].faults.size() == 1);
    CHECK(verdict.clients[0].faults[0].coping == row.coping);
    CHECK(verdict.clients[0].faults[0].fault == "no");
    CHECK(verdict.passes() == (row.coping != Coping::hung));
  }
}

TEST_CASE("where the fault closed the connection, the client comes again or gives up") {
  for (const bool again : {true, false}) {
    Wire wire;
    begin(wire, 1);
    wire.client(1, "a2 NOOP");
    wire.fault(1, cut, "a2 NOOP");
    wire.closes(1, Direction::to_client);
    if (again) begin(wire, 2);
    const Coping coping = wire.verdict().clients[0].faults[0].coping;
    CHECK(coping == (again ? Coping::reconnected : Coping::gave_up));
  }
}

TEST_CASE("nobody came") {
  const Verdict verdict = Wire().verdict();
  CHECK(verdict.passes());
  CHECK(text_of(verdict, words::Words("ru")).find("никто не пришёл") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::net
