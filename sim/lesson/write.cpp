#include "sim/lesson/write.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "sim/base/base64.h"
#include "sim/base/overloaded.h"
#include "sim/base/utf.h"
#include "sim/lesson/evidence.h"
#include "sim/lesson/read/vocabulary.h"
#include "sim/server/temper/misbehaviour.h"
#include "sim/server/temper/profiles.h"
#include "sim/wire/date_time.h"
#include "sim/wire/line_text.h"
#include "sim/wire/printer.h"
#include "sim/words/words.h"

namespace imapscope::lesson {
namespace {

using nlohmann::ordered_json;

/// In every language that there are words in, each in its place of the same file.
Text text_of(const Said& said) {
  Text text;
  for (const std::string& language : words::languages()) {
    text[language] = words::Words(language)(said);
  }
  return text;
}

/// `text` without its last line end, cut at the others.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return lines;
}

// ---- how the world begins ----

/// Lines where they are text, else base64.
ordered_json message_json(const mail::Message& message) {
  const std::string& octets = message.octets();
  if (!is_utf8(octets) || !octets.ends_with("\r\n")) return encode_base64(octets);
  return lines_of(octets);
}

/// As APPEND takes it, without its quotes.
std::string date_text(const DateTime& date) {
  wire::Printer printer(wire::Writer::client);
  wire::print_date_time(printer, date);
  const std::string quoted = std::move(printer).finish().front();
  return quoted.substr(1, quoted.rfind('"') - 1);
}

ordered_json flags_json(const FlagSet& flags) {
  ordered_json names = ordered_json::array();
  for (const Flag& flag : flags) names.push_back(flag.name);
  return names;
}

ordered_json mailbox_json(const MailboxName& name, const mail::Mailbox& mailbox) {
  ordered_json json{{"name", name.utf8()}, {"uid_validity", mailbox.uid_validity().value}};
  FlagSet permanent = mailbox.permanent_flags();
  if (mailbox.may_create_keywords()) permanent.add(Flag{"\\*"});
  json["permanent_flags"] = flags_json(permanent);
  if (mailbox.size() > 0) json["recent"] = mailbox.recent_count();
  for (const mail::Entry& entry : mailbox.entries()) {
    json["uids"].push_back(entry.uid.value);
    json["flags"].push_back(flags_json(entry.flags));
    json["internal_dates"].push_back(date_text(entry.internal_date));
    json["messages"].push_back(message_json(*entry.message));
  }
  json["uid_next"] = mailbox.uid_next().value;
  if (!mailbox.keeps_uids()) json["keeps_uids"] = false;
  return json;
}

/// Rights but those that its owner has from the start.
void add_acl(const mail::Account& account, const mail::Acl& acl, ordered_json& json) {
  for (const auto& [identifier, rights] : acl) {
    const bool is_owners = !account.is_shared() && identifier == account.user();
    if (is_owners && rights == mail::Rights::all()) continue;
    json["acl"].push_back(identifier + ' ' + rights.text());
  }
}

ordered_json mailboxes_json(const mail::Account& account) {
  ordered_json list = ordered_json::array();
  for (const auto& [name, entry] : account.entries()) {
    const mail::Mailbox* mailbox = account.find(name);
    if (mailbox == nullptr) continue;
    ordered_json json = mailbox_json(name, *mailbox);
    for (const std::string& use : entry.uses) json["use"].push_back(use);
    if (entry.trouble != nullptr) json["trouble"] = entry.trouble->key;
    if (!entry.moved_to.empty()) json["moved_to"] = entry.moved_to;
    add_acl(account, entry.acl, json);
    list.push_back(std::move(json));
  }
  return list;
}

ordered_json user_json(const mail::Account& account) {
  ordered_json json{{"name", account.user()}, {"password", account.password()}};
  json["mailboxes"] = mailboxes_json(account);
  for (const MailboxName& name : account.subscriptions()) json["subscribed"].push_back(name.utf8());
  if (account.trouble() != nullptr) json["trouble"] = account.trouble()->key;
  if (!account.moved_to().empty()) json["moved_to"] = account.moved_to();
  if (account.quota().storage) json["quota"]["storage"] = *account.quota().storage;
  if (account.quota().messages) json["quota"]["messages"] = *account.quota().messages;
  return json;
}

ordered_json fault_json(const server::Fault& fault) {
  ordered_json json{{"fault", server::info_of(fault.kind).key}};
  if (!fault.verb.empty()) json["verb"] = fault.verb;
  if (fault.nth > 0) json["nth"] = fault.nth;
  if (fault.connection > 0) json["connection"] = fault.connection;
  if (fault.at) json["at_ms"] = fault.at->us / 1000;
  if (!fault.text.empty()) json["text"] = fault.text;
  if (!fault.lines.empty()) json["lines"] = fault.lines;
  if (fault.time.us > 0) json["ms"] = fault.time.us / 1000;
  if (fault.by != 0) json["by"] = fault.by;
  return json;
}

ordered_json server_json(const world::Setup& setup) {
  ordered_json json{{"name", setup.server.name}};
  if (setup.server.profile != nullptr) json["profile"] = setup.server.profile->id;
  for (const auto& [key, value] : setup.server.choices) {
    json["choices"].push_back(key + "=" + value);
  }
  if (setup.server.starttls) json["starttls"] = true;
  if (setup.server.login_disabled) json["login_disabled"] = true;
  if (!setup.server.alert.empty()) json["alert"] = setup.server.alert;
  if (setup.server.autologout.us > 0) {
    json["autologout_minutes"] = setup.server.autologout.us / seconds(60).us;
  }
  if (setup.server.jmap_url != server::Config().jmap_url) json["jmap_url"] = setup.server.jmap_url;
  for (const auto& [extension, on] : setup.server.switches) {
    json["extensions"].push_back((on ? "" : "-") + extension);
  }
  if (setup.server.misbehaviour != nullptr) {
    for (const server::Fault& fault : setup.server.misbehaviour->faults) {
      json["misbehave"].push_back(fault_json(fault));
    }
  }
  if (!setup.accounts.all().empty()) {
    const mail::Account& first = setup.accounts.all().begin()->second;  // all name alike
    const auto delimiter = mail::told_delimiter(first.delimiter());
    if (delimiter != '/') json["delimiter"] = delimiter ? std::string(1, *delimiter) : "";
  }
  if (setup.accounts.shared() != nullptr) json["shared"] = mailboxes_json(*setup.accounts.shared());
  json["users"] = ordered_json::array();
  for (const auto& [name, account] : setup.accounts.all())
    json["users"].push_back(user_json(account));
  return json;
}

ordered_json link_json(const channel::LinkSettings& link) {
  ordered_json json{{"latency_ms", link.latency.us / 1000}, {"jitter_ms", link.jitter.us / 1000}};
  json["octets_per_second"] = link.octets_per_second;
  json["segment_octets"] = link.segment_octets;
  return json;
}

// ---- what was done ----

class ScriptWriter {
 public:
  explicit ScriptWriter(const world::History& history) : history_(history) {}

