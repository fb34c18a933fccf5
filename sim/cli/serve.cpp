#if IMAPSCOPE_HAS_NET  // not on the web
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/cli/subcommands.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/read/read.h"
#include "sim/mail/mbox.h"
#include "sim/net/serve.h"
#include "sim/net/verdict.h"
#include "sim/terminal/command_line.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

struct Serving {
  std::string listen = "127.0.0.1:1143";
  std::vector<std::string> users{"ada:secret"};
  std::string mailboxes;
  std::string trace;
  std::vector<std::string> extensions;
  std::string delimiter = "/";
  mail::Quota quota;  // of each user
  std::string profile;
  std::vector<std::string> choices;
  std::string misbehave;
  int autologout = 0;  // minutes
  bool verdict = false;
  std::string verdict_file;

  [[nodiscard]] bool judges() const { return verdict || !verdict_file.empty(); }
};

/// NUL where names are flat.
Result<char, Said> delimiter_of(const Serving& options) {
  const std::string& text = options.delimiter;
  if (ascii::equal_ignoring_case(text, "NIL")) return '\0';
  if (text.size() == 1 && text[0] > ' ' && text[0] < 127) return text[0];
  return fail(Said("serve.no_delimiter", {{"text", text}}));
}

Result<mail::Account, Said> account_of(const std::string& user, char delimiter,
                                       const std::string& mailboxes) {
  const auto colon = user.find(':');
  if (colon == std::string::npos || colon == 0) {
    return fail(Said("serve.no_user", {{"text", user}}));
  }
  mail::Account account(user.substr(0, colon), user.substr(colon + 1), delimiter);
  if (mailboxes.empty()) return account;
  if (const auto loaded = mail::load_mailboxes(disk::DiskFiles(), mailboxes, account); !loaded) {
    return fail(loaded.error().said());
  }
  return account;
}

Result<mail::Accounts, Said> accounts_of(const Serving& options) {
  mail::Accounts accounts;
  const auto delimiter = delimiter_of(options);
  if (!delimiter) return fail(delimiter.error());
  for (const std::string& user : options.users) {
    auto account = account_of(user, *delimiter, options.mailboxes);
    if (!account) return fail(account.error());
    account->set_quota(options.quota);
    if (accounts.find(account->user()) != nullptr) {
      return fail(Said("serve.user_twice", {{"user", account->user()}}));
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

Result<server::Config, Said> config_of(const Serving& options) {
  server::Config config;
  config.autologout = seconds(60) * options.autologout;
  if (!options.profile.empty() && !config.adopt(options.profile)) {
    return fail(Said("serve.no_profile", {{"name", options.profile}}));
  }
  for (const std::string& choice : options.choices) {
    if (!config.choose(choice)) return fail(Said("serve.no_choice", {{"name", choice}}));
  }
  if (!options.misbehave.empty()) {
    auto script = lesson::read_misbehaviour_file(disk::DiskFiles(), options.misbehave);
    if (!script) return fail(script.error().said());
    config.misbehaviour = std::make_shared<const server::Misbehaviour>(std::move(*script));
  }
  for (const std::string& extension : options.extensions) {
    if (!config.turn(extension)) return fail(Said("serve.no_extension", {{"name", extension}}));
  }
  return config;
}

Result<net::Service, Said> service_of(const Serving& options, const words::Words& words) {
  const auto endpoint = net::parse_endpoint(options.listen);
  if (!endpoint) return fail(endpoint.error());
  if (!endpoint->is_loopback()) {
    return fail(Said("serve.loopback_only", {{"address", endpoint->address}}));
  }
  auto accounts = accounts_of(options);
  if (!accounts) return fail(accounts.error());
  const auto config = config_of(options);
  if (!config) return fail(config.error());
  const std::string names = names_of(*accounts);
  net::ServeOptions serve;
  serve.listen = *endpoint;
  if (!options.trace.empty()) serve.trace = options.trace;
  serve.keeps_trace = options.judges();
  serve.log = [words](const Said& said) { std::cerr << words(said) << std::endl; };
  auto service = net::Service::start(std::move(serve), *config, std::move(*accounts));
  if (!service) return service;
  const std::string place = to_text(service->endpoint());
  std::cout << words("serve.listening", {{"place", place}, {"users", names}}) << std::endl;
  return service;
}

/// What was asked for of it; whether all clients pass shows in the exit status.
int tell(const net::Verdict& verdict, const Serving& options, const words::Words& words) {
  if (options.verdict) std::cout << net::text_of(verdict, words) << std::flush;
  if (!options.verdict_file.empty()) {
    const auto written = disk::write_whole(options.verdict_file, net::json_of(verdict));
    if (!written) {
      std::cerr << words(written.error()) << "\n";
      return fault;
    }
  }
  return verdict.passes() ? fine : fault;
}

int serve(const Serving& options, const words::Words& words) {
  auto service = service_of(options, words);
  if (!service) {
    std::cerr << words(service.error()) << "\n";
    return fault;
  }
  service->run(true);
  return options.judges() ? tell(service->verdict(), options, words) : int{fine};
}

void add_quota(CLI::App& command, Serving& options, const words::Words& words) {
  command.add_option("--quota-storage", options.quota.storage, words("help.serve.quota_storage"))
      ->type_name("KIB");
  command
      .add_option("--quota-messages", options.quota.messages, words("help.serve.quota_messages"))
      ->type_name("COUNT");
}

void add_tempers(CLI::App& command, Serving& options, const words::Words& words) {
  command.add_option("--profile", options.profile, words("help.serve.profile"))->type_name("NAME");
  command.add_option("--choice", options.choices, words("help.serve.choice"))
      ->type_name("NAME=VALUE");
  command.add_option("--autologout", options.autologout, words("help.serve.autologout"))
      ->type_name("MINUTES")
      ->check(CLI::Range(30, 1440));
  command.add_option("--misbehave", options.misbehave, words("help.serve.misbehave"))
      ->type_name("SCRIPT");
  command.add_flag("--verdict", options.verdict, words("help.serve.verdict"));
  command.add_option("--verdict-file", options.verdict_file, words("help.serve.verdict_file"))
      ->type_name("FILE");
}

}  // namespace

void add_serve(Tool& tool) {
  const words::Words& words = tool.words;
  const auto options = std::make_shared<Serving>();
  CLI::App* command = tool.app.add_subcommand("serve", words("help.serve.about"));
  command->add_option("--listen", options->listen, words("help.serve.listen"))
      ->type_name("ADDRESS:PORT")
      ->capture_default_str();
  command->add_option("--user", options->users, words("help.serve.user"))
      ->type_name("NAME:PASSWORD")
      ->default_str(options->users.front());
  command->add_option("--mailboxes", options->mailboxes, words("help.serve.mailboxes"))
      ->type_name("FILE");
  command->add_option("--extension", options->extensions, words("help.serve.extension"))
      ->type_name("NAME");
  command->add_option("--delimiter", options->delimiter, words("help.serve.delimiter"))
      ->type_name("CHARACTER")
      ->capture_default_str();
  add_quota(*command, *options, words);
  add_tempers(*command, *options, words);
  command->add_option("--trace", options->trace, words("help.serve.trace"))->type_name("FILE");
  terminal::add_language(*command, words);
  command->callback([options, &tool] { tool.exit_code = serve(*options, tool.words); });
}

}  // namespace imapscope::cli

#endif  // IMAPSCOPE_HAS_NET
