#include "sim/imap/parameters.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope {

bool has_parameter(const Parameters& parameters, std::string_view name) {
  return std::any_of(parameters.begin(), parameters.end(), [name](const Parameter& parameter) {
    return ascii::equal_ignoring_case(parameter.name, name);
  });
}

}  // namespace imapscope
