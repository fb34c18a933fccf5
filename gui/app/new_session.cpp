#include "gui/app/new_session.h"

#include <algorithm>
#include <array>
#include <utility>

#include "gui/app/document/simulation_document.h"
#include "sim/mail/mbox.h"

namespace imapscope::gui {
namespace {

struct Letter {
  std::string_view from;
  std::string_view subject;
  std::string_view text;
};

constexpr std::array letters{
    Letter{"Grace Murray <grace@example.org>", "The moth has company",
           "A second one, in relay 71."},
    Letter{"Charles Babbage <charles@example.org>", "Proofs",
           "Your notes are longer than my engine."},
    Letter{"Mary Somerville <mary@example.org>", "Tea on Thursday?", "Bring the tables."},
    Letter{"Jacquard & Sons <cards@example.org>", "Invoice 7", "24,000 cards, punched."},
};

std::string text_of(const Letter& letter, std::size_t number) {
  std::string text;
  const auto line = [&text](std::string_view key, std::string_view value) {
    text.append(key).append(value).append("\r\n");
  };
  line("From: ", letter.from);
  line("To: Ada Byron <ada@example.org>", "");
  line("Subject: ", letter.subject);
  line("Message-ID: ", "<arrived." + std::to_string(number) + "@example.org>");
  line("Date: Wed, 25 Nov 2026 09:00:00 +0000", "");
  line("", "");
  line("", letter.text);
  return text;
}

/// With what there is to log in with: nobody can guess it.
std::string title_of(const NewSession& wish) {
  const auto [user, password] = session_credentials();
  std::string title = "LOGIN " + user + " " + password;
  if (!wish.mailbox.empty()) title += " · " + file_of(wish.mailbox);
  if (!wish.profile.empty()) title += " · " + wish.profile;
  return title;
}

server::Greeting greeting_of(SessionGreeting greeting) {
  switch (greeting) {
    case SessionGreeting::ok:
      return server::Greeting::ok;
    case SessionGreeting::preauth:
      return server::Greeting::preauth;
    case SessionGreeting::bye:
      return server::Greeting::bye;
  }
  return server::Greeting::ok;
}

Result<world::Setup, Said> setup_of(const Files& files, const NewSession& wish) {
  const auto [user, password] = session_credentials();
  mail::Account account(user, password);
  if (!wish.mailbox.empty()) {
    const auto loaded = mail::load_mailboxes(files, wish.mailbox, account);
    if (!loaded) return fail(loaded.error().said());
  }
  world::Setup setup;
  if (!wish.profile.empty() && !setup.server.adopt(wish.profile)) {
    return fail(Said("serve.no_profile", {{"name", wish.profile}}));
  }
  setup.title = words::Words()("window.session_title", {{"what", title_of(wish)}});
  setup.accounts.add(std::move(account));
  return setup;
}

}  // namespace

Credentials session_credentials() {
  return {"ada", "lovelace"};
}

const std::vector<std::string>& session_clients() {
  static const std::vector<std::string> names{"laptop", "phone", "tablet", "desk"};
  return names;
}

Result<std::unique_ptr<Document>, Said> new_session(const Files& files, const NewSession& wish) {
  auto setup = setup_of(files, wish);
  if (!setup) return fail(setup.error());
  world::History history(std::move(*setup));
  const std::size_t clients = std::clamp<std::size_t>(wish.clients, 1, session_clients().size());
  for (std::size_t i = 0; i < clients; ++i) {
    world::Connect connect{session_clients()[i], greeting_of(wish.greeting), {}};
    if (wish.greeting == SessionGreeting::preauth) connect.user = session_credentials().user;
    if (auto done = history.act(connect); !done) return fail(done.error());
  }
  return std::make_unique<SimulationDocument>(std::move(history), title_of(wish));
}

world::Deliver next_letter(const world::History& history) {
  const auto& inputs = history.inputs();
  const auto arrived = static_cast<std::size_t>(
      std::count_if(inputs.begin(), inputs.end(), [](const world::Input& each) {
        return std::holds_alternative<world::Deliver>(each.action);
      }));
  return {.user = session_credentials().user,
          .mailbox = MailboxName("INBOX"),
          .message = text_of(letters[arrived % letters.size()], arrived + 1)};
}

std::optional<world::Connect> next_client(const world::History& history) {
  for (const std::string& name : session_clients()) {
    if (!history.world().is_connected(name)) return world::Connect{.client = name};
  }
  return std::nullopt;
}

channel::LinkSettings network_of(const world::History& history) {
  channel::LinkSettings network = history.setup().network;
  for (const world::Input& input : history.inputs()) {
    const auto* set = std::get_if<world::SetNetwork>(&input.action);
    if (set != nullptr && set->client.empty()) network = set->settings;
  }
  return network;
}

}  // namespace imapscope::gui
