// Any frame: it parses or is an error inside the frame; what parsed prints and parses to the same
// value; its tokens cover it.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "sim/wire/parse.h"
#include "sim/wire/print.h"
#include "sim/wire/tokens.h"

using namespace imapscope;
using namespace imapscope::wire;

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

void check_command(std::string_view frame, Arguments arguments) {
  const auto parsed = parse_command(frame, arguments);
  if (!parsed) return demand(parsed.error().error.offset <= frame.size());
  std::string printed;
  for (const std::string& piece : print(parsed->value)) printed += piece;
  const auto again = parse_command(printed, arguments);
  demand(again.has_value());
  demand(again->value == parsed->value);
}

void check_response(std::string_view frame) {
  const auto parsed = parse_response(frame);
  if (!parsed) return demand(parsed.error().offset <= frame.size());
  const std::string printed = print(parsed->value);
  const auto again = parse_response(printed);
  demand(again.has_value());
  demand(again->value == parsed->value);
}

void check_tokens(std::string_view frame) {
  std::size_t end = 0;
  for (const Token& token : tokens(frame)) {
    demand(token.offset >= end && token.size > 0);
    demand(frame.substr(end, token.offset - end).find_first_not_of(' ') == std::string_view::npos);
    end = token.offset + token.size;
  }
  demand(frame.substr(end).find_first_not_of(' ') == std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view frame(reinterpret_cast<const char*>(data), size);
  check_command(frame, Arguments::spoken);
  check_command(frame, Arguments::any);
  check_response(frame);
  check_tokens(frame);
  return 0;
}
