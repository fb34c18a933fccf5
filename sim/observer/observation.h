// Observation: the making of a timeline. Events go in; lines, moments, bands and the history of
// beliefs come out. One pass in the order in which events were sent; what is under way waits until
// it lands, so that each end's order is kept:
//
//   client's order: its commands when they are sent, the server's lines when they land → history
//   server's order: commands when they land, its own lines when they are sent          → server
//   side
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <queue>
#include <span>
#include <string>
#include <vector>

#include "sim/belief/server_side.h"
#include "sim/judge/client_conduct.h"
#include "sim/observer/history.h"
#include "sim/observer/stream.h"
#include "sim/observer/timeline.h"

namespace imapscope::observer {

class Observation {
 public:
  explicit Observation(trace::Header header, std::vector<Said> warnings);

  void append(std::span<const trace::Event> events);

  [[nodiscard]] const trace::Trace& trace() const { return trace_; }
  [[nodiscard]] std::span<const Line> lines() const { return lines_; }
  [[nodiscard]] std::span<const Moment> moments() const { return moments_; }
  [[nodiscard]] std::span<const Band> bands() const { return bands_; }
  [[nodiscard]] const History& history() const { return history_; }
  [[nodiscard]] std::optional<std::size_t> moment_of(LineId line, Moment::Kind kind) const;

 private:
  /// A line, or the beginning of a command, that is under way.
  struct UnderWay {
    LineId line;
    bool begins = false;
    Reading reading;
    Instant lands;
  };
  struct Side {
    explicit Side(wire::Writer writer) : stream(writer) {}
    Stream stream;
    std::optional<LineId> open;      // its first octets are there, its end is not
    bool begun = false;              // the open line's tag and verb are known
    std::uint32_t literals = 0;      // of the open line, so far
    std::optional<LineId> row;       // of kind `literal`: its first octets are there
    std::size_t rowless = 0;         // from here on octets of the open line have no row yet
    std::size_t literal_octets = 0;  // of the literal that was announced last
    bool held = false;               // behind its `{n}` came octets without `+`: undecided
    std::uint64_t literal_end = 0;   // up to here a refused literal was sent all the same
    std::optional<LineId> opaque;    // the row that further TLS records join
    bool in_doubt = false;           // octets were missed: what comes may be a torso
    std::deque<UnderWay> under_way;  // in the order in which they land
    std::size_t shown = 0;           // how many of them are provisionally shown to have landed
  };
  struct Connection {
    trace::ConnectionId id;
    std::optional<LineId> opened;
    Side to_server{wire::Writer::client};
    Side to_client{wire::Writer::server};
    bool server_spoke = false;
    bool capabilities_known = false;  // a list was told, and no login has made it stale
    bool compressed = false;          // RFC 4978: from here on nothing can be read
    ServerSide server_side;
    judge::ClientConduct client_conduct;
  };
  struct Landing {
    Instant at;
    std::uint64_t order = 0;  // in which they were complete
    LineId line;
    trace::Direction direction;
    trace::ConnectionId connection;
    bool begins = false;
    bool ends_row = true;  // what lands is all that its row carries
    /// For a priority queue: the latest is the least.
    friend bool operator<(const Landing& a, const Landing& b) {
      return a.at != b.at ? b.at < a.at : b.order < a.order;
    }
  };
  /// What was shown to land after the last event was sent: later events may come before it.
  struct Provisional {
    History::Mark history;
    std::size_t moments = 0;
    std::size_t bands = 0;
    std::map<trace::ConnectionId, std::size_t> open_bands;
    struct Changed {
      LineId line;
      std::size_t effects;
      std::size_t findings;
      bool ends_row;
    };
    std::vector<Changed> lines;
  };

