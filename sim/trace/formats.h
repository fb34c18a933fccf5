// THE TABLE OF FORMATS: every format that traces are kept in. One row adds a format everywhere:
// reading and converting, the help, the sentences that name what can be read, and the table in
// traces/README.md, which a test compares with these rows.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/trace/jsonl.h"
#include "sim/trace/pcap/pcap.h"
#include "sim/trace/transcript.h"

namespace imapscope::trace {

struct FormatInfo {
  std::string_view name;     ///< as lists have it: "pcap, pcapng"
  std::string_view kind;     ///< what a content is taken for: "a packet capture"
  std::string_view told_by;  ///< "the magic number"
  std::string_view since;    ///< the same about one content: "it begins with the mark of …"
  std::string_view cannot_know;
  std::string_view ending;  ///< of the names of files that are written: ".jsonl"
  bool (*looks_like)(std::string_view content);
  Result<Trace, ReadError> (*read)(std::string_view content, std::string_view name);
  std::string (*write)(const Trace& trace);  ///< null: it is only read
};

/// A content is of the first that it looks like.
inline constexpr std::array formats{
    FormatInfo{"imapscope's own JSON Lines", "a trace of imapscope's own", "a JSON object first",
               "it begins with a JSON object, without the \"steps\" of a lesson", "nothing",
               ".jsonl", looks_like_jsonl, read_jsonl, print_jsonl},
    FormatInfo{"pcap, pcapng", "a packet capture", "the magic number",
               "it begins with the mark of pcap or pcapng",
               "when a segment landed; what the capture missed (shown as a gap); what TLS hides "
               "(shown as opaque)",
               "", looks_like_pcap, read_pcap, nullptr},
    FormatInfo{"a transcript with C: and S: before its lines", "a transcript",
               "a line that begins with `C:` or `S:`", "lines of it begin with C: or S:",
               "segments; without a time before its lines they are spread evenly over time", "",
               looks_like_transcript, read_transcript, nullptr},
};

/// Null where the content looks like none. A byte order mark is passed over.
[[nodiscard]] const FormatInfo* find_format(std::string_view content);
/// The format that is written into files of such names; null: none is.
[[nodiscard]] const FormatInfo* format_written_to(std::string_view file_name);

/// The endings of what can be written: ".jsonl"
[[nodiscard]] std::string writable_endings();

}  // namespace imapscope::trace
