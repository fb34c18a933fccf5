#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/base/base64.h"
#include "sim/base/overloaded.h"
#include "sim/base/utf.h"
#include "sim/trace/jsonl.h"
#include "sim/trace/jsonl_words.h"

namespace imapscope::trace {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// Titles and names that are no UTF-8 lose those octets (U+FFFD); payloads never come here raw.
std::string line_of(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

bool reads_well(std::string_view bytes) {
  const auto is_control = [](char c) {
    const auto octet = static_cast<unsigned char>(c);
    return (octet < 0x20 && c != '\r' && c != '\n' && c != '\t') || octet == 0x7f;
  };
  return std::none_of(bytes.begin(), bytes.end(), is_control) && is_utf8(bytes);
}

void add_payload(OrderedJson& json, const Payload& payload) {
  if (reads_well(payload.bytes)) {
    json["text"] = payload.bytes;
  } else {
    json["base64"] = encode_base64(payload.bytes);
  }
  if (payload.fidelity != Fidelity::exact) json["fidelity"] = word_of(payload.fidelity);
  if (payload.compressed > 0) json["compressed"] = payload.compressed;
  if (payload.masked.empty()) return;
  OrderedJson& masked = json["masked"] = OrderedJson::array();
  for (const Masked& m : payload.masked) masked.push_back({m.offset, m.octets});
}

void add_opened(OrderedJson& json, const Opened& opened) {
  if (!opened.client.empty()) json["client"] = opened.client;
  if (!opened.server.empty()) json["server"] = opened.server;
  if (opened.protocol != Protocol::imap) json["protocol"] = info_of(opened.protocol).id;
}

void add_what(OrderedJson& json, const What& what) {
  std::visit(overloaded{
                 [&json](const Payload& payload) { add_payload(json, payload); },
                 [&json](const Opened& opened) { add_opened(json, opened); },
                 [&json](const Closed& closed) {
                   if (closed.abrupt) json["abrupt"] = true;
                 },
                 [&json](const Gap& gap) {
                   if (gap.octets) json["octets"] = *gap.octets;
                 },
                 [&json](const Opaque& opaque) {
                   json["octets"] = opaque.octets;
                   if (!opaque.what.empty()) json["what"] = opaque.what;
                 },
                 [&json](const Secured& secured) { json["octets"] = secured.octets; },
                 [&json](const Note& note) {
                   json["text"] = note.text;
                   if (!note.mail_for.empty()) json["mail_for"] = note.mail_for;
                   if (note.bounced) json["bounced"] = true;
                 },
             },
             what);
}

}  // namespace

std::string print_header(const Header& header) {
  OrderedJson json{{format_key, format_name}, {"version", format_version}};
  if (!header.title.empty()) json["title"] = header.title;
  if (!header.source.empty()) json["source"] = header.source;
  json["clocking"] = word_of(header.clocking);
  if (header.unix_us) json["unix_us"] = *header.unix_us;
  if (header.redacted) json["redacted"] = true;
  return line_of(json);
}

std::string print_event(const Event& event) {
  OrderedJson json{{"sent", event.sent.us}};
  if (event.landed) {
    json["landed"] = event.landed->us;
  } else {
    json["lost"] = true;
  }
  json["connection"] = event.connection.value;
  json["direction"] = word_of(event.direction);
  json["kind"] = kind_words[event.what.index()];
  add_what(json, event.what);
  return line_of(json);
}

std::string print_jsonl(const Trace& trace) {
  std::string text = print_header(trace.header);
  for (const Event& event : trace.events) text += print_event(event);
  return text;
}

}  // namespace imapscope::trace
