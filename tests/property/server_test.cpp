// Properties of the server, whatever several clients send.
#include "sim/server/server.h"

#include <doctest/doctest.h>

#include "sim/wire/framer.h"
#include "sim/wire/parse.h"
#include "tests/property/server_script.h"
#include "tests/server/fixture.h"

namespace imapscope::server {
namespace {

constexpr std::size_t lanes = 3;
constexpr int script_lines = 40;

struct Stage {
  // Whose mailbox is deleted is not sent away: every session still answers.
  Server server{{.choices = {{"open_delete", "ghost"}}, .max_line_octets = script_line_octets},
                accounts_of_ada_and_bob()};
  std::vector<SessionId> sessions;
  std::vector<std::string> said = std::vector<std::string>(lanes);

  Stage() {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      sessions.push_back(server.open(Greeting::preauth, "ada"));
      hear(lane, "s SELECT INBOX\r\n", 1000);
    }
  }

  /// In pieces of so many octets.
  void hear(std::size_t lane, std::string_view bytes, std::size_t piece) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
      server.receive(sessions[lane], bytes.substr(0, piece), {});
      for (std::size_t i = 0; i < sessions.size(); ++i) {
        said[i] += server.take_output(sessions[i]).bytes;
      }
    }
  }
};

/// Whether all of it is framed and parsed, without a quirk.
void require_imap(const std::string& said) {
  wire::Framer framer(wire::Writer::server);
  framer.feed(said);
  for (;;) {
    const wire::FramerStep step = framer.next();
    if (std::holds_alternative<wire::Incomplete>(step)) break;
    const auto* frame = std::get_if<wire::Frame>(&step);
    RC_ASSERT(frame != nullptr);
    const auto parsed = wire::parse_response(frame->bytes);
    if (!parsed || !parsed->quirks.empty()) RC_FAIL(std::string(frame->bytes));
  }
  RC_ASSERT(framer.pending().empty());
}

std::vector<ScriptLine> script_of(Choices& choices) {
  ScriptWriter writer(lanes, true);
  std::vector<ScriptLine> script;
  for (int i = 0; i < script_lines; ++i) script.push_back(writer.next(choices));
  return script;
}

TEST_CASE("any split of what clients send gives the same answers") {
  check_with_choices("splits do not matter", [](Choices choices) {
    const std::size_t piece = 1 + choices.below(40);
    Stage whole;
    Stage pieces;
    for (const ScriptLine& line : script_of(choices)) {
      whole.hear(line.lane, line.text + "\r\n", 100000);
      pieces.hear(line.lane, line.text + "\r\n", piece);
      RC_ASSERT(whole.said == pieces.said);
    }
  });
}

TEST_CASE("whatever is sent, the answer is IMAP, and every session still answers") {
  check_with_choices("the server stays usable", [](Choices choices) {
    Stage stage;
    for (ScriptLine& line : script_of(choices)) {
      if (choices.below(4) == 1) {  // a little damage
        const auto at = choices.below(static_cast<std::uint32_t>(line.text.size()));
        line.text[at] = static_cast<char>(choices.below(256));
      }
      stage.hear(line.lane, line.text + "\r\n", 1000);
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      // What was damaged may wait for a literal, whose size was damaged too, or idle.
      stage.hear(lane, std::string(20000, ' ') + "\r\nDONE\r\n\r\nlast NOOP\r\n", 1000);
      require_imap(stage.said[lane]);
      if (stage.said[lane].find("{99999999+}") == std::string::npos) {
        RC_ASSERT(stage.said[lane].ends_with("last OK NOOP completed\r\n"));
      }
    }
  });
}

TEST_CASE("after NOOP nothing is owed") {
  check_with_choices("NOOP settles accounts", [](Choices choices) {
    Stage stage;
    for (const ScriptLine& line : script_of(choices)) {
      stage.hear(line.lane, line.text + "\r\n", 1000);
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      stage.hear(lane, "DONE\r\n", 1000);
      stage.hear(lane, "x NOOP\r\n", 1000);
      RC_ASSERT(stage.server.owed_to(stage.sessions[lane]).lines.empty());
    }
  });
}

TEST_CASE("a copy of a server gives the same answers, and none disturbs the other") {
  check_with_choices("a server is a value", [](Choices choices) {
    Stage stage;
    const std::vector<ScriptLine> script = script_of(choices);
    const std::size_t half = script.size() / 2;
    for (std::size_t i = 0; i < half; ++i) {
      stage.hear(script[i].lane, script[i].text + "\r\n", 1000);
    }
    Stage copy = stage;
    for (std::size_t i = half; i < script.size(); ++i) {
      stage.hear(script[i].lane, script[i].text + "\r\n", 1000);
    }
    for (std::size_t i = half; i < script.size(); ++i) {
      copy.hear(script[i].lane, script[i].text + "\r\n", 1000);
    }
    RC_ASSERT(stage.said == copy.said);
  });
}

}  // namespace
}  // namespace imapscope::server
