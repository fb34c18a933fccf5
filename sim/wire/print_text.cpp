#include "sim/wire/print_text.h"

#include "sim/base/line_end.h"
#include "sim/wire/date_time.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {
namespace {

std::string text_of(Printer&& out) {
  return std::string(without_line_end(std::move(out).finish().front()));
}

}  // namespace

std::string date_time_text(const DateTime& time) {
  Printer out(Writer::server);
  print_date_time(out, time);
  return text_of(std::move(out));
}

std::string string_text(std::string_view octets) {
  Printer out(Writer::server);
  out.string(octets);
  return text_of(std::move(out));
}

}  // namespace imapscope::wire
