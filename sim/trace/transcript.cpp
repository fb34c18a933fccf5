#include "sim/trace/transcript.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/trace/transcript_line.h"

namespace imapscope::trace {
namespace {

constexpr Duration between_turns = milliseconds(100);
constexpr Duration between_lines = milliseconds(1);  ///< of one side, sent in one go
constexpr Duration day = seconds(86400);

/// Print breaks a line at a space, or where there is none: between two addresses or body parts, and
/// inside parentheses.
bool broken_without_space(std::string_view before, std::string_view after) {
  if (before.ends_with('(') || after.starts_with(')')) return true;
  return before.ends_with(')') && !before.ends_with("))") && after.starts_with('(') &&
         !after.starts_with("((");
}

struct TranscriptLine {
  std::string_view text;
  std::optional<Marked> mark;
};

std::vector<TranscriptLine> lines_of(std::string_view content) {
  const auto markers = markers_of(content);
  std::vector<TranscriptLine> lines;
  bool quoted = false;
  while (!content.empty()) {
    TranscriptLine line{take_transcript_line(content), {}};
    line.mark = marked(line.text);
    if (line.mark && line.mark->markers != markers) line.mark.reset();
    if (line.mark) quoted = line.mark->quoted;
    if (quoted && !line.mark) line.text = without_quote(line.text);
    lines.push_back(line);
  }
  return lines;
}

/// What one end sends on one connection.
struct Side {
  std::size_t literal_left = 0;  ///< octets that it still owes
  bool literal_began = false;    ///< some of them came
  bool rest_due = false;         ///< behind a literal, its line goes on
  bool whole = false;            ///< all octets of the literal stand in the transcript
  std::size_t indent = 0;        ///< of the line that announced it
  [[nodiscard]] bool owes() const { return literal_left > 0 || rest_due; }
  [[nodiscard]] bool in_whole_literal() const { return literal_left > 0 && whole; }
  /// Behind its blanks, but the literal's own.
  [[nodiscard]] std::string_view text_of(const Marked& mark) const {
    const std::size_t blanks = mark.text.size() - without_indent(mark.text).size();
    return mark.text.substr(owes() ? std::min(blanks, indent) : blanks);
  }
};

struct Talk {
  Side to_server, to_client;
  bool opened = false;
  bool asked = false;                       ///< `+` was the last that the server said
  std::string last_tag;                     ///< of the client's newest command
  std::set<std::string, std::less<>> open;  ///< tags of commands that are not completed
};

/// POP3 and SMTP: the first line is the server's.
bool begins_with_status(std::span<const Event> events, ConnectionId connection) {
  for (const Event& event : events) {
    const auto* payload = std::get_if<Payload>(&event.what);
    if (event.connection != connection || payload == nullptr) continue;
    return event.direction == Direction::to_client &&
           protocol_of_server(payload->bytes).has_value();
  }
  return false;
}

/// As the first line of either end looks.
Protocol protocol_in(std::span<const Event> events, ConnectionId connection) {
  for (const Event& event : events) {
    const auto* payload = std::get_if<Payload>(&event.what);
    if (event.connection != connection || payload == nullptr) continue;
    const bool from_server = event.direction == Direction::to_client;
    const auto protocol =
        from_server ? protocol_of_server(payload->bytes) : protocol_of_client(payload->bytes);
    if (protocol) return *protocol;
  }
  return Protocol::imap;
}

/// Not so where the server tells of a mailbox before it was asked for anything, or the client ends
/// an IDLE: then the first line only looks like a greeting.
bool begins_with_greeting(std::span<const Event> events, ConnectionId connection) {
  bool greeted = false;
  for (const Event& event : events) {
    if (event.connection != connection) continue;
    const auto* payload = std::get_if<Payload>(&event.what);
    if (payload == nullptr) return greeted;
    std::string_view rest = payload->bytes;
    const std::string_view line = take_transcript_line(rest);
    if (event.direction == Direction::to_server)
      return greeted && !ascii::equal_ignoring_case(line, "DONE");
    if (!(greeted ? may_follow_greeting(line) : is_greeting(line))) return false;
    greeted = true;
  }
  return greeted;
}

class TranscriptReader {
 public:
  TranscriptReader(std::string_view content, std::string_view name)
      : name_(name), lines_(lines_of(content)) {
    trace_.header = {.title = std::string(name),
                     .source = "transcript",
                     .clocking = Clocking::one_tap,
                     .unix_us = std::nullopt,
                     .redacted = false};
  }

