#include "sim/imap/response_code.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"

namespace imapscope {
namespace {

constexpr auto all_codes =
    std::apply([](const auto&... info) { return std::array<CodeInfo, sizeof...(info)>{info...}; },
               std::tuple_cat(infos_of(code_rows), named_codes));

}  // namespace

std::span<const CodeInfo> code_table() {
  return all_codes;
}

const CodeInfo* find_code(std::string_view name) {
  const auto found = std::find_if(all_codes.begin(), all_codes.end(), [&](const CodeInfo& info) {
    return ascii::equal_ignoring_case(info.name, name);
  });
  return found == all_codes.end() ? nullptr : &*found;
}

std::string_view name_of(const ResponseCode& code) {
  return std::visit(
      overloaded{
          [](const CodeAtom& atom) -> std::string_view { return atom.name; },
          []<class C>(const C&) -> std::string_view { return info_for<C>(code_rows).name; },
      },
      code);
}

}  // namespace imapscope
