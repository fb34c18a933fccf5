// The url family, explained: URLs are taken apart (RFC 5092), whoever carries them.
#include "sim/wire/url.h"

#include <string>

#include "sim/base/overloaded.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

using wire::TokenKind;

/// `1.2`; empty for a whole message.
std::string path_of(const Section& section) {
  std::string path;
  for (const std::uint32_t number : section.path) {
    path += (path.empty() ? "" : ".") + std::to_string(number);
  }
  return path;
}

std::string part_named_by(const Explaining& e, const MessageUrl& url) {
  const std::string path = path_of(url.section);
  const bool is_all = url.section.text == Section::Text::all;
  if (is_all && path.empty()) return "";
  if (is_all) return e.words("explain.url.part", {{"part", path}});
  return e.words("explain.url.section");
}

std::string_view access_key(std::string_view access) {
  if (access.starts_with("user+")) return "explain.url.for_user";
  if (access.starts_with("submit+")) return "explain.url.for_submit";
  return access == "anonymous" ? "explain.url.for_anybody" : "explain.url.for_authuser";
}

void add_sentence(std::string& meaning, const std::string& sentence) {
  if (!sentence.empty()) meaning += (meaning.empty() ? "" : " ") + sentence;
}

/// What the URL names, who is let in, and what proves it, in sentences.
std::string meaning_of(const Explaining& e, const MessageUrl& url) {
  std::string meaning =
      e.words("explain.url.message", {{"uid", url.uid.value}, {"mailbox", url.mailbox.utf8()}});
  if (url.is_absolute) {
    add_sentence(meaning, e.words("explain.url.server", {{"host", url.host}, {"user", url.user}}));
  }
  add_sentence(meaning, part_named_by(e, url));
  if (url.partial) add_sentence(meaning, e.words("explain.url.partial"));
  if (url.expires) add_sentence(meaning, e.words("explain.url.expires"));
  if (!url.access.empty()) {
    const std::size_t plus = std::min(url.access.find('+'), url.access.size() - 1);
    add_sentence(meaning, e.words(access_key(url.access), {{"user", url.access.substr(plus + 1)}}));
  }
  if (!url.token.empty()) add_sentence(meaning, e.words("explain.url.token"));
  return meaning;
}

/// `BODY`, `BINARY`, `BODYPARTSTRUCTURE`: asked for, or told.
void say_item(Explaining& e) {
  if (explain_argument(e, slot::url_fetch) != nullptr) return;
  e.say_unknown("modifier", e.words("explain.argument.unknown"), "5524 §3");
}

void explain_item(Explaining& e, const UrlFetchData::Item& item) {
  e.pass_open();
  if (e.inside()) say_item(e);
  if (item.structure) {
    explain_body_structure(e, *item.structure);
  } else if (e.inside()) {
    e.say_nstring("text_of_message", e.words("explain.url.octets"),
                  e.words("explain.url.not_decoded"), "5524 §3.2");
  }
  e.pass_close();
}

}  // namespace

void explain_url(Explaining& e, const std::string& rfc) {
  const auto url = wire::message_url_of(e.content());
  e.say_string("url", url ? meaning_of(e, *url) : e.words("explain.url.no_message"),
               rfc + ", 5092 §6");
}

void explain_arguments(Explaining& e, const GenUrlAuth&) {
  while (!e.at_line_end()) {
    explain_url(e, "4467 §7");
    if (!e.at_line_end()) e.say("url_mechanism", e.words("explain.url.mechanism"), "4467 §2.4");
  }
}

void explain_arguments(Explaining& e, const ResetKey& command) {
  if (command.mailbox) e.say_mailbox(e.words("explain.url.key_of"));
  while (!e.at_line_end()) e.say("url_mechanism", e.words("explain.url.mechanism"), "4467 §2.4");
}

void explain_arguments(Explaining& e, const UrlFetch&) {
  while (!e.at_line_end()) {
    const bool enclosed = e.at(TokenKind::list_open);
    if (enclosed) e.pass_open(e.words("explain.url.with_parameters"));
    explain_url(e, "4467 §7");
    if (!enclosed) continue;
    while (e.inside()) say_item(e);
    e.pass_close();
  }
}

void explain_data(Explaining& e, const GenUrlAuthData&) {
  e.lead();
  e.say("data", e.words("explain.url.generated"), "4467 §8");
  while (!e.at_line_end()) explain_url(e, "4467 §8");
}

void explain_data(Explaining& e, const UrlFetchData& data) {
  e.lead();
  e.say("data", e.words("explain.url.fetched"), "4467 §8");
  for (const UrlFetchData::Answer& answer : data.answers) {
    explain_url(e, "4467 §8");
    if (answer.items.empty()) {
      e.say_nstring("text_of_message", e.words("explain.url.octets"),
                    e.words("explain.url.refused"), "4467 §8");
    }
    for (const UrlFetchData::Item& item : answer.items) explain_item(e, item);
  }
}

}  // namespace imapscope::explain
