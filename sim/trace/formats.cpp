#include "sim/trace/formats.h"

#include <algorithm>

namespace imapscope::trace {
namespace {

template <class Holds>
const FormatInfo* first_that(Holds holds) {
  const auto* found = std::find_if(formats.begin(), formats.end(), holds);
  return found == formats.end() ? nullptr : found;
}

Said words_of(const FormatInfo& format, const char* what) {
  return Said("trace.format." + std::string(format.id) + "." + what);
}

}  // namespace

const FormatInfo* find_format(std::string_view content) {
  content = without_byte_order_mark(content);
  return first_that([&](const FormatInfo& format) { return format.looks_like(content); });
}

const FormatInfo* format_written_to(std::string_view file_name) {
  return first_that([&](const FormatInfo& format) {
    return format.write != nullptr && file_name.ends_with(format.ending);
  });
}

Said name_of(const FormatInfo& format) {
  return words_of(format, "name");
}

Said kind_of(const FormatInfo& format) {
  return words_of(format, "kind");
}

Said reason_for(const FormatInfo& format) {
  return words_of(format, "since");
}

std::string writable_endings() {
  std::string endings;
  for (const FormatInfo& format : formats) {
    if (format.write == nullptr) continue;
    if (!endings.empty()) endings += ", ";
    endings += format.ending;
  }
  return endings;
}

}  // namespace imapscope::trace
