// The quota family, explained.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

constexpr const char* resources = "9208 §5";

/// What the words call the resource that stands here.
std::string known_resource(const Explaining& e) {
  const std::string name = e.word();
  return name == quota::storage || name == quota::message ? name : "unknown";
}

void say_root(Explaining& e, const std::string& rfc) {
  e.say_string("quota_root", e.words("explain.quota.root"), rfc);
}

/// `STORAGE`; gives what it is called for the numbers behind it.
std::string say_resource(Explaining& e) {
  std::string name = known_resource(e);
  e.say("quota_resource", e.words("explain.quota.resource." + name), resources);
  return name;
}

void say_usage(Explaining& e, const std::string& resource) {
  if (e.inside()) e.say("quota_usage", e.words("explain.quota.usage." + resource), resources);
}

void say_limit(Explaining& e, const std::string& resource) {
  if (e.inside()) e.say("quota_limit", e.words("explain.quota.limit." + resource), resources);
}

}  // namespace

void explain_arguments(Explaining& e, const GetQuota&) {
  say_root(e, "9208 §3.2");
}

void explain_arguments(Explaining& e, const GetQuotaRoot&) {
  e.say_mailbox(e.words("explain.quota.mailbox"));
}

void explain_arguments(Explaining& e, const SetQuota&) {
  say_root(e, "9208 §3.2");
  e.pass_open();
  while (e.inside()) {
    const std::string resource = say_resource(e);
    say_limit(e, resource);
  }
  e.pass_close();
}

void explain_data(Explaining& e, const QuotaData&) {
  e.lead();
  e.say("data", e.words("explain.quota.data"), "9208 §4.2.1");
  say_root(e, "9208 §3.2");
  e.pass_open();
  while (e.inside()) {
    const std::string resource = say_resource(e);
    say_usage(e, resource);
    say_limit(e, resource);
  }
  e.pass_close();
}

void explain_data(Explaining& e, const QuotaRootData&) {
  e.lead();
  e.say("data", e.words("explain.quota.root_data"), "9208 §4.2.2");
  e.say_mailbox(e.words("explain.quota.root_of"));
  while (!e.at_line_end()) say_root(e, "9208 §3.2");
}

}  // namespace imapscope::explain
