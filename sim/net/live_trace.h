// The trace of a live server, written while it happens: secrets masked, every event in the file
// before the next one happens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/base/time.h"
#include "sim/disk/disk_files.h"
#include "sim/redact/redact.h"

namespace imapscope::net {

class LiveTrace {
 public:
  /// Records nothing.
  LiveTrace() = default;
  [[nodiscard]] static Result<LiveTrace, Said> create(const std::string& name,
                                                      std::int64_t unix_us);

  /// Recording stops at the first failure, which is returned once.
  [[nodiscard]] Result<void, Said> record(trace::ConnectionId connection,
                                          trace::Direction direction, Instant now,
                                          trace::What what);

 private:
  std::optional<disk::GrowingFile> file_;
  std::optional<redact::Redactor> redactor_;
};

}  // namespace imapscope::net
