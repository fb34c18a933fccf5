#include <memory>

#include "sim/base/base64.h"
#include "sim/lesson/read/read_parts.h"
#include "sim/mail/mbox.h"
#include "sim/server/special_use.h"
#include "sim/server/temper/profiles.h"
#include "sim/wire/date_time.h"

namespace imapscope::lesson {
namespace {

using mail::Mailbox;

constexpr std::int64_t largest_uid = 0xffffffff;

/// A message in the lesson itself: its lines, or base64 where it is no text.
std::string read_message(Faults& faults, const Json& json) {
  if (const auto* coded = std::get_if<std::string>(&json.value)) {
    const auto octets = decode_base64(*coded);
    if (!octets) faults.add(json.offset, "message");
    return octets.value_or("");
  }
  std::string message;
  for (const std::string& line : strings_of(faults, json)) message += line + "\r\n";
  return message;
}

/// The fixture's messages as the lesson or the mbox file tells them; the lesson's own UIDs and
/// flags come later.
Mailbox read_fixture(Faults& faults, const Fields& fields, const Folder& folder) {
  Mailbox mailbox;
  if (fields.find("messages") != nullptr && fields.find("mbox") != nullptr) {
    faults.add(fields.offset_of("messages"), "mailbox");
  }
  for (const Json& each : fields.array("messages")) {
    mailbox.append(mail::make_message(read_message(faults, each)), {}, {});
  }
  const std::string name = fields.string("mbox");
  if (name.empty()) return mailbox;
  const std::string path = folder / joined("mailboxes", name);
  const auto content = folder.files.read(path);
  if (!content) {
    faults.add(fields.offset_of("mbox"), content.error());
    return mailbox;
  }
  const auto result = mail::read_mbox(*content, path, mailbox);
  if (!result) {
    const mail::FileError& error = result.error();
    faults.add(fields.offset_of("mbox"), ReadError{error.what, {error.line, 0}, error.file});
  }
  return mailbox;
}

FlagSet flag_set(const std::vector<std::string>& names) {
  FlagSet set;
  for (const std::string& name : names) set.add(Flag{name});
  return set;
}

/// "permanent_flags": what the mailbox keeps; `\*` stands for any keyword.
mail::FlagPolicy read_policy(const Fields& fields) {
  mail::FlagPolicy policy;
  if (fields.find("permanent_flags") == nullptr) return policy;
  policy.permanent = flag_set(fields.strings("permanent_flags"));
  policy.may_create_keywords = policy.permanent.contains(Flag{"\\*"});
  policy.permanent.remove(Flag{"\\*"});
  return policy;
}

/// A list with one element for each message, or none.
const Json::Array& one_each(Faults& faults, const Fields& fields, std::string_view key,
                            const Mailbox& fixture) {
  const Json::Array& list = fields.array(key);
  if (fields.find(key) != nullptr && list.size() != fixture.size()) {
    faults.add(fields.offset_of(key), "one_each",
               {{"key", in_quotes(key)}, {"listed", list.size()}, {"held", fixture.size()}});
  }
  return list;
}

/// As APPEND takes them: `17-Jul-1996 02:44:25 +0000`.
std::vector<DateTime> read_dates(Faults& faults, const Fields& fields, const Mailbox& fixture) {
  std::vector<DateTime> dates;
  for (const mail::Entry& entry : fixture.entries()) dates.push_back(entry.internal_date);
  const Json::Array& list = one_each(faults, fields, "internal_dates", fixture);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto* written = std::get_if<std::string>(&list[i].value);
    const std::string quoted = "\"" + (written == nullptr ? "" : *written) + "\"";
    wire::Cursor cursor(quoted, wire::Writer::client);
    const DateTime date = wire::parse_date_time(cursor);
    if (!cursor.ok() || cursor.offset() != quoted.size()) {
      faults.add(list[i].offset, "date");
    } else if (i < dates.size()) {
      dates[i] = date;
    }
  }
  return dates;
}

std::vector<Uid> read_uids(Faults& faults, const Fields& fields, const Mailbox& fixture) {
  std::vector<Uid> uids;
  for (const mail::Entry& entry : fixture.entries()) uids.push_back(entry.uid);
  const Json::Array& list = one_each(faults, fields, "uids", fixture);
  std::int64_t last = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto* uid = std::get_if<std::int64_t>(&list[i].value);
    if (uid == nullptr || *uid <= last || *uid >= largest_uid) {
      faults.add(list[i].offset, "uids");
      return uids;
    }
    last = *uid;
    if (i < uids.size()) uids[i] = Uid{static_cast<std::uint32_t>(last)};
  }
  return uids;
}

