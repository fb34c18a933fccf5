#include "sim/trace/pcap/language.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"

namespace imapscope::trace {
namespace {

constexpr int lines_looked_at = 4;

std::string_view take_word(std::string_view& line) {
  const auto end = line.find(' ');
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  return word;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), ascii::is_digit);
}

bool could_be_tag(std::string_view word) {
  const auto allowed = [](char c) {
    return ascii::is_alpha(c) || ascii::is_digit(c) || c == '.' || c == '-' || c == '_' || c == '$';
  };
  return !word.empty() && std::all_of(word.begin(), word.end(), allowed);
}

bool is_untagged(std::string_view line) {
  if (take_word(line) != "*") return false;
  const std::string_view word = take_word(line);
  const bool numbered = is_number(word);
  const DataInfo* data = find_data(numbered ? take_word(line) : word);
  if (data == nullptr) return !numbered && find_condition(word).has_value();
  return numbered == data->numbered;
}

/// SMTP and FTP have replies like this one too ("250 OK"), so alone it proves nothing.
bool is_tagged_answer(std::string_view line) {
  if (!could_be_tag(take_word(line))) return false;
  const auto condition = find_condition(take_word(line));
  return condition && completes(*condition);
}

/// Here too: FTP says "230 Login successful".
bool is_command(std::string_view line) {
  if (!could_be_tag(take_word(line))) return false;
  const std::string_view verb = take_word(line);
  using ascii::equal_ignoring_case;
  return find_command(verb) != nullptr || equal_ignoring_case(verb, "UID") ||
         equal_ignoring_case(verb, "STARTTLS");
}

/// The last line may be cut, by the snap length or the end of what was captured.
template <class Says>
bool some_line(std::string_view bytes, int most, Says says) {
  for (int i = 0; i < most && !bytes.empty(); ++i) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    line = without_line_end(line);
    if (says(line)) return true;
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return false;
}

/// FTP, too, has codes like SMTP's: its client says none of what SMTP's does.
std::optional<Speakers> neighbours_by_lines(const Fronts& fronts) {
  for (const std::size_t server : {std::size_t{0}, std::size_t{1}}) {
    const auto answers = protocol_of_server(fronts[server]);
    const auto asks = protocol_of_client(fronts[1 - server]);
    if (asks && answers == asks) return Speakers{*asks, server};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Protocol> protocol_of_port(std::uint16_t port) {
  switch (port) {
    case 143:
    case 993:
      return Protocol::imap;
    case 110:
    case 995:
      return Protocol::pop3;
    case 25:
    case 465:
    case 587:
      return Protocol::smtp;
    default:
      return std::nullopt;
  }
}

Language language_of(const Fronts& fronts, bool on_known_port) {
  if (speakers_by_lines(fronts)) return Language::plain;
  if (!on_known_port) return Language::other;
  const bool tls = begins_tls_record(fronts[0]) || begins_tls_record(fronts[1]);
  return tls ? Language::tls : Language::plain;
}

std::optional<Speakers> speakers_by_lines(const Fronts& fronts) {
  constexpr std::array ends{std::size_t{0}, std::size_t{1}};
  for (const std::size_t end : ends) {
    if (some_line(fronts[end], lines_looked_at, is_untagged)) return Speakers{Protocol::imap, end};
  }
  for (const std::size_t end : ends) {
    if (some_line(fronts[end], lines_looked_at, is_tagged_answer) &&
        some_line(fronts[1 - end], lines_looked_at, is_command)) {
      return Speakers{Protocol::imap, end};
    }
  }
  return neighbours_by_lines(fronts);
}

bool begins_tls_record(std::string_view bytes) {
  if (bytes.size() < 3) return false;
  const auto type = static_cast<unsigned char>(bytes[0]);
  return type >= 20 && type <= 23 && bytes[1] == 3 && bytes[2] >= 0 && bytes[2] <= 4;
}

bool asks_for_tls(std::string_view bytes) {
  const auto lines = static_cast<int>(std::count(bytes.begin(), bytes.end(), '\n'));
  return some_line(bytes, lines, [](std::string_view line) {
    return could_be_tag(take_word(line)) && ascii::equal_ignoring_case(take_word(line), "STARTTLS");
  });
}

}  // namespace imapscope::trace
