#include "sim/wire/store.h"

#include "sim/wire/parameters.h"

namespace imapscope::wire {
namespace {

constexpr Expected flags_expected = "store_mode";

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

// store-modifiers = SP "(" store-modifier *(SP store-modifier) ")" (RFC 4466 §3)
void parse_modifiers(Cursor& in, Store& store) {
  if (!in.at('(') || !in.extension_at(in.offset(), flags_expected, "3501 §6.4.6")) return;
  store.modifiers = parse_parameters(in);
  in.space();
}

}  // namespace

// store = "STORE" SP sequence-set [store-modifiers] SP store-att-flags
// store-att-flags = (["+" / "-"] "FLAGS" [".SILENT"]) SP (flag-list / (flag *(SP flag)))
void parse(Cursor& in, Form form, Store& store) {
  in.space();
  store.messages = in.message_set(form);
  in.space();
  parse_modifiers(in, store);
  store.mode = parse_mode(in);
  store.silent = in.accept_word("FLAGS.SILENT");
  if (!store.silent && !in.accept_word("FLAGS")) {
    in.fail(flags_expected, "3501 §6.4.6");
  }
  in.space();
  store.flags = parse_flags(in);
}

void print(Printer& out, const Store& store) {
  out.space();
  out.set(store.messages);
  out.space();
  if (!store.modifiers.empty()) {
    print_parameters(out, store.modifiers);
    out.space();
  }
  out.raw(sign_of(store.mode));
  out.raw(store.silent ? "FLAGS.SILENT " : "FLAGS ");
  out.flags(store.flags);
}

}  // namespace imapscope::wire