std::vector<FlagSet> read_flags(Faults& faults, const Fields& fields, const Mailbox& fixture) {
  std::vector<FlagSet> flags;
  for (const mail::Entry& entry : fixture.entries()) flags.push_back(entry.flags);
  const Json::Array& list = one_each(faults, fields, "flags", fixture);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const FlagSet set = flag_set(strings_of(faults, list[i]));
    if (set.contains(flags::recent)) {
      faults.add(list[i].offset, "recent");
    }
    if (i < flags.size()) flags[i] = set;
  }
  return flags;
}

/// The UID from which on messages are recent.
Uid read_first_recent(const Fields& fields, const Mailbox& fixture, const Mailbox& mailbox) {
  const auto size = static_cast<std::int64_t>(mailbox.size());
  const std::int64_t recent =
      fields.number("recent", 0, size, static_cast<std::int64_t>(fixture.recent_count()));
  if (recent == 0) return mailbox.uid_next();
  return mailbox.entries()[static_cast<std::size_t>(size - recent)].uid;
}

Mailbox read_mailbox(Faults& faults, const Fields& fields, const Folder& folder,
                     UidValidity uid_validity) {
  const Mailbox fixture = read_fixture(faults, fields, folder);
  const std::vector<Uid> uids = read_uids(faults, fields, fixture);
  const std::vector<FlagSet> flags = read_flags(faults, fields, fixture);
  const std::vector<DateTime> dates = read_dates(faults, fields, fixture);
  const UidValidity validity{static_cast<std::uint32_t>(
      fields.number("uid_validity", 1, largest_uid, uid_validity.value))};
  Mailbox mailbox(validity, read_policy(fields));
  for (std::size_t i = 0; i < fixture.size(); ++i) {
    mailbox.renumber(validity, uids[i]);
    mailbox.append(fixture.entries()[i].message, flags[i], dates[i]);
  }
  const std::int64_t least = mailbox.uid_next().value;
  const std::int64_t uid_next = fields.number("uid_next", least, largest_uid, least);
  mailbox.renumber(validity, Uid{static_cast<std::uint32_t>(uid_next)});
  mailbox.set_first_recent(read_first_recent(fields, fixture, mailbox));
  mailbox.set_keeps_uids(fields.boolean("keeps_uids", true));
  return mailbox;
}

/// "acl": `bob lrs`, one user in each string; beside the owner, who has all rights.
void read_acl(Faults& faults, const Fields& fields, mail::Acl& acl) {
  const Json* listed = fields.find("acl");
  if (listed == nullptr) return;
  for (const std::string& entry : strings_of(faults, *listed)) {
    const auto space = entry.rfind(' ');
    const auto rights = space == std::string::npos || space == 0
                            ? std::nullopt
                            : mail::Rights::parse(std::string_view(entry).substr(space + 1));
    if (rights) {
      acl[entry.substr(0, space)] = *rights;
    } else {
      faults.add(listed->offset, "acl");
    }
  }
}

