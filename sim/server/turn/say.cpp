#include "sim/server/turn/say.h"

#include <charconv>
#include <utility>

#include "sim/server/session.h"
#include "sim/wire/print.h"

namespace imapscope::server {
namespace {

void append_number(std::string& output, std::uint64_t n) {
  char digits[20];
  output.append(digits, std::to_chars(std::begin(digits), std::end(digits), n).ptr);
}

void say_flags_of(std::string& output, std::uint32_t number, std::string_view data,
                  const FlagSet& flags, BesideFlags beside) {
  output += "* ";
  append_number(output, number);
  output += data;
  bool first = true;
  for (const Flag& flag : flags) {
    if (!first) output += ' ';
    first = false;
    output += flag.name;
  }
  output += ')';
  if (beside.uid) {
    output += " UID ";
    append_number(output, beside.uid->value);
  }
  if (beside.mod_seq) {
    output += " MODSEQ (";
    append_number(output, *beside.mod_seq);
    output += ')';
  }
  output += ")\r\n";
}

}  // namespace

void say(std::string& output, UntaggedData data, Texts texts) {
  output += wire::print(Response{Untagged{std::move(data)}}, texts);
}

void say(Session& session, UntaggedData data) {
  say(session.output, std::move(data), session.texts());
}

void say_ok(std::string& output, ResponseCode code, std::string text) {
  say(output, StatusResponse{Condition::ok, std::move(code), std::move(text)});
}

void say_flags(std::string& output, SeqNum number, const FlagSet& flags, BesideFlags beside) {
  say_flags_of(output, number.value, " FETCH (FLAGS (", flags, beside);
}

void say_flags(std::string& output, Uid uid, const FlagSet& flags, BesideFlags beside) {
  say_flags_of(output, uid.value, " UIDFETCH (FLAGS (", flags, beside);
}

}  // namespace imapscope::server
