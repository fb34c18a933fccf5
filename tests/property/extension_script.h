// What clients send to a server with extensions: a table of commands for each.
#pragma once

#include <string>

#include "tests/property/choices.h"

namespace imapscope {

/// One command, without a tag. `@n`, `@u` and `@m` of the table were filled in.
[[nodiscard]] std::string extension_command(Choices& choices);

}  // namespace imapscope