/// "use": `\Sent`, as LIST tells it.
void read_uses(Faults& faults, const Fields& fields, std::vector<std::string>& uses) {
  const Json* listed = fields.find("use");
  if (listed == nullptr) return;
  for (const std::string& use : strings_of(faults, *listed)) {
    const auto known = server::parse_uses(use);
    if (!known || known->size() != 1) {
      faults.add(listed->offset, "no_such_use", {{"name", in_quotes(use)}});
    } else {
      uses.push_back(known->front());
    }
  }
}

/// "trouble": a row of a table of mail/trouble.h; null where there is none.
const mail::Trouble* read_trouble(const Fields& fields, std::span<const mail::Trouble> rows) {
  if (fields.find("trouble") == nullptr) return nullptr;
  std::vector<std::string_view> keys;
  for (const mail::Trouble& row : rows) keys.push_back(row.key);
  return mail::find_trouble(rows, fields.one_of("trouble", keys));
}

void read_mailbox_list(Faults& faults, const Json::Array& list, const Folder& folder,
                       mail::Account& account) {
  for (const Json& each : list) {
    const Fields fields(faults, each, header_shapes[2]);
    const MailboxName name(fields.string("name", "INBOX"));
    if (account.find(name) == nullptr) {
      const auto created = account.create(name);
      if (!created) {
        faults.add(fields.offset_of("name"), "no_such_name", {{"name", in_quotes(name.utf8())}});
        continue;
      }
    }
    Mailbox& mailbox = *account.find(name);
    mailbox = read_mailbox(faults, fields, folder, mailbox.uid_validity());
    mail::NameEntry& entry = *account.entry(name);
    read_acl(faults, fields, entry.acl);
    read_uses(faults, fields, entry.uses);
    entry.trouble = read_trouble(fields, mail::mailbox_troubles);
    entry.moved_to = fields.string("moved_to");
  }
}

void read_mailboxes(Faults& faults, const Fields& user, const Folder& folder,
                    mail::Account& account) {
  read_mailbox_list(faults, user.array("mailboxes"), folder, account);
  const Json* subscribed = user.find("subscribed");
  if (subscribed == nullptr) return;
  for (const std::string& text : strings_of(faults, *subscribed)) {
    const MailboxName name(text);
    if (text.starts_with('#')) {  // of another namespace
      account.subscribe_elsewhere(name);
    } else if (!account.subscribe(name)) {
      faults.add(subscribed->offset, "no_such_name", {{"name", in_quotes(text)}});
    }
  }
}

mail::Quota read_quota(const Fields& fields) {
  const auto limit = [&](const char* key) -> std::optional<std::uint64_t> {
    if (fields.find(key) == nullptr) return std::nullopt;
    return static_cast<std::uint64_t>(fields.number(key, 0, largest_uid, 0));
  };
  return {limit("storage"), limit("messages")};
}

void read_switches(Faults& faults, const Json& extensions, server::Config& config) {
  for (const std::string& name : strings_of(faults, extensions)) {
    if (config.turn(name)) continue;
    faults.add(extensions.offset, "no_such_extension", {{"name", in_quotes(name)}});
  }
}

/// What separates the levels of all mailbox names of a server; NUL: they are flat.
char read_delimiter(Faults& faults, const Fields& server) {
  if (server.find("delimiter") == nullptr) return '/';
  const std::string written = server.string("delimiter", "/");
  const bool fits =
      written.empty() || (written.size() == 1 && written[0] > ' ' && written[0] < 127);
  if (!fits) faults.add(server.offset_of("delimiter"), "no_delimiter");
  return written.empty() ? '\0' : written.front();
}

/// Mailboxes that are nobody's own.
void read_shared(Faults& faults, const Fields& server, const Folder& folder, char delimiter,
                 mail::Accounts& accounts) {
  if (server.find("shared") == nullptr) return;
  mail::Account account = mail::Account::shared(delimiter);
  read_mailbox_list(faults, server.array("shared"), folder, account);
  accounts.set_shared(std::move(account));
}

