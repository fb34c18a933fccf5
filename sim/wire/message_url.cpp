// URLs of messages (RFC 5092 §11, RFC 4467 §9), read from left to right.
#include <algorithm>
#include <charconv>

#include "sim/base/ascii.h"
#include "sim/wire/section.h"
#include "sim/wire/url.h"

namespace imapscope::wire {
namespace {

/// Where `word` begins in `text`, in any case of letters; npos where it does not stand there.
std::size_t find_word(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (ascii::starts_with_ignoring_case(text.substr(at), word)) return at;
  }
  return std::string_view::npos;
}

/// All up to `word` is taken from `text`; nothing is, where it does not stand there.
std::optional<std::string_view> take_up_to(std::string_view& text, std::string_view word) {
  const std::size_t at = find_word(text, word);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at + word.size());
  return taken;
}

/// Behind one of the words that may come next, or all of the rest.
std::string_view take_value(std::string_view& text, std::string_view& word,
                            std::initializer_list<std::string_view> words) {
  std::size_t end = text.size();
  word = {};
  for (const std::string_view candidate : words) {
    const std::size_t at = find_word(text, candidate);
    if (at >= end) continue;
    end = at;
    word = candidate;
  }
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end + word.size());
  return taken;
}

std::optional<std::uint32_t> number_in(std::string_view digits) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [read_to, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || read_to != end) return std::nullopt;
  return value;
}

/// `%20` is a space; nothing where a percent sign stands for nothing.
std::optional<std::string> without_escapes(std::string_view text) {
  std::string octets;
  while (!text.empty()) {
    if (text.front() != '%') {
      octets += text.front();
      text.remove_prefix(1);
      continue;
    }
    const auto octet = ascii::octet_of_hex(text.substr(1));
    if (!octet || text.size() < 3) return std::nullopt;
    octets += *octet;
    text.remove_prefix(3);
  }
  return octets;
}

/// section-spec, escaped (RFC 5092 §11).
std::optional<Section> section_in(std::string_view text) {
  const auto spec = without_escapes(text);
  if (!spec || spec->empty()) return std::nullopt;
  const std::string bracketed = "[" + *spec + "]\r\n";
  Cursor in(bracketed, Writer::client);
  Section section = parse_section(in);
  in.end_of_line();
  return in.ok() ? std::optional(section) : std::nullopt;
}

/// partial-range = number ["." nz-number]; without a count all that is left.
std::optional<Partial> partial_in(std::string_view text) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const auto first = number_in(text.substr(0, dot));
  const bool has_count = dot < text.size();
  const auto count = has_count ? number_in(text.substr(dot + 1)) : std::optional(UINT32_MAX);
  if (!first || !count || *count == 0) return std::nullopt;
  return Partial{*first, *count};
}

/// date-time of RFC 3339 §5.6: `2026-03-01T09:00:00Z`, `…+01:00`; fractions of a second are
/// dropped.
std::optional<DateTime> timestamp_in(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-ddTdd:dd:dd";
  if (text.size() <= shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool fits =
        shape[i] == 'd' ? ascii::is_digit(text[i]) : ascii::upper(text[i]) == shape[i];
    if (!fits) return std::nullopt;
  }
  const auto number = [text](std::size_t at, std::size_t size) {
    return static_cast<int>(number_in(text.substr(at, size)).value_or(0));
  };
  DateTime time{.date = {number(0, 4), number(5, 2), number(8, 2)},
                .hour = number(11, 2),
                .minute = number(14, 2),
                .second = number(17, 2)};
  std::string_view zone = text.substr(shape.size());
  if (zone.front() == '.')
    zone.remove_prefix(std::min(zone.find_first_not_of("0123456789", 1), zone.size()));
  if (!is_valid(time.date)) return std::nullopt;
  if (zone == "Z" || zone == "z") return time;
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return std::nullopt;
  const auto hours = number_in(zone.substr(1, 2));
  const auto minutes = number_in(zone.substr(4, 2));
  if (!hours || !minutes) return std::nullopt;
  const auto east = static_cast<int>(*hours * 60 + *minutes);
  time.zone_minutes = zone[0] == '-' ? -east : east;
  return time;
}

