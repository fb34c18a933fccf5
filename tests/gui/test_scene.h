// A scene made by hand: a trace of lines, observed, at any moment of presentation time.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "gui/scene/scene.h"
#include "gui/scene/theme.h"
#include "tests/gui/test_faces.h"

namespace imapscope::gui {

/// One line of a dialogue, `>` towards the server, `<` towards the client. It is on its way for 20
/// ms, and leaves 1 ms after the line before it has landed.
struct Spoken {
  std::uint32_t client;  ///< 1 is the laptop, 2 the phone
  char way;
  std::string text;  ///< without its last line end
};

class TestScene {
 public:
  explicit TestScene(const std::vector<Spoken>& dialogue) {
    trace::Trace trace;
    Instant now;
    for (const Spoken& said : dialogue) {
      trace::Event event;
      event.connection = {said.client};
      event.direction = said.way == '>' ? trace::Direction::to_server : trace::Direction::to_client;
      event.sent = now;
      event.landed = now + milliseconds(20);
      now = now + milliseconds(21);
      event.what = trace::Payload{said.text + "\r\n", trace::Fidelity::exact, {}};
      trace.events.push_back(std::move(event));
    }
    timeline_ = std::make_unique<observer::Timeline>(std::move(trace));
    presentation_ = std::make_unique<observer::Presentation>(*timeline_);
    theme_ = make_theme(Brightness::dark, 1, false, true);
    theme_.faces = test_faces().faces();
    scene.theme = &theme_;
    scene.timeline = timeline_.get();
    scene.presentation = presentation_.get();
    scene.lanes = {{{1}, "laptop", 0, {{1}}}, {{2}, "phone", 1, {{2}}}};
    scene.client = {1};
    scene.languages = {"en", "de"};
    at(presentation_->end());
  }

  /// Moves the play head.
  void at(observer::ShownTime t) {
    scene.head.shown = t;
    scene.head.wire = presentation_->wire_time(t);
    scene.head.moments = presentation_->moments_until(t);
    scene.head.at_end = t >= presentation_->end();
    scene.beliefs = timeline_->beliefs_after(scene.head.moments);
  }

  /// The first line whose text begins so.
  [[nodiscard]] observer::LineId line(std::string_view text) const {
    for (const observer::Line& line : timeline_->lines()) {
      if (line.bytes.starts_with(text)) return line.id;
    }
    return {static_cast<std::uint32_t>(timeline_->lines().size())};
  }

  /// When the line has flown for `share` of its way.
  [[nodiscard]] observer::ShownTime during(observer::LineId line, double share) const {
    const auto from =
        presentation_->at(*timeline_->moment_of(line, observer::Moment::Kind::departs));
    const auto to = presentation_->at(*timeline_->moment_of(line, observer::Moment::Kind::lands));
    return {from.us + static_cast<std::int64_t>(static_cast<double>(to.us - from.us) * share)};
  }

  [[nodiscard]] observer::ShownTime end() const { return presentation_->end(); }
  Theme& theme() { return theme_; }

  Scene scene;

 private:
  std::unique_ptr<observer::Timeline> timeline_;
  std::unique_ptr<observer::Presentation> presentation_;
  Theme theme_;
};

/// A laptop reads, flags and removes; a phone learns of it.
inline std::vector<Spoken> two_clients() {
  return {{1, '<', "* OK [CAPABILITY IMAP4rev1] imapscope ready"},
          {2, '<', "* OK [CAPABILITY IMAP4rev1] imapscope ready"},
          {1, '>', "a1 LOGIN ada secret"},
          {1, '<', "a1 OK LOGIN completed"},
          {2, '>', "b1 LOGIN ada secret"},
          {2, '<', "b1 OK LOGIN completed"},
          {1, '>', "a2 SELECT INBOX"},
          {1, '<', "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)"},
          {1, '<', "* 5 EXISTS"},
          {1, '<', "* 0 RECENT"},
          {1, '<', "* OK [UIDVALIDITY 1] valid"},
          {1, '<', "* OK [UIDNEXT 9] next"},
          {1, '<', "a2 OK [READ-WRITE] SELECT completed"},
          {2, '>', "b2 SELECT INBOX"},
          {2, '<', "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)"},
          {2, '<', "* 5 EXISTS"},
          {2, '<', "* 0 RECENT"},
          {2, '<', "* OK [UIDVALIDITY 1] valid"},
          {2, '<', "* OK [UIDNEXT 9] next"},
          {2, '<', "b2 OK [READ-WRITE] SELECT completed"},
          {1, '>', "a3 FETCH 1 BODY[TEXT]"},
          {1, '<', "* 1 FETCH (BODY[TEXT] {35}\r\nDear Ada,\r\nlunch at noon?\r\nBertha\r\n)"},
          {1, '<', "a3 OK FETCH completed"},
          {1, '>', "a4 STORE 3 +FLAGS (\\Deleted)"},
          {1, '<', "* 3 FETCH (FLAGS (\\Seen \\Deleted))"},
          {1, '<', "a4 OK STORE completed"},
          {1, '>', "a5 EXPUNGE"},
          {1, '<', "* 3 EXPUNGE"},
          {1, '<', "a5 OK EXPUNGE completed"},
          {2, '>', "b3 NOOP"},
          {2, '<', "* 3 EXPUNGE"},
          {2, '<', "b3 OK NOOP completed"}};
}

}  // namespace imapscope::gui
