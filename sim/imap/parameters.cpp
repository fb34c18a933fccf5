#include "sim/imap/parameters.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope {

const Parameter* find_parameter(const Parameters& parameters, std::string_view name) {
  const auto found =
      std::find_if(parameters.begin(), parameters.end(), [name](const Parameter& parameter) {
        return ascii::equal_ignoring_case(parameter.name, name);
      });
  return found == parameters.end() ? nullptr : &*found;
}

bool has_parameter(const Parameters& parameters, std::string_view name) {
  return find_parameter(parameters, name) != nullptr;
}

}  // namespace imapscope
