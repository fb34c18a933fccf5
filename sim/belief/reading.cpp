#include "sim/belief/reading.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/redact/redact.h"
#include "sim/wire/chars.h"

namespace imapscope::observer {
namespace {

std::string_view take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find_first_of(" \r\n"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  return word;
}

// The name of a response that cannot be read: `* 3 FETCH` or `* LIST`.
std::string name_in(std::string_view bytes) {
  take_word(bytes);
  std::string_view word = take_word(bytes);
  if (!word.empty() && std::all_of(word.begin(), word.end(), ascii::is_digit)) {
    word = take_word(bytes);
  }
  return ascii::to_upper(word);
}

void describe_response(Line& line, const Response& response, bool greeting) {
  if (const auto* tagged = std::get_if<Tagged>(&response)) {
    line.kind = LineKind::tagged;
    line.tag = tagged->tag;
    line.condition = tagged->status.condition;
    line.name = name_of(tagged->status.condition);
    return;
  }
  if (std::holds_alternative<ContinuationRequest>(response)) {
    line.kind = LineKind::continuation_request;
    line.name = "+";
    return;
  }
  const UntaggedData& data = std::get<Untagged>(response).data;
  line.kind = LineKind::untagged;
  line.name = name_of(data);
  if (line.name.empty()) line.name = name_in(line.bytes);
  if (const auto* status = std::get_if<StatusResponse>(&data)) {
    line.condition = status->condition;
    if (greeting) line.kind = LineKind::greeting;
  }
}

// Masked octets are `*`, which no argument may hold: they are read as letters, which base64 and
// every string may.
std::string readable(std::string bytes, const std::vector<trace::Masked>& masked) {
  for (const trace::Masked& mask : masked) {
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(mask.offset), mask.octets, 'A');
  }
  return bytes;
}

// What is secret is not judged: a trace, or the log that it was read from, may have masked it, with
// whatever takes its place. A response of any length is left off.
auto parse_without_secret(const Line& line, std::string_view verb) {
  const auto secrets = line.masked.empty() ? redact::secrets_in(line.bytes) : line.masked;
  std::string bytes = readable(line.bytes, secrets);
  if (has(verb, Trait::dialogue) && !secrets.empty()) {
    const std::size_t begin = secrets.front().offset;
    bytes.erase(begin, bytes.find_last_not_of("\r\n") + 1 - begin);
    if (begin > 0 && bytes[begin - 1] == ' ') bytes.erase(begin - 1, 1);
  }
  return wire::parse_command(bytes, wire::Arguments::any, line.texts);
}

/// Of a line that cannot be read.
bool lacks_tag(std::string_view bytes) {
  const CommandStart start = command_start(bytes);
  if (start.tag.empty()) return false;
  const bool alone = start.tag.size() == bytes.find_last_not_of("\r\n") + 1;
  return alone || (names_command(start.tag) && !names_command(start.verb));
}

/// The same line with a tag that is one, where its own is none and a command stands behind it.
std::optional<std::string> with_readable_tag(const Line& line) {
  const CommandStart start = command_start(line.bytes);
  std::string bytes = readable(line.bytes, line.masked);
  const std::string_view word = std::string_view(bytes).substr(0, start.tag.size());
  if (word == "*" || is_tag(word) || !names_command(start.verb)) return std::nullopt;
  bytes.replace(0, start.tag.size(), start.tag.size(), 'A');
  return bytes;
}

auto parse_client(const Line& line) {
  const auto parse = [&line](const std::string& bytes) {
    return wire::parse_command(bytes, wire::Arguments::any, line.texts);
  };
  auto parsed = parse(line.masked.empty() ? line.bytes : readable(line.bytes, line.masked));
  if (!parsed) {
    if (const auto bytes = with_readable_tag(line)) return parse(*bytes);
  }
  const std::string verb = command_start(line.bytes).verb;
  return parsed || !has(verb, Trait::holds_secret) ? std::move(parsed)
                                                   : parse_without_secret(line, verb);
}

// A masked tag stays what it is for the one who wrote the command.
auto parse_server(const Line& line) {
  if (line.masked.empty()) return wire::parse_response(line.bytes, line.texts);
  auto parsed = wire::parse_response(readable(line.bytes, line.masked), line.texts);
  if (!parsed) return parsed;
  auto* tagged = std::get_if<Tagged>(&parsed->value);
  if (tagged != nullptr) tagged->tag = line.bytes.substr(0, tagged->tag.size());
  return parsed;
}

bool wants_events(const Line& line) {
  return ascii::to_upper(line.bytes).find(" SET ") != std::string::npos;
}

// RFC 5465 §6.1.1; SELECTED-DELAYED keeps to the rules for EXPUNGE.
bool wants_expunges(const Line& line) {
  const std::string text = ascii::to_upper(line.bytes);
  const std::size_t selected = text.find("(SELECTED ");
  return selected != std::string::npos &&
         text.find("MESSAGEEXPUNGE", selected) != std::string::npos;
}

}  // namespace

