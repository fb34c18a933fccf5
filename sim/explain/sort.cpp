// The sort family, explained: orders, and conversations (RFC 5256).
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

constexpr const char* command_rfc = "5256 §3";
constexpr const char* data_rfc = "5256 §4";

void explain_criteria(Explaining& e, const Search& search) {
  e.say_string("charset", e.words("explain.sort.charset", {{"charset", search.charset}}),
               command_rfc);
  explain_keys(e);
}

void explain_criterion(Explaining& e) {
  if (e.word() == "REVERSE") {
    e.say("sort_key", e.words("explain.sort.reverse"), command_rfc);
    return;
  }
  if (const ExtensionArgument* brought = find_extension_argument(slot::sort_key, e.word())) {
    e.say("sort_key", e.words("arguments.meaning.SORT_KEY." + e.word()), std::string(brought->rfc));
    return;
  }
  e.say("sort_key", e.words("explain.sort.key." + e.word()), command_rfc);
}

bool tells_uids(const Explaining& e) {
  return e.command() != nullptr && e.command()->name.starts_with("UID ");
}

/// One pair of parentheses: who began it, and who answered.
void explain_thread(Explaining& e, bool uids, bool is_whole) {
  e.pass("list", e.words(is_whole ? "explain.sort.thread" : "explain.sort.branch"));
  bool is_first = true;
  while (e.inside()) {
    if (e.at(wire::TokenKind::list_open)) {
      explain_thread(e, uids, false);
      continue;
    }
    const std::string role = is_first ? is_whole ? "begins" : "goes_on" : "answers";
    is_first = false;
    const SeqNum number{e.number()};
    e.say(uids ? "unique_identifier" : "message_sequence_number",
          e.words("explain.sort." + role,
                  {{"message", uids ? e.words("explain.sort.uid", {{"uid", number.value}})
                                    : e.message(number)}}),
          data_rfc);
  }
  e.pass_close(e.words("explain.sort.thread_ends"));
}

}  // namespace

void explain_arguments(Explaining& e, const Sort& command) {
  if (command.search.returns && e.word() == "RETURN") explain_returns(e, slot::sort);
  e.pass_open(e.words("explain.sort.order"));
  while (e.inside()) explain_criterion(e);
  e.pass_close();
  explain_criteria(e, command.search);
}

void explain_arguments(Explaining& e, const Thread& command) {
  const bool known = find_thread_algorithm(command.algorithm).has_value();
  e.say("thread_algorithm",
        known ? e.words("arguments.meaning.THREAD." + e.word())
              : e.words("explain.sort.unknown_algorithm"),
        command_rfc);
  explain_criteria(e, command.search);
}

void explain_data(Explaining& e, const SortData& data) {
  e.lead();
  const bool uids = tells_uids(e);
  e.say("data",
        data.numbers.empty() ? e.words("explain.search.found", {{"count", 0}})
        : uids               ? e.words("explain.sort.uids", {{"count", data.numbers.size()}})
                             : e.words("explain.sort.numbers", {{"count", data.numbers.size()}}),
        data_rfc);
  explain_found(e, uids, data_rfc);
}

void explain_data(Explaining& e, const ThreadData& data) {
  e.lead();
  e.say("data", e.words("explain.sort.threads", {{"count", data.threads.size()}}), data_rfc);
  while (e.at(wire::TokenKind::list_open)) explain_thread(e, tells_uids(e), true);
}

}  // namespace imapscope::explain
