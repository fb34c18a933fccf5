#include "sim/lesson/grade.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/wire/line_text.h"

namespace imapscope::lesson {
namespace {

std::string next_line(const Evidence& evidence) {
  return evidence.landed().empty() ? std::string(nothing)
                                   : wire::line_text(evidence.landed().front()->bytes).head;
}

std::string state_text(const Evidence& evidence) {
  const auto belief = evidence.belief();
  return std::string(name_of(belief ? belief->state : State::logout));
}

std::string count_text(const Evidence& evidence) {
  const auto belief = evidence.belief();
  const bool known = belief && belief->mailbox && belief->mailbox->exists_known;
  return known ? std::to_string(belief->mailbox->messages.size()) : "unknown";
}

std::string expunge_numbers(const Evidence& evidence) {
  std::string numbers;
  for (const observer::Line* line : evidence.landed()) {
    if (line->name != name_of_data<ExpungeData>() || line->kind != observer::LineKind::untagged)
      continue;
    const std::string text = wire::line_text(line->bytes).head;  // "* 3 EXPUNGE"
    if (!numbers.empty()) numbers += ", ";
    numbers += text.substr(2, text.find(' ', 2) - 2);
  }
  return numbers.empty() ? "none" : numbers;
}

const Option* option_that_happened(const Ask& ask) {
  for (const Option& option : ask.options) {
    if (option.grade == Grade::happened) return &option;
  }
  return nullptr;
}

}  // namespace

std::string happened(const Ask& ask, const Evidence& evidence) {
  switch (ask.predict) {
    case Predict::line:
      return next_line(evidence);
    case Predict::state:
      return state_text(evidence);
    case Predict::count:
      return count_text(evidence);
    case Predict::expunges:
      return expunge_numbers(evidence);
    case Predict::words:
      break;
  }
  const Option* option = option_that_happened(ask);
  return option == nullptr ? std::string(nothing) : option->line;
}

const Option* option_named(const Ask& ask, const std::string& typed) {
  const std::string wanted = line_of(typed);
  for (const Option& option : ask.options) {
    if (ascii::equal_ignoring_case(option.line, wanted)) return &option;
  }
  return nullptr;
}

Answer grade(const Ask& ask, const Prediction& prediction, const Evidence& evidence) {
  const std::string came = happened(ask, evidence);
  const auto* typed = std::get_if<std::string>(&prediction);
  const Option* option = typed != nullptr ? option_named(ask, *typed)
                                          : &ask.options[std::get<std::size_t>(prediction)];
  if (option != nullptr) {
    const auto index = static_cast<std::size_t>(option - ask.options.data());
    return {prediction, option->grade, index, {}, came};
  }
  const Verdict verdict = judge(*typed, evidence);
  return {prediction, verdict.grade, std::nullopt, verdict.why, came};
}

}  // namespace imapscope::lesson
