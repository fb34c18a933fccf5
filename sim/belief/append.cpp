#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const Append&, const UntaggedData&) {
  return false;
}

}  // namespace imapscope::observer
