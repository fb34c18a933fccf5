#include "sim/trace/curl.h"

#include <algorithm>
#include <array>
#include <string>

#include "sim/base/line_end.h"
#include "sim/trace/transcript.h"

namespace imapscope::trace {
namespace {

/// How the servers of IMAP, POP3 and SMTP begin what they say.
constexpr std::array<std::string_view, 4> server_words{"* ", "+OK", "220 ", "220-"};
/// How curl begins its remarks about a connection.
constexpr std::array<std::string_view, 4> remarks{"  Trying ", "Connected to ", "Connection #",
                                                  "Hostname "};

/// A line: the time before the mark, with its space, and what stands behind.
struct CurlLine {
  std::string_view time;
  std::string_view rest;
};

CurlLine parts_of(std::string_view line) {
  const std::size_t end = line.find_first_not_of("0123456789:.");
  const bool has_time = end != std::string_view::npos && end >= 8 && line[end] == ' ';
  return has_time ? CurlLine{line.substr(0, end + 1), line.substr(end + 1)} : CurlLine{{}, line};
}

template <class Words>
bool begins_with_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.starts_with(word); });
}

/// The same line as a transcript marks it; what is no line of the protocol is a remark there.
std::string as_transcript(std::string_view line) {
  const auto [time, rest] = parts_of(line);
  const std::string_view text = rest.substr(std::min<std::size_t>(2, rest.size()));
  const std::string before(time);
  if (rest.starts_with("> ")) return before + "C: " + std::string(text);
  if (rest.starts_with("< ")) return before + "S: " + std::string(text);
  if (rest.starts_with("} [")) return before + "C: " + std::string(sure_gap);
  const bool downloads = rest.starts_with("* Found ") && rest.ends_with("download");
  if (rest.starts_with("{ [") || downloads) return before + "S: " + std::string(sure_gap);
  return "# " + std::string(line);
}

}  // namespace

bool looks_like_curl(std::string_view content) {
  content = content.substr(0, 1U << 14U);
  bool remarked = false;
  while (!content.empty()) {
    const std::string_view rest = parts_of(take_line(content)).rest;
    remarked = remarked || (rest.starts_with("* ") && begins_with_any(rest.substr(2), remarks));
    const bool is_heard = rest.starts_with("< ") && begins_with_any(rest.substr(2), server_words);
    if (is_heard) return remarked;
  }
  return false;
}

Result<Trace, ReadError> read_curl(std::string_view content, std::string_view name) {
  std::string transcript;
  while (!content.empty()) {
    transcript += as_transcript(without_line_end(take_line(content)));
    transcript += '\n';
  }
  auto trace = read_transcript(transcript, name);
  if (trace) trace->header.source = "curl";
  return trace;
}

}  // namespace imapscope::trace
