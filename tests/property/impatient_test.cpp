// Clients that wait for nothing: no `+` before a literal, no completion, no DONE. What they send
// may mean something else than they think; to an observer the server is right all the same.
#include <doctest/doctest.h>

#include "sim/server/server.h"
#include "tests/property/server_faults.h"
#include "tests/property/server_script.h"
#include "tests/server/fixture.h"

namespace imapscope::server {
namespace {

constexpr std::size_t lanes = 2;

class Stage {
 public:
  Stage() {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      sessions_.push_back(server_.open(Greeting::preauth, "ada"));
      add(lane, trace::Direction::to_server, trace::Opened{"client", "server"});
      tell();
      hear(lane, "s SELECT INBOX\r\n");
    }
  }

  /// Takes as long as a flight and a half.
  void hear(std::size_t lane, const std::string& bytes) {
    add(lane, trace::Direction::to_server, trace::Payload{bytes, {}, {}});
    now_ = now_ + milliseconds(20);
    server_.receive(sessions_[lane], bytes, now_);
    tell();
    now_ = now_ + milliseconds(10);
  }

  [[nodiscard]] const trace::Trace& trace() const { return trace_; }

 private:
  void tell() {
    for (std::size_t lane = 0; lane < sessions_.size(); ++lane) {
      const std::string bytes = server_.take_output(sessions_[lane]).bytes;
      if (bytes.empty()) continue;
      add(lane, trace::Direction::to_client, trace::Payload{bytes, {}, {}});
    }
  }
  void add(std::size_t lane, trace::Direction direction, trace::What what) {
    const trace::ConnectionId id{static_cast<std::uint32_t>(lane + 1)};
    trace_.events.push_back({id, direction, now_, now_ + milliseconds(20), std::move(what)});
  }

  Server server_{{.choices = {{"open_delete", "ghost"}}, .max_line_octets = script_line_octets},
                 accounts_of_ada_and_bob()};
  std::vector<SessionId> sessions_;
  trace::Trace trace_;
  Instant now_{};
};

TEST_CASE("our server breaks no rule where clients wait for nothing") {
  check_with_choices("no violation by our server, whoever talks to it", [](Choices choices) {
    Stage stage;
    ScriptWriter writer(lanes, true);
    std::vector<std::string> unsent(lanes);
    for (int i = 0; i < 40; ++i) {
      const ScriptLine line = writer.next(choices);
      std::string& bytes = unsent[line.lane];
      bytes += line.text + "\r\n";
      if (choices.coin()) continue;
      const std::size_t cut = choices.coin()
                                  ? bytes.size()
                                  : choices.below(static_cast<std::uint32_t>(bytes.size() + 1));
      if (cut == 0) continue;
      stage.hear(line.lane, bytes.substr(0, cut));
      bytes.erase(0, cut);
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) stage.hear(lane, unsent[lane] + "\r\n");
    observer::require_no_server_fault(observer::Timeline(stage.trace()));
  });
}

}  // namespace
}  // namespace imapscope::server