/// Of what temper it is: a profile, and choices on top.
void read_temper(Faults& faults, const Fields& fields, server::Config& config) {
  if (fields.find("profile") != nullptr) {
    std::vector<std::string_view> names;
    for (const server::Profile& each : server::profiles()) names.push_back(each.id);
    (void)config.adopt(fields.one_of("profile", names));
  }
  for (const Json& each : fields.array("choices")) {
    const auto* choice = std::get_if<std::string>(&each.value);
    if (choice != nullptr && config.choose(*choice)) continue;
    faults.add(each.offset, "no_such_choice",
               {{"name", in_quotes(choice == nullptr ? std::string() : *choice)}});
  }
}

void read_users(Faults& faults, const Fields& server, const Folder& folder, char delimiter,
                mail::Accounts& accounts) {
  for (const Json& each : server.array("users")) {
    const Fields user(faults, each, header_shapes[1]);
    const std::string name = user.string("name");
    if (accounts.find(name) != nullptr) {
      faults.add(user.offset_of("name"), "user_twice", {{"name", in_quotes(name)}});
    }
    mail::Account account(name, user.string("password"), delimiter);
    if (const Json* quota = user.find("quota")) {
      account.set_quota(read_quota(Fields(faults, *quota, header_shapes[4])));
    }
    account.set_trouble(read_trouble(user, mail::account_troubles));
    account.set_moved_to(user.string("moved_to"));
    read_mailboxes(faults, user, folder, account);
    accounts.add(std::move(account));
  }
}

void read_server(Faults& faults, const Fields& fields, const Folder& folder, world::Setup& setup) {
  server::Config& config = setup.server;
  config.name = fields.string("name", config.name);
  config.starttls = fields.boolean("starttls", false);
  config.login_disabled = fields.boolean("login_disabled", false);
  config.alert = fields.string("alert");
  config.jmap_url = fields.string("jmap_url", config.jmap_url);
  const std::int64_t least = server::Config::least_autologout.us / seconds(60).us;
  config.autologout = seconds(60) * fields.number("autologout_minutes", least, 1440, 0);
  read_temper(faults, fields, config);
  if (const Json* extensions = fields.find("extensions")) {
    read_switches(faults, *extensions, config);
  }
  if (const Json* list = fields.find("misbehave")) {
    config.misbehaviour =
        std::make_shared<const server::Misbehaviour>(read_misbehaviour(faults, *list));
  }
  const char delimiter = read_delimiter(faults, fields);
  read_shared(faults, fields, folder, delimiter, setup.accounts);
  read_users(faults, fields, folder, delimiter, setup.accounts);
}

}  // namespace

channel::LinkSettings read_link(const Fields& fields, channel::LinkSettings base) {
  constexpr std::int64_t minute_ms = 60000;
  base.latency = milliseconds(fields.number("latency_ms", 0, minute_ms, base.latency.us / 1000));
  base.jitter = milliseconds(fields.number("jitter_ms", 0, minute_ms, base.jitter.us / 1000));
  base.octets_per_second =
      fields.number("octets_per_second", 0, 1000000000, base.octets_per_second);
  base.segment_octets = static_cast<std::size_t>(
      fields.number("segment_octets", 1, 65535, static_cast<std::int64_t>(base.segment_octets)));
  return base;
}

world::Setup read_setup(Faults& faults, const Fields& lesson, const Folder& folder) {
  world::Setup setup;
  setup.seed = static_cast<std::uint64_t>(lesson.number("seed", 0, largest_uid, 1));
  if (const Json* network = lesson.find("network")) {
    setup.network = read_link(Fields(faults, *network, header_shapes[3]), setup.network);
  }
  if (const Json* json = lesson.find("server")) {
    read_server(faults, Fields(faults, *json, header_shapes[0]), folder, setup);
  }
  return setup;
}

}  // namespace imapscope::lesson