  Trace read() {
    while (at_ < lines_.size()) {
      const TranscriptLine& line = lines_[at_++];
      if (line.mark) {
        take_marked(*line.mark);
      } else {
        take_unmarked(line.text);
      }
    }
    for (const auto& [connection, talk] : talks_) begin(connection);
    if (left_out_ > 1) {
      Said& warning = trace_.warnings[left_out_warning_];
      warning.key = "trace.transcript.left_out_more";
      warning.arguments.emplace_back("count", left_out_ - 1);
    }
    if (!has_times_)
      trace_.warnings.emplace_back("trace.transcript.no_times",
                                   std::vector<Argument>{{"file", name_}});
    return std::move(trace_);
  }

 private:
  Talk& talk() { return talks_[connection_]; }
  Side& side_of(Direction direction) {
    return direction == Direction::to_server ? talk().to_server : talk().to_client;
  }
  Side& side() { return side_of(direction_); }

  void take_marked(const Marked& mark) {
    connection_ = mark.connection;
    direction_ = mark.direction;
    const std::string_view bare = without_indent(mark.text);
    const bool may_be_gap = is_elision(bare) && !side().in_whole_literal();
    if (may_be_gap || bare == sure_gap) return leave_gap(direction_);
    if (direction_ == Direction::to_client) settle_literals(bare);
    std::string text(side().text_of(mark));
    if (!side().owes()) side().indent = mark.text.size() - bare.size();
    if (!owes_behind(text)) join_wrapped(text);
    pass_time(mark.day_time);
    say(text);
  }

  void take_unmarked(std::string_view text) {
    const bool blank = without_indent(text).empty();
    const bool awaited = talk().asked && talk().to_server.literal_left > 0;
    if (awaited && !side().owes()) direction_ = Direction::to_server;
    if (is_elision(text) && !side().in_whole_literal()) return leave_gaps();
    if (begins_tls(text) && !side().owes()) return secure();
    if (side().owes()) {
      // No line ends with a literal alone: a blank one is layout.
      if (side().literal_left == 0 && blank) return;
      pass_time({});
      say(std::string(text));
    } else if (!blank && !text.starts_with('#')) {
      leave_out();
    }
  }

  /// An indented line directly below, without a marker, continues the line: it was wrapped for
  /// print.
  void join_wrapped(std::string& text) {
    for (; at_ < lines_.size() && !lines_[at_].mark; ++at_) {
      const std::string_view next = lines_[at_].text;
      if (next.starts_with('#')) continue;
      const std::string_view words = without_indent(next);
      if (words.empty() || words.size() == next.size() || is_elision(words) || begins_tls(words)) {
        return;
      }
      if (!broken_without_space(text, words)) text += ' ';
      text += words;
    }
  }

  /// A command is completed while octets of a literal are owed: there are none left to come.
  void settle_literals(std::string_view line) {
    const auto completion = completion_in(line);
    if (!completion) return;
    const auto open = talk().open.find(completion->tag);
    if (open == talk().open.end()) return;
    Side& server = talk().to_client;
    if (server.in_whole_literal()) return;  // it is a part of the literal
    if (server.owes()) leave_gap(Direction::to_client);
    talk().open.erase(open);
    Side& client = talk().to_server;
    if (!client.owes() || talk().last_tag != completion->tag) return;
    if (client.literal_left == 0) {  // all but its line end was shown
      emit(Direction::to_server, Payload{"\r\n", Fidelity::line, {}});
    } else if (completion->ok || client.literal_began) {
      leave_gap(Direction::to_server);
    }
    client.literal_left = 0;
    client.rest_due = false;
  }

  void secure() {
    emit(Direction::to_server, Secured{});
    emit(Direction::to_client, Secured{});
  }

  void leave_gaps() {
    if (side().owes()) return leave_gap(direction_);
    if (!talk().opened) return;
    leave_gap(Direction::to_server);
    leave_gap(Direction::to_client);
  }

  void leave_gap(Direction direction) {
    Side& side = side_of(direction);
    if (side.owes()) warn_here("trace.transcript.short_literal");
    side.literal_left = 0;
    side.rest_due = false;
    emit(direction, Gap{});
  }

  void leave_out() {
    if (left_out_++ > 0) return;
    left_out_warning_ = trace_.warnings.size();
    warn_here("trace.transcript.left_out");
  }

  void warn_here(const char* key) {
    trace_.warnings.emplace_back(key, std::vector<Argument>{{"file", name_}, {"line", at_}});
  }

  [[nodiscard]] bool owes_behind(std::string_view line) {
    return side().literal_left >= line.size() + 2 || literal_announced(line, direction_);
  }

