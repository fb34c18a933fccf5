// ESEARCH: one search in several mailboxes (RFC 7377).
#include <algorithm>
#include <optional>
#include <utility>

#include "sim/server/handlers.h"
#include "sim/server/searching.h"
#include "sim/server/turn/filtering.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

using Kind = MailboxFilter::Kind;

/// A mailbox that is searched.
struct Target {
  mail::Account* account;
  mail::MailboxId id;
  MailboxName name;  ///< as this user writes it
};

bool is_selected_only(const Esearch& command) {
  return std::all_of(command.sources.begin(), command.sources.end(),
                     [](const MailboxFilter& source) { return source.kind == Kind::selected; });
}

bool includes_selected(const Esearch& command) {
  return command.sources.empty() ||
         std::any_of(command.sources.begin(), command.sources.end(),
                     [](const MailboxFilter& source) { return source.kind == Kind::selected; });
}

/// Nothing where its name is gone: no answer could say which one it is.
std::optional<Target> open_target(const Turn& turn) {
  mail::Account& account = turn.open_account();
  const mail::MailboxId id = turn.view().mailbox_id();
  const auto name = account.name_of(id);
  if (!name) return std::nullopt;
  return Target{&account, id, name_for(turn.account(), account, *name)};
}

/// Nothing where there is none, or it may not be read (RFC 4314 §4).
std::optional<Target> target_of(const MailboxName& name, const Turn& turn) {
  const Access access = access_to(name, turn.asking());
  const auto id = access.id();
  if (!id || !access.rights.has('r')) return std::nullopt;
  if (refuse_out_of_reach(access, turn.config)) return std::nullopt;
  return Target{access.account, *id, name};
}

void add_once(std::optional<Target> target, std::vector<Target>& targets) {
  if (!target) return;
  const bool is_there = std::any_of(targets.begin(), targets.end(), [&](const Target& other) {
    return other.account == target->account && other.id == target->id;
  });
  if (!is_there) targets.push_back(*std::move(target));
}

/// Each mailbox once.
std::vector<Target> targets_of(const Esearch& command, const Turn& turn) {
  std::vector<MailboxFilter> sources = command.sources;
  if (sources.empty()) sources.emplace_back();
  std::vector<Target> targets;
  for (const MailboxFilter& source : sources) {
    if (source.kind == Kind::selected) add_once(open_target(turn), targets);
    for (const MailboxName& name : names_in(source, turn.asking())) {
      add_once(target_of(name, turn), targets);
    }
  }
  return targets;
}

Ending refuse_sources(const Esearch& command, const Turn& turn) {
  const Parameters& options = command.program.other_returns;
  const bool is_open = turn.session.view.has_value();
  if (!is_open && includes_selected(command)) return bad("No mailbox is selected");
  if (!is_open && has_parameter(options, "UPDATE")) return bad("UPDATE needs a selected mailbox");
  if (has_parameter(options, "SAVE") && !is_selected_only(command)) {
    return bad("SAVE goes with the selected mailbox alone");
  }
  return std::nullopt;
}

bool is_open_here(const Target& target, const Turn& turn) {
  return turn.session.view && turn.view().mailbox_id() == target.id &&
         &turn.open_account() == target.account;
}

/// No answer where there is no match, whatever was asked for (RFC 7377 §2.1).
void tell(const Target& target, const Search& program, const Prepared& prepared, const Hits& hits,
          Turn& turn) {
  auto data = hits.empty() ? std::nullopt : results_of(program, prepared, hits);
  if (!data) return;
  data->tag = turn.tag;
  data->mailbox = target.name;
  data->uid_validity = target.account->find(target.id)->uid_validity();
  say(turn.session, *std::move(data));
}

}  // namespace

Ending handle(const Esearch& command, Turn& turn) {
  if (auto refused = refuse_sources(command, turn)) return refused;
  Search program = command.program;
  program.uid = true;  // numbers mean nothing of a mailbox that is not open
  const auto prepared = prepare(program, turn, Beyond::finds_nothing);
  if (!prepared) return prepared.error();
  for (const Target& target : targets_of(command, turn)) {
    const bool here = is_open_here(target, turn);
    const Hits hits = here ? find(*prepared, turn).hits
                           : find_in(*target.account->find(target.id), prepared->query, turn);
    tell(target, program, *prepared, hits, turn);
    if (here) keep_results({program, *prepared, {}}, hits, turn);
  }
  return ok("ESEARCH completed");
}

}  // namespace imapscope::server
