#include "sim/mail/mime/address.h"

#include <optional>
#include <string>
#include <utility>

#include "sim/mail/mime/scanner.h"

namespace imapscope::mail {
namespace {

using Rest = Scanner::Rest;

class AddressParser {
 public:
  explicit AddressParser(std::string_view value) : scanner_(value) {}

  std::vector<Address> parse() {
    if (scanner_.skip_blank() == Rest::something) list();
    return std::move(addresses_);
  }

 private:
  void list() {
    for (;;) {
      const std::size_t start = scanner_.position();
      std::optional<Rest> behind = group();
      if (!behind) {
        scanner_.return_to(start);
        behind = mailbox();
      }
      if (*behind == Rest::nothing || !scanner_.take(',')) return;
      const Rest next = scanner_.skip_blank();
      if (next == Rest::broken) add_completed();
      if (next != Rest::something) return;
    }
  }

  /// Nothing where this is no group.
  std::optional<Rest> group() {
    std::string name;
    if (scanner_.phrase(name) != Rest::something || !scanner_.take(':')) return std::nullopt;
    current_.mailbox = name;
    add();
    Rest behind = scanner_.skip_blank();
    if (behind == Rest::something && scanner_.peek() != ';') behind = members();
    if (behind != Rest::broken) {
      behind = scanner_.take(';') ? scanner_.skip_blank() : Rest::broken;
    }
    add();
    return behind == Rest::nothing ? Rest::nothing : Rest::something;
  }

  Rest members() {
    for (;;) {
      mailbox();
      if (!scanner_.take(',')) return Rest::something;
      if (scanner_.skip_blank() != Rest::something) return Rest::broken;
    }
  }

  Rest mailbox() {
    const std::size_t start = scanner_.position();
    Rest behind = name_addr();
    if (behind == Rest::broken) {
      scanner_.return_to(start);
      behind = addr_spec();
    }
    add_completed();
    return behind;
  }

  /// `Name <mailbox@host>`; broken where there is no `<`.
  Rest name_addr() {
    std::string name;
    if (scanner_.phrase(name) != Rest::something || !scanner_.take('<')) return Rest::broken;
    if (!name.empty()) current_.name = name;
    if (!angle_addr()) current_.host = "SYNTAX_ERROR";
    return scanner_.at_end() ? Rest::nothing : Rest::something;
  }

  bool angle_addr() {
    if (scanner_.skip_blank() != Rest::something) return false;
    if (scanner_.peek() == '@') {
      if (!route() || !scanner_.take(':')) current_.route = "INVALID_ROUTE";
      if (scanner_.skip_blank() != Rest::something) return false;
    }
    if (scanner_.peek() != '>') {
      if (local_part() != Rest::something) return false;
      if (scanner_.take('@') && host() != Rest::something) return false;
    }
    return scanner_.take('>') && scanner_.skip_blank() != Rest::broken;
  }

  /// `@one,@two` (RFC 2822 §4.4, obs-domain-list).
  bool route() {
    std::string route;
    while (scanner_.take('@')) {
      route += route.empty() ? "@" : ",@";
      if (scanner_.domain(route) != Rest::something) return false;
      while (scanner_.skip_blank() == Rest::something && scanner_.take(',')) continue;
    }
    if (scanner_.at_end()) return false;
    current_.route = route;
    return true;
  }

  /// `mailbox@host (Name)`.
  Rest addr_spec() {
    scanner_.forget_comment();
    const bool is_quoted = scanner_.peek() == '"';
    Rest behind = local_part();
    const bool has_host = behind != Rest::nothing && scanner_.take('@');
    if (has_host) {
      if (const Rest behind_host = host(); behind_host != Rest::something) behind = behind_host;
    }
    if (!scanner_.last_comment().empty()) {
      current_.name = scanner_.last_comment();
    } else if (!has_host) {
      words_without_host(is_quoted);
      behind = Rest::broken;
    }
    return behind;
  }

  /// One word is a mailbox; several, or a quoted one, are rather a name.
  void words_without_host(bool is_quoted) {
    std::string name = local_text_ + ' ';
    const std::size_t first_word = name.size();
    scanner_.phrase(name);
    if (name.size() != first_word) {
      current_.name = name;
      current_.mailbox.reset();
    } else if (is_quoted) {
      current_.name = std::exchange(current_.mailbox, std::nullopt);
    }
  }

  Rest local_part() {
    local_text_.clear();
    const Rest behind =
        scanner_.peek() == '"' ? scanner_.quoted_string(local_text_) : scanner_.dotted(local_text_);
    if (behind != Rest::broken) current_.mailbox = local_text_;
    return behind;
  }

  Rest host() {
    std::string text;
    const Rest behind = scanner_.domain(text);
    if (behind != Rest::broken) current_.host = text;
    return behind;
  }

  void add_completed() {
    if (!current_.mailbox) current_.mailbox = "MISSING_MAILBOX";
    if (!current_.host || current_.host->empty()) current_.host = "MISSING_DOMAIN";
    add();
  }

  void add() {
    if (current_.name) current_.name = tidy_blanks(*current_.name);
    addresses_.push_back(std::exchange(current_, {}));
  }

  Scanner scanner_;
  Address current_;
  std::string local_text_;  // of the local part read last, also where it is broken
  std::vector<Address> addresses_;
};

std::string mailbox_text(const Address& address) {
  std::string spec = address.mailbox.value_or("") + '@' + *address.host;
  if (!address.name && !address.route) return spec;
  const std::string route = address.route ? *address.route + ':' : "";
  return address.name.value_or("") + " <" + route + spec + '>';
}

}  // namespace

std::vector<Address> parse_addresses(std::string_view value) {
  return AddressParser(value).parse();
}

std::string plain_text(const std::vector<Address>& addresses) {
  std::string text;
  bool begins_list = true;  // of all, or of a group's members
  for (const Address& address : addresses) {
    const bool ends_group = !address.host && !address.mailbox;
    if (!begins_list && !ends_group) text += ", ";
    begins_list = !address.host && address.mailbox;
    text += ends_group ? ";" : begins_list ? *address.mailbox + ": " : mailbox_text(address);
  }
  return text;
}

std::string tidy_blanks(std::string_view text) {
  std::string tidy;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
    if (!is_blank) {
      tidy += c;
    } else if (!tidy.empty() && tidy.back() != ' ') {
      tidy += ' ';
    }
  }
  if (!tidy.empty() && tidy.back() == ' ') tidy.pop_back();
  return tidy;
}

}  // namespace imapscope::mail
