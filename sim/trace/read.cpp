#include "sim/trace/read.h"

#include "sim/trace/jsonl.h"
#include "sim/trace/pcap.h"
#include "sim/trace/transcript.h"

namespace imapscope::trace {
namespace {

constexpr std::string_view formats =
    "imapscope's own JSON Lines, pcap, pcapng, or a transcript with C: and S: before its lines";

std::string unknown_format(std::string_view content, std::string_view name) {
  const std::string file(name);
  if (content.empty()) return file + " is empty.";
  if (content.starts_with("\x1f\x8b")) {
    return file + " is compressed (gzip): unpack it first.";
  }
  return file + " is no trace that can be read: it is neither " + std::string(formats) + ".";
}

}  // namespace

Result<Trace, ReadError> read(std::string_view content, std::string_view name) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  if (looks_like_pcap(content)) return read_pcap(content, name);
  if (looks_like_jsonl(content)) return read_jsonl(content, name);
  if (looks_like_transcript(content)) return read_transcript(content, name);
  return fail(ReadError{unknown_format(content, name)});
}

Result<Trace, ReadError> read_file(const Files& files, const std::string& name) {
  const auto content = files.read(name);
  if (!content) return fail(ReadError{name + " " + content.error()});
  return read(*content, file_of(name));
}

}  // namespace imapscope::trace
