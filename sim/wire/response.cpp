// The frame around every response: untagged, tagged, or a request to continue (RFC 3501 §7).
#include <tuple>
#include <utility>

#include "sim/base/overloaded.h"
#include "sim/wire/acl.h"
#include "sim/wire/chars.h"
#include "sim/wire/data_number.h"
#include "sim/wire/expunge.h"
#include "sim/wire/fetch.h"
#include "sim/wire/list.h"
#include "sim/wire/metadata.h"
#include "sim/wire/parse.h"
#include "sim/wire/print.h"
#include "sim/wire/quota.h"
#include "sim/wire/search.h"
#include "sim/wire/select.h"
#include "sim/wire/session.h"
#include "sim/wire/sort.h"
#include "sim/wire/status.h"
#include "sim/wire/status_response.h"
#include "sim/wire/url.h"

namespace imapscope::wire {
namespace {

template <std::size_t I>
using ValueAt = typename std::tuple_element_t<I, decltype(data_rows)>::Value;

/// The row's data, where its name stands here; `number`: what stood before it.
template <std::size_t I>
bool parse_row(Cursor& in, const DataNumber* number, UntaggedData& data) {
  constexpr const DataInfo& info = std::get<I>(data_rows).info;
  if (info.numbered != (number != nullptr) || !in.accept_word(info.name)) return false;
  auto& chosen = data.emplace<ValueAt<I>>();
  if constexpr (info.numbered) {
    parse(in, *number, chosen);
  } else {
    parse(in, chosen);
  }
  return true;
}

template <std::size_t... I>
bool parse_rows(std::size_t row, Cursor& in, const DataNumber* number, UntaggedData& data,
                std::index_sequence<I...>) {
  return ((I == row && parse_row<I>(in, number, data)) || ...);
}

/// Whether a row has the name that stands here.
bool parse_known(Cursor& in, const DataNumber* number, UntaggedData& data) {
  constexpr auto rows = std::make_index_sequence<std::tuple_size_v<decltype(data_rows)>>{};
  const DataInfo* info = find_data(in.word_here());
  if (info == nullptr) return false;
  const auto row = static_cast<std::size_t>(info - data_table().data());  // those with values first
  return parse_rows(row, in, number, data, rows);
}

// number SP "EXISTS" / number SP "RECENT" / nz-number SP ("EXPUNGE" / ("FETCH" SP msg-att)); any
// other word is left as written, with its number
UntaggedData parse_numbered(Cursor& in) {
  const Cursor begin = in;
  const DataNumber number{in.number("number"), begin.offset()};
  in.space();
  UntaggedData data;
  if (parse_known(in, &number, data)) return data;
  if (in.ok()) in = begin;
  return UnknownData{std::string(in.rest_of_line())};
}

UntaggedData parse_named(Cursor& in) {
  UntaggedData data;
  if (parse_known(in, nullptr, data)) return data;
  if (in.at_line_end()) in.fail("response", "3501 §7");
  return UnknownData{std::string(in.rest_of_line())};
}

// response-data = "*" SP (resp-cond-state / resp-cond-bye / mailbox-data / message-data /
//                 capability-data) CRLF; greeting = "*" SP (resp-cond-auth / resp-cond-bye) CRLF
Untagged parse_untagged(Cursor& in) {
  in.expect('*', "star");
  in.space();
  if (condition_at(in)) return {parse_status_response(in)};
  if (in.at_response_code()) return {parse_without_condition(in)};
  if (in.at_digit()) return {parse_numbered(in)};
  return {parse_named(in)};
}

// continue-req = "+" SP (resp-text / base64) CRLF
ContinuationRequest parse_continuation(Cursor& in) {
  in.expect('+', "plus");
  if (in.at_line_end()) {
    in.tolerate(QuirkKind::empty_text, in.offset(), "space_and_text");
    return {};
  }
  in.expect(' ', "space");
  return {in.text()};
}

bool completes_here(const Cursor& in) {
  const auto condition = condition_at(in);
  return condition && completes(*condition);
}

// What the client began a line with, a server repeats, be it a tag or not: before OK, NO or BAD any
// word is taken.
std::string_view parse_answered_tag(Cursor& in) {
  Cursor ahead = in;
  const std::string_view word = ahead.until(' ', "space");
  ahead.accept(' ');
  const bool is_tag = chars::all_are(word, chars::tag);
  if (is_tag || word.empty() || !completes_here(ahead)) return in.tag();
  in.tolerate(QuirkKind::odd_tag, in.offset(), "tag");
  return in.until(' ', "space");
}

// response-tagged = tag SP resp-cond-state CRLF
Tagged parse_tagged(Cursor& in) {
  Tagged tagged;
  tagged.tag = parse_answered_tag(in);
  in.space();
  if (!completes_here(in)) {
    in.fail("condition", "3501 §7.1");
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

template <class D>
std::uint32_t number_of(const D& data) {
  if constexpr (requires { data.number; }) {
    return data.number.value;
  } else {
    return data.count;
  }
}

template <class D>
void print_row(Printer& out, const D& data) {
  constexpr const DataInfo& info = info_for<D>(data_rows);
  if constexpr (info.numbered) {
    out.number(number_of(data));
    out.space();
  }
  out.raw(info.name);
  print(out, data);
}

void print_untagged(Printer& out, const UntaggedData& data) {
  out.raw("* ");
  std::visit(overloaded{
                 [&out](const StatusResponse& status) { print_status_response(out, status); },
                 [&out](const UnknownData& unknown) { out.raw(unknown.text); },
                 [&out](const auto& known) { print_row(out, known); },
             },
             data);
}

}  // namespace

Result<Parsed<Response>, SyntaxError> parse_response(std::string_view frame, Texts texts) {
  Cursor in(frame, Writer::server, Arguments::spoken, texts);
  Response response = parse_any(in);
  in.end_of_line();
  if (!in.ok()) return fail(in.error());
  return Parsed<Response>{std::move(response), in.quirks()};
}

std::string print(const Response& response, Texts texts) {
  Printer out(Writer::server, {.texts = texts});
  std::visit(overloaded{
                 [&out](const Untagged& untagged) { print_untagged(out, untagged.data); },
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
