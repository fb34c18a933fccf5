#include "sim/wire/printer.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"
#include "sim/wire/chars.h"

namespace imapscope::wire {
namespace {

// A quoted string is part of a line, and lines are limited (RFC 7162 §4: 8192 octets).
constexpr std::size_t longest_quoted = 1000;

/// An atom may spell NIL where an astring stands, but readers have taken it for no string at all.
bool can_be_atom(std::string_view octets, unsigned classes) {
  return chars::all_are(octets, classes) && !ascii::equal_ignoring_case(octets, "NIL");
}

}  // namespace

bool Printer::can_be_quoted(std::string_view octets) const {
  if (octets.empty()) return true;
  if (octets.size() > longest_quoted) return false;
  if (texts_ == Texts::ascii) return chars::all_are(octets, chars::quotable);
  return is_utf8(octets) && std::all_of(octets.begin(), octets.end(), [](char c) {
           return chars::is(c, chars::quotable) || chars::is_eight_bit(c);
         });
}

void Printer::astring(std::string_view octets) {
  if (can_be_atom(octets, chars::astring)) {
    raw(octets);
  } else {
    string(octets);
  }
}

void Printer::string(std::string_view octets) {
  if (can_be_quoted(octets)) {
    quoted(octets);
  } else {
    literal(octets);
  }
}

void Printer::nstring(const NString& octets) {
  if (octets) {
    string(*octets);
  } else {
    raw("NIL");
  }
}

void Printer::quoted(std::string_view octets) {
  raw("\"");
  for (const char c : octets) {
    if (c == '"' || c == '\\') raw("\\");
    raw({&c, 1});
  }
  raw("\"");
}

void Printer::literal(std::string_view octets) {
  raw("{" + std::to_string(octets.size()) + (plus_ ? "+}\r\n" : "}\r\n"));
  if (waits_) pieces_.emplace_back();
  raw(octets);
}

void Printer::bound(std::uint32_t n) {
  if (n == 0) {
    raw("*");
  } else {
    number(n);
  }
}

void Printer::set(const MessageSet& set) {
  std::visit([this](const auto& numbers) { this->set(numbers); }, set);
}

void Printer::flags(const FlagSet& flags) {
  list(flags, [this](const Flag& flag) { raw(flag.name); });
}

void Printer::mailbox_text(std::string_view utf8, bool wildcards) {
  const std::string encoded =
      texts_ == Texts::utf8 ? std::string(utf8) : encode_modified_utf7(utf8);
  if (can_be_atom(encoded, wildcards ? chars::list : chars::astring)) {
    raw(encoded);
  } else {
    string(encoded);
  }
}

std::vector<std::string> Printer::finish() && {
  raw("\r\n");
  return std::move(pieces_);
}

}  // namespace imapscope::wire
