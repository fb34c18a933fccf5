// Commands of extensions that imapscope does not speak: known by name, so that a capture that holds
// them is explained, and not blamed.
#pragma once

#include <array>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/imap/traits.h"

namespace imapscope {

struct ExtensionCommand {
  std::string_view verb;
  std::string_view rfc;
  std::string_view capability;
  Traits traits = {};
  Journey journey = {};
};

inline constexpr std::array extension_commands{
    ExtensionCommand{"CONVERT", "5259 §6", "CONVERT"},
    ExtensionCommand{"XAPPLEPUSHSERVICE", "Apple", "XAPPLEPUSHSERVICE", {Trait::holds_secret}},
    ExtensionCommand{"PARTIAL", "1730 §6.4.6", "IMAP4", {Trait::names_messages}},
    ExtensionCommand{"FIND", "1730 §A, 1176", "IMAP4"},
};

/// Ignores case; null where the verb is not in the table.
inline const ExtensionCommand* find_extension_command(std::string_view verb) {
  for (const ExtensionCommand& command : extension_commands) {
    if (ascii::equal_ignoring_case(command.verb, verb)) return &command;
  }
  return nullptr;
}

}  // namespace imapscope
