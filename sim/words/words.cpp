#include "sim/words/words.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include "sim/base/overloaded.h"
#include "sim/words/catalogue.h"
#include "sim/words/plural.h"

namespace imapscope::words {
namespace {

const std::string* message_of(const Catalogue& catalogue, std::string_view key,
                              const std::int64_t* count) {
  if (count == nullptr) return catalogue.find(key);
  const std::string_view form = plural_form(catalogue.language(), *count);
  return catalogue.find(std::string(key) + "_" + std::string(form));
}

const std::int64_t* count_in(std::span<const Argument> arguments) {
  for (const Argument& each : arguments) {
    if (each.name == "count") return std::get_if<std::int64_t>(&each.value);
  }
  return nullptr;
}

std::string filled(const std::string& message, std::span<const Argument> arguments,
                   const Words& words) {
  if (arguments.empty()) return message;
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  for (const Argument& each : arguments) {
    const std::string name(each.name);
    std::visit(overloaded{
                   [&](const Said& said) { values.push_back(fmt::arg(name.c_str(), words(said))); },
                   [&](const auto& value) { values.push_back(fmt::arg(name.c_str(), value)); },
               },
               each.value);
  }
  return fmt::vformat(message, values);
}

}  // namespace

const std::vector<std::string>& languages() {
  static const std::vector<std::string> codes{"en", "ru"};
  return codes;
}

std::string language_of_locale(std::string_view locale) {
  const std::string_view code = locale.substr(0, locale.find_first_of("_.@-"));
  for (const std::string& language : languages()) {
    if (language == code) return language;
  }
  return languages().front();
}

Words::Words(std::string_view language) : own_(catalogue_of(language)) {}

const std::string& Words::language() const {
  return own_->language();
}

std::string Words::operator()(std::string_view key, Arguments arguments) const {
  return with(key, {arguments.begin(), arguments.end()});
}

std::string Words::operator()(const Said& said) const {
  return with(said.key, said.arguments);
}

std::string Words::with(std::string_view key, std::span<const Argument> arguments) const {
  const std::int64_t* count = count_in(arguments);
  const std::string* message = message_of(*own_, key, count);
  if (message == nullptr) message = message_of(*catalogue_of("en"), key, count);
  return message == nullptr ? std::string(key) : filled(*message, arguments, *this);
}

bool Words::has(std::string_view key) const {
  return own_->find(key) != nullptr || catalogue_of("en")->find(key) != nullptr;
}

std::string Words::name(std::string_view group, std::string_view name) const {
  const std::string* message = own_->find(std::string(group) + std::string(name));
  return message == nullptr ? std::string(name) : *message;
}

}  // namespace imapscope::words
