#include "sim/wire/select.h"

#include "sim/wire/parameters.h"

namespace imapscope::wire {

// select = "SELECT" SP mailbox [select-params] (RFC 4466 §3)
void parse(Cursor& in, Select& select) {
  in.space();
  select.mailbox = in.mailbox();
  select.parameters = parse_parameters_at_end(in);
}

void print(Printer& out, const Select& select) {
  out.space();
  out.mailbox(select.mailbox);
  print_parameters_at_end(out, select.parameters);
}

// examine = "EXAMINE" SP mailbox [select-params]
void parse(Cursor& in, Examine& examine) {
  in.space();
  examine.mailbox = in.mailbox();
  examine.parameters = parse_parameters_at_end(in);
}

void print(Printer& out, const Examine& examine) {
  out.space();
  out.mailbox(examine.mailbox);
  print_parameters_at_end(out, examine.parameters);
}

namespace {

// "(" known-sequence-set SP known-uid-set ")": what a server needs that forgets what it removed
void pass_match_data(Cursor& in) {
  in.expect('(', "parameter_value");
  (void)in.number_set<SeqNum>();
  in.space();
  (void)in.number_set<Uid>();
  in.expect(')', "list_end");
}

}  // namespace

// "(" uidvalidity SP mod-sequence-value [SP known-uids] [SP seq-match-data] ")" (RFC 7162 §7)
std::optional<Resync> parse_resync(std::string_view value) {
  Cursor in(value, Writer::client);
  Resync resync;
  in.expect('(', "parameter_value");
  resync.validity = {in.nz_number("number")};
  in.space();
  resync.mod_seq = in.number64("number");
  if (resync.mod_seq == 0) return std::nullopt;
  if (in.at_space_then('(')) {
    in.space();
    resync.match_data = true;
    pass_match_data(in);
  } else if (in.another()) {
    resync.known = in.number_set<Uid>();
    resync.match_data = in.another();
    if (resync.match_data) pass_match_data(in);
  }
  in.expect(')', "list_end");
  const bool has_star = value.find('*') != std::string_view::npos;  // "*" is not allowed there
  if (has_star || !in.ok() || in.offset() != value.size()) return std::nullopt;
  return resync;
}

// mailbox-data = "FLAGS" SP flag-list / …
void parse(Cursor& in, FlagsData& data) {
  in.space();
  data.flags = in.flag_list();
}

void print(Printer& out, const FlagsData& data) {
  out.space();
  out.flags(data.flags);
}

}  // namespace imapscope::wire
