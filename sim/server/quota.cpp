// The quota family: GETQUOTA, GETQUOTAROOT, SETQUOTA (RFC 9208). Each account is one quota root.
#include <optional>

#include "sim/base/ascii.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

std::string root_of(const mail::Account& account) {
  return account.is_shared() ? account.user() : "#user/" + account.user();
}

QuotaData quota_of(const mail::Account& account) {
  const mail::Usage usage = account.usage();
  QuotaData data{root_of(account), {}};
  if (const auto limit = account.quota().storage) {
    data.resources.push_back({quota::storage, (usage.octets + 1023) / 1024, *limit});
  }
  if (const auto limit = account.quota().messages) {
    data.resources.push_back({quota::message, usage.messages, *limit});
  }
  return data;
}

/// Nothing where a resource is named that nobody counts here.
std::optional<mail::Quota> quota_by(const std::vector<QuotaLimit>& limits) {
  mail::Quota quota;
  for (const QuotaLimit& limit : limits) {
    if (ascii::equal_ignoring_case(limit.resource, quota::storage)) {
      quota.storage = limit.limit;
    } else if (ascii::equal_ignoring_case(limit.resource, quota::message)) {
      quota.messages = limit.limit;
    } else {
      return std::nullopt;
    }
  }
  return quota;
}

StatusResponse no_such_root() {
  return no("NONEXISTENT", "There is no such quota root");
}

}  // namespace

Ending handle(const GetQuota& command, Turn& turn) {
  if (command.root != root_of(turn.account())) return no_such_root();
  say(turn.session, quota_of(turn.account()));
  return ok("GETQUOTA completed");
}

// The mailbox need not be there: it is known what would count for it (RFC 9208 §4.1.2).
Ending handle(const GetQuotaRoot& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = access.refuse_without('r')) return refused;  // RFC 9208 §6
  say(turn.session, QuotaRootData{command.mailbox, {root_of(*access.account)}});
  say(turn.session, quota_of(*access.account));
  return ok("GETQUOTAROOT completed");
}

Ending handle(const SetQuota& command, Turn& turn) {
  if (command.root != root_of(turn.account())) return no_such_root();
  const auto quota = quota_by(command.limits);
  if (!quota) return no("CANNOT", "Only STORAGE and MESSAGE are limited here");
  turn.account().set_quota(*quota);
  say(turn.session, quota_of(turn.account()));
  return ok("SETQUOTA completed");
}

}  // namespace imapscope::server
