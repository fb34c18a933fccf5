// How fast the simulated server answers, in process: NOOP, and FETCH FLAGS of a large mailbox.
#include <benchmark/benchmark.h>

#include "sim/server/server.h"

namespace imapscope::server {
namespace {

constexpr int messages = 10000;

Server server_with_mail(SessionId& session) {
  mail::Accounts accounts;
  mail::Account& ada = accounts.add(mail::Account("ada", "secret"));
  mail::Mailbox& inbox = *ada.find(MailboxName("INBOX"));
  const mail::MessagePtr message = mail::make_message("Subject: hello\r\n\r\nHello.\r\n");
  const FlagSet kinds[] = {{}, {flags::seen}, {flags::seen, flags::answered}, {flags::flagged}};
  for (int i = 0; i < messages; ++i) inbox.append(message, kinds[i % 4], {});
  Server server({}, std::move(accounts));
  session = server.open(Greeting::preauth, "ada");
  server.receive(session, "a SELECT INBOX\r\n", {});
  (void)server.take_output(session);
  return server;
}

void answer(benchmark::State& state, std::string_view command, std::int64_t items) {
  SessionId session;
  Server server = server_with_mail(session);
  std::int64_t octets = 0;
  for (auto _ : state) {
    server.receive(session, command, {});
    const Output output = server.take_output(session);
    octets += static_cast<std::int64_t>(output.bytes.size());
    benchmark::DoNotOptimize(output.bytes.data());
  }
  state.SetItemsProcessed(state.iterations() * items);
  state.SetBytesProcessed(octets);
}

void server_answers_noop(benchmark::State& state) {
  answer(state, "a NOOP\r\n", 1);
}

void server_fetches_flags(benchmark::State& state) {
  answer(state, "a FETCH 1:* FLAGS\r\n", messages);
}

void server_uid_fetches_flags(benchmark::State& state) {
  answer(state, "a UID FETCH 1:* FLAGS\r\n", messages);
}

/// One message changes, and another session is told: what an IDLE costs in a large mailbox.
void server_tells_one_change(benchmark::State& state) {
  SessionId first;
  Server server = server_with_mail(first);
  const SessionId second = server.open(Greeting::preauth, "ada");
  server.receive(second, "b SELECT INBOX\r\nb IDLE\r\n", {});
  for (auto _ : state) {
    server.receive(first, "a STORE 5000 +FLAGS.SILENT (\\Draft)\r\n", {});
    server.receive(first, "a STORE 5000 -FLAGS.SILENT (\\Draft)\r\n", {});
    benchmark::DoNotOptimize(server.take_output(second).bytes.data());
  }
  state.SetItemsProcessed(state.iterations() * 2);
}

BENCHMARK(server_answers_noop);
BENCHMARK(server_fetches_flags);
BENCHMARK(server_uid_fetches_flags);
BENCHMARK(server_tells_one_change);

}  // namespace
}  // namespace imapscope::server
