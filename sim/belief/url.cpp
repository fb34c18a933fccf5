#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const GenUrlAuth&, const UntaggedData& data) {
  return std::holds_alternative<GenUrlAuthData>(data);
}

bool answers(const ResetKey&, const UntaggedData&) {
  return false;
}

bool answers(const UrlFetch&, const UntaggedData& data) {
  return std::holds_alternative<UrlFetchData>(data);
}

}  // namespace imapscope::observer
