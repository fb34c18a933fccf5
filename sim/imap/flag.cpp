#include "sim/imap/flag.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <string_view>

#include "sim/base/ascii.h"

namespace imapscope {
namespace {

constexpr const Flag* system_flags[] = {&flags::answered, &flags::flagged, &flags::deleted,
                                        &flags::seen,     &flags::draft,   &flags::recent};

/// The letter behind the backslash tells nearly all of it.
std::optional<unsigned> candidate_of(std::string_view name) {
  if (name.size() < 5 || name.front() != '\\') return std::nullopt;
  switch (ascii::lower(name[1])) {
    case 'a':
      return 0;
    case 'f':
      return 1;
    case 'd':
      return name.size() == 6 ? 4 : 2;
    case 's':
      return 3;
    case 'r':
      return 5;
    default:
      return std::nullopt;
  }
}

/// The flag's bit; 0 where it is no system flag.
std::uint8_t bit_of(const Flag& flag) {
  const auto candidate = candidate_of(flag.name);
  if (!candidate || !(flag == *system_flags[*candidate])) return 0;
  return static_cast<std::uint8_t>(1U << *candidate);
}

}  // namespace

bool operator==(const Flag& a, const Flag& b) {
  return ascii::equal_ignoring_case(a.name, b.name);
}

const Flag& FlagSet::Iterator::system_flag() const {
  return *system_flags[std::countr_zero(bits_)];
}

FlagSet::FlagSet(std::initializer_list<Flag> flags) {
  for (const Flag& flag : flags) add(flag);
}

bool FlagSet::contains(const Flag& flag) const {
  if (const auto bit = bit_of(flag)) return (system_ & bit) != 0;
  return std::find(others_.begin(), others_.end(), flag) != others_.end();
}

void FlagSet::add(const Flag& flag) {
  if (const auto bit = bit_of(flag)) {
    system_ = static_cast<std::uint8_t>(system_ | bit);
  } else if (!contains(flag)) {
    others_.push_back(flag);
  }
}

void FlagSet::remove(const Flag& flag) {
  if (const auto bit = bit_of(flag)) {
    system_ = static_cast<std::uint8_t>(system_ & ~bit);
  } else {
    std::erase(others_, flag);
  }
}

void FlagSet::add(const FlagSet& flags) {
  system_ = static_cast<std::uint8_t>(system_ | flags.system_);
  for (const Flag& flag : flags.others_) add(flag);
}

void FlagSet::remove(const FlagSet& flags) {
  system_ = static_cast<std::uint8_t>(system_ & ~flags.system_);
  for (const Flag& flag : flags.others_) remove(flag);
}

std::size_t FlagSet::size() const {
  return static_cast<std::size_t>(std::popcount(system_)) + others_.size();
}

bool operator==(const FlagSet& a, const FlagSet& b) {
  return a.system_ == b.system_ && a.others_.size() == b.others_.size() &&
         std::all_of(a.others_.begin(), a.others_.end(),
                     [&b](const Flag& flag) { return b.contains(flag); });
}

}  // namespace imapscope
