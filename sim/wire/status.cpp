#include "sim/wire/status.h"

#include "sim/base/ascii.h"

namespace imapscope::wire {
namespace {

std::string_view name_of(StatusItem item) {
  return info_of(item).name;
}

// status-att = "MESSAGES" / "RECENT" / "UIDNEXT" / "UIDVALIDITY" / "UNSEEN" / …
std::optional<StatusItem> find_item(std::string_view name) {
  for (const StatusItemInfo& row : status_item_rows) {
    if (ascii::equal_ignoring_case(name, row.name)) return row.item;
  }
  return std::nullopt;
}

void parse_status_item(Cursor& in, Status& status) {
  const std::size_t begin = in.offset();
  const std::string_view name = in.atom("status_item");
  if (const auto item = find_item(name)) {
    const bool of_extension = !info_of(*item).capability.empty();
    if (of_extension && !in.extension_at(begin, "status_item_of_rev1")) return;
    status.items.push_back(*item);
  } else if (in.extension_at(begin, "status_item_of_rev1")) {
    status.others.emplace_back(name);
  }
}

}  // namespace

// status = "STATUS" SP mailbox SP "(" status-att *(SP status-att) ")"
void parse(Cursor& in, Status& status) {
  in.space();
  status.mailbox = in.mailbox();
  in.space();
  in.list_of_some("status_item_list", [&] { parse_status_item(in, status); });
}

std::optional<std::vector<StatusItem>> parse_status_items(std::string_view value) {
  Cursor in(value, Writer::client, Arguments::any);
  Status status;
  in.list("status_item_list", [&] { parse_status_item(in, status); });
  const bool read = in.ok() && in.offset() == value.size();
  if (!read || status.items.empty() || !status.others.empty()) return std::nullopt;
  return status.items;
}

void print(Printer& out, const Status& status) {
  out.space();
  out.mailbox(status.mailbox);
  out.space();
  out.raw("(");
  out.separated(status.items, [&out](StatusItem item) { out.raw(name_of(item)); });
  if (!status.items.empty() && !status.others.empty()) out.space();
  out.separated(status.others, [&out](const std::string& other) { out.raw(other); });
  out.raw(")");
}

// mailbox-data = … / "STATUS" SP mailbox SP "(" [status-att-list] ")"
void parse(Cursor& in, StatusData& data) {
  in.space();
  data.mailbox = in.mailbox();
  in.space();
  in.list("status_values", [&] {
    const std::string_view name = in.atom("status_item");
    in.space();
    const auto item = find_item(name);
    if (item && !in.at_nil()) {  // APPENDLIMIT may be NIL (RFC 7889 §5)
      data.values.emplace_back(*item, in.number64("item_number"));
    } else {
      data.others.emplace_back(name, in.value("item_value"));
    }
  });
}

void print(Printer& out, const StatusData& data) {
  out.space();
  out.mailbox(data.mailbox);
  out.raw(" (");
  out.separated(data.values, [&out](const auto& value) {
    out.raw(name_of(value.first));
    out.space();
    out.number(value.second);
  });
  if (!data.values.empty() && !data.others.empty()) out.space();
  out.separated(data.others, [&out](const auto& other) {
    out.raw(other.first);
    out.space();
    out.raw(other.second);
  });
  out.raw(")");
}

}  // namespace imapscope::wire
