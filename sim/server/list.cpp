// The list family: LIST with the options of RFC 5258, LSUB, RLIST, RLSUB, XLIST, NAMESPACE.
#include <algorithm>
#include <array>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/imap/extension_arguments.h"
#include "sim/server/handlers.h"
#include "sim/server/list.h"
#include "sim/server/metadata.h"
#include "sim/server/status.h"
#include "sim/server/turn/say.h"
#include "sim/wire/metadata.h"
#include "sim/wire/status.h"

namespace imapscope::server {
namespace {

/// What LIST shall bring along for each mailbox (RFC 5819, 8440, 9590).
struct Companions {
  std::vector<StatusItem> status;
  bool rights = false;
  std::vector<std::string> annotations;
};

bool is_spoken(const StatusItemInfo& info, const Config& config) {
  if (info.capability.empty() || config.speaks(info.capability)) return true;
  const ExtensionArgument* argument = find_extension_argument(slot::status, info.name);
  return argument != nullptr && config.speaks(argument->capability);
}

/// BAD where they are not in order; else nothing, and `companions` has them.
Ending read_companions(const Parameters& returns, const Config& config, const Session& session,
                       Companions& companions) {
  if (const Parameter* status = find_parameter(returns, "STATUS")) {
    const auto items = wire::parse_status_items(status->value);
    if (!items) return bad("STATUS takes a list of items that are known here");
    for (const StatusItem item : *items) {
      const StatusItemInfo& info = info_of(item);
      if (!is_spoken(info, config) || (session.rev2 && item == StatusItem::recent)) {
        return bad("STATUS knows no " + std::string(info.name) + " here");
      }
    }
    companions.status = *items;
  }
  companions.rights = has_parameter(returns, "MYRIGHTS");
  if (const Parameter* metadata = find_parameter(returns, "METADATA")) {
    const auto entries = wire::parse_entry_names(metadata->value);
    if (!entries) return bad("METADATA takes a list of names");
    for (const std::string& entry : *entries) {
      if (!mail::is_entry_name(entry)) return client_bug("No annotation has the name " + entry);
    }
    companions.annotations = *entries;
  }
  return std::nullopt;
}

/// What mailboxes are for is told of by RFC 6154, and by RFC 9051 §7.3.1.
bool tells_uses(const Turn& turn) {
  return turn.config.speaks("SPECIAL-USE") || turn.session.rev2;
}

mail::ListQuery query_of(const List& command, const Turn& turn) {
  mail::ListQuery query{.reference = command.reference, .patterns = {command.pattern}};
  query.patterns.insert(query.patterns.end(), command.more_patterns.begin(),
                        command.more_patterns.end());
  query.extended = command.is_extended();
  query.tell_uses = tells_uses(turn);
  if (command.selection) {
    query.only_subscribed = has_parameter(*command.selection, "SUBSCRIBED");
    query.only_with_use = has_parameter(*command.selection, "SPECIAL-USE");
    query.recursive = has_parameter(*command.selection, "RECURSIVEMATCH");
  }
  query.tell_subscribed = command.returns && has_parameter(*command.returns, "SUBSCRIBED");
  return query;
}

void add_once(std::vector<std::string>& attributes, const char* attribute) {
  if (std::find(attributes.begin(), attributes.end(), attribute) != attributes.end()) return;
  attributes.insert(attributes.begin(), attribute);
}

/// One name, and behind it what was asked for beside (RFC 5819 §2: STATUS only of what can be
/// opened, and what cannot says so).
void say_listed(mail::Listed listed, const Companions& companions, Turn& turn) {
  const MailboxName name = listed.listing.mailbox;
  const Access access = access_to(name, turn.asking());
  const bool is_there = listed.exists && listed.fits;
  const bool opens = listed.exists && access.id() && access.rights.has('r') &&
                     !refuse_out_of_reach(access, turn.config);
  if (!companions.status.empty() && listed.exists && !opens) {
    add_once(listed.listing.attributes, "\\Noselect");
  }
  say(turn.session, ListData{std::move(listed.listing)});
  if (!is_there) return;
  if (!companions.status.empty() && opens) {
    const mail::Mailbox& mailbox = *access.account->find(*access.id());
    note_asked(companions.status, turn);
    say(turn.session, status_of(name, mailbox, companions.status, turn));
  }
  if (companions.rights) say(turn.session, MyRightsData{name, access.rights.text()});
  if (!companions.annotations.empty() && !refuse_annotations(access)) {
    say(turn.session, metadata_of(name, companions.annotations, turn));
  }
}

/// Those of remote mailboxes are told to who asks for them (RFC 2193 §3).
void say_subscribed(std::string_view reference, std::string_view pattern, Remotes remotes,
                    Turn& turn) {
  for (MailboxListing& listing : turn.account().lsub(reference, pattern)) {
    const mail::NameEntry* entry = access_to(listing.mailbox, turn.asking()).entry();
    const bool is_remote = entry != nullptr && !entry->moved_to.empty();
    if (is_remote && remotes == Remotes::hidden) continue;
    say(turn.session, LsubData{std::move(listing)});
  }
}

/// What XLIST calls the uses that are named otherwise now.
struct OldUse {
  std::string_view use;
  std::string_view old;
};
constexpr std::array old_uses{OldUse{"\\All", "\\AllMail"}, OldUse{"\\Flagged", "\\Starred"},
                              OldUse{"\\Junk", "\\Spam"}};

void name_as_xlist(MailboxListing& listing) {
  for (std::string& attribute : listing.attributes) {
    for (const OldUse& row : old_uses) {
      if (attribute == row.use) attribute = row.old;
    }
  }
  if (listing.mailbox.is_inbox()) listing.attributes.emplace_back("\\Inbox");
}

}  // namespace

void say_opened(const MailboxName& name, Turn& turn) {
  const mail::ListQuery query{
      .reference = {}, .patterns = {name.utf8()}, .extended = true, .tell_uses = tells_uses(turn)};
  for (mail::Listed& listed : mail::list(directory_for(turn.asking()), query)) {
    const MailboxName& found = listed.listing.mailbox;  // a name may hold a wildcard
    if (access_to(found, turn.asking()).name != access_to(name, turn.asking()).name) continue;
    say(turn.session, ListData{std::move(listed.listing)});
  }
}

Ending handle(const List& command, Turn& turn) {
  const mail::ListQuery query = query_of(command, turn);
  // RFC 5258 §3.1: it only modifies another that selects.
  if (query.recursive && !query.only_subscribed) {
    return bad("RECURSIVEMATCH goes with SUBSCRIBED, not alone");
  }
  Companions companions;
  if (command.returns) {
    if (auto refused = read_companions(*command.returns, turn.config, turn.session, companions)) {
      return refused;
    }
  }
  const bool remote = command.selection && has_parameter(*command.selection, "REMOTE");
  const mail::Directory directory =
      directory_for(turn.asking(), remote ? Remotes::told : Remotes::hidden);  // RFC 5258 §3.1
  for (mail::Listed& listed : mail::list(directory, query)) {
    say_listed(std::move(listed), companions, turn);
  }
  return ok("LIST completed");
}

Ending handle(const Lsub& command, Turn& turn) {
  say_subscribed(command.reference, command.pattern, Remotes::hidden, turn);
  return ok("LSUB completed");
}

Ending handle(const RList& command, Turn& turn) {
  const mail::ListQuery query{.reference = command.reference,
                              .patterns = {command.pattern},
                              .tell_uses = turn.config.speaks("SPECIAL-USE")};
  for (mail::Listed& listed : mail::list(directory_for(turn.asking(), Remotes::told), query)) {
    say(turn.session, ListData{std::move(listed.listing)});
  }
  return ok("RLIST completed");
}

Ending handle(const RLsub& command, Turn& turn) {
  say_subscribed(command.reference, command.pattern, Remotes::told, turn);
  return ok("RLSUB completed");
}

Ending handle(const XList& command, Turn& turn) {
  const mail::ListQuery query{
      .reference = command.reference, .patterns = {command.pattern}, .tell_uses = true};
  for (mail::Listed& listed : mail::list(directory_for(turn.asking()), query)) {
    name_as_xlist(listed.listing);
    say(turn.session, XListData{std::move(listed.listing)});
  }
  return ok("XLIST completed");
}

// Every account has its own mailboxes at the root. Others' are told of where their rights can be.
Ending handle(const Namespace&, Turn& turn) {
  const char delimiter = turn.account().delimiter();
  const auto told = mail::told_delimiter(delimiter);
  NamespaceData data{{{"", told}}, {}, {}};
  if (turn.config.speaks("ACL") && told) {
    const bool others = turn.accounts.all().size() > 1;
    if (others) data.other_users.push_back({users_prefix(delimiter), told});
    const bool shared = turn.accounts.find_owner(mail::Account::shared_user) != nullptr;
    if (shared) data.shared.push_back({shared_prefix(delimiter), told});
  }
  say(turn.session, std::move(data));
  return ok("NAMESPACE completed");
}

}  // namespace imapscope::server
