#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const Idle&, const UntaggedData&) {
  return false;
}

}  // namespace imapscope::observer
