#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const Create&, const UntaggedData&) {
  return false;
}

bool answers(const Delete&, const UntaggedData&) {
  return false;
}

bool answers(const Rename&, const UntaggedData&) {
  return false;
}

bool answers(const Subscribe&, const UntaggedData&) {
  return false;
}

bool answers(const Unsubscribe&, const UntaggedData&) {
  return false;
}

}  // namespace imapscope::observer
