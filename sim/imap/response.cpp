#include "sim/imap/response.h"

#include "sim/base/overloaded.h"
#include "sim/imap/name_index.h"

namespace imapscope {
namespace {

constexpr auto all_data = joined(data_rows, named_data);

}  // namespace

std::span<const DataInfo> data_table() {
  return all_data;
}

const DataInfo* find_data(std::string_view name) {
  static const NameIndex<DataInfo, &DataInfo::name> index(all_data);
  return index.find(name);
}

std::string_view name_of(const UntaggedData& data) {
  return std::visit(overloaded{
                        [](const StatusResponse& status) { return name_of(status.condition); },
                        []<class D>(const D&) { return info_for<D>(data_rows).name; },
                        [](const UnknownData&) { return std::string_view(); },
                    },
                    data);
}

}  // namespace imapscope
