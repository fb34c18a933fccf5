#include "sim/wire/copy.h"

namespace imapscope::wire {
namespace {

// SP sequence-set SP mailbox: the arguments of COPY and MOVE
template <class CopyOrMove>
void parse_arguments(Cursor& in, Form form, CopyOrMove& command) {
  in.space();
  command.messages = in.message_set(form);
  in.space();
  command.mailbox = in.mailbox();
}

template <class CopyOrMove>
void print_arguments(Printer& out, const CopyOrMove& command) {
  out.space();
  out.set(command.messages);
  out.space();
  out.mailbox(command.mailbox);
}

}  // namespace

// copy = "COPY" SP sequence-set SP mailbox
void parse(Cursor& in, Form form, Copy& copy) {
  parse_arguments(in, form, copy);
}

void print(Printer& out, const Copy& copy) {
  print_arguments(out, copy);
}

// move = "MOVE" SP sequence-set SP mailbox (RFC 6851 §5)
void parse(Cursor& in, Form form, Move& move) {
  parse_arguments(in, form, move);
}

void print(Printer& out, const Move& move) {
  print_arguments(out, move);
}

}  // namespace imapscope::wire
