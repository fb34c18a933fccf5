#include "sim/imap/response.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"

namespace imapscope {
namespace {

constexpr auto all_data =
    std::apply([](const auto&... info) { return std::array<DataInfo, sizeof...(info)>{info...}; },
               std::tuple_cat(infos_of(data_rows), named_data));

}  // namespace

std::span<const DataInfo> data_table() {
  return all_data;
}

const DataInfo* find_data(std::string_view name) {
  const auto found = std::find_if(all_data.begin(), all_data.end(), [&](const DataInfo& info) {
    return ascii::equal_ignoring_case(info.name, name);
  });
  return found == all_data.end() ? nullptr : &*found;
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
