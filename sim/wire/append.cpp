#include "sim/wire/append.h"

#include "sim/base/overloaded.h"
#include "sim/wire/date_time.h"
#include "sim/wire/parameters.h"

namespace imapscope::wire {

namespace {

constexpr Expected message_expected = "message_literal";

// literal / literal8
SentText parse_text(Cursor& in) {
  SentText text;
  text.any_octet = in.at('~');
  if (text.any_octet && !in.extension_at(in.offset(), message_expected)) return text;
  text.octets = in.literal(message_expected);
  return text;
}

// utf8-literal = "UTF8" SP "(" literal8 ")" (RFC 6855 §4); its first word was read
SentText parse_utf8(Cursor& in) {
  in.space();
  in.expect('(', "list");
  SentText text = parse_text(in);
  text.utf8 = true;
  in.expect(')', "list_end");
  return text;
}

// cat-part = text-literal / url / utf8-literal (RFC 4469 §5, 6855 §4)
MessagePiece parse_piece(Cursor& in) {
  if (in.accept_word("TEXT")) {
    in.space();
    return parse_text(in);
  }
  if (in.accept_word("UTF8")) return parse_utf8(in);
  if (!in.accept_word("URL")) in.fail("catenate_part", "4469 §5");
  in.space();
  return NamedText{in.astring("url")};
}

// append-data of an extension that is known: answers whether one stands here.
bool parse_data(Cursor& in, NewMessage& message) {
  const bool catenates = in.at_word("CATENATE");
  if (!catenates && !in.at_word("UTF8")) return false;
  if (!in.extension_at(in.offset(), message_expected)) return true;
  if (!catenates) {
    in.accept_word("UTF8");
    message.pieces.emplace_back(parse_utf8(in));
    return true;
  }
  in.accept_word("CATENATE");
  message.catenated = true;
  in.space();
  in.list_of_some("catenate_list", [&] { message.pieces.push_back(parse_piece(in)); });
  return true;
}

// append-message = [SP flag-list] [SP date-time] *(SP append-ext) SP append-data (RFC 4466 §3);
// append-data = literal / literal8 / tagged-ext. The first space was read.
NewMessage parse_message(Cursor& in) {
  NewMessage message;
  if (in.at('(')) {
    message.flags = in.flag_list();
    in.space();
  }
  if (in.at('"')) {
    message.internal_date = parse_date_time(in);
    in.space();
  }
  while (in.ok() && !in.at_literal()) {
    if (parse_data(in, message)) return message;
    if (!in.extension_at(in.offset(), message_expected)) return message;
    message.extensions.push_back(parse_parameter(in));
    if (in.at_line_end()) return message;
    in.space();
  }
  message.pieces.emplace_back(parse_text(in));
  return message;
}

void print_text(Printer& out, const SentText& text) {
  if (text.utf8) out.raw("UTF8 (");
  if (text.any_octet) out.raw("~");
  out.literal(text.octets);
  if (text.utf8) out.raw(")");
}

void print_piece(Printer& out, const MessagePiece& piece) {
  std::visit(overloaded{
                 [&out](const SentText& text) {
                   if (!text.utf8) out.raw("TEXT ");
                   print_text(out, text);
                 },
                 [&out](const NamedText& named) {
                   out.raw("URL ");
                   out.string(named.url);
                 },
             },
             piece);
}

void print_message(Printer& out, const NewMessage& message) {
  if (!message.flags.empty()) {
    out.space();
    out.flags(message.flags);
  }
  if (message.internal_date) {
    out.space();
    print_date_time(out, *message.internal_date);
  }
  for (const Parameter& extension : message.extensions) {
    out.space();
    print_parameter(out, extension);
  }
  if (message.pieces.empty()) return;
  out.space();
  if (!message.catenated) return print_text(out, std::get<SentText>(message.pieces.front()));
  out.raw("CATENATE ");
  out.list(message.pieces, [&out](const MessagePiece& piece) { print_piece(out, piece); });
}

}  // namespace

// append = "APPEND" SP mailbox 1*append-message (RFC 3502)
void parse(Cursor& in, Append& append) {
  in.space();
  append.mailbox = in.mailbox();
  in.space();
  append.new_messages.push_back(parse_message(in));
  for (std::size_t begin = in.offset(); in.another(); begin = in.offset()) {
    if (!in.extension_at(begin, "line_end")) return;
    append.new_messages.push_back(parse_message(in));
  }
}

// replace = "REPLACE" SP seq-number SP mailbox append-message (RFC 8508 §5)
void parse(Cursor& in, Form form, Replace& replace) {
  in.space();
  const std::uint32_t number = in.accept('*') ? 0 : in.nz_number("message_number_or_star");
  if (form == Form::uid) {
    replace.messages = UidSet{{{Uid{number}, Uid{number}}}};
  } else {
    replace.messages = SeqSet{{{SeqNum{number}, SeqNum{number}}}};
  }
  in.space();
  replace.mailbox = in.mailbox();
  in.space();
  replace.message = parse_message(in);
}

void print(Printer& out, const Append& append) {
  out.space();
  out.mailbox(append.mailbox);
  for (const NewMessage& message : append.new_messages) print_message(out, message);
}

void print(Printer& out, const Replace& replace) {
  out.space();
  out.set(replace.messages);
  out.space();
  out.mailbox(replace.mailbox);
  print_message(out, replace.message);
}

}  // namespace imapscope::wire
