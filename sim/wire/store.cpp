#include "sim/wire/store.h"

namespace imapscope::wire {
namespace {

// flag-list / (flag *(SP flag))
FlagSet parse_flags(Cursor& in) {
  if (in.at('(')) return in.flag_list();
  FlagSet flags;
  do {
    flags.add(in.flag());
  } while (in.another());
  return flags;
}

StoreMode parse_mode(Cursor& in) {
  if (in.accept('+')) return StoreMode::add;
  if (in.accept('-')) return StoreMode::remove;
  return StoreMode::replace;
}

std::string_view sign_of(StoreMode mode) {
  return mode == StoreMode::add ? "+" : mode == StoreMode::remove ? "-" : "";
}

}  // namespace

// store = "STORE" SP sequence-set SP store-att-flags
// store-att-flags = (["+" / "-"] "FLAGS" [".SILENT"]) SP (flag-list / (flag *(SP flag)))
void parse(Cursor& in, Form form, Store& store) {
  in.space();
  store.messages = in.message_set(form);
  in.space();
  store.mode = parse_mode(in);
  store.silent = in.accept_word("FLAGS.SILENT");
  if (!store.silent && !in.accept_word("FLAGS")) {
    in.fail("FLAGS, +FLAGS or -FLAGS, with or without .SILENT", "3501 §6.4.6");
  }
  in.space();
  store.flags = parse_flags(in);
}

void print(Printer& out, const Store& store) {
  out.space();
  out.set(store.messages);
  out.space();
  out.raw(sign_of(store.mode));
  out.raw(store.silent ? "FLAGS.SILENT " : "FLAGS ");
  out.flags(store.flags);
}

}  // namespace imapscope::wire
