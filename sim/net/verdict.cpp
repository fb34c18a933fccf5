#include "sim/net/verdict.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "sim/base/line_end.h"
#include "sim/belief/reading.h"
#include "sim/observer/timeline.h"
#include "sim/rules/finding.h"
#include "sim/server/temper/misbehaviour.h"

namespace imapscope::net {
namespace {

using observer::Line;
using observer::LineKind;
using trace::Direction;

bool is_clients(const rules::Rule& rule) {
  const std::string_view id = rule.id;
  const bool is_imap = !id.starts_with("pop3_") && !id.starts_with("smtp_");
  return is_imap && rule.kind == rules::Kind::violation && rule.whose == rules::Fault::client;
}

std::size_t count_rules() {
  return static_cast<std::size_t>(
      std::count_if(std::begin(rules::table), std::end(rules::table), is_clients));
}

/// By the client's own violations; what is its server's is no matter here.
void judge(ClientVerdict& client, const Line& line) {
  for (const rules::Finding& finding : line.findings) {
    if (!is_clients(*finding.rule)) continue;
    const auto known =
        std::find_if(client.broken.begin(), client.broken.end(),
                     [&](const BrokenRule& rule) { return rule.id == finding.id(); });
    if (known != client.broken.end()) {
      ++known->times;
      continue;
    }
    client.broken.push_back(
        {std::string(finding.id()), 1, std::string(without_line_ends(line.bytes))});
  }
}

void learn_name(ClientVerdict& client, const Line& line) {
  const auto command = observer::command_of(line);
  const auto* id = command ? std::get_if<Id>(command.get()) : nullptr;
  if (id == nullptr || !id->fields) return;
  for (const auto& [key, value] : *id->fields) {
    if (key == "name" && value) client.name = *value;
  }
}

/// What the connection does not outlive.
bool closes(const server::Fault& fault) {
  using server::FaultKind;
  return fault.kind == FaultKind::bye || fault.kind == FaultKind::cut ||
         fault.kind == FaultKind::cut_line;
}

class Witness {
 public:
  explicit Witness(const observer::Timeline& timeline) : timeline_(timeline) {}

  [[nodiscard]] Coping coping(const server::FaultDone& fault) const {
    bool closed = closes(*fault.fault);  // when the server stops, it closes what hangs
    for (const Line& line : timeline_.lines()) {
      if (line.sent < fault.at || line.connection.value != fault.session.value) continue;
      if (line.direction != Direction::to_server || line.sent == fault.at) continue;
      if (line.kind != LineKind::closed) return Coping::went_on;
      closed = true;
    }
    if (another_came(fault)) return Coping::reconnected;
    return closed ? Coping::gave_up : Coping::hung;
  }

 private:
  [[nodiscard]] bool another_came(const server::FaultDone& fault) const {
    const auto lines = timeline_.lines();
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      return line.kind == LineKind::opened && line.sent > fault.at &&
             line.connection.value != fault.session.value;
    });
  }

  const observer::Timeline& timeline_;
};

ClientVerdict& client_of(Verdict& verdict, trace::ConnectionId id) {
  const auto known =
      std::find_if(verdict.clients.begin(), verdict.clients.end(),
                   [&](const ClientVerdict& each) { return each.connection == id.value; });
  if (known != verdict.clients.end()) return *known;
  verdict.clients.emplace_back();
  verdict.clients.back().connection = id.value;
  return verdict.clients.back();
}

void name_clients(Verdict& verdict, const trace::Trace& trace) {
  for (const trace::Event& event : trace.events) {
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    if (opened != nullptr) client_of(verdict, event.connection).client = opened->client;
  }
}

std::string named(const ClientVerdict& client) {
  return client.name.empty() ? client.client : client.name + " (" + client.client + ")";
}

}  // namespace

std::string_view key_of(Coping coping) {
  switch (coping) {
    case Coping::went_on:
      return "went_on";
    case Coping::reconnected:
      return "reconnected";
    case Coping::gave_up:
      return "gave_up";
    case Coping::hung:
      return "hung";
  }
  return "";
}

bool Verdict::passes() const {
  return std::all_of(clients.begin(), clients.end(), [](const ClientVerdict& client) {
    return client.broken.empty() &&
           std::none_of(client.faults.begin(), client.faults.end(),
                        [](const FaultVerdict& fault) { return fault.coping == Coping::hung; });
  });
}

Verdict verdict_of(trace::Trace trace, const std::vector<server::FaultDone>& faults) {
  Verdict verdict{count_rules(), {}};
  name_clients(verdict, trace);
  const observer::Timeline timeline(std::move(trace));
  for (const Line& line : timeline.lines()) {
    if (line.connection.value == 0) continue;
    ClientVerdict& client = client_of(verdict, line.connection);
    judge(client, line);
    if (line.kind != LineKind::command) continue;
    ++client.commands;
    learn_name(client, line);
  }
  const Witness witness(timeline);
  for (const server::FaultDone& done : faults) {
    client_of(verdict, {done.session.value})
        .faults.push_back({std::string(server::info_of(done.fault->kind).key), done.command,
                           done.at, witness.coping(done)});
  }
  return verdict;
}

std::string text_of(const Verdict& verdict, const words::Words& words) {
  std::string text;
  const auto line = [&text, &words](const char* key,
                                    const std::vector<words::Argument>& arguments) {
    text += words.with(key, arguments) + "\n";
  };
  for (const ClientVerdict& client : verdict.clients) {
    line(
        "verdict.client",
        {{"connection", client.connection}, {"client", named(client)}, {"count", client.commands}});
    line("verdict.kept",
         {{"kept", verdict.rules - client.broken.size()}, {"rules", verdict.rules}});
    for (const BrokenRule& rule : client.broken) {
      line("verdict.broken", {{"rule", rule.id}, {"count", rule.times}, {"line", rule.first}});
    }
    for (const FaultVerdict& fault : client.faults) {
      line(fault.command.empty() ? "verdict.fault_unasked" : "verdict.fault",
           {{"fault", fault.fault},
            {"command", fault.command},
            {"how", Said("verdict.coping." + std::string(key_of(fault.coping)))}});
    }
  }
  line(verdict.clients.empty() ? "verdict.nobody"
       : verdict.passes()      ? "verdict.passes"
                               : "verdict.fails",
       {});
  return text;
}

std::string json_of(const Verdict& verdict) {
  using nlohmann::ordered_json;
  ordered_json clients = ordered_json::array();
  for (const ClientVerdict& client : verdict.clients) {
    ordered_json broken = ordered_json::array();
    for (const BrokenRule& rule : client.broken) {
      broken.push_back({{"rule", rule.id}, {"times", rule.times}, {"first", rule.first}});
    }
    ordered_json faults = ordered_json::array();
    for (const FaultVerdict& fault : client.faults) {
      faults.push_back({{"fault", fault.fault},
                        {"command", fault.command},
                        {"at_us", fault.at.us},
                        {"coping", key_of(fault.coping)}});
    }
    clients.push_back({{"connection", client.connection},
                       {"client", client.client},
                       {"name", client.name},
                       {"commands", client.commands},
                       {"rules_kept", verdict.rules - client.broken.size()},
                       {"rules_broken", broken},
                       {"faults", faults}});
  }
  const ordered_json all{
      {"passes", verdict.passes()}, {"rules", verdict.rules}, {"clients", clients}};
  return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace imapscope::net