/// iserver = [iuserinfo "@"] host [":" port]; iuserinfo may have `;AUTH=`.
bool take_server(std::string_view& text, MessageUrl& url) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  std::string_view server = text.substr(0, slash);
  text.remove_prefix(slash);
  if (const std::size_t at = server.find('@'); at != std::string_view::npos) {
    std::string_view user = server.substr(0, at);
    server.remove_prefix(at + 1);
    const auto decoded = without_escapes(user.substr(0, find_word(user, ";AUTH=")));
    if (!decoded) return false;
    url.user = *decoded;
  }
  url.host = server;
  return true;
}

/// imailbox-ref = enc-mailbox [";UIDVALIDITY=" nz-number]
bool read_mailbox(std::string_view text, MessageUrl& url) {
  const std::size_t validity = find_word(text, ";UIDVALIDITY=");
  const auto name = without_escapes(text.substr(0, validity));
  if (!name || name->empty() || name->find(';') != std::string::npos) return false;
  url.mailbox = MailboxName(*name);
  if (validity == std::string_view::npos) return true;
  const auto value = number_in(text.substr(validity + std::string_view(";UIDVALIDITY=").size()));
  if (!value || *value == 0) return false;
  url.uid_validity = UidValidity{*value};
  return true;
}

// iurlauth-rump = [expire] ";URLAUTH=" access; iua-verifier = ":" uauth-mechanism ":" enc-urlauth
bool read_access(std::string_view text, MessageUrl& url) {
  const std::size_t colon = text.find(':');
  url.access = text.substr(0, colon);
  if (colon == std::string_view::npos) return !url.access.empty();
  text.remove_prefix(colon + 1);
  const std::size_t second = text.find(':');
  if (second == std::string_view::npos) return false;
  url.mechanism = text.substr(0, second);
  url.token = text.substr(second + 1);
  return !url.access.empty() && !url.mechanism.empty() && !url.token.empty();
}

/// What `word`, which names it, has behind it. False where it is not that.
bool read_part(std::string_view word, std::string_view value, MessageUrl& url) {
  if (word == "/;SECTION=") {
    const auto section = section_in(value);
    url.section = section.value_or(Section());
    return section.has_value();
  }
  if (word == "/;PARTIAL=") {
    url.partial = partial_in(value);
    return url.partial.has_value();
  }
  if (word == ";EXPIRE=") {
    url.expires = timestamp_in(value);
    return url.expires.has_value();
  }
  return read_access(value, url);
}

}  // namespace

std::optional<MessageUrl> message_url_of(std::string_view text) {
  MessageUrl url;
  const std::string_view whole = text;
  url.is_absolute = ascii::starts_with_ignoring_case(text, "imap://");
  if (url.is_absolute) {
    text.remove_prefix(std::string_view("imap://").size());
    if (!take_server(text, url)) return std::nullopt;
  }
  if (!text.starts_with('/')) return std::nullopt;
  text.remove_prefix(1);
  const auto mailbox = take_up_to(text, "/;UID=");
  if (!mailbox || !read_mailbox(*mailbox, url)) return std::nullopt;
  std::string_view word;
  const auto next = [&] {
    return take_value(text, word, {"/;SECTION=", "/;PARTIAL=", ";EXPIRE=", ";URLAUTH="});
  };
  const auto uid = number_in(next());
  if (!uid || *uid == 0) return std::nullopt;
  url.uid = Uid{*uid};
  while (!word.empty()) {
    const std::string_view named = word;
    if (!read_part(named, next(), url)) return std::nullopt;
  }
  const std::size_t verifier = url.mechanism.size() + url.token.size() + 2;
  url.rump = url.token.empty() ? whole : whole.substr(0, whole.size() - verifier);
  return url;
}

}  // namespace imapscope::wire