  void say(const std::string& line) {
    count(line);
    emit(direction_, Payload{line + "\r\n", Fidelity::line, {}});
  }

  /// What is owed behind the line.
  void count(const std::string& line) {
    Side& side = this->side();
    const std::size_t octets = line.size() + 2;
    if (side.literal_left >= octets) {
      side.literal_left -= octets;
      side.literal_began = true;
      side.rest_due = side.literal_left == 0;
      return;
    }
    if (direction_ == Direction::to_client) {
      talk().asked = line.starts_with('+');
    } else if (!side.owes()) {
      talk().last_tag = line.substr(0, line.find(' '));
      talk().open.insert(talk().last_tag);
    }
    const auto literal = literal_announced(line, direction_);
    side.literal_left = literal.value_or(0);
    side.rest_due = literal == std::size_t{0};
    side.literal_began = false;
    side.whole = has_octets(side.literal_left);
  }

  /// Whether so many octets follow, before anything that can be none of them.
  [[nodiscard]] bool has_octets(std::size_t octets) {
    for (std::size_t i = at_; octets > 0; ++i) {
      if (i == lines_.size()) return false;
      const auto& mark = lines_[i].mark;
      const bool of_another =
          mark && (mark->connection != connection_ || mark->direction != direction_);
      if (of_another && direction_ == Direction::to_client) return false;
      if (of_another && !without_indent(mark->text).starts_with('+')) return false;
      if (of_another) continue;
      const std::string_view text = mark ? side().text_of(*mark) : lines_[i].text;
      const auto completion = completion_in(text);
      if (mark && completion && talk().open.find(completion->tag) != talk().open.end())
        return false;
      octets -= std::min(octets, text.size() + 2);
    }
    return true;
  }

  void pass_time(std::optional<Duration> day_time) {
    const bool same = talk().opened && last_direction_ == direction_;
    Instant next = now_ + (same ? between_lines : between_turns);
    last_direction_ = direction_;
    if (day_time) {
      if (!has_times_) first_time_ = *day_time - (now_ - Instant{});
      has_times_ = true;
      Instant told = Instant{} + (*day_time - first_time_);
      while (told + seconds(43200) < now_) told = told + day;
      next = std::max(told, now_);
    } else if (has_times_) {
      next = now_;
    }
    now_ = next;
  }

  void emit(Direction direction, What what) {
    if (!std::exchange(talk().opened, true)) {
      const Instant opened = trace_.events.empty() ? Instant{} : now_;
      trace_.events.push_back({connection_, Direction::to_server, opened, opened, Opened{}});
    }
    trace_.events.push_back({connection_, direction, now_, now_, std::move(what)});
  }

  /// What came before is missing, where the transcript begins in the middle.
  void begin(ConnectionId connection) {
    auto& events = trace_.events;
    const auto opened = std::find_if(events.begin(), events.end(), [&](const Event& event) {
      return event.connection == connection;
    });
    if (opened == events.end()) return;
    const std::span<const Event> rest(opened + 1, events.end());
    const Protocol protocol = protocol_in(rest, connection);
    if (auto* what = std::get_if<Opened>(&opened->what)) what->protocol = protocol;
    if (protocol == Protocol::imap ? begins_with_greeting(rest, connection)
                                   : begins_with_status(rest, connection)) {
      return;
    }
    const Instant at = opened->sent;
    events.insert(opened + 1, {{connection, Direction::to_server, at, at, Gap{}},
                               {connection, Direction::to_client, at, at, Gap{}}});
  }

  std::string name_;
  std::vector<TranscriptLine> lines_;
  std::size_t at_ = 0;  ///< the line that is next
  Trace trace_;
  std::map<ConnectionId, Talk> talks_;
  ConnectionId connection_{1};
  Direction direction_ = Direction::to_server;
  Direction last_direction_ = Direction::to_server;
  Instant now_;
  bool has_times_ = false;
  Duration first_time_;  ///< of the day, where the transcript has times
  std::size_t left_out_ = 0;
  std::size_t left_out_warning_ = 0;
};

}  // namespace

bool looks_like_transcript(std::string_view content) {
  content = content.substr(0, 1U << 16U);
  return content.find('\0') == std::string_view::npos && markers_of(content).has_value();
}

Result<Trace, ReadError> read_transcript(std::string_view content, std::string_view name) {
  Trace trace = TranscriptReader(content, name).read();
  if (trace.events.empty()) {
    return fail(ReadError{{"trace.transcript.unmarked", {{"file", std::string(name)}}}});
  }
  return trace;
}

}  // namespace imapscope::trace
