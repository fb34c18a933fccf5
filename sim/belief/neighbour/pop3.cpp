// POP3: what a client knows of the maildrop.
#include <charconv>
#include <optional>

#include "sim/base/copy_on_write.h"
#include "sim/base/line_end.h"
#include "sim/belief/ends/session_model.h"
#include "sim/belief/neighbour/neighbour.h"
#include "sim/imap/encoded_word.h"
#include "sim/neighbour/pop3.h"

namespace imapscope::observer {
namespace {

using neighbour::Tells;

/// A server may claim anything.
constexpr std::uint32_t most_drops = 1U << 20U;

bool is_of_messages(Tells tells) {
  return tells == Tells::sizes || tells == Tells::unique_ids;
}

template <class N>
std::optional<N> number_in(std::string_view text) {
  N number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

MaildropBelief& maildrop(Learning& learning) {
  std::shared_ptr<MaildropBelief>& known = learning.session.facts.maildrop;
  if (!known) known = std::make_shared<MaildropBelief>();
  return change(known);
}

/// The message of that number, for changing; null where none can have it.
Drop* drop_at(Learning& learning, std::string_view number) {
  const auto n = number_in<std::uint32_t>(number);
  if (!n || *n == 0 || *n > most_drops) return nullptr;
  std::vector<Drop>& drops = maildrop(learning).drops;
  if (drops.size() < *n) drops.resize(*n);
  learning.effect(effect::DetailsKnown{SeqNum{*n}});
  return &drops[*n - 1];
}

/// `+OK 2 320` (RFC 1939 §5, STAT).
void learn_total(Learning& learning, std::string_view text) {
  const auto [messages, rest] = neighbour::words_of(text);
  const auto count = number_in<std::uint32_t>(messages);
  if (!count) return;
  MaildropBelief& known = maildrop(learning);
  const bool grew = known.messages.value_or(0) < *count;
  known.messages = count;
  known.octets = number_in<std::uint64_t>(neighbour::words_of(rest).verb);
  if (known.drops.size() < *count && *count <= most_drops) known.drops.resize(*count);
  if (grew) learning.effect(effect::Grew{SeqNum{1}, SeqNum{*count}});
}

/// `2 200`, in a list, or alone behind `+OK`: a message, and what was asked about it.
void learn_item(Learning& learning, Tells tells, std::string_view text) {
  const auto [number, value] = neighbour::words_of(text);
  const std::string_view word = neighbour::words_of(value).verb;
  Drop* drop = drop_at(learning, number);
  if (drop == nullptr) return;
  if (tells == Tells::sizes) drop->octets = number_in<std::uint32_t>(word);
  if (tells == Tells::unique_ids) drop->unique_id = word;
}

void learn_message(Learning& learning, const Asked& asked, const Line& line) {
  Drop* drop = drop_at(learning, neighbour::words_of(asked.sent.argument).verb);
  if (drop == nullptr) return;
  if (const auto subject = subject_in(line.bytes)) drop->subject = decode_encoded_words(*subject);
  if (asked.info.tells == Tells::whole_message) drop->is_retrieved = true;
}

void learn_capability(Learning& learning, std::string_view text) {
  auto& known = learning.session.facts.capabilities;
  if (!known) known.emplace();
  known->emplace_back(text);
}

/// A line of a list.
void learn_listed(Learning& learning, const Asked& asked, std::string_view text) {
  if (asked.info.tells == Tells::capabilities) return learn_capability(learning, text);
  learn_item(learning, asked.info.tells, text);
  learning.session.in_progress.change(asked.sent.facts.line,
                                      [](InProgressAtClient& command) { ++command.answers; });
}

/// It ends: so many messages there are.
void learn_list_end(Learning& learning, const Asked& asked) {
  if (is_of_messages(asked.info.tells)) maildrop(learning).messages = asked.sent.answers;
}

void keep_all(Learning& learning) {
  if (!learning.session.facts.maildrop) return;
  for (Drop& drop : maildrop(learning).drops) drop.is_deleted = false;
}

void learn_taken(Learning& learning, const Asked& asked, std::string_view text) {
  switch (asked.info.tells) {
    case Tells::total:
      return learn_total(learning, text);
    case Tells::sizes:
    case Tells::unique_ids:
      if (!asked.sent.argument.empty()) learn_item(learning, asked.info.tells, text);
      return;
    case Tells::deletion:
      if (Drop* drop = drop_at(learning, asked.sent.argument)) drop->is_deleted = true;
      return;
    case Tells::no_deletions:
      return keep_all(learning);
    case Tells::nothing:
    case Tells::user_name:
    case Tells::capabilities:
    case Tells::whole_message:
      return;
  }
}

}  // namespace

void learn_pop3_answer(Learning& learning, const Asked& asked, const Line& line) {
  if (line.kind == LineKind::literal) return learn_message(learning, asked, line);
  const auto status = pop3::status_in(line.bytes);
  if (!line.condition) return learn_listed(learning, asked, without_line_end(line.bytes));
  if (!status) return learn_list_end(learning, asked);
  if (line.condition == Condition::ok) learn_taken(learning, asked, status->text);
}

}  // namespace imapscope::observer
