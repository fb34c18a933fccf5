#include "sim/judge/extension_use.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/belief/place.h"
#include "sim/imap/extension_arguments.h"
#include "sim/imap/revision.h"
#include "sim/judge/mailbox_rules.h"
#include "sim/judge/search_use.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged

namespace {

// One that only the server's end can decide: ENABLE is under way, or was not seen.
bool may_be_enabled(const SessionModel& session) {
  return session.incomplete || session.in_progress.any_that(Role::enables);
}

void judge_login(Line& line, const Extensions& extensions) {
  if (!is_verb_of<Login>(line.name) || !extensions.offers("LOGINDISABLED")) return;
  line.report("login_disabled", {}, place_of_name(line));
}

bool tells_password(const Command& command) {
  if (std::holds_alternative<Login>(command)) return true;
  const auto* sasl = std::get_if<Authenticate>(&command);
  return sasl != nullptr && (ascii::equal_ignoring_case(sasl->mechanism, "PLAIN") ||
                             ascii::equal_ignoring_case(sasl->mechanism, "LOGIN"));
}

void judge_tls(Line& line, const Reading& reading, const SessionModel& session) {
  const bool again = session.facts.is_protected && is_verb_of<StartTls>(line.name);
  if (again) line.report("starttls_again", {}, place_of_name(line));
  if (!session.incomplete && session.in_progress.any_that(Role::secures)) {
    line.report("pipelined_behind_starttls", {{"command", line.name}}, place_of_name(line));
  }
  if (!session.incomplete && session.in_progress.any_that(Role::compresses)) {
    line.report("pipelined_behind_compress", {{"command", line.name}}, place_of_name(line));
  }
  const Extensions extensions = extensions_of(session);
  const bool could_begin_tls =
      !line.is_protected && extensions.offers("STARTTLS") && !extensions.offers("LOGINDISABLED");
  if (could_begin_tls && reading.command && tells_password(*reading.command)) {
    line.report("password_in_clear", {{"command", line.name}}, place_of_name(line));
  }
}

void judge_literal8(Line& line, const Extensions& extensions) {
  if (!has(line.name, Trait::carries_message)) return;
  if (extensions.offers("BINARY")) return;  // IMAP4rev2 has only FETCH of it (RFC 9051, appendix B)
  const std::size_t begins = line.bytes.find(" ~{");
  if (begins >= line.bytes.find('\n')) return;
  line.report("literal8_unannounced", {}, place_at(line.bytes, begins + 1));
}

// RFC 6855 §6: such a server cannot be used otherwise.
void judge_utf8_only(Line& line, const Extensions& extensions) {
  if (!extensions.offers("UTF8=ONLY") || extensions.utf8()) return;
  const auto form = find_form(line.name);
  if (!form || !may_need_utf8(*form->info)) return;
  line.report("utf8_only", {{"command", line.name}}, place_of_name(line));
}

/// What has to be enabled before the argument is used, and is off; null: nothing.
const EnabledFirst* missing_for(const UsedArgument& argument, const Extensions& extensions) {
  const EnabledFirst* row = find_enabled_first(argument.capability);
  if (row == nullptr || extensions.has_enabled(*row)) return nullptr;
  if (!extensions.offers(row->capability)) return nullptr;  // it could not be enabled either
  // DELETED of STATUS comes with quotas, too (RFC 9208 §4.1.4).
  const bool is_brought_otherwise = !argument.or_by.empty() && extensions.offers(argument.or_by);
  return is_brought_otherwise ? nullptr : row;
}

void judge_enabled(Line& line, const Command& command, const Extensions& extensions) {
  for (const UsedArgument& argument : arguments_used(command)) {
    const EnabledFirst* missing = missing_for(argument, extensions);
    if (missing == nullptr) continue;
    std::erase_if(line.findings, [](const Finding& finding) {
      return finding.id().starts_with("command_grammar");  // it is this rule that it breaks
    });
    line.report(
        "not_enabled",
        {{"argument", std::string(argument.name)}, {"capability", std::string(missing->enabled)}},
        place_of_word(line.bytes, argument.name));
    line.findings.back().rfc = missing->rfc;
    return;
  }
}

/// What the announcement says behind `APPENDLIMIT=`; nothing where there is none.
std::optional<std::uint64_t> append_limit(const Extensions& extensions) {
  constexpr std::string_view name = "APPENDLIMIT=";
  for (const std::string& announced : extensions.announced) {
    if (!ascii::starts_with_ignoring_case(announced, name)) continue;
    std::uint64_t limit = 0;
    const char* end = announced.data() + announced.size();
    const auto [read_to, error] = std::from_chars(announced.data() + name.size(), end, limit);
    if (error == std::errc() && read_to == end) return limit;
  }
  return std::nullopt;
}

void judge_limit(Line& line, const NewMessage& message, const Extensions& extensions) {
  const auto limit = append_limit(extensions);
  std::uint64_t octets = 0;
  for (const MessagePiece& piece : message.pieces) {
    if (const auto* text = std::get_if<SentText>(&piece)) octets += text->octets.size();
  }
  if (!limit || octets <= *limit) return;
  line.report("append_over_limit", {{"octets", octets}, {"limit", *limit}}, place_of_name(line));
}

void judge_urls(Line& line, const UrlFetch& command) {
  for (const UrlFetch::Wish& wish : command.wishes) {
    const auto asks_for = [&](std::string_view name) {
      return std::any_of(
          wish.parameters.begin(), wish.parameters.end(),
          [name](const std::string& word) { return ascii::equal_ignoring_case(word, name); });
    };
    if (!asks_for("BODY") || !asks_for("BINARY")) continue;
    line.report("urlfetch_both_forms", {}, place_of_word(line.bytes, "BINARY"));
  }
}

void judge_charset(Line& line, const Search& search, const Extensions& extensions) {
  if (search.charset.empty() || !extensions.is_on("UTF8=ACCEPT")) return;
  line.report("charset_under_utf8", {}, place_of_word(line.bytes, "CHARSET"));
}

// RFC 9051, appendix E
void judge_revision(Line& line, const Command& command, const Extensions& extensions) {
  const Removed* removed = extensions.rev2() ? removed_in(command) : nullptr;
  if (removed == nullptr) return;
  line.report("removed_in_rev2", {{"name", std::string(removed->name)}},
              place_of_word(line.bytes, removed->name));
}

void judge_command(Line& line, const Command& command, const Extensions& extensions) {
  std::visit(overloaded{
                 [&](const Append& append) {
                   for (const NewMessage& message : append.new_messages) {
                     judge_limit(line, message, extensions);
                   }
                 },
                 [&](const Replace& replace) { judge_limit(line, replace.message, extensions); },
                 [&](const UrlFetch& fetch) { judge_urls(line, fetch); },
                 [&](const Search& search) { judge_charset(line, search, extensions); },
                 [](const auto&) {},
             },
             command);
}

// RFC 7162 §3.2.6: VANISHED goes with UIDs, and with CHANGEDSINCE.
void judge_vanished(Line& line, const Fetch& fetch) {
  if (!has_parameter(fetch.modifiers, "VANISHED")) return;
  if (by_uid(fetch.messages) && has_parameter(fetch.modifiers, "CHANGEDSINCE")) return;
  line.report("vanished_misplaced", {}, place_of_word(line.bytes, "VANISHED"));
}

}  // namespace

