#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const Append&, const UntaggedData&) {
  return false;
}

bool answers(const Replace&, const UntaggedData&) {
  return false;
}

}  // namespace imapscope::observer
