// Stands in for pcap.cpp where libtins or libpcap is missing.
#include <string>

#include "sim/trace/pcap/pcap.h"

namespace imapscope::trace {

bool can_read_pcap() {
  return false;
}

Result<Trace, ReadError> read_pcap(std::string_view, std::string_view name) {
  return fail(ReadError{{"trace.pcap.no_reader", {{"file", std::string(name)}}}});
}

}  // namespace imapscope::trace
