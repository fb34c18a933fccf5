#include "sim/server/turn/ending.h"

#include <cstdint>
#include <utility>

#include "sim/server/turn/turn.h"
#include "sim/words/words.h"

namespace imapscope::server {
namespace {

/// Status texts stand without a full stop.
std::string_view text_of(mail::Refusal refusal) {
  std::string_view sentence = mail::sentence_of(refusal);
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  return sentence;
}

}  // namespace

StatusResponse ok(std::string text) {
  return {Condition::ok, std::nullopt, std::move(text)};
}

StatusResponse ok(ResponseCode code, std::string text) {
  return {Condition::ok, std::move(code), std::move(text)};
}

StatusResponse no(std::string_view code, std::string_view text) {
  return {Condition::no, CodeAtom{std::string(code), {}}, std::string(text)};
}

StatusResponse no(mail::Refusal refusal) {
  return no(mail::code_of(refusal), text_of(refusal));
}

StatusResponse bad(std::string text) {
  return {Condition::bad, std::nullopt, std::move(text)};
}

StatusResponse client_bug(std::string text) {
  return {Condition::bad, CodeAtom{"CLIENTBUG", {}}, std::move(text)};
}

StatusResponse unknown_command(std::string_view verb) {
  return bad("Unknown command " + std::string(verb));
}

StatusResponse bad_grammar(std::string_view begins, const wire::SyntaxError& error) {
  const std::string where = error.offset == 0 ? " at the beginning"
                            : error.offset == 1
                                ? " after the first octet"
                                : " after " + std::to_string(error.offset) + " octets";
  const std::string expected = words::Words("en")(error.expected.said());
  return bad(std::string(begins) + ": expected " + expected + where);
}

StatusResponse completed(std::string_view verb, bool uid_form) {
  return ok((uid_form ? "UID " : "") + std::string(verb) + " completed");
}

StatusResponse no_destination(mail::Refusal refusal) {
  // CREATE also makes a mailbox of a name that only holds others.
  const bool create_helps =
      refusal == mail::Refusal::nonexistent || refusal == mail::Refusal::not_selectable;
  return create_helps ? no("TRYCREATE", text_of(refusal)) : no(refusal);
}

StatusResponse no_read_only() {
  return no("READ-ONLY", "The mailbox is open read-only");
}

StatusResponse bad_number(std::size_t messages) {
  if (messages == 0) return bad("The mailbox is empty, so no number is valid");
  return bad("The last message is number " + std::to_string(messages));
}

Ending refuse_over_quota(const mail::Account& account, const mail::Usage& more) {
  if (account.has_room_for(more)) return std::nullopt;
  return no("OVERQUOTA", "The quota has no room for that");
}

StatusResponse refer_to(const std::string& url, std::string_view capability, std::string_view text,
                        const Config& config) {
  if (!config.speaks(capability)) return no("CANNOT", text);
  return {Condition::no, CodeAtom{"REFERRAL", url}, std::string(text)};
}

StatusResponse no_longer_there() {
  return no("EXPUNGEISSUED", "Some of the messages exist no longer");
}

Ending refuse_flags(const FlagSet& flags) {
  static const FlagSet settable{flags::answered, flags::flagged, flags::deleted, flags::seen,
                                flags::draft};
  for (const Flag& flag : flags) {
    if (flag.is_system() && !settable.contains(flag)) {
      return client_bug("A client cannot set " + flag.name);
    }
  }
  return std::nullopt;
}

StatusResponse uid_required() {
  return {Condition::bad, CodeAtom{"UIDREQUIRED", {}},
          "Message numbers are not allowed once UIDONLY is enabled"};
}

std::size_t message_limit(const Config& config) {
  return config.speaks("MESSAGELIMIT=") ? config.message_limit : SIZE_MAX;
}

ResponseCode limit_code(std::optional<Uid> lowest, const Config& config) {
  std::string arguments = std::to_string(config.message_limit);
  if (lowest) arguments += ' ' + std::to_string(lowest->value);
  return CodeAtom{"MESSAGELIMIT", std::move(arguments)};
}

std::optional<Uid> cut_to_limit(Places& places, const Turn& turn) {
  const std::size_t limit = message_limit(turn.config);
  if (places.size() <= limit) return std::nullopt;
  places.erase(places.begin(), places.end() - static_cast<std::ptrdiff_t>(limit));
  return turn.view().uid_at(places.front());
}

Ending refuse_over_limit(std::size_t messages, std::string_view verb, const Turn& turn) {
  if (messages <= message_limit(turn.config)) return std::nullopt;
  return StatusResponse{Condition::no, limit_code({}, turn.config),
                        std::string(verb) + " is about too many messages"};
}

}  // namespace imapscope::server
