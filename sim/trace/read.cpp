#include "sim/trace/read.h"

#include "sim/trace/formats.h"

namespace imapscope::trace {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string unknown_format(std::string_view content, std::string_view name) {
  const std::string file(name);
  if (content.empty()) return file + " is empty.";
  if (content.starts_with("\x1f\x8b")) {
    return file + " is compressed (gzip): unpack it first.";
  }
  return file + " is no trace that can be read: it is neither " + readable_formats() + ".";
}

}  // namespace

std::string readable_formats() {
  std::string names;
  for (const FormatInfo& format : formats) {
    if (!names.empty()) names += &format == &formats.back() ? ", or " : ", ";
    names += format.name;
  }
  return names;
}

std::optional<Format> format_of(std::string_view content) {
  const FormatInfo* format = find_format(content);
  if (format == nullptr) return std::nullopt;
  return Format{format->kind, format->since};
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
  if (!content) return fail(ReadError{name + " " + content.error()});
  return read(*content, file_of(name));
}

}  // namespace imapscope::trace
