#include "sim/wire/parameters.h"

#include <algorithm>

namespace imapscope::wire {
namespace {

/// What begins a value, and no name.
bool at_value_behind(const Cursor& in) {
  constexpr std::string_view beginnings = "(\"{~*-0123456789";
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&in](char c) { return in.at_space_then(c); });
}

}  // namespace

// tagged-ext = tagged-ext-label [SP tagged-ext-val]
Parameter parse_parameter(Cursor& in) {
  Parameter parameter{std::string(in.atom("parameter_name"))};
  if (at_value_behind(in)) {
    in.space();
    parameter.value = in.value("parameter_value");
  }
  return parameter;
}

void print_parameter(Printer& out, const Parameter& parameter) {
  out.raw(parameter.name);
  if (parameter.value.empty()) return;
  out.space();
  out.raw(parameter.value);
}

// "(" tagged-ext *(SP tagged-ext) ")" (RFC 4466 §2.1, §3)
Parameters parse_parameters(Cursor& in) {
  Parameters parameters;
  in.list("parameter_list", [&] { parameters.push_back(parse_parameter(in)); });
  return parameters;
}

void print_parameters(Printer& out, const Parameters& parameters) {
  out.list(parameters, [&out](const Parameter& parameter) { print_parameter(out, parameter); });
}

Parameters parse_parameters_at_end(Cursor& in) {
  if (!in.at_space_then('(') || !in.extension_at(in.offset(), "line_end")) return {};
  in.space();
  return parse_parameters(in);
}

void print_parameters_at_end(Printer& out, const Parameters& parameters) {
  if (parameters.empty()) return;
  out.space();
  print_parameters(out, parameters);
}

}  // namespace imapscope::wire
