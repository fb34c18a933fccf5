#include "sim/lesson/text.h"

namespace imapscope::lesson {

const std::string& in_language(const Text& text, std::string_view language) {
  static const std::string nothing;
  auto found = text.find(language);
  if (found == text.end()) found = text.find("en");
  return found == text.end() ? nothing : found->second;
}

}  // namespace imapscope::lesson