CommandStart command_start(std::string_view first_line) {
  CommandStart start;
  start.tag = take_word(first_line);
  start.verb = ascii::to_upper(take_word(first_line));
  if (start.verb == "UID") start.verb += " " + ascii::to_upper(take_word(first_line));
  return start;
}

bool is_tag(std::string_view word) {
  return wire::chars::all_are(word, wire::chars::tag);
}

Reading read_command(Line& line) {
  Reading reading;
  auto parsed = parse_client(line);
  CommandStart start = command_start(line.bytes);
  const bool tagged = is_tag(command_start(readable(line.bytes, line.masked)).tag);
  const bool ill_formed = !tagged && with_readable_tag(line);
  if (ill_formed) reading.tag_fault = TagFault::ill_formed;
  line.kind = tagged || ill_formed ? LineKind::command : LineKind::unreadable;
  line.tag = std::move(start.tag);
  line.name = std::move(start.verb);
  if (parsed) {
    reading.command = std::make_shared<const Command>(std::move(parsed->value.command));
    reading.quirks = std::move(parsed->quirks);
    reading.error = parsed->extension;
    return reading;
  }
  const wire::CommandError& error = parsed.error();
  // A server may answer under a tag that stands before something else than a command.
  const bool tag_alone = error.tag && error.error.offset <= error.tag->size();
  if (!error.tag || tag_alone) line.kind = LineKind::unreadable;
  if (lacks_tag(line.bytes)) {
    reading.tag_fault = TagFault::missing;
    line.kind = LineKind::unreadable;
    line.name.clear();
  }
  reading.known_verb = error.known_verb;
  reading.error = error.error;
  return reading;
}

Reading read_response(Line& line, bool greeting) {
  Reading reading;
  auto parsed = parse_server(line);
  if (parsed) {
    describe_response(line, parsed->value, greeting);
    reading.response = std::move(parsed->value);
    reading.quirks = std::move(parsed->quirks);
    return reading;
  }
  line.kind = line.bytes.starts_with("* ") ? LineKind::untagged : LineKind::unreadable;
  if (line.kind == LineKind::untagged) line.name = name_in(line.bytes);
  reading.error = parsed.error();
  return reading;
}

std::shared_ptr<const Command> command_of(const Line& line) {
  auto parsed = parse_client(line);
  if (!parsed) return nullptr;
  return std::make_shared<const Command>(std::move(parsed->value.command));
}

std::optional<Response> response_of(const Line& line) {
  auto parsed = parse_server(line);
  if (!parsed) return std::nullopt;
  return std::move(parsed->value);
}

CommandInProgress in_progress_of(const Line& line) {
  const Nature& nature = nature_of(line.name);
  const bool asks = nature.traits.has(Trait::asks_for_events);
  return {line.id, line.tag, line.name, asks && wants_events(line), asks && wants_expunges(line),
          &nature};
}

std::optional<wire::SyntaxError> error_of(const Line& line) {
  if (line.bytes.empty()) return std::nullopt;
  if (line.direction == trace::Direction::to_client) {
    auto parsed = parse_server(line);
    return parsed ? std::nullopt : std::optional(parsed.error());
  }
  if (line.kind != LineKind::command && line.kind != LineKind::unreadable) return std::nullopt;
  auto parsed = parse_client(line);
  if (parsed) return parsed->extension;
  if (lacks_tag(line.bytes)) return wire::SyntaxError{0, "tag", "3501 §2.2.1"};
  return parsed.error().error;
}

}  // namespace imapscope::observer
