// Reading a trace of any format (formats.h), which is told by content, never by the file's name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/base/files.h"
#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/trace/trace.h"

namespace imapscope::trace {

struct ReadError {
  Said message;          ///< one clear sentence that names the place
  std::size_t line = 0;  ///< from 1; 0 where the format has no lines
};

/// "imapscope's own JSON Lines, pcap, …"
[[nodiscard]] Said readable_formats();

/// Editors put it before a text.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view content);

/// `name` is for titles and messages only. A damaged tail is no error: what came before it is
/// returned with a warning; an error means that nothing could be read.
[[nodiscard]] Result<Trace, ReadError> read(std::string_view content, std::string_view name);
[[nodiscard]] Result<Trace, ReadError> read_file(const Files& files, const std::string& name);

}  // namespace imapscope::trace
