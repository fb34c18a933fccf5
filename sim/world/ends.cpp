#include "sim/world/ends.h"

#include <utility>

#include "sim/base/overloaded.h"
#include "sim/neighbour/pop3.h"
#include "sim/neighbour/smtp.h"
#include "sim/server/turn/turn.h"

namespace imapscope::world {
namespace {

server::Output output_of(neighbour::Output output) {
  return {std::move(output.bytes), {}, output.close};
}

std::variant<client::Client, neighbour::Client> client_of(Protocol protocol,
                                                          const std::string& name,
                                                          std::uint64_t chance) {
  if (protocol == Protocol::pop3) return neighbour::Client(pop3::dialect, chance);
  if (protocol == Protocol::smtp) return neighbour::Client(smtp::dialect, chance);
  return client::Client(name, chance);
}

}  // namespace

ClientEnd::ClientEnd(Protocol protocol, const std::string& name, std::uint64_t chance)
    : end_(client_of(protocol, name, chance)) {}

void ClientEnd::send(std::string_view text) {
  std::visit([text](auto& end) { end.send(text); }, end_);
}

void ClientEnd::receive(std::string_view bytes) {
  std::visit([bytes](auto& end) { end.receive(bytes); }, end_);
}

std::string ClientEnd::take_output() {
  return std::visit([](auto& end) { return end.take_output(); }, end_);
}

bool ClientEnd::takes_up_tls() {
  return std::visit([](auto& end) { return end.takes_up_tls(); }, end_);
}

void ClientEnd::secured() {
  std::visit([](auto& end) { end.secured(); }, end_);
}

bool ClientEnd::compresses() const {
  const auto* imap = std::get_if<client::Client>(&end_);
  return imap != nullptr && imap->compresses();
}

bool ClientEnd::is_waiting() const {
  const auto* neighbour = std::get_if<neighbour::Client>(&end_);
  return neighbour == nullptr ? !pending_tags().empty() : neighbour->pending() > 0;
}

std::vector<std::string> ClientEnd::pending_tags() const {
  const auto* imap = std::get_if<client::Client>(&end_);
  return imap == nullptr ? std::vector<std::string>() : imap->pending_tags();
}

std::string ClientEnd::next_tag() const {
  const auto* imap = std::get_if<client::Client>(&end_);
  return imap == nullptr ? "" : imap->next_tag();
}

Servers::Servers(const server::Config& config, mail::Accounts accounts)
    : config_(config),
      imap_(config, std::move(accounts)),
      pop3_(config.name, config.starttls, neighbour::auth_policy_of(config), config.seed),
      smtp_({.name = config.name,
             .max_message_octets = config.max_literal_octets,
             .starttls = config.starttls,
             .auth = neighbour::auth_policy_of(config),
             .seed = config.seed}) {}

ServerSession Servers::open(const Connect& request, Instant now) {
  switch (request.protocol) {
    case Protocol::pop3:
      return {request.protocol, pop3_.open().value};
    case Protocol::smtp:
      return {request.protocol, smtp_.open().value};
    case Protocol::imap:
      break;
  }
  return {Protocol::imap, imap_.open(request.greeting, request.user, now).value};
}

void Servers::receive(const ServerSession& session, const trace::Payload& payload, Instant now) {
  const std::string& bytes = payload.bytes;
  switch (session.protocol) {
    case Protocol::imap:
      if (imap_.compresses({session.id}) != (payload.compressed > 0)) {
        return imap_.end({session.id}, server::not_compressed);
      }
      return imap_.receive({session.id}, bytes, now);
    case Protocol::pop3:
      pop3_.receive({session.id}, bytes, imap_.accounts());
      return imap_.accounts_changed(now);
    case Protocol::smtp:
      return take_in(
          smtp_.receive({session.id}, bytes, imap_.accounts(), server::wall_time(config_, now)),
          now);
  }
}

void Servers::take_in(const std::vector<smtp::Delivery>& deliveries, Instant now) {
  for (const smtp::Delivery& delivery : deliveries) {
    for (const std::string& user : delivery.users) {
      imap_.deliver(user, MailboxName::inbox(), delivery.message, now);
    }
  }
}

void Servers::secure(const ServerSession& session) {
  switch (session.protocol) {
    case Protocol::imap:
      return imap_.secure({session.id});
    case Protocol::pop3:
      return pop3_.secure({session.id});
    case Protocol::smtp:
      return smtp_.secure({session.id});
  }
}

void Servers::disconnected(const ServerSession& session) {
  switch (session.protocol) {
    case Protocol::imap:
      return imap_.disconnected({session.id});
    case Protocol::pop3:
      return pop3_.disconnected({session.id});
    case Protocol::smtp:
      return smtp_.disconnected({session.id});
  }
}

bool Servers::compresses(const ServerSession& session) const {
  return session.protocol == Protocol::imap && imap_.compresses({session.id});
}

server::Output Servers::take_output(const ServerSession& session) {
  switch (session.protocol) {
    case Protocol::pop3:
      return output_of(pop3_.take_output({session.id}));
    case Protocol::smtp:
      return output_of(smtp_.take_output({session.id}));
    case Protocol::imap:
      break;
  }
  return imap_.take_output({session.id});
}

server::Delivered Servers::deliver(const Deliver& mail, Instant now) {
  return imap_.deliver(mail.user, mail.mailbox, mail.message, now);
}

}  // namespace imapscope::world
