#include "sim/wire/mailbox.h"

#include "sim/wire/parameters.h"

namespace imapscope::wire {
namespace {

MailboxName parse_argument(Cursor& in) {
  in.space();
  return in.mailbox();
}

void print_argument(Printer& out, const MailboxName& mailbox) {
  out.space();
  out.mailbox(mailbox);
}

}  // namespace

// create = "CREATE" SP mailbox [SP "(" create-param *(SP create-param) ")"] (the last from RFC 4466
// §3)
void parse(Cursor& in, Create& create) {
  create.mailbox = parse_argument(in);
  create.parameters = parse_parameters_at_end(in);
}

void print(Printer& out, const Create& create) {
  print_argument(out, create.mailbox);
  print_parameters_at_end(out, create.parameters);
}

// delete = "DELETE" SP mailbox
void parse(Cursor& in, Delete& command) {
  command.mailbox = parse_argument(in);
}

void print(Printer& out, const Delete& command) {
  print_argument(out, command.mailbox);
}

// rename = "RENAME" SP mailbox SP mailbox
void parse(Cursor& in, Rename& rename) {
  rename.from = parse_argument(in);
  rename.to = parse_argument(in);
}

void print(Printer& out, const Rename& rename) {
  print_argument(out, rename.from);
  print_argument(out, rename.to);
}

// subscribe = "SUBSCRIBE" SP mailbox
void parse(Cursor& in, Subscribe& subscribe) {
  subscribe.mailbox = parse_argument(in);
}

void print(Printer& out, const Subscribe& subscribe) {
  print_argument(out, subscribe.mailbox);
}

// unsubscribe = "UNSUBSCRIBE" SP mailbox
void parse(Cursor& in, Unsubscribe& unsubscribe) {
  unsubscribe.mailbox = parse_argument(in);
}

void print(Printer& out, const Unsubscribe& unsubscribe) {
  print_argument(out, unsubscribe.mailbox);
}

}  // namespace imapscope::wire
