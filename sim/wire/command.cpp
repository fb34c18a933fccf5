// Commands: tag, verb and arguments, by the command table. A row whose command has no `parse` or no
// `print` in its family's header does not compile.
#include <tuple>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/wire/acl.h"
#include "sim/wire/append.h"
#include "sim/wire/auth.h"
#include "sim/wire/copy.h"
#include "sim/wire/expunge.h"
#include "sim/wire/fetch.h"
#include "sim/wire/idle.h"
#include "sim/wire/list.h"
#include "sim/wire/mailbox.h"
#include "sim/wire/metadata.h"
#include "sim/wire/notify.h"
#include "sim/wire/parse.h"
#include "sim/wire/print.h"
#include "sim/wire/quota.h"
#include "sim/wire/search.h"
#include "sim/wire/select.h"
#include "sim/wire/session.h"
#include "sim/wire/sort.h"
#include "sim/wire/status.h"
#include "sim/wire/store.h"
#include "sim/wire/url.h"

namespace imapscope::wire {
namespace {

struct Head {
  std::string tag;
  std::string verb;  ///< upper case, without "UID "
  Form form = Form::plain;
};

/// The row's command, where the verb is the row's.
template <std::size_t I>
bool parse_row(Cursor& in, const Head& head, Command& command) {
  constexpr const CommandInfo& info = std::get<I>(rows).info;
  if (head.verb != info.verb) return false;
  auto& chosen = command.emplace<I>();
  if constexpr (info.uid_form != Numbers::none) {
    parse(in, head.form, chosen);
  } else {
    parse(in, chosen);
  }
  return true;
}

template <std::size_t... I>
void parse_arguments(Cursor& in, const Head& head, Command& command, std::index_sequence<I...>) {
  (parse_row<I>(in, head, command) || ...);
}

using AllRows = std::make_index_sequence<std::variant_size_v<Command>>;

// command = tag SP (command-any / command-auth / command-nonauth / command-select) CRLF
// uid = "UID" SP (copy / fetch / search / store / …)
void parse_head(Cursor& in, Head& head) {
  head.tag = in.tag();
  in.space();
  std::size_t begin = in.offset();
  head.verb = ascii::to_upper(in.atom("command"));
  if (head.verb == "UID") {
    head.form = Form::uid;
    in.space();
    begin = in.offset();
    head.verb = ascii::to_upper(in.atom("uid_command"));
  }
  const CommandInfo* info = find_command(head.verb);
  if (info == nullptr) in.fail_at(begin, "command", "3501 §6");
  if (info != nullptr && head.form == Form::uid && info->uid_form == Numbers::none) {
    in.fail_at(begin, "uid_command", "3501 §6.4.8");
  }
}

CommandError error_of(const Cursor& in, const Head& head) {
  const bool uid = head.form == Form::uid;
  // UID alone is known, and wants a command behind it.
  const bool is_uid_alone = uid && head.verb.empty();
  CommandError error{{}, {}, is_uid_alone || find_command(head.verb) != nullptr, in.error()};
  if (!head.tag.empty()) error.tag = head.tag;
  if (uid) error.verb = head.verb.empty() ? "UID" : "UID " + head.verb;
  if (!uid && !head.verb.empty()) error.verb = head.verb;
  return error;
}

}  // namespace

Result<Parsed<TaggedCommand>, CommandError> parse_command(std::string_view frame,
                                                          Arguments arguments, Texts texts) {
  Cursor in(frame, Writer::client, arguments, texts);
  Head head;
  parse_head(in, head);
  Command command;
  if (in.ok()) parse_arguments(in, head, command, AllRows{});
  in.end_of_line();
  if (!in.ok()) return fail(error_of(in, head));
  return Parsed<TaggedCommand>{
      {std::move(head.tag), std::move(command)}, in.quirks(), in.extension()};
}

std::vector<std::string> print(const TaggedCommand& command, PrintOptions options) {
  Printer out(Writer::client, options);
  out.raw(command.tag);
  out.raw(is_uid_form(command.command) ? " UID " : " ");
  out.raw(info_of(command.command).verb);
  std::visit([&out](const auto& arguments) { print(out, arguments); }, command.command);
  return std::move(out).finish();
}

}  // namespace imapscope::wire
