// The native trace format: JSON Lines. One header line, then one event a line, in the order sent;
// described in traces/README.md and traces/schema.json. A file that is still being written, or
// whose writer was stopped, can be read: only its last line can be torn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/files.h"
#include "sim/base/result.h"
#include "sim/trace/read.h"
#include "sim/trace/trace.h"

namespace imapscope::trace {

// --- printing
// --------------------------------------------------------------------------------------

/// Each returns one line with its line feed; `print_jsonl` the whole file. Warnings are not kept.
[[nodiscard]] std::string print_header(const Header& header);
[[nodiscard]] std::string print_event(const Event& event);
[[nodiscard]] std::string print_jsonl(const Trace& trace);

// --- reading
// ---------------------------------------------------------------------------------------

/// Told by the first octet, of a JSON object.
[[nodiscard]] bool looks_like_jsonl(std::string_view content);

/// A torn last line, or a damaged line and all behind it, are left out with a warning that names
/// the line. An error: the header cannot be read.
[[nodiscard]] Result<Trace, ReadError> read_jsonl(std::string_view content, std::string_view name);

/// What a followed file gained since the last look.
struct Growth {
  std::optional<Header> header;  ///< with the first growth only
  std::vector<Event> events;
};

/// Follows a file that another program appends to. Only complete lines are taken; a line that is
/// half written is taken by a later poll. A value: two copies follow independently.
class Follower {
 public:
  explicit Follower(std::string name) : name_(std::move(name)) {}

  /// The complete lines since the last poll; none yet is no error. An error (the file is gone, was
  /// replaced by a shorter one, or a line is damaged) repeats until a new Follower is made; what
  /// earlier polls returned, and events before the damaged line, stay valid.
  [[nodiscard]] Result<Growth, ReadError> poll(const Files& files);

 private:
  void take(std::string_view line, Growth& growth);

  std::string name_;
  std::uint64_t offset_ = 0;  ///< behind the last line that was taken
  std::size_t lines_ = 0;
  Instant last_sent_;
  std::optional<ReadError> failed_;
};

}  // namespace imapscope::trace
