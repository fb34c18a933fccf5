// THE TABLE OF FORMATS: every format that traces are kept in. One row, and its words in trace.json,
// add a format everywhere: reading and converting, the help, the sentences that name what can be
// read, and the table in traces/README.md, which a test compares with them.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/trace/curl.h"
#include "sim/trace/jsonl.h"
#include "sim/trace/pcap/pcap.h"
#include "sim/trace/transcript.h"

namespace imapscope::trace {

struct FormatInfo {
  std::string_view id;      ///< its words are trace.format.ID: what a content is taken for, and why
  std::string_view ending;  ///< of the names of files that are written: ".jsonl"
  bool (*looks_like)(std::string_view content);
  Result<Trace, ReadError> (*read)(std::string_view content, std::string_view name);
  std::string (*write)(const Trace& trace);  ///< null: it is only read
};

/// A content is of the first that it looks like.
inline constexpr std::array formats{
    FormatInfo{"jsonl", ".jsonl", looks_like_jsonl, read_jsonl, print_jsonl},
    FormatInfo{"pcap", "", looks_like_pcap, read_pcap, nullptr},
    FormatInfo{"curl", "", looks_like_curl, read_curl, nullptr},
    FormatInfo{"transcript", "", looks_like_transcript, read_transcript, nullptr},
};

/// Its name in a list, "pcap, pcapng".
[[nodiscard]] Said name_of(const FormatInfo& format);
/// What a content is taken for: "a packet capture".
[[nodiscard]] Said kind_of(const FormatInfo& format);
/// Why: "it begins with the mark of pcap or pcapng".
[[nodiscard]] Said reason_for(const FormatInfo& format);

/// Null where the content looks like none. A byte order mark is passed over.
[[nodiscard]] const FormatInfo* find_format(std::string_view content);
/// The format that is written into files of such names; null: none is.
[[nodiscard]] const FormatInfo* format_written_to(std::string_view file_name);

/// The endings of what can be written: ".jsonl"
[[nodiscard]] std::string writable_endings();

}  // namespace imapscope::trace
