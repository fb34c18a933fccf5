// The append family: APPEND (with MULTIAPPEND, CATENATE and BINARY), REPLACE (RFC 8508).
#include <algorithm>
#include <utility>

#include "sim/mail/mime/transfer_encoding.h"
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"
#include "sim/server/url.h"
#include "sim/wire/chars.h"

namespace imapscope::server {
namespace {

/// One that is ready to be put into a mailbox.
struct Made {
  mail::MessagePtr message;
  FlagSet flags;
  DateTime internal_date;
};

/// What a piece adds to the message; nothing, and `refused`, where there is no such thing.
std::optional<std::string> octets_of(const MessagePiece& piece, const Turn& turn, Ending& refused) {
  if (const auto* sent = std::get_if<SentText>(&piece)) {
    if (!sent->any_octet) return sent->octets;
    auto kept = mail::without_binary(sent->octets);
    if (!kept) refused = no("UNKNOWN-CTE", "A NUL stands outside of a part that is binary");
    return kept;
  }
  const std::string& url = std::get<NamedText>(piece).url;
  auto octets = text_named_by(url, turn);
  if (!octets) refused = bad_url(url);
  return octets;
}

bool has_eight_bit_header(std::string_view message) {
  const std::string_view header = message.substr(0, message.find("\r\n\r\n"));
  return std::any_of(header.begin(), header.end(), wire::chars::is_eight_bit);
}

/// RFC 6855 §4: header fields in UTF-8 are for clients that take them.
Ending refuse_utf8(const NewMessage& wanted, std::string_view octets, const Turn& turn) {
  if (!turn.config.speaks("UTF8=ACCEPT") || turn.session.texts() == Texts::utf8) {
    return std::nullopt;
  }
  const bool is_marked =
      std::any_of(wanted.pieces.begin(), wanted.pieces.end(), [](const MessagePiece& piece) {
        const auto* text = std::get_if<SentText>(&piece);
        return text != nullptr && text->utf8;
      });
  if (!is_marked && !has_eight_bit_header(octets)) return std::nullopt;
  return no("CANNOT", "Header fields in UTF-8: ENABLE UTF8=ACCEPT first");
}

StatusResponse too_big(const Config& config) {
  return no("TOOBIG",
            "A message has " + std::to_string(config.max_literal_octets) + " octets at most here");
}

/// The message, or why there is none.
std::optional<Made> make(const NewMessage& wanted, const Turn& turn, Ending& refused) {
  refused = refuse_flags(wanted.flags);
  std::string octets;
  for (const MessagePiece& piece : wanted.pieces) {
    if (refused) return std::nullopt;
    const auto more = octets_of(piece, turn, refused);
    if (!more) return std::nullopt;
    octets += *more;
    if (octets.size() > turn.config.max_literal_octets) refused = too_big(turn.config);
  }
  if (!refused) refused = refuse_utf8(wanted, octets, turn);
  if (refused) return std::nullopt;
  if (octets.empty() && turn.config.speaks("MULTIAPPEND")) {  // RFC 3502: that cancels the append
    refused = no("CANNOT", "A message without an octet: nothing is appended");
    return std::nullopt;
  }
  return Made{mail::make_message(octets), wanted.flags,
              wanted.internal_date.value_or(wall_time(turn.config, turn.now))};
}

mail::Usage size_of(const std::vector<Made>& messages) {
  mail::Usage usage{0, messages.size()};
  for (const Made& made : messages) usage.octets += made.message->size();
  return usage;
}

CodeAppendUid put_into(const Access& access, const std::vector<Made>& messages, const Turn& turn) {
  mail::Mailbox& mailbox = *access.account->find(*access.id());
  const DateTime now = wall_time(turn.config, turn.now);
  std::vector<Uid> uids;
  for (const Made& made : messages) {
    const FlagSet flags = allowed_flags(turn.spelled(made.flags), access.rights);
    uids.push_back(mailbox.append(made.message, flags, made.internal_date, now));
  }
  return {mailbox.uid_validity(), UidSet::of(uids)};
}

/// The message that REPLACE names; null, and `refused`, where there is none.
const mail::Entry* replaced_by(const Replace& command, const Turn& turn, Ending& refused) {
  const auto places = turn.view().places_of(command.messages);
  if (!places) {
    refused = bad_number(turn.view().size());
    return nullptr;
  }
  if (places->empty()) {
    refused = no("NONEXISTENT", "There is no message of that UID");
    return nullptr;
  }
  const mail::Entry* entry = turn.mailbox().find(turn.view().uid_at(places->front()));
  if (entry == nullptr) refused = no_longer_there();
  return entry;
}

/// Only what is more than before counts (RFC 8508 §3.4).
bool has_room_instead(const mail::Account& account, const mail::Usage& more,
                      const mail::Entry& old) {
  mail::Usage after = account.usage();
  after.octets = after.octets + more.octets - old.message->size();
  after.messages = after.messages + more.messages - 1;
  return account.quota().admits(after);
}

}  // namespace

// Either all messages are appended, or none (RFC 3502).
Ending handle(const Append& command, Turn& turn) {
  std::vector<Made> messages;
  for (const NewMessage& wanted : command.new_messages) {
    Ending refused;
    auto made = make(wanted, turn, refused);
    if (!made) return refused;
    messages.push_back(std::move(*made));
  }
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_destination(access, turn.asking())) return refused;
  if (auto refused = refuse_over_quota(*access.account, size_of(messages))) return refused;
  const CodeAppendUid uids = put_into(access, messages, turn);
  if (!tells_uids(access, turn.config)) return ok("APPEND completed");
  return ok(uids, "APPEND completed");
}

// APPENDUID comes before EXPUNGE, as RFC 8508 §4.3 advises.
Ending handle(const Replace& command, Turn& turn) {
  // What STORE of \Deleted and EXPUNGE need (RFC 8508 §4.1).
  for (const char right : {'t', 'e'}) {
    if (!turn.rights().has(right)) return no_right(right);
  }
  Ending refused;
  if (turn.view().read_only()) return no_read_only();
  const mail::Entry* old = replaced_by(command, turn, refused);
  if (old == nullptr) return refused;
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto no_place = refuse_destination(access, turn.asking())) return no_place;
  auto made = make(command.message, turn, refused);
  if (!made) return refused;
  const std::vector<Made> messages{std::move(*made)};
  const bool has_room = access.account == &turn.open_account()
                            ? has_room_instead(*access.account, size_of(messages), *old)
                            : access.account->has_room_for(size_of(messages));
  if (!has_room) return no("OVERQUOTA", "The quota has no room for that");
  const Uid gone = old->uid;
  const CodeAppendUid uids = put_into(access, messages, turn);
  if (tells_uids(access, turn.config)) {
    say_ok(turn.session.output, uids, "The new message is there");
  }
  turn.mailbox().remove({gone});
  return with_highest_mod_seq(completed("REPLACE", by_uid(command.messages)), turn);  // §4.5
}

}  // namespace imapscope::server
