// Conversation: one connection, whose events become lines. What every protocol has is here: octets
// that come in segments, gaps, what cannot be read, the end. Which lines they are, and what is said
// of them, each protocol adds: imap_conversation.h, neighbour_conversation.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/observer/chronicle.h"
#include "sim/observer/stream.h"
#include "sim/trace/trace.h"

namespace imapscope::observer {

class Conversation {
 public:
  struct Place {
    trace::ConnectionId id;
    Protocol protocol;
    trace::Clocking clocking;
  };
  Conversation(Chronicle& chronicle, Place place, wire::Writer client, wire::Writer server)
      : chronicle_(chronicle), place_(place), to_server_(client), to_client_(server) {}
  virtual ~Conversation() = default;
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  /// `event` is of this connection, and the one at `index`.
  void take(const trace::Event& event, std::size_t index);

  /// See Listener.
  virtual void arrives(const Line& /*line*/, const Reading& /*reading*/, bool /*begins*/) {}
  virtual void was_learnt(const Line& /*line*/) {}

 protected:
  struct Side {
    explicit Side(wire::Writer writer) : stream(writer) {}
    Stream stream;
    std::optional<LineId> open;    // its first octets are there, its end is not
    std::optional<LineId> opaque;  // the row that further TLS records join
    bool is_protected = false;     // by TLS, and can be read all the same
    bool in_doubt = false;         // octets were missed: what comes may be a torso
  };

  // ---- what a protocol adds ----

  /// Octets were fed: what is whole now becomes lines.
  virtual void cut(trace::Direction direction) = 0;
  /// Whether what is left of the octets is the beginning of a line.
  [[nodiscard]] virtual bool begins_line(trace::Direction /*direction*/) const { return true; }
  /// It is shown in that line.
  virtual void show(Line& /*line*/, std::string_view /*beginning*/) {}
  /// A line has its first octets.
  virtual void line_begins(trace::Direction /*direction*/) {}
  /// The rest of the line that is open will never come.
  virtual void breaks_off(trace::Direction /*direction*/, const Said& /*note*/) {}
  /// That end closes in the midst of this line.
  virtual void cuts_off(Line& /*torso*/) {}
  /// The connection was seen being made.
  virtual void opens() {}
  /// Nothing more comes, from the end that sent this line at least.
  virtual void closes(Line& /*closing*/) {}
  /// That end takes part in TLS from here on.
  virtual void secures(trace::Direction /*direction*/) {}
  /// Octets were missed.
  virtual void missed(trace::Direction direction) = 0;
  /// Why this cannot be read; nothing: it can.
  [[nodiscard]] virtual std::optional<Said> hidden(trace::Direction /*direction*/,
                                                   const trace::Payload& /*payload*/) const {
    return std::nullopt;
  }

  // ---- for its use ----

  [[nodiscard]] Chronicle& chronicle() const { return chronicle_; }
  [[nodiscard]] const Place& place() const { return place_; }
  /// The event that is being taken, in the trace.
  [[nodiscard]] std::size_t newest_event() const { return newest_event_; }
  [[nodiscard]] const SessionModel* model() const { return chronicle_.model(place_.id); }
  [[nodiscard]] Side& side(trace::Direction direction) {
    return direction == trace::Direction::to_server ? to_server_ : to_client_;
  }
  [[nodiscard]] Side& to_server() { return to_server_; }
  [[nodiscard]] Side& to_client() { return to_client_; }
  Line& add_line(trace::Direction direction, Instant sent);
  /// The line that is open, or a new one, whose first octet is at `offset`.
  Line& open_line(trace::Direction direction, std::uint64_t offset);
  /// The same, and now it is whole.
  Line& close_line(trace::Direction direction, std::string_view bytes, std::uint64_t offset);
  /// Shows what is left of the octets. Null: nothing is.
  Line* show_beginning(trace::Direction direction);

 private:
  void take_payload(const trace::Event& event, const trace::Payload& payload, std::size_t index);
  void take_beside(const trace::Event& event, std::size_t index, LineKind kind, Said note);
  void take_gap(const trace::Event& event, const trace::Gap& gap, std::size_t index);
  void take_secured(const trace::Event& event, const trace::Secured& secured, std::size_t index);
  void take_opaque(const trace::Event& event, std::uint64_t octets, const Said& what,
                   std::size_t index);
  void keep_torso(trace::Direction direction);

  Chronicle& chronicle_;
  Place place_;
  Side to_server_;
  Side to_client_;
  std::optional<LineId> opened_;
  std::size_t newest_event_ = 0;
};

}  // namespace imapscope::observer
