// What the tables of the protocol share: rows that belong to a type, and what a row says of the
// standard. Variants are derived from the rows, so a value without a row, or a row without its
// handlers, does not compile.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>
#include <variant>

#include "sim/base/ascii.h"

namespace imapscope {

/// Where the standard speaks of it: IMAP4rev1 (RFC 3501 or an extension) and IMAP4rev2 (9051).
struct Standard {
  std::string_view rev1;  ///< "3501 §6.4.6"; empty where rev2 brought it
  std::string_view rev2;  ///< "9051 §6.4.6"; empty where rev2 does not have it
};

/// What a response or a code speaks of.
enum class About {
  session,       ///< the connection, its server and its user
  open_mailbox,  ///< the one that is selected, or is being selected, and its messages
  any_mailbox,   ///< a mailbox by its name, or several
};

/// The row of the values of type `T`.
template <class T, class Info>
struct TableRow {
  using Value = T;
  Info info;
};

/// The rows' values, in their order. Declaration only.
template <class Info, class... Ts>
std::variant<Ts...> variant_of(std::tuple<TableRow<Ts, Info>...>);

/// What the rows say, in their order.
template <class Info, class... Ts>
constexpr std::array<Info, sizeof...(Ts)> infos_of(const std::tuple<TableRow<Ts, Info>...>& rows) {
  return std::apply([](const auto&... row) { return std::array<Info, sizeof...(Ts)>{row.info...}; },
                    rows);
}

/// What the row of `T` says.
template <class T, class Info, class... Ts>
constexpr const Info& info_for(const std::tuple<TableRow<Ts, Info>...>& rows) {
  return std::get<TableRow<T, Info>>(rows).info;
}

/// What is known of all: first of those with values, then of those known by name only.
template <class Info, class... Ts, std::size_t N>
constexpr auto joined(const std::tuple<TableRow<Ts, Info>...>& rows,
                      const std::array<Info, N>& named) {
  return std::apply([](const auto&... info) { return std::array<Info, sizeof...(info)>{info...}; },
                    std::tuple_cat(infos_of(rows), named));
}

/// The row of that name, in any case of letters; null where there is none.
template <class Info>
const Info* find_named(std::span<const Info> table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Info& info) {
    return ascii::equal_ignoring_case(info.name, name);
  });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace imapscope