  // observation.cpp: times and landings
  void take_back();
  void look_ahead();
  void make_room(std::span<const trace::Event> events);
  void land_before(Instant t);
  void land_until(Instant t);
  void hear(Connection& connection, trace::Direction speaks);
  void land(const Landing& landing, bool provisional);
  void add_moment(Instant at, LineId line, Moment::Kind kind);
  void apply(StepKind kind, LineId line, const Reading* reading, std::size_t moment);
  void follow_capabilities(const Line& line);
  [[nodiscard]] bool band_is_outdated(trace::ConnectionId connection) const;
  void follow_band(trace::ConnectionId connection, std::size_t moment);
  struct Sent {
    bool begins = false;
    bool ends_row = true;
  };
  void send_off(Connection& connection, LineId line, Reading reading, Sent sent);

  // observation_lines.cpp: events to lines
  Connection& connection_of(trace::ConnectionId id);
  void take(const trace::Event& event, std::size_t index);
  void take_payload(const trace::Event& event, const trace::Payload& payload, std::size_t index);
  Line* show_beginning(Connection& connection, trace::Direction direction);
  void cut_client(Connection& connection);
  void cut_server(Connection& connection);
  [[nodiscard]] bool is_no_command(const Connection& connection,
                                   const wire::LiteralAhead& ahead) const;
  void begin_command(Connection& connection, const wire::LiteralAhead& ahead);
  void finish_client(Connection& connection, std::string_view bytes, std::uint64_t offset);
  void finish_server(Connection& connection, std::string_view bytes, std::uint64_t offset);
  static std::optional<LineId> judge_server(Connection& connection, Line& line,
                                            const Reading& reading);
  void follow_completion(Connection& connection, LineId completed, Line& completion);
  void advise_of_untagged_bad(Connection& connection);
  void unreadable(Connection& connection, trace::Direction direction, std::string_view bytes,
                  std::uint64_t offset, Said note);
  void apply_sent(StepKind kind, Line& line, const Reading* reading);
  Line& open_line(Connection& connection, trace::Direction direction, std::uint64_t offset);
  Line& close_line(Connection& connection, trace::Direction direction, std::string_view bytes,
                   std::uint64_t offset);
  Line& add_line(Connection& connection, trace::Direction direction, Instant sent);
  [[nodiscard]] Side& side_of(Connection& connection, trace::Direction direction);

  // observation_beside.cpp: what is no line
  void take_beside(const trace::Event& event, std::size_t index, LineKind kind, Said note);
  void take_gap(const trace::Event& event, const trace::Gap& gap, std::size_t index);
  void take_opaque(const trace::Event& event, std::uint64_t octets, const Said& what,
                   std::size_t index);
  void keep_torso(Connection& connection, trace::Direction direction);

  // observation_literals.cpp: what becomes of a literal
  static void make_line_of_row(Line& row, Side& side);
  void show_row(Connection& connection, std::string_view command);
  Line& open_row(Connection& connection, LineId command, std::uint64_t begins);
  void end_row(Connection& connection, LineId command, std::string_view so_far);
  bool decide_literal(Connection& connection, const wire::LiteralAhead& ahead);
  bool decide_synchronizing(Connection& connection, const wire::LiteralAhead& ahead);
  void cut_held(Connection& connection);
  static void accept_literal(Side& side);
  void refuse_literal(Connection& connection);
  void settle_by_completion(Connection& connection, LineId completion);

  struct Places {
    std::optional<std::uint32_t> departs;
    std::optional<std::uint32_t> lands;
  };

  trace::Trace trace_;
  std::vector<Line> lines_;
  std::vector<Places> places_;  // one for each line
  std::vector<Moment> moments_;
  std::vector<Band> bands_;
  std::map<trace::ConnectionId, std::size_t> open_bands_;
  std::map<trace::ConnectionId, Connection> connections_;
  std::priority_queue<Landing> landings_;
  std::uint64_t completed_ = 0;
  Instant now_{};  // when the newest event was sent
  History history_;
  std::optional<Provisional> provisional_;
};

}  // namespace imapscope::observer
