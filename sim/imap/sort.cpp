#include "sim/imap/sort.h"

#include "sim/base/ascii.h"

namespace imapscope {

std::optional<ThreadAlgorithm> find_thread_algorithm(std::string_view name) {
  if (ascii::equal_ignoring_case(name, "ORDEREDSUBJECT")) return ThreadAlgorithm::ordered_subject;
  if (ascii::equal_ignoring_case(name, "REFERENCES")) return ThreadAlgorithm::references;
  return std::nullopt;
}

}  // namespace imapscope
