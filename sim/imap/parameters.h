// Parameters: where extensions may add to commands of the base protocol, this is what stands there
// (RFC 4466 §2.1). A slot is empty in what imapscope's own client sends and its server takes; the
// observer reads what others wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imapscope {

/// `CONDSTORE`, `CHANGEDSINCE 5`, `QRESYNC (1 2)`
struct Parameter {
  std::string name;     ///< as written
  std::string value{};  ///< as written; empty: none
  friend bool operator==(const Parameter&, const Parameter&) = default;
};
using Parameters = std::vector<Parameter>;

/// Null where none has that name, in any case.
[[nodiscard]] const Parameter* find_parameter(const Parameters& parameters, std::string_view name);
/// Whether a parameter has that name, in any case.
[[nodiscard]] bool has_parameter(const Parameters& parameters, std::string_view name);

}  // namespace imapscope
