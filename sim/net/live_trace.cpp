#include "sim/net/live_trace.h"

#include <utility>

namespace imapscope::net {

Result<LiveTrace, std::string> LiveTrace::create(const std::filesystem::path& path,
                                                 std::int64_t unix_us) {
  const trace::Header header{.title = path.filename().string(),
                             .source = "imapsim serve",
                             .clocking = trace::Clocking::both_ends,
                             .unix_us = unix_us,
                             .redacted = true};
  auto recorder = trace::Recorder::create(path, header);
  if (!recorder) return fail(recorder.error().message);
  LiveTrace live;
  live.recorder_ = std::move(*recorder);
  live.redactor_.emplace();
  return live;
}

Result<void, std::string> LiveTrace::record(trace::ConnectionId connection,
                                            trace::Direction direction, Instant now,
                                            trace::What what) {
  if (!recorder_) return {};
  // The server's own order is what counts here: both times are the server's.
  const trace::Event event = redactor_->redact({connection, direction, now, now, std::move(what)});
  const auto written = recorder_->append(event);
  if (written) return {};
  recorder_.reset();
  return fail(written.error().message + " The server goes on without a trace.");
}

}  // namespace imapscope::net
