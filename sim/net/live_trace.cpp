#include "sim/net/live_trace.h"

#include <utility>

#include "sim/trace/jsonl.h"

namespace imapscope::net {

Result<LiveTrace, Said> LiveTrace::create(const std::string& name, std::int64_t unix_us) {
  const trace::Header header{.title = file_of(name),
                             .source = "server",
                             .clocking = trace::Clocking::both_ends,
                             .unix_us = unix_us,
                             .redacted = true};
  auto file = disk::GrowingFile::create(name);
  if (!file) return fail(file.error());
  if (auto written = file->append(trace::print_header(header)); !written) {
    return fail(written.error());
  }
  LiveTrace live;
  live.file_ = std::move(*file);
  live.redactor_.emplace();
  return live;
}

Result<void, Said> LiveTrace::record(trace::ConnectionId connection, trace::Direction direction,
                                     Instant now, trace::What what) {
  if (!file_) return {};
  // The server's own order is what counts here: both times are the server's.
  const trace::Event event = redactor_->redact({connection, direction, now, now, std::move(what)});
  const auto written = file_->append(trace::print_event(event));
  if (written) return {};
  file_.reset();
  return fail(Said("serve.without_trace", {{"what", written.error()}}));
}

}  // namespace imapscope::net
