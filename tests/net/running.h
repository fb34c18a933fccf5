// A server on a real socket, and clients of it.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "sim/net/serve.h"
#include "tests/net/wire_client.h"

namespace imapscope::net {

using test::WireClient;

/// A service on a free port and its thread; stops at the end of the test.
class Running {
 public:
  explicit Running(ServeOptions options = {}, const std::string& message = "Subject: x\r\n\r\nx",
                   server::Config config = {}) {
    options.listen.port = 0;
    mail::Accounts accounts;
    mail::Account account("ada", "secret");
    mail::Mailbox* inbox = account.find(MailboxName{"INBOX"});
    inbox->append(mail::make_message(message), {}, DateTime{});
    accounts.add(std::move(account));
    auto started = Service::start(std::move(options), std::move(config), std::move(accounts));
    REQUIRE(started);
    service_ = std::move(*started);
    thread_ = std::thread([this] { service_->run(); });
  }
  ~Running() { stop(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void stop() {
    if (!thread_.joinable()) return;
    service_->stop();
    thread_.join();
  }
  [[nodiscard]] Endpoint endpoint() const { return service_->endpoint(); }

 private:
  std::optional<Service> service_;
  std::thread thread_;
};

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline WireClient logged_in(const Running& running) {
  WireClient client(running.endpoint());
  REQUIRE(client.line().starts_with("* OK"));
  REQUIRE(has(client.ask("a0 LOGIN ada secret"), "a0 OK"));
  return client;
}

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool keeps_freed_memory = true;  // the sanitizer does, to find uses of it
#else
inline constexpr bool keeps_freed_memory = false;
#endif

/// What this program holds in memory, where the system tells and it means something.
inline std::size_t resident_octets() {
  if (keeps_freed_memory) return 0;
  std::ifstream file("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  file >> total >> resident;
  return resident * 4096;
}

}  // namespace imapscope::net
