// Any input is a trace or one sentence, and a trace converts to JSON Lines and back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sim/trace/jsonl.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace imapscope::trace;
  const auto trace = read({reinterpret_cast<const char*>(bytes), size}, "fuzz");
  if (!trace) {
    if (trace.error().message.empty()) std::abort();
    return 0;
  }
  const auto again = read(print_jsonl(*trace), "fuzz");
  if (!again || again->events != trace->events) std::abort();
  return 0;
}
