#include "sim/mail/mbox.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/mail/date.h"
#include "sim/mail/mime/header.h"

namespace imapscope::mail {
namespace {

// ---- one message ----

/// What a message's own fields tell about its place in the mailbox.
struct Place {
  FlagSet flags;
  bool is_old = false;
  std::optional<std::uint32_t> uid;
  std::optional<std::pair<std::uint32_t, std::uint32_t>> uid_validity_and_last;  // X-IMAPbase
};

struct Stored {
  std::size_t line = 0;  // of its `From ` line
  MessagePtr message;
  DateTime internal_date;
  Place place;
};

std::vector<std::string> words_between_blanks(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c != ' ' && c != '\t') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// A number as in nz-number (RFC 3501 §9), with leading zeros.
std::optional<std::uint32_t> number_of(std::string_view digits) {
  std::uint64_t number = 0;
  if (digits.empty() || digits.size() > 10) return std::nullopt;
  for (const char digit : digits) {
    if (!ascii::is_digit(digit)) return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  if (number > 0xffffffffU) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

void read_status(std::string_view letters, Place& place) {
  for (const char letter : letters) {
    switch (letter) {
      case 'R':
        place.flags.add(flags::seen);
        place.is_old = true;
        break;
      case 'O':
        place.is_old = true;
        break;
      case 'A':
        place.flags.add(flags::answered);
        break;
      case 'F':
        place.flags.add(flags::flagged);
        break;
      case 'D':
        place.flags.add(flags::deleted);
        break;
      case 'T':
        place.flags.add(flags::draft);
        break;
      default:
        break;  // other programs have letters of their own
    }
  }
}

/// Takes a field that tells the place. False where it is none of them.
Result<bool, Said> read_place(const HeaderField& field, Place& place) {
  const std::string value = unfold(field.value);
  const auto words = words_between_blanks(value);
  const auto is = [&](std::string_view name) {
    return ascii::equal_ignoring_case(field.name, name);
  };
  if (is("Status") || is("X-Status")) {
    read_status(value, place);
  } else if (is("X-Keywords")) {
    for (const std::string& keyword : words) place.flags.add(Flag{keyword});
  } else if (is("X-UID")) {
    place.uid = words.empty() ? std::nullopt : number_of(words[0]);
    if (!place.uid || *place.uid == 0) return fail(Said("files.mbox.uid"));
  } else if (is("X-IMAPbase") || is("X-IMAP")) {
    const auto validity = words.size() < 2 ? std::nullopt : number_of(words[0]);
    const auto last = words.size() < 2 ? std::nullopt : number_of(words[1]);
    if (!validity || *validity == 0 || !last) {
      return fail(Said("files.mbox.imapbase"));
    }
    place.uid_validity_and_last = {*validity, *last};
  } else {
    return false;
  }
  return true;
}

/// The octets without the fields that tell the place.
Result<std::string, Said> without_place(std::string_view octets, Place& place) {
  std::string kept;
  for (const HeaderField& field : parse_header(octets)) {
    const auto is_place = read_place(field, place);
    if (!is_place) return fail(is_place.error());
    if (!*is_place) kept += field.whole;
    octets.remove_prefix(field.whole.size());
  }
  return kept + std::string(octets);
}

/// The From_ line's date; where it has none, that of the header.
DateTime internal_date(std::string_view from_line, std::string_view octets) {
  const auto sender_end = from_line.find(' ', std::string_view("From ").size());
  if (sender_end != std::string_view::npos) {
    if (const auto time = parse_mbox_date(from_line.substr(sender_end))) return *time;
  }
  const auto fields = parse_header(octets);
  const HeaderField* field = find_field(fields, "Date");
  const auto time = field == nullptr ? std::nullopt : parse_header_date(unfold(field->value));
  return time.value_or(DateTime{});
}

// ---- the file ----

bool is_from_line(std::string_view line) {
  return line.starts_with("From ");
}

/// `>From `, `>>From `, …
bool is_quoted_from_line(std::string_view line) {
  const auto quotes = line.find_first_not_of('>');
  return quotes != 0 && quotes != std::string_view::npos && is_from_line(line.substr(quotes));
}

/// The text cut at its From_ lines.
struct Slice {
  std::size_t line;
  std::string from_line;
  std::string octets;
};

/// Nothing where the text does not begin with a From_ line.
std::optional<std::vector<Slice>> slices_of(std::string_view text) {
  std::vector<Slice> slices;
  bool is_behind_empty_line = true;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view whole = take_line(text);
    if (is_behind_empty_line && is_from_line(whole)) {
      slices.push_back({number, std::string(without_line_ends(whole)), ""});
    } else if (slices.empty()) {
      return std::nullopt;
    } else {
      slices.back().octets += is_quoted_from_line(whole) ? whole.substr(1) : whole;
    }
    is_behind_empty_line = without_line_ends(whole).empty();
  }
  return slices;
}

/// The empty line before the next From_ line belongs to the mbox, not to the message.
std::string_view without_separator(std::string_view octets) {
  for (const std::string_view end : {"\r\n\r\n", "\n\n"}) {
    if (octets.ends_with(end)) return octets.substr(0, octets.size() - end.size() / 2);
  }
  return octets;
}

Result<Stored, FileError> stored_of(const Slice& slice, const std::string& file) {
  Stored stored{slice.line, nullptr, {}, {}};
  const auto octets = without_place(without_separator(slice.octets), stored.place);
  if (!octets) return fail(FileError{file, slice.line, octets.error()});
  stored.message = make_message(*octets);
  stored.internal_date = internal_date(slice.from_line, *octets);
  return stored;
}

/// Appends the message with the UID that it names, or the next one.
std::optional<Said> append(const Stored& stored, Mailbox& mailbox) {
  const Place& place = stored.place;
  if (place.uid && *place.uid < mailbox.uid_next().value) {
    return Said("files.mbox.order", {{"uid", *place.uid}, {"next", mailbox.uid_next().value}});
  }
  if (place.uid) mailbox.renumber(mailbox.uid_validity(), Uid{*place.uid});
  mailbox.append(stored.message, place.flags, stored.internal_date);
  if (place.is_old) mailbox.set_first_recent(mailbox.uid_next());
  return std::nullopt;
}

// ---- folders ----

Result<void, FileError> read_file(const Files& files, const std::string& file,
                                  const MailboxName& name, Account& account) {
  const auto content = files.read(file);
  if (!content) return fail(FileError{{}, 0, content.error()});
  if (account.find(name) == nullptr) {
    if (!account.create(name)) {
      return fail(FileError{file, 0, Said("files.mbox.no_name", {{"name", name.utf8()}})});
    }
  }
  return read_mbox(*content, file, *account.find(name));
}

Result<void, FileError> load_folder(const Files& files, const std::string& folder,
                                    const std::vector<Files::Entry>& entries,
                                    const std::string& prefix, Account& account) {
  constexpr std::string_view ending = ".mbox";
  for (const Files::Entry& entry : entries) {
    const std::string path = joined(folder, entry.name);
    Result<void, FileError> loaded;
    if (entry.is_folder) {
      const auto below = files.list(path);
      const char delimiter = told_delimiter(account.delimiter()).value_or('/');
      if (!below) return fail(FileError{{}, 0, below.error()});
      loaded = load_folder(files, path, *below, prefix + entry.name + delimiter, account);
    } else if (entry.name.ends_with(ending)) {
      const std::string stem = entry.name.substr(0, entry.name.size() - ending.size());
      loaded = read_file(files, path, MailboxName(prefix + stem), account);
    }
    if (!loaded) return loaded;
  }
  return {};
}

}  // namespace

Said FileError::said() const {
  if (file.empty()) return what;
  const std::string place = file + (line == 0 ? "" : ":" + std::to_string(line));
  return {"files.at", {{"place", place}, {"what", what}}};
}

Result<void, FileError> read_mbox(std::string_view text, const std::string& file,
                                  Mailbox& mailbox) {
  const auto slices = slices_of(text);
  if (!slices) return fail(FileError{file, 1, Said("files.mbox.beginning")});
  Mailbox filled = mailbox;
  bool is_first = true;
  std::uint32_t last_uid = 0;
  for (const Slice& slice : *slices) {
    const auto stored = stored_of(slice, file);
    if (!stored) return fail(stored.error());
    if (is_first && stored->place.uid_validity_and_last) {
      last_uid = stored->place.uid_validity_and_last->second;
      filled.renumber(UidValidity{stored->place.uid_validity_and_last->first}, Uid{1});
    }
    is_first = false;
    if (const auto error = append(*stored, filled))
      return fail(FileError{file, slice.line, *error});
  }
  filled.renumber(filled.uid_validity(), Uid{last_uid + 1});
  mailbox = std::move(filled);
  return {};
}

Result<void, FileError> load_mailboxes(const Files& files, const std::string& name,
                                       Account& account) {
  if (const auto entries = files.list(name)) return load_folder(files, name, *entries, "", account);
  return read_file(files, name, MailboxName("INBOX"), account);
}

}  // namespace imapscope::mail
