#include "sim/imap/response_code.h"

#include "sim/base/overloaded.h"
#include "sim/imap/name_index.h"

namespace imapscope {
namespace {

constexpr auto all_codes = joined(code_rows, named_codes);

}  // namespace

std::span<const CodeInfo> code_table() {
  return all_codes;
}

const CodeInfo* find_code(std::string_view name) {
  static const NameIndex<CodeInfo, &CodeInfo::name> index(all_codes);
  return index.find(name);
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