  ordered_json write() {
    const auto& inputs = history_.inputs();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const bool is_last = i + 1 == inputs.size();
      const Instant until = is_last ? history_.now() : inputs[i + 1].at;
      const bool settled = is_last || !history_.world_at(until_before(until)).next_event();
      std::visit(
          [&](const auto& action) {
            write(action, {inputs[i].at, until, settled});
          },
          inputs[i].action);
      quiet_ = settled;
      if (!settled) wait(milliseconds_between(inputs[i].at, until));
    }
    if (script_.empty()) say(Said("lesson.written.beginning"));
    return std::move(script_);
  }

  [[nodiscard]] const std::optional<Said>& fault() const { return fault_; }

 private:
  struct Stretch {
    Instant from;
    Instant to;
    bool settled;  // all that followed had happened before the next input
  };

  static Instant until_before(Instant t) { return {t.us - 1}; }
  static std::int64_t milliseconds_between(Instant from, Instant to) {
    return std::max<std::int64_t>(1, (to - from).us / 1000);
  }

  void wait(std::int64_t ms) { script_.push_back({{"wait", {{"ms", ms}}}}); }
  /// Begins a step; not while something is under way, since a step begins with a rest.
  void say(const Said& title) {
    if (!quiet_) return;
    const Text text = text_of(Said("lesson.written.text"));
    script_.push_back({{"say", {{"title", text_of(title)}, {"text", text}}}});
  }

