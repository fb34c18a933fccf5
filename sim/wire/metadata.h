// The metadata family on the wire: GETMETADATA, SETMETADATA and what they bring.
#pragma once

#include <optional>
#include <string_view>

#include "sim/imap/metadata.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, GetMetadata& command);
void parse(Cursor& in, SetMetadata& command);
void parse(Cursor& in, MetadataData& data);

void print(Printer& out, const GetMetadata& command);
void print(Printer& out, const SetMetadata& command);
void print(Printer& out, const MetadataData& data);

/// The names in the value of `METADATA (…)`, an option of LIST (RFC 9590 §5); nothing where it is
/// none.
[[nodiscard]] std::optional<std::vector<std::string>> parse_entry_names(std::string_view value);

}  // namespace imapscope::wire
