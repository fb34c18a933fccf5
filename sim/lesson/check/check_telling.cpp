#include "sim/lesson/check/check_telling.h"

#include <algorithm>
#include <cstdio>
#include <sstream>

#include "sim/lesson/expectation.h"
#include "sim/lesson/hint.h"
#include "sim/lesson/rest.h"
#include "sim/wire/line_text.h"

namespace imapscope::lesson {
namespace {

using observer::Presentation;
using observer::Timeline;

// ---- pace ----

std::int64_t words_in(const Text& text) {
  std::istringstream words(in_language(text, "en"));
  std::int64_t count = 0;
  for (std::string word; words >> word;) ++count;
  return count;
}

/// All that stands on the screen up to the question of that step, without its options.
std::int64_t words_until(const Player& player, std::size_t step) {
  std::int64_t words = words_in(player.steps()[step].ask->question);
  for (std::size_t i = 0; i <= step; ++i) {
    const Say& say = player.steps()[i].say;
    words += words_in(say.title) + words_in(say.text) + words_in(say.set_up);
  }
  return words;
}

template <class V>
Place first_place_of(const Lesson& lesson) {
  const auto first =
      std::find_if(lesson.script.begin(), lesson.script.end(),
                   [](const Instruction& each) { return std::holds_alternative<V>(each.verb); });
  return first == lesson.script.end() ? Place{} : first->place;
}

std::string in_seconds(Duration time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", static_cast<double>(time.us) / 1e6);
  return text;
}

class Pace {
 public:
  explicit Pace(const Player& player)
      : player_(player), timeline_(player.trace()), rests_(rests_of(player, timeline_)) {
    std::vector<std::size_t> pauses;
    for (const Rest& rest : rests_) pauses.push_back(rest.moments);
    shown_ = Presentation(timeline_, pauses, set_up_of(rests_, player));
    measure();
  }

  [[nodiscard]] std::optional<Duration> first_question() const {
    if (words_ == 0) return std::nullopt;
    return Duration{words_ * 60000000 / words_a_minute + watched_.us};
  }

  [[nodiscard]] std::vector<Unmet> unmet() const {
    std::vector<Unmet> unmet;
    check_question(unmet);
    check_set_up(unmet);
    return unmet;
  }

 private:
  void measure() {
    const auto asked = std::find_if(rests_.begin(), rests_.end(), [&](const Rest& rest) {
      return player_.steps()[rest.step].ask && rest.kind >= RestKind::asked;
    });
    if (asked == rests_.end()) return;
    const auto& places = shown_.pauses();
    words_ = words_until(player_, asked->step);
    watched_ = Duration{places[static_cast<std::size_t>(asked - rests_.begin())].begins.us -
                        places.front().begins.us};
  }

  void check_question(std::vector<Unmet>& unmet) const {
    const auto takes = first_question();
    if (!takes || *takes <= first_question_within) return;
    unmet.push_back({first_place_of<Ask>(player_.lesson()),
                     {"lesson.check.late_question",
                      {{"takes", in_seconds(*takes)},
                       {"count", words_},
                       {"watched", in_seconds(watched_)},
                       {"most", in_seconds(first_question_within)}}}});
  }

  void check_set_up(std::vector<Unmet>& unmet) const {
    const Say& first = player_.steps().front().say;
    const observer::Hurried set_up = set_up_of(rests_, player_);
    if (first.set_up.empty() || set_up.from < set_up.to) return;
    unmet.push_back({first_place_of<Say>(player_.lesson()), Said("lesson.check.idle_set_up")});
  }

  const Player& player_;
  Timeline timeline_;
  std::vector<Rest> rests_;
  Presentation shown_;
  std::int64_t words_ = 0;  // before the first question
  Duration watched_;
};

// ---- highlights ----

/// "laptop knows of no message 3 in this step."
Said unknown_message(const std::string& client, const Highlight& highlight) {
  const bool by_uid = highlight.uid != 0;
  const std::uint32_t number = by_uid ? highlight.uid : highlight.message;
  if (highlight.flag.empty()) {
    return {by_uid ? "lesson.check.unknown_uid" : "lesson.check.unknown_number",
            {{"client", client}, {"number", number}}};
  }
  return {by_uid ? "lesson.check.unknown_uid_with_flag" : "lesson.check.unknown_number_with_flag",
          {{"client", client}, {"number", number}, {"flag", in_quotes(highlight.flag)}}};
}

class Looking {
 public:
  explicit Looking(const Player& player) : player_(player), timeline_(player.trace()) {}

  std::vector<Unmet> unmet() {
    for (std::size_t i = 0; i < player_.steps().size(); ++i) {
      for (const Highlight& each : player_.steps()[i].highlights) check(i, each);
    }
    return std::move(unmet_);
  }

 private:
  void check(std::size_t index, const Highlight& highlight) {
    const Step& step = player_.steps()[index];
    const std::string client = client_of(step, highlight);
    const Instant end = player_.end_of_step(index);
    if (!highlight.line.empty() && !has_line(highlight.line, client, end)) {
      complain(highlight, {"lesson.check.no_line", {{"line", in_quotes(highlight.line)}}});
    }
    if (highlight.message == 0 && highlight.uid == 0) return;
    if (client.empty()) {
      complain(highlight, Said("lesson.check.whose_message"));
    } else if (!shows(highlight, client, step.begins) && !shows(highlight, client, end)) {
      complain(highlight, unknown_message(client, highlight));
    }
  }

  void complain(const Highlight& highlight, Said message) {
    unmet_.push_back({highlight.place, std::move(message)});
  }

  [[nodiscard]] bool has_line(const std::string& pattern, const std::string& client,
                              Instant end) const {
    return std::any_of(
        timeline_.lines().begin(), timeline_.lines().end(), [&](const observer::Line& line) {
          return line.sent <= end && matches(pattern, wire::line_text(line.bytes).head) &&
                 (client.empty() || is_of(line.connection, client));
        });
  }

  [[nodiscard]] bool is_of(trace::ConnectionId connection, const std::string& client) const {
    const auto& events = player_.trace().events;
    return std::any_of(events.begin(), events.end(), [&](const trace::Event& event) {
      const auto* opened = std::get_if<trace::Opened>(&event.what);
      return opened != nullptr && event.connection == connection && opened->client == client;
    });
  }

  [[nodiscard]] bool shows(const Highlight& highlight, const std::string& client, Instant t) const {
    const auto belief = Evidence(player_.trace(), client, {}, t).belief();
    if (!belief || !belief->mailbox) return false;
    const auto& messages = belief->mailbox->messages;
    const SeqNum number =
        highlight.uid != 0 ? messages.find(Uid{highlight.uid}) : SeqNum{highlight.message};
    if (!messages.holds(number)) return false;
    const auto& flags = messages.at(number).flags;
    return highlight.flag.empty() || (flags && flags->contains(Flag{highlight.flag}));
  }

  const Player& player_;
  Timeline timeline_;
  std::vector<Unmet> unmet_;
};

}  // namespace

std::optional<Duration> first_question_after(const Player& player) {
  return player.steps().empty() ? std::nullopt : Pace(player).first_question();
}

std::vector<Unmet> unmet_pace(const Player& player) {
  return player.steps().empty() ? std::vector<Unmet>{} : Pace(player).unmet();
}

std::vector<Unmet> unmet_highlights(const Player& player) {
  return Looking(player).unmet();
}

}  // namespace imapscope::lesson
