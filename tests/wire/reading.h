// Reading one frame in a test: the value, or the message that fails it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sim/wire/parse.h"
#include "sim/wire/print.h"
#include "tests/in_english.h"

namespace imapscope::wire {

inline std::string message_of(const SyntaxError& error) {
  return std::to_string(error.offset) + ": " + in_english(error.expected.said());
}

/// Without the line end, which is added here.
inline Parsed<TaggedCommand> read_command(std::string_view line) {
  auto parsed = parse_command(std::string(line) + "\r\n");
  CAPTURE(std::string(line));
  if (!parsed) FAIL(message_of(parsed.error().error));
  return *parsed;
}

inline Parsed<Response> read_response(std::string_view line) {
  auto parsed = parse_response(std::string(line) + "\r\n");
  CAPTURE(std::string(line));
  if (!parsed) FAIL(message_of(parsed.error()));
  return *parsed;
}

inline std::string joined(const std::vector<std::string>& pieces) {
  std::string all;
  for (const std::string& piece : pieces) all += piece;
  return all;
}

/// A command as it prints, read from `line`; its literals stand in place.
inline std::string reprinted_command(std::string_view line) {
  return joined(print(read_command(line).value));
}
inline std::string reprinted_response(std::string_view line) {
  return print(read_response(line).value);
}

template <class C>
C command_in(std::string_view line) {
  const auto parsed = read_command(line);
  const C* command = std::get_if<C>(&parsed.value.command);
  REQUIRE(command != nullptr);
  return *command;
}

template <class D>
D data_in(std::string_view line) {
  const auto parsed = read_response(line);
  const auto* untagged = std::get_if<Untagged>(&parsed.value);
  REQUIRE(untagged != nullptr);
  const D* data = std::get_if<D>(&untagged->data);
  REQUIRE(data != nullptr);
  return *data;
}

/// "2 a command" for what does not parse.
inline std::string command_fault(std::string_view line) {
  const auto parsed = parse_command(std::string(line) + "\r\n");
  return parsed ? "none" : message_of(parsed.error().error);
}
inline std::string response_fault(std::string_view line) {
  const auto parsed = parse_response(std::string(line) + "\r\n");
  return parsed ? "none" : message_of(parsed.error());
}

inline std::vector<Quirk> quirks_in(std::string_view response_line) {
  return read_response(response_line).quirks;
}

}  // namespace imapscope::wire
