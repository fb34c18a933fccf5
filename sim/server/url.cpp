// The url family: GENURLAUTH, RESETKEY, URLFETCH (RFC 4467, RFC 5524), and what URLs name.
#include "sim/server/url.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/codec/digest.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"
#include "sim/wire/url.h"

namespace imapscope::server {
namespace {

constexpr std::string_view internal_mechanism = "INTERNAL";

/// RFC 4467 §2.4.1: a token says by which algorithm it was made. 01 is HMAC-SHA1.
constexpr std::string_view algorithm_mark = "01";

/// The message in the account; null where there is none, or the mailbox is another by now.
const mail::Entry* entry_of(const MessageUrl& url, const mail::Account& account) {
  const mail::Mailbox* mailbox = account.find(url.mailbox);
  if (mailbox == nullptr) return nullptr;
  if (url.uid_validity && *url.uid_validity != mailbox->uid_validity()) return nullptr;
  return mailbox->find(url.uid);
}

bool may_be_partial(const MessageUrl& url, const Config& config) {
  return !url.partial || config.speaks("URL-PARTIAL");
}

/// 128 bits by chance (RFC 4467 §2.2).
std::string new_key(Random& random) {
  std::string key;
  while (key.size() < 16) {
    std::uint64_t bits = random.next();
    for (int i = 0; i < 8; ++i, bits >>= 8U) key += static_cast<char>(bits & 0xffU);
  }
  return key;
}

std::string token_of(std::string_view rump, std::string_view key) {
  return std::string(algorithm_mark) + codec::hex(codec::hmac(codec::Digest::sha1, key, rump));
}

/// access = "submit+" enc-user / "user+" enc-user / "authuser" / "anonymous"
bool is_access(std::string_view access, const mail::Accounts& accounts) {
  for (const std::string_view prefix : {"submit+", "user+"}) {
    if (!ascii::starts_with_ignoring_case(access, prefix)) continue;
    return accounts.find(access.substr(prefix.size())) != nullptr;
  }
  return ascii::equal_ignoring_case(access, "authuser") ||
         ascii::equal_ignoring_case(access, "anonymous");
}

/// `submit+` needs a session of a submission server, which nobody is here.
bool lets_in(std::string_view access, const std::string& user) {
  if (ascii::starts_with_ignoring_case(access, "user+")) return access.substr(5) == user;
  if (ascii::starts_with_ignoring_case(access, "submit+")) return false;
  return true;
}

/// Why no token is made for the URL (RFC 4467 §7).
Ending refuse_wish(const GenUrlAuth::Wish& wish, const std::optional<MessageUrl>& url,
                   const Turn& turn) {
  if (!ascii::equal_ignoring_case(wish.mechanism, internal_mechanism)) {
    return bad("The only mechanism here is INTERNAL");
  }
  if (!url) return bad("That is no URL of a message");
  if (!url->is_absolute || url->user.empty())
    return bad("The URL names no owner: imap://user@host");
  if (!url->token.empty()) return bad("The URL has a token already");
  if (!is_access(url->access, turn.accounts)) return bad("The URL does not say who is let in");
  if (url->user != turn.session.user) return bad("Only the owner of a mailbox may lend it");
  const auto id = turn.account().id_of(url->mailbox);
  return id ? std::nullopt : Ending(bad("There is no mailbox of that name"));
}

bool has_expired(const MessageUrl& url, const Turn& turn) {
  if (!url.expires) return false;
  return to_unix_seconds(*url.expires) < to_unix_seconds(wall_time(turn.config, turn.now));
}

/// The message that a proved URL lends to this session; null where it is not good, whatever the
/// reason: nobody is told which mailboxes there are.
const mail::Entry* lent_by(const MessageUrl& url, const Turn& turn) {
  const mail::Account* owner = turn.accounts.find(url.user);
  if (owner == nullptr || !url.is_absolute || url.token.empty()) return nullptr;
  const auto id = owner->id_of(url.mailbox);
  const std::string* key = id ? owner->url_key(*id) : nullptr;
  if (key == nullptr || !ascii::equal_ignoring_case(url.mechanism, internal_mechanism)) {
    return nullptr;
  }
  const bool is_proved = ascii::equal_ignoring_case(url.token, token_of(url.rump, *key));
  if (!is_proved || has_expired(url, turn) || !lets_in(url.access, turn.session.user)) {
    return nullptr;
  }
  return may_be_partial(url, turn.config) ? entry_of(url, *owner) : nullptr;
}

bool asks_for(const UrlFetch::Wish& wish, std::string_view parameter) {
  return std::any_of(wish.parameters.begin(), wish.parameters.end(), [&](const std::string& name) {
    return ascii::equal_ignoring_case(name, parameter);
  });
}

/// Each once, and not BINARY beside BODY (RFC 5524 §3.1).
Ending refuse_parameters(const UrlFetch::Wish& wish) {
  for (const std::string& name : wish.parameters) {
    const auto times = std::count_if(
        wish.parameters.begin(), wish.parameters.end(),
        [&](const std::string& other) { return ascii::equal_ignoring_case(name, other); });
    if (times > 1) return bad(name + " is asked for twice");
  }
  if (asks_for(wish, "BODY") && asks_for(wish, "BINARY")) {
    return bad("BODY and BINARY do not go together");
  }
  return std::nullopt;
}

/// BINARY is told of whole parts; of anything else that a URL names, the octets are as they are.
NString binary_of(const MessageUrl& url, const mail::Message& message) {
  if (url.section.text != Section::Text::all) return message.section(url.section, url.partial);
  return message.decoded(url.section.path, url.partial).octets;
}

UrlFetchData::Answer answer_to(const UrlFetch::Wish& wish, const Turn& turn) {
  UrlFetchData::Answer answer{wish.url, std::nullopt, {}};
  const auto url = wire::message_url_of(wish.url);
  const mail::Entry* entry = url ? lent_by(*url, turn) : nullptr;
  if (entry == nullptr) return answer;
  const mail::Message& message = *entry->message;
  const NString octets = message.section(url->section, url->partial);
  if (!octets || wish.parameters.empty()) {
    answer.octets = octets;
    return answer;
  }
  const bool is_binary = asks_for(wish, "BINARY");
  if (asks_for(wish, "BODYPARTSTRUCTURE")) {
    answer.items.push_back(
        {"BODYPARTSTRUCTURE", {}, message.structure_of(url->section.path, is_binary)});
  }
  if (is_binary) answer.items.push_back({"BINARY", binary_of(*url, message), {}});
  if (asks_for(wish, "BODY")) answer.items.push_back({"BODY", octets, {}});
  return answer;
}

/// The table of keys has changed: sessions that have the mailbox open are told.
void tell_mechanisms(mail::MailboxId id, Turn& turn) {
  for (auto& [other, session] : turn.sessions) {
    const bool is_open =
        session.view && session.owner == turn.session.user && session.view->mailbox_id() == id;
    if (!is_open || &session == &turn.session) continue;
    say_ok(session.output, CodeAtom{"URLMECH", std::string(internal_mechanism)},
           "URLs of this mailbox have a new key");
  }
}

}  // namespace

std::optional<std::string> text_named_by(std::string_view text, const Turn& turn) {
  const auto url = wire::message_url_of(text);
  if (!url || url->is_absolute || !url->access.empty() || !may_be_partial(*url, turn.config)) {
    return std::nullopt;
  }
  const Access access = access_to(url->mailbox, turn.asking());
  if (access.account == nullptr || access.refuse_without('r')) return std::nullopt;
  MessageUrl there = *url;
  there.mailbox = access.name;
  const mail::Entry* entry = entry_of(there, *access.account);
  return entry == nullptr ? std::nullopt : entry->message->section(url->section, url->partial);
}

StatusResponse bad_url(const std::string& url) {
  std::string told;  // a code ends at a bracket (RFC 4469 §5)
  std::copy_if(url.begin(), url.end(), std::back_inserter(told),
               [](char c) { return c != ']' && c != '\r' && c != '\n' && c != '\0'; });
  return {Condition::no, CodeAtom{"BADURL", told}, "The URL names nothing that can be had here"};
}

Ending handle(const GenUrlAuth& command, Turn& turn) {
  GenUrlAuthData data;
  for (const GenUrlAuth::Wish& wish : command.wishes) {
    const auto url = wire::message_url_of(wish.url);
    if (auto refused = refuse_wish(wish, url, turn)) return refused;
    const mail::MailboxId id = *turn.account().id_of(url->mailbox);
    if (turn.account().url_key(id) == nullptr) {
      turn.account().set_url_key(id, new_key(turn.random));
    }
    const std::string token = token_of(url->rump, *turn.account().url_key(id));
    data.urls.push_back(wish.url + ":internal:" + token);
  }
  say(turn.session, std::move(data));
  return ok("GENURLAUTH completed");
}

Ending handle(const ResetKey& command, Turn& turn) {
  if (!command.mailbox) {
    turn.account().drop_url_keys();
    return ok("All keys are removed");
  }
  for (const std::string& mechanism : command.mechanisms) {
    if (!ascii::equal_ignoring_case(mechanism, internal_mechanism)) {
      return bad("The only mechanism here is INTERNAL");
    }
  }
  const auto id = turn.account().id_of(*command.mailbox);
  if (!id) return no(id.error());
  turn.account().set_url_key(*id, new_key(turn.random));
  tell_mechanisms(*id, turn);
  return ok(CodeAtom{"URLMECH", std::string(internal_mechanism)}, "RESETKEY completed");
}

// What is not good is NIL, and the command is OK (RFC 4467 §7).
Ending handle(const UrlFetch& command, Turn& turn) {
  UrlFetchData data;
  for (const UrlFetch::Wish& wish : command.wishes) {
    if (auto refused = refuse_parameters(wish)) return refused;
    data.answers.push_back(answer_to(wish, turn));
  }
  say(turn.session, std::move(data));
  return ok("URLFETCH completed");
}

}  // namespace imapscope::server
