#if IMAPSCOPE_HAS_NET  // not on the web
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/cli/subcommands.h"
#include "sim/disk/disk_files.h"
#include "sim/mail/mbox.h"
#include "sim/net/serve.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

struct Serving {
  std::string listen = "127.0.0.1:1143";
  std::vector<std::string> users{"ada:secret"};
  std::string mailboxes;
  std::string trace;
};

/// Says what is wrong, and is what a subcommand returns then.
std::nullopt_t complain(const std::string& sentence) {
  std::cerr << sentence << "\n";
  return std::nullopt;
}

std::optional<mail::Account> account_of(const std::string& user, const std::string& mailboxes) {
  const auto colon = user.find(':');
  if (colon == std::string::npos || colon == 0) {
    return complain("\"" + user + "\" names no user: write NAME:PASSWORD.");
  }
  mail::Account account(user.substr(0, colon), user.substr(colon + 1));
  if (mailboxes.empty()) return account;
  if (const auto loaded = mail::load_mailboxes(disk::DiskFiles(), mailboxes, account); !loaded) {
    return complain(words::Words()(loaded.error().said()));
  }
  return account;
}

std::optional<mail::Accounts> accounts_of(const Serving& options) {
  mail::Accounts accounts;
  for (const std::string& user : options.users) {
    auto account = account_of(user, options.mailboxes);
    if (!account) return std::nullopt;
    if (accounts.find(account->user()) != nullptr) {
      return complain("The user " + account->user() + " is named twice.");
    }
    accounts.add(std::move(*account));
  }
  return accounts;
}

std::string names_of(const mail::Accounts& accounts) {
  std::string names;
  for (const auto& [name, account] : accounts.all()) names += (names.empty() ? "" : ", ") + name;
  return names;
}

std::optional<net::Service> service_of(const Serving& options) {
  const auto endpoint = net::parse_endpoint(options.listen);
  if (!endpoint) return complain(endpoint.error());
  if (!endpoint->is_loopback()) {
    return complain(
        "Only this machine may connect, since passwords cross the net in clear: listen "
        "on 127.0.0.1 or [::1], not on " +
        endpoint->address + ".");
  }
  auto accounts = accounts_of(options);
  if (!accounts) return std::nullopt;
  const std::string names = names_of(*accounts);
  net::ServeOptions serve;
  serve.listen = *endpoint;
  if (!options.trace.empty()) serve.trace = options.trace;
  serve.log = [](std::string_view sentence) { std::cerr << sentence << std::endl; };
  auto service = net::Service::start(std::move(serve), {}, std::move(*accounts));
  if (!service) return complain(service.error());
  std::cout << "Listening on " << to_text(service->endpoint()) << " for " << names
            << ". Ctrl-C stops." << std::endl;
  return std::move(*service);
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Serving>();
  CLI::App* serve = app.add_subcommand(
      "serve", "Serves real mail programs from memory; all changes are lost at the end.");
  serve
      ->add_option("--listen", options->listen,
                   "ADDRESS:PORT of this machine alone; port 0 takes any that is free")
      ->capture_default_str();
  serve->add_option("--user", options->users, "NAME:PASSWORD; may be repeated")
      ->capture_default_str();
  serve->add_option("--mailboxes", options->mailboxes,
                    "An mbox file for INBOX, or a folder of them; every user gets a copy");
  serve->add_option("--trace", options->trace,
                    "Writes what crosses the wire, passwords masked, as JSON Lines that "
                    "imapscope can follow");
  serve->callback([options, &exit_code] {
    auto service = service_of(*options);
    exit_code = service ? fine : fault;
    if (service) service->run(true);
  });
}

}  // namespace imapscope::cli

#endif  // IMAPSCOPE_HAS_NET
