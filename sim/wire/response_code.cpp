// The codes in brackets; the responses that carry them are in response.cpp.
#include <array>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/wire/response.h"
#include "sim/wire/session.h"

namespace imapscope::wire {
namespace {

/// nz-number, but servers write 0 as well: `[UNSEEN 0]`, `[UIDNEXT 0]`.
std::uint32_t parse_number(Cursor& in) {
  in.space();
  const std::size_t begin = in.offset();
  const std::uint32_t n = in.number("a number");
  if (in.ok() && n == 0) in.tolerate(QuirkKind::zero_number, begin, "a number other than 0");
  return n;
}

UidSet parse_uids(Cursor& in) {
  in.space();
  return in.number_set<Uid>();
}

// "BADCHARSET" [SP "(" charset *(SP charset) ")"]
ResponseCode parse_bad_charset(Cursor& in) {
  CodeBadCharset code;
  if (!in.another()) return code;
  in.list_of_some("a list of charsets", [&] { code.charsets.push_back(in.astring("a charset")); });
  return code;
}

// `\*`, or what some servers write for it: `*`, which is no flag.
bool accept_star(Cursor& in) {
  if (in.accept_prefix("\\*")) return true;
  const std::size_t begin = in.offset();
  if (!in.accept('*')) return false;
  in.tolerate(QuirkKind::bare_star, begin, "a flag");
  return true;
}

// "PERMANENTFLAGS" SP "(" [flag-perm *(SP flag-perm)] ")"; flag-perm = flag / "\*"
ResponseCode parse_permanent_flags(Cursor& in) {
  CodePermanentFlags code;
  in.space();
  in.list("a list of flags", [&] {
    if (accept_star(in)) {
      code.may_create_new = true;
    } else {
      code.flags.add(in.flag());
    }
  });
  return code;
}

// resp-code-apnd = "APPENDUID" SP nz-number SP append-uid (RFC 4315 §4)
ResponseCode parse_append_uid(Cursor& in) {
  CodeAppendUid code;
  code.validity = {parse_number(in)};
  code.uids = parse_uids(in);
  return code;
}

// resp-code-copy = "COPYUID" SP nz-number SP uid-set SP uid-set (RFC 4315 §4)
ResponseCode parse_copy_uid(Cursor& in) {
  CodeCopyUid code;
  code.validity = {parse_number(in)};
  code.source = parse_uids(in);
  code.destination = parse_uids(in);
  return code;
}

struct CodeName {
  std::string_view name;
  ResponseCode (*parse)(Cursor&);
};
constexpr std::array<CodeName, 8> code_names{{
    {"BADCHARSET", parse_bad_charset},
    {"CAPABILITY",
     [](Cursor& in) -> ResponseCode { return CodeCapability{parse_capabilities(in)}; }},
    {"PERMANENTFLAGS", parse_permanent_flags},
    {"UIDNEXT", [](Cursor& in) -> ResponseCode { return CodeUidNext{{parse_number(in)}}; }},
    {"UIDVALIDITY", [](Cursor& in) -> ResponseCode { return CodeUidValidity{{parse_number(in)}}; }},
    {"UNSEEN", [](Cursor& in) -> ResponseCode { return CodeUnseen{{parse_number(in)}}; }},
    {"APPENDUID", parse_append_uid},
    {"COPYUID", parse_copy_uid},
}};

// atom [SP 1*<any TEXT-CHAR except "]">]
ResponseCode parse_atom_code(Cursor& in, std::string_view name) {
  CodeAtom code{std::string(name), {}};
  if (in.accept(' ')) code.arguments = in.until(']', "the response code's closing bracket");
  return code;
}

void print_names(Printer& out, const std::vector<std::string>& names) {
  if (names.empty()) return;
  out.space();
  out.list(names, [&out](const std::string& name) { out.astring(name); });
}

void print_permanent_flags(Printer& out, const CodePermanentFlags& code) {
  out.raw("PERMANENTFLAGS (");
  out.separated(code.flags, [&out](const Flag& flag) { out.raw(flag.name); });
  if (code.may_create_new) out.raw(code.flags.empty() ? "\\*" : " \\*");
  out.raw(")");
}

void print_number_code(Printer& out, std::string_view name, std::uint32_t n) {
  out.raw(name);
  out.space();
  out.number(n);
}

void close(Cursor& in) {
  in.another();
  in.expect(']', "the response code's closing bracket");
}

ResponseCode parse_known_code(Cursor& in) {
  in.expect('[', "a response code");
  const std::string_view name = in.name("a response code");
  const CodeName* known = nullptr;
  for (const CodeName& candidate : code_names) {
    if (ascii::equal_ignoring_case(candidate.name, name)) known = &candidate;
  }
  ResponseCode code = known != nullptr ? known->parse(in) : parse_atom_code(in, name);
  close(in);
  return code;
}

// Any name, and any arguments behind it.
ResponseCode parse_any_code(Cursor& in) {
  in.expect('[', "a response code");
  const std::size_t begin = in.offset();
  ResponseCode code = parse_atom_code(in, in.name("a response code"));
  close(in);
  in.tolerate(QuirkKind::odd_code, begin, "a response code");
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
  std::visit(overloaded{
                 [&out](const CodeAtom& c) {
                   out.raw(c.name);
                   if (!c.arguments.empty()) out.raw(" " + c.arguments);
                 },
                 [&out](const CodeBadCharset& c) {
                   out.raw("BADCHARSET");
                   print_names(out, c.charsets);
                 },
                 [&out](const CodeCapability& c) {
                   out.raw("CAPABILITY");
                   print_capabilities(out, c.names);
                 },
                 [&out](const CodePermanentFlags& c) { print_permanent_flags(out, c); },
                 [&out](const CodeUidNext& c) { print_number_code(out, "UIDNEXT", c.uid.value); },
                 [&out](const CodeUidValidity& c) {
                   print_number_code(out, "UIDVALIDITY", c.value.value);
                 },
                 [&out](const CodeUnseen& c) { print_number_code(out, "UNSEEN", c.first.value); },
                 [&out](const CodeAppendUid& c) {
                   print_number_code(out, "APPENDUID", c.validity.value);
                   out.space();
                   out.set(c.uids);
                 },
                 [&out](const CodeCopyUid& c) {
                   print_number_code(out, "COPYUID", c.validity.value);
                   out.space();
                   out.set(c.source);
                   out.space();
                   out.set(c.destination);
                 },
             },
             code);
  out.raw("]");
}

}  // namespace imapscope::wire
