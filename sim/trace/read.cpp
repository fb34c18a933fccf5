#include "sim/trace/read.h"

#include <algorithm>
#include <array>

#include "sim/trace/jsonl.h"
#include "sim/trace/pcap.h"
#include "sim/trace/transcript.h"

namespace imapscope::trace {
namespace {

constexpr std::string_view formats =
    "imapscope's own JSON Lines, pcap, pcapng, or a transcript with C: and S: before its lines";

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

struct Reader {
  bool (*looks)(std::string_view content);
  Result<Trace, ReadError> (*read)(std::string_view content, std::string_view name);
  Format format;
};

constexpr std::array readers{
    Reader{looks_like_pcap,
           read_pcap,
           {"a packet capture", "it begins with the mark of pcap or pcapng"}},
    Reader{looks_like_jsonl,
           read_jsonl,
           {"a trace of imapscope's own",
            "it begins with a JSON object, without the \"steps\" of a lesson"}},
    Reader{looks_like_transcript,
           read_transcript,
           {"a transcript", "lines of it begin with C: or S:"}},
};

const Reader* reader_of(std::string_view content) {
  const auto* reader = std::find_if(readers.begin(), readers.end(),
                                    [&](const Reader& each) { return each.looks(content); });
  return reader == readers.end() ? nullptr : reader;
}

std::string_view without_mark(std::string_view content) {
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  return content;
}

std::string unknown_format(std::string_view content, std::string_view name) {
  const std::string file(name);
  if (content.empty()) return file + " is empty.";
  if (content.starts_with("\x1f\x8b")) {
    return file + " is compressed (gzip): unpack it first.";
  }
  return file + " is no trace that can be read: it is neither " + std::string(formats) + ".";
}

}  // namespace

std::string_view readable_formats() {
  return formats;
}

std::optional<Format> format_of(std::string_view content) {
  const Reader* reader = reader_of(without_mark(content));
  return reader == nullptr ? std::nullopt : std::optional(reader->format);
}

Result<Trace, ReadError> read(std::string_view content, std::string_view name) {
  content = without_mark(content);
  const Reader* reader = reader_of(content);
  if (reader != nullptr) return reader->read(content, name);
  return fail(ReadError{unknown_format(content, name)});
}

Result<Trace, ReadError> read_file(const Files& files, const std::string& name) {
  const auto content = files.read(name);
  if (!content) return fail(ReadError{name + " " + content.error()});
  return read(*content, file_of(name));
}

}  // namespace imapscope::trace
