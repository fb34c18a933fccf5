// Stands in for pcap.cpp where libtins or libpcap is missing.
#include <string>

#include "sim/trace/pcap/pcap.h"

namespace imapscope::trace {

bool can_read_pcap() {
  return false;
}

Result<Trace, ReadError> read_pcap(std::string_view, std::string_view name) {
  return fail(ReadError{std::string(name) +
                        " is a packet capture, and this imapscope was built without libtins and "
                        "libpcap, which read those."});
}

}  // namespace imapscope::trace