Extensions extensions_of(const SessionModel& session) {
  const auto& announced = session.facts.capabilities;
  return {announced ? std::span<const std::string>(*announced) : std::span<const std::string>(),
          session.facts.enabled};
}

bool is_offered(const Command& command, const Extensions& extensions) {
  const std::vector<UsedArgument> used = arguments_used(command);
  return std::all_of(used.begin(), used.end(), [&](const UsedArgument& argument) {
    if (argument.name == "literal8") return true;  // judge_literal8 has a rule of its own for it
    return !argument.capability.empty() &&
           (extensions.announced.empty() || extensions.offers(argument.capability) ||
            (!argument.or_by.empty() && extensions.offers(argument.or_by)));
  });
}

void judge_extension_use(Line& line, const Reading& reading, const SessionModel& session) {
  const Extensions extensions = extensions_of(session);
  judge_tls(line, reading, session);
  if (session.facts.capabilities) {
    judge_login(line, extensions);
    judge_literal8(line, extensions);
  }
  if (!may_be_enabled(session)) {
    judge_utf8_only(line, extensions);
    if (reading.command) judge_enabled(line, *reading.command, extensions);
  }
  if (reading.command) judge_revision(line, *reading.command, extensions);
  if (reading.command) judge_search_use(line, *reading.command, extensions);
  if (reading.command) judge_command(line, *reading.command, extensions);
  const auto* fetch = reading.command ? std::get_if<Fetch>(&*reading.command) : nullptr;
  if (fetch != nullptr) judge_vanished(line, *fetch);
  if (reading.command) judge_mailbox_command(line, *reading.command);
}

}  // namespace imapscope::judge
