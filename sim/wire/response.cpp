#include "sim/wire/response.h"

#include <array>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/wire/chars.h"
#include "sim/wire/expunge.h"
#include "sim/wire/fetch.h"
#include "sim/wire/list.h"
#include "sim/wire/search.h"
#include "sim/wire/select.h"
#include "sim/wire/session.h"
#include "sim/wire/status.h"

namespace imapscope::wire {
namespace {

constexpr std::array<Condition, 5> conditions{Condition::ok, Condition::no, Condition::bad,
                                              Condition::bye, Condition::preauth};

// resp-text = ["[" resp-text-code "]" SP] text
void parse_text(Cursor& in, StatusResponse& status) {
  status.code = parse_response_code(in);
  if (status.code && !in.accept(' ') && !in.at_line_end()) {
    in.tolerate(QuirkKind::missing_text_space, in.offset(), "a space behind the response code");
  }
  if (in.at_line_end()) in.tolerate(QuirkKind::empty_text, in.offset(), "text");
  status.text = in.text();
}

// `* [COPYUID 7 1 2]`: the code tells all the same.
StatusResponse parse_without_condition(Cursor& in) {
  in.tolerate(QuirkKind::missing_condition, in.offset(), "OK, NO or BAD");
  StatusResponse status;
  parse_text(in, status);
  return status;
}

template <class Data>
UntaggedData parse_data(Cursor& in) {
  Data data;
  parse(in, data);
  return data;
}

struct DataName {
  std::string_view name;
  UntaggedData (*parse)(Cursor&);
};
constexpr std::array<DataName, 10> data_names{{
    {"CAPABILITY", parse_data<CapabilityData>},
    {"ENABLED", parse_data<EnabledData>},
    {"ESEARCH", parse_data<EsearchData>},
    {"FLAGS", parse_data<FlagsData>},
    {"ID", parse_data<IdData>},
    {"LIST", parse_data<ListData>},
    {"LSUB", parse_data<LsubData>},
    {"NAMESPACE", parse_data<NamespaceData>},
    {"SEARCH", parse_data<SearchData>},
    {"STATUS", parse_data<StatusData>},
}};

SeqNum message_number(Cursor& in, std::uint32_t n, std::size_t offset) {
  if (n == 0) in.fail_at(offset, "a message number other than 0", "3501 §7.4");
  return {n};
}

// number SP "EXISTS" / number SP "RECENT" / nz-number SP ("EXPUNGE" / ("FETCH" SP msg-att)); any
// other word is left as written, with its number
UntaggedData parse_numbered(Cursor& in) {
  const Cursor begin = in;
  const std::uint32_t n = in.number("a number");
  in.space();
  if (in.accept_word("FETCH")) {
    FetchData data{message_number(in, n, begin.offset()), {}};
    parse(in, data);
    return data;
  }
  if (in.accept_word("EXISTS")) return Exists{n};
  if (in.accept_word("RECENT")) return Recent{n};
  if (in.accept_word("EXPUNGE")) return ExpungeData{message_number(in, n, begin.offset())};
  if (in.ok()) in = begin;
  return UnknownData{std::string(in.rest_of_line())};
}

UntaggedData parse_named(Cursor& in) {
  for (const DataName& data : data_names) {
    if (in.accept_word(data.name)) return data.parse(in);
  }
  if (in.at_line_end()) in.fail("a response", "3501 §7");
  return UnknownData{std::string(in.rest_of_line())};
}

// response-data = "*" SP (resp-cond-state / resp-cond-bye / mailbox-data / message-data /
//                 capability-data) CRLF; greeting = "*" SP (resp-cond-auth / resp-cond-bye) CRLF
Untagged parse_untagged(Cursor& in) {
  in.expect('*', "*");
  in.space();
  if (condition_at(in)) return {parse_status_response(in)};
  if (in.at_response_code()) return {parse_without_condition(in)};
  if (in.at_digit()) return {parse_numbered(in)};
  return {parse_named(in)};
}

// continue-req = "+" SP (resp-text / base64) CRLF
ContinuationRequest parse_continuation(Cursor& in) {
  in.expect('+', "+");
  if (in.at_line_end()) {
    in.tolerate(QuirkKind::empty_text, in.offset(), "a space and text");
    return {};
  }
  in.expect(' ', "a space");
  return {in.text()};
}

bool completes(const std::optional<Condition>& condition) {
  return condition && *condition != Condition::bye && *condition != Condition::preauth;
}

// What the client began a line with, a server repeats, be it a tag or not: before OK, NO or BAD any
// word is taken.
std::string_view parse_answered_tag(Cursor& in) {
  Cursor ahead = in;
  const std::string_view word = ahead.until(' ', "a space");
  ahead.accept(' ');
  const bool is_tag = chars::all_are(word, chars::tag);
  if (is_tag || word.empty() || !completes(condition_at(ahead))) return in.tag();
  in.tolerate(QuirkKind::odd_tag, in.offset(), "a tag");
  return in.until(' ', "a space");
}

// response-tagged = tag SP resp-cond-state CRLF
Tagged parse_tagged(Cursor& in) {
  Tagged tagged;
  tagged.tag = parse_answered_tag(in);
  in.space();
  const auto condition = condition_at(in);
  if (!completes(condition)) {
    in.fail("OK, NO or BAD", "3501 §7.1");
    return tagged;
  }
  tagged.status = parse_status_response(in);
  return tagged;
}

Response parse_any(Cursor& in) {
  if (in.at('*')) return parse_untagged(in);
  if (in.at('+')) return parse_continuation(in);
  return parse_tagged(in);
}

void print(Printer& out, const UnknownData& data) {
  out.raw(data.text);
}

void print(Printer& out, const StatusResponse& status) {
  print_status_response(out, status);
}

}  // namespace

std::optional<Condition> condition_at(const Cursor& in) {
  for (const Condition condition : conditions) {
    if (in.at_word(name_of(condition))) return condition;
  }
  return std::nullopt;
}

// resp-cond-state = ("OK" / "NO" / "BAD") SP resp-text
StatusResponse parse_status_response(Cursor& in) {
  StatusResponse status;
  status.condition = condition_at(in).value_or(Condition::bad);
  in.accept_word(name_of(status.condition));
  in.accept(' ');
  parse_text(in, status);
  return status;
}

void print_status_response(Printer& out, const StatusResponse& status) {
  out.raw(name_of(status.condition));
  out.space();
  if (status.code) {
    print_response_code(out, *status.code);
    out.space();
  }
  out.raw(status.text);
}

Result<Parsed<Response>, SyntaxError> parse_response(std::string_view frame) {
  Cursor in(frame, Writer::server);
  Response response = parse_any(in);
  in.end_of_line();
  if (!in.ok()) return fail(in.error());
  return Parsed<Response>{std::move(response), in.quirks()};
}

std::string print(const Response& response) {
  Printer out(Writer::server);
  std::visit(overloaded{
                 [&out](const Untagged& untagged) {
                   out.raw("* ");
                   std::visit([&out](const auto& data) { print(out, data); }, untagged.data);
                 },
                 [&out](const Tagged& tagged) {
                   out.raw(tagged.tag);
                   out.space();
                   print_status_response(out, tagged.status);
                 },
                 [&out](const ContinuationRequest& request) {
                   out.raw("+ ");
                   out.raw(request.text);
                 },
             },
             response);
  return std::move(out).finish().front();
}

}  // namespace imapscope::wire
