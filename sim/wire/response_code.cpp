#include "sim/wire/response_code.h"

#include <tuple>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/wire/session.h"

namespace imapscope::wire {
namespace {

/// nz-number, but servers write 0 as well: `[UNSEEN 0]`, `[UIDNEXT 0]`.
std::uint32_t parse_number(Cursor& in) {
  in.space();
  const std::size_t begin = in.offset();
  const std::uint32_t n = in.number("number");
  if (in.ok() && n == 0) in.tolerate(QuirkKind::zero_number, begin, "number_not_0");
  return n;
}

UidSet parse_uids(Cursor& in) {
  in.space();
  return in.number_set<Uid>();
}

void print_number(Printer& out, std::uint32_t n) {
  out.space();
  out.number(n);
}

void print_uids(Printer& out, const UidSet& uids) {
  out.space();
  out.set(uids);
}

// "BADCHARSET" [SP "(" charset *(SP charset) ")"]
void parse(Cursor& in, CodeBadCharset& code) {
  if (!in.another()) return;
  in.list_of_some("charset_list", [&] { code.charsets.push_back(in.astring("charset")); });
}

void print(Printer& out, const CodeBadCharset& code) {
  if (code.charsets.empty()) return;
  out.space();
  out.list(code.charsets, [&out](const std::string& name) { out.astring(name); });
}

// "CAPABILITY" *(SP capability)
void parse(Cursor& in, CodeCapability& code) {
  code.names = parse_capabilities(in);
}

void print(Printer& out, const CodeCapability& code) {
  print_capabilities(out, code.names);
}

// `\*`, or what some servers write for it: `*`, which is no flag.
bool accept_star(Cursor& in) {
  if (in.accept_prefix("\\*")) return true;
  const std::size_t begin = in.offset();
  if (!in.accept('*')) return false;
  in.tolerate(QuirkKind::bare_star, begin, "flag");
  return true;
}

// "PERMANENTFLAGS" SP "(" [flag-perm *(SP flag-perm)] ")"; flag-perm = flag / "\*"
void parse(Cursor& in, CodePermanentFlags& code) {
  in.space();
  in.list("flag_list", [&] {
    if (accept_star(in)) {
      code.may_create_new = true;
    } else {
      code.flags.add(in.flag());
    }
  });
}

void print(Printer& out, const CodePermanentFlags& code) {
  out.raw(" (");
  out.separated(code.flags, [&out](const Flag& flag) { out.raw(flag.name); });
  if (code.may_create_new) out.raw(code.flags.empty() ? "\\*" : " \\*");
  out.raw(")");
}

// "UIDNEXT" SP nz-number / "UIDVALIDITY" SP nz-number / "UNSEEN" SP nz-number
void parse(Cursor& in, CodeUidNext& code) {
  code.uid = {parse_number(in)};
}

void parse(Cursor& in, CodeUidValidity& code) {
  code.value = {parse_number(in)};
}

void parse(Cursor& in, CodeUnseen& code) {
  code.first = {parse_number(in)};
}

void print(Printer& out, const CodeUidNext& code) {
  print_number(out, code.uid.value);
}

void print(Printer& out, const CodeUidValidity& code) {
  print_number(out, code.value.value);
}

void print(Printer& out, const CodeUnseen& code) {
  print_number(out, code.first.value);
}

// resp-code-apnd = "APPENDUID" SP nz-number SP append-uid (RFC 4315 §4)
void parse(Cursor& in, CodeAppendUid& code) {
  code.validity = {parse_number(in)};
  code.uids = parse_uids(in);
}

void print(Printer& out, const CodeAppendUid& code) {
  print_number(out, code.validity.value);
  print_uids(out, code.uids);
}

// resp-code-copy = "COPYUID" SP nz-number SP uid-set SP uid-set (RFC 4315 §4)
void parse(Cursor& in, CodeCopyUid& code) {
  code.validity = {parse_number(in)};
  code.source = parse_uids(in);
  code.destination = parse_uids(in);
}

void print(Printer& out, const CodeCopyUid& code) {
  print_number(out, code.validity.value);
  print_uids(out, code.source);
  print_uids(out, code.destination);
}

// "HIGHESTMODSEQ" SP mod-sequence-value (RFC 7162 §7)
void parse(Cursor& in, CodeHighestModSeq& code) {
  in.space();
  code.value = in.number64("number");
}

void print(Printer& out, const CodeHighestModSeq& code) {
  out.space();
  out.number(code.value);
}

// atom [SP 1*<any TEXT-CHAR except "]">]
ResponseCode parse_atom_code(Cursor& in, std::string_view name) {
  CodeAtom code{std::string(name), {}};
  if (in.accept(' ')) code.arguments = in.until(']', "code_bracket");
  return code;
}

void print(Printer& out, const CodeAtom& code) {
  if (!code.arguments.empty()) out.raw(" " + code.arguments);
}

/// The row's code, where the name is the row's.
template <std::size_t I>
bool parse_row(Cursor& in, std::string_view name, ResponseCode& code) {
  using Code = typename std::tuple_element_t<I, decltype(code_rows)>::Value;
  if (!ascii::equal_ignoring_case(std::get<I>(code_rows).info.name, name)) return false;
  parse(in, code.emplace<Code>());
  return true;
}

template <std::size_t... I>
ResponseCode parse_rows(Cursor& in, std::string_view name, std::index_sequence<I...>) {
  ResponseCode code;
  const bool known = (parse_row<I>(in, name, code) || ...);
  return known ? std::move(code) : parse_atom_code(in, name);
}

void close(Cursor& in) {
  in.another();
  in.expect(']', "code_bracket");
}

ResponseCode parse_known_code(Cursor& in) {
  in.expect('[', "response_code");
  const std::string_view name = in.name("response_code");
  constexpr auto rows = std::make_index_sequence<std::tuple_size_v<decltype(code_rows)>>{};
  ResponseCode code = parse_rows(in, name, rows);
  close(in);
  return code;
}

// Any name, and any arguments behind it.
ResponseCode parse_any_code(Cursor& in) {
  in.expect('[', "response_code");
  const std::size_t begin = in.offset();
  ResponseCode code = parse_atom_code(in, in.name("response_code"));
  close(in);
  in.tolerate(QuirkKind::odd_code, begin, "response_code");
  return code;
}

}  // namespace

// resp-text-code, with its brackets. A code whose arguments are not its own is an unknown one by
// the grammar, and what is none is text.
std::optional<ResponseCode> parse_response_code(Cursor& in) {
  if (!in.at_response_code()) return std::nullopt;
  const Cursor begin = in;
  for (ResponseCode (*parse)(Cursor&) : {parse_known_code, parse_any_code}) {
    ResponseCode code = parse(in);
    if (in.ok()) return code;
    in = begin;
  }
  return std::nullopt;
}

void print_response_code(Printer& out, const ResponseCode& code) {
  out.raw("[");
  out.raw(name_of(code));
  std::visit([&out](const auto& known) { print(out, known); }, code);
  out.raw("]");
}

}  // namespace imapscope::wire