  void write(const world::Connect& connect, const Stretch&) {
    say({"lesson.written.connects", {{"client", connect.client}}});
    ordered_json json{{"client", connect.client}};
    if (connect.greeting != server::Greeting::ok) json["greeting"] = word_for(connect.greeting);
    if (!connect.user.empty()) json["user"] = connect.user;
    if (connect.protocol != Protocol::imap) json["protocol"] = info_of(connect.protocol).id;
    script_.push_back({{"connect", std::move(json)}});
  }

  void write(const world::Send& send, const Stretch& stretch) {
    const std::string title = send.client + ": " + wire::line_text(send.text).head;
    say(Said(title));  // a name and what stands on the wire: the same in any language
    std::string line = send.text;
    if (line.ends_with("\r\n")) line.resize(line.size() - 2);
    if (!is_utf8(line) && !fault_) fault_ = Said("lesson.file.no_utf8", {{"line", title}});
    ordered_json json{{"client", send.client}, {"line", std::move(line)}};
    if (!stretch.settled) json["wait"] = false;
    script_.push_back({{"send", std::move(json)}});
    if (stretch.settled) expect_completions(send.client, stretch);
  }

  void write(const world::Deliver& deliver, const Stretch&) {
    say({"lesson.written.mail", {{"user", deliver.user}}});
    script_.push_back({{"deliver",
                        {{"user", deliver.user},
                         {"mailbox", deliver.mailbox.utf8()},
                         {"message", lines_of(deliver.message)}}}});
  }

  void write(const world::Disconnect& disconnect, const Stretch&) {
    say({disconnect.abrupt ? "lesson.written.is_cut_off" : "lesson.written.hangs_up",
         {{"client", disconnect.client}}});
    script_.push_back(
        {{"disconnect", {{"client", disconnect.client}, {"abrupt", disconnect.abrupt}}}});
  }

  void write(const world::SetNetwork& network, const Stretch&) {
    if (script_.empty()) say(Said("lesson.written.network"));
    ordered_json json = link_json(network.settings);
    if (!network.client.empty()) json["client"] = network.client;
    script_.push_back({{"network", std::move(json)}});
  }

  /// The tagged lines that landed at the client; what stands before them is the author's choice.
  void expect_completions(const std::string& client, const Stretch& stretch) {
    const Evidence evidence(history_.trace(), client, stretch.from, stretch.to);
    for (const observer::Line* line : evidence.landed()) {
      if (line->kind != observer::LineKind::tagged) continue;
      const std::string head = wire::line_text(line->bytes).head;
      script_.push_back({{"expect", {{"client", client}, {"line", head}}}});
    }
  }

  static std::string_view word_for(server::Greeting greeting) {
    for (const auto& [word, value] : greeting_words) {
      if (value == greeting) return word;
    }
    return "ok";
  }

  const world::History& history_;
  ordered_json script_ = ordered_json::array();
  std::optional<Said> fault_;
  bool quiet_ = true;  // before the input that is written
};

}  // namespace

Result<std::string, Said> write_skeleton(const world::History& history, const Skeleton& skeleton) {
  const world::Setup& setup = history.setup();
  ScriptWriter script(history);
  ordered_json steps = script.write();
  if (script.fault()) return fail(*script.fault());
  const ordered_json lesson{
      {"number", skeleton.number},
      {"title", skeleton.title.empty() ? text_of(Said("lesson.written.title")) : skeleton.title},
      {"goal", text_of(Said("lesson.written.goal"))},
      {"level", "responding"},
      {"minutes", 10},
      {"seed", setup.seed},
      {"network", link_json(setup.network)},
      {"server", server_json(setup)},
      {"steps", std::move(steps)},
  };
  return lesson.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace imapscope::lesson
