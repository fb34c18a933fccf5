// The sort family: what is found, in an order (SORT) or as conversations (THREAD) (RFC 5256).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/search.h"

namespace imapscope {

enum class SortKey {
  arrival,  ///< the internal date
  cc,
  date,  ///< the Date: field, else the internal date
  from,
  size,
  subject,  ///< without `Re:` and the like
  to,
  display_from,  ///< RFC 5957 §4
  display_to,
  relevancy,  ///< RFC 6203 §6
};

/// In the enum's order.
inline constexpr std::array<std::string_view, 10> sort_key_names{
    "ARRIVAL", "CC", "DATE",        "FROM",      "SIZE",
    "SUBJECT", "TO", "DISPLAYFROM", "DISPLAYTO", "RELEVANCY"};

[[nodiscard]] constexpr std::string_view name_of(SortKey key) {
  return sort_key_names[static_cast<std::size_t>(key)];
}

struct SortCriterion {
  SortKey key = SortKey::arrival;
  bool reverse = false;
  friend bool operator==(const SortCriterion&, const SortCriterion&) = default;
};

struct Sort {  ///< RFC 5256 §3; RETURN: RFC 5267 §3
  std::vector<SortCriterion> order;
  Search search;
  friend bool operator==(const Sort&, const Sort&) = default;
};

enum class ThreadAlgorithm { ordered_subject, references };

struct Thread {           ///< RFC 5256 §3
  std::string algorithm;  ///< as written
  Search search;
  friend bool operator==(const Thread&, const Thread&) = default;
};

/// In any case; nothing for one that is of neither name.
[[nodiscard]] std::optional<ThreadAlgorithm> find_thread_algorithm(std::string_view name);

/// `* SORT …`, RFC 5256 §4: sequence numbers or UIDs, as the command asked.
struct SortData {
  std::vector<std::uint32_t> numbers;
  std::string extension{};  ///< what an extension adds behind them, as written: `(MODSEQ 5)`
  friend bool operator==(const SortData&, const SortData&) = default;
};

/// One pair of parentheses of `* THREAD`: messages of which each is the child of the one before,
/// and, where the last of them has several children, those.
struct ThreadMembers {
  std::vector<std::uint32_t> chain;  ///< empty: the parent of the branches was not found
  std::vector<ThreadMembers> branches{};
  friend bool operator==(const ThreadMembers&, const ThreadMembers&);
};
inline bool operator==(const ThreadMembers& a, const ThreadMembers& b) {
  return a.chain == b.chain && a.branches == b.branches;
}

struct ThreadData {  ///< `* THREAD …`, RFC 5256 §4
  std::vector<ThreadMembers> threads;
  friend bool operator==(const ThreadData&, const ThreadData&) = default;
};

}  // namespace imapscope
