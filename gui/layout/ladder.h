// The geometry of the traffic ladder: where every row, arrow and bracket stands.
//
// Time runs down, one row after another, not to scale: a row is as high as its label and its arrow.
// Two arrows of one connection cross in the picture exactly where the lines crossed on the way: an
// arrow ends below the start of every line that left the other end before it landed.
// Pure: no fonts, no Dear ImGui. All lengths are in the window's pixels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace imapscope::gui {

/// One row: a line or a segment on its way, or a thing beside the protocol.
struct LadderRow {
  std::size_t lane = 0;  ///< of its client, in order of appearance
  bool to_server = true;
  std::int64_t departs = 0;           ///< its place in time, by any clock that all rows share
  std::optional<std::int64_t> lands;  ///< nothing: it was lost, or has not landed
  std::optional<std::size_t>
      command;                 ///< the row whose exchange it belongs to; itself for a command
  bool completes = false;      ///< it ends that exchange
  bool idle_before = false;    ///< a shortened stretch of time lies above
  bool fork_before = false;    ///< the branch's own lines begin here
  std::size_t text_lines = 1;  ///< of its label: more than one when a fold is open
};

/// Lengths at 100 %, on the grid of 4.
struct LadderMetrics {
  float label = 23;         ///< the label's line box and the air below it
  float text_line = 18;     ///< each further line of an open fold
  float slope = 10;         ///< how far an arrow falls while it flies
  float below = 7;          ///< between an arrow's end and the next label
  float exchange_gap = 4;   ///< more air before a command
  float break_height = 32;  ///< for a shortened stretch of time
  float fork_height = 24;   ///< for the words where a branch begins
  float margin_left = 64;   ///< for line numbers and brackets, before the first lifeline
  float margin_right = 56;  ///< for brackets and the wire time, after the last
  float lane_pitch = 84;    ///< between two clients on one side, where there is room
  float bracket_pitch = 6;  ///< between brackets of overlapping exchanges
  float bracket = 20;       ///< from a lifeline to its first bracket
  float bracket_cap = 10;   ///< how far a bracket's ends reach back
  float text_left = 11;     ///< between a lifeline and the label at its right
  float text_right = 7;     ///< between a label and the lifeline at its right
  bool level = false;       ///< one tap time: arrows do not fall

  [[nodiscard]] LadderMetrics scaled(float scale) const;
  /// For lanes that have little room: narrower margins, more of a lane for its text.
  [[nodiscard]] static LadderMetrics compact();
};

struct PlacedRow {
  float top = 0;
  float label = 0;   ///< top of the label
  float start = 0;   ///< where the arrow leaves its lifeline
  float end = 0;     ///< where it reaches the other
  float bottom = 0;  ///< where the next row begins
};

/// The rows of one command up to its completion.
struct PlacedExchange {
  std::size_t command = 0;  ///< row
  std::size_t last = 0;     ///< row: its completion, or the last that belongs to it
  std::size_t lane = 0;
  bool complete = false;
  float top = 0;
  float bottom = 0;
  std::size_t depth = 0;  ///< brackets that overlap stand beside each other
};

class Ladder {
 public:
  Ladder() = default;
  Ladder(std::span<const LadderRow> rows, const LadderMetrics& metrics);

  [[nodiscard]] std::span<const PlacedRow> rows() const { return rows_; }
  [[nodiscard]] float height() const { return rows_.empty() ? 0 : rows_.back().bottom; }

  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;  ///< one past
  };
  /// The rows of which something may show between `top` and `bottom`.
  [[nodiscard]] Range visible(float top, float bottom) const;
  /// The exchanges whose bracket may show there, in the order of their commands.
  [[nodiscard]] std::vector<PlacedExchange> exchanges(float top, float bottom) const;
  /// The exchange a command's row begins; null where the row begins none.
  [[nodiscard]] const PlacedExchange* exchange_of(std::size_t command_row) const;

 private:
  std::vector<PlacedRow> rows_;
  std::vector<float> reach_;  // the lowest end of any row up to this one
  std::vector<PlacedExchange> exchanges_;
  std::vector<float> exchange_reach_;
};

/// The lifelines: clients alternate between left and right of the server, the first outermost left;
/// a single client has the server at its right.
struct LanePlaces {
  float server = 0;
  std::vector<float> clients;
  /// Between which lifelines the labels of a client's lines stand: from the innermost client of its
  /// side to the server.
  struct Span {
    float left = 0;
    float right = 0;
  };
  std::vector<Span> labels;
  std::vector<bool> left_side;  ///< of each client
};
[[nodiscard]] LanePlaces place_lanes(std::size_t clients, float left, float width,
                                     const LadderMetrics& metrics);

}  // namespace imapscope::gui
