// One line of a transcript: who says it, on which connection, and when. Private to the transcript
// reader.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "sim/base/time.h"
#include "sim/trace/event.h"

namespace imapscope::trace {

/// How a transcript marks its lines. It keeps to one way: in a mail, `Server:` may be a header.
enum class Markers { letters, small_letters, words };  // `C:` `S1:`, `c:`, `Client:` `SERVER:`

struct Marked {
  Markers markers = Markers::letters;
  ConnectionId connection{1};  ///< `S2:` is of the second
  Direction direction = Direction::to_server;
  std::string_view text;             ///< behind the marker, with the blanks of the layout
  std::optional<Duration> day_time;  ///< that stands before the marker
  bool quoted = false;               ///< a `>` of a mail stands before it all
};

/// Nothing where no marker stands before the line.
[[nodiscard]] std::optional<Marked> marked(std::string_view line);
/// What the transcript's first line that looks like IMAP, POP3 or SMTP is marked with.
[[nodiscard]] std::optional<Markers> markers_of(std::string_view content);

/// Takes the first line of `rest`, without its line end.
[[nodiscard]] std::string_view take_transcript_line(std::string_view& rest);
[[nodiscard]] std::string_view without_indent(std::string_view text);
[[nodiscard]] std::string_view without_quote(std::string_view line);  ///< without its `> `

/// `OK`, `NO` or `BAD` and the tag before it.
struct Completion {
  std::string_view tag;
  bool ok = false;
};
[[nodiscard]] std::optional<Completion> completion_in(std::string_view line);

/// The octets that `{n}`, `{n+}` or `{n-}` at the end of a line announces; nothing where there is
/// none, or the line ends in text for people (RFC 3501 §7.1, §7.5).
[[nodiscard]] std::optional<std::size_t> literal_announced(std::string_view line, Direction);

/// Whether the author of the transcript left something out here: `...`, `[...]`, `(more …)`.
[[nodiscard]] bool is_elision(std::string_view text);

/// Whether both ends begin TLS here: `<TLS negotiation …>`, in brackets of any kind.
[[nodiscard]] bool begins_tls(std::string_view text);

/// Whether a connection may begin with this line of the server: `* OK` with another code than those
/// that speak of a mailbox, `* PREAUTH`, `* BYE` (RFC 3501 §7.1).
[[nodiscard]] bool is_greeting(std::string_view line);
/// Whether the server may say it after the greeting, before it is asked for anything.
[[nodiscard]] bool may_follow_greeting(std::string_view line);

}  // namespace imapscope::trace
