#include "sim/wire/quota.h"

namespace imapscope::wire {
namespace {

// quota-root-name = astring
std::string parse_root(Cursor& in) {
  in.space();
  return in.astring("quota_root");
}

}  // namespace

// getquota = "GETQUOTA" SP quota-root-name (RFC 9208 §7)
void parse(Cursor& in, GetQuota& command) {
  command.root = parse_root(in);
}

void print(Printer& out, const GetQuota& command) {
  out.space();
  out.astring(command.root);
}

// getquotaroot = "GETQUOTAROOT" SP mailbox
void parse(Cursor& in, GetQuotaRoot& command) {
  in.space();
  command.mailbox = in.mailbox();
}

void print(Printer& out, const GetQuotaRoot& command) {
  out.space();
  out.mailbox(command.mailbox);
}

// setquota-list = "(" [setquota-resource *(SP setquota-resource)] ")"
void parse(Cursor& in, SetQuota& command) {
  command.root = parse_root(in);
  in.space();
  in.list("quota_list", [&] {
    QuotaLimit limit{std::string(in.atom("quota_resource")), 0};
    in.space();
    limit.limit = in.number64("quota_limit");
    command.limits.push_back(std::move(limit));
  });
}

void print(Printer& out, const SetQuota& command) {
  out.space();
  out.astring(command.root);
  out.space();
  out.list(command.limits, [&out](const QuotaLimit& limit) {
    out.raw(limit.resource);
    out.space();
    out.number(limit.limit);
  });
}

// quota-list = "(" quota-resource *(SP quota-resource) ")"; RFC 2087 §5.1 lets it be empty.
void parse(Cursor& in, QuotaData& data) {
  data.root = parse_root(in);
  in.space();
  in.list("quota_list", [&] {
    QuotaUsage usage{std::string(in.atom("quota_resource")), 0, 0};
    in.space();
    usage.used = in.number64("quota_usage");
    in.space();
    usage.limit = in.number64("quota_limit");
    data.resources.push_back(std::move(usage));
  });
}

void print(Printer& out, const QuotaData& data) {
  out.space();
  out.astring(data.root);
  out.space();
  out.list(data.resources, [&out](const QuotaUsage& usage) {
    out.raw(usage.resource);
    out.space();
    out.number(usage.used);
    out.space();
    out.number(usage.limit);
  });
}

// quotaroot-response = "QUOTAROOT" SP mailbox *(SP quota-root-name)
void parse(Cursor& in, QuotaRootData& data) {
  in.space();
  data.mailbox = in.mailbox();
  while (in.another()) data.roots.push_back(in.astring("quota_root"));
}

void print(Printer& out, const QuotaRootData& data) {
  out.space();
  out.mailbox(data.mailbox);
  for (const std::string& root : data.roots) {
    out.space();
    out.astring(root);
  }
}

}  // namespace imapscope::wire
