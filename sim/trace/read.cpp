#include "sim/trace/read.h"

#include <utility>

#include "sim/trace/formats.h"

namespace imapscope::trace {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

Said unknown_format(std::string_view content, std::string_view name) {
  const Argument file("file", std::string(name));
  if (content.empty()) return {"trace.empty", {file}};
  if (content.starts_with("\x1f\x8b")) return {"trace.gzip", {file}};
  return {"trace.unknown_format", {file, {"formats", readable_formats()}}};
}

}  // namespace

Said readable_formats() {
  Said names = name_of(formats.front());
  for (std::size_t i = 1; i < formats.size(); ++i) {
    const bool is_last = i + 1 == formats.size();
    names = Said(is_last ? "trace.formats.or" : "trace.formats.and_so_on",
                 {{"names", std::move(names)}, {"next", name_of(formats[i])}});
  }
  return names;
}

std::string_view without_byte_order_mark(std::string_view content) {
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  return content;
}

Result<Trace, ReadError> read(std::string_view content, std::string_view name) {
  content = without_byte_order_mark(content);
  if (const FormatInfo* format = find_format(content)) return format->read(content, name);
  return fail(ReadError{unknown_format(content, name)});
}

Result<Trace, ReadError> read_file(const Files& files, const std::string& name) {
  const auto content = files.read(name);
  if (!content) return fail(ReadError{content.error()});
  return read(*content, file_of(name));
}

}  // namespace imapscope::trace
