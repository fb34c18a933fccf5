#include "sim/imap/flag.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope {

bool operator==(const Flag& a, const Flag& b) {
  return ascii::equal_ignoring_case(a.name, b.name);
}

FlagSet::FlagSet(std::initializer_list<Flag> flags) {
  for (const Flag& flag : flags) add(flag);
}

bool FlagSet::contains(const Flag& flag) const {
  return std::find(flags_.begin(), flags_.end(), flag) != flags_.end();
}

void FlagSet::add(const Flag& flag) {
  if (!contains(flag)) flags_.push_back(flag);
}

void FlagSet::remove(const Flag& flag) {
  std::erase(flags_, flag);
}

bool operator==(const FlagSet& a, const FlagSet& b) {
  return a.size() == b.size() &&
         std::all_of(a.begin(), a.end(), [&b](const Flag& flag) { return b.contains(flag); });
}

}  // namespace imapscope
