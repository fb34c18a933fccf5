// What is said, in English: tests compare sentences.
#pragma once

#include <string>

#include "sim/words/words.h"

namespace imapscope {

inline std::string in_english(const Said& said) {
  return words::Words()(said);
}

}  // namespace imapscope
