#include "sim/wire/search.h"

#include <array>

#include "sim/base/ascii.h"
#include "sim/wire/fetch.h"
#include "sim/wire/mailbox_filter.h"
#include "sim/wire/parameters.h"
#include "sim/wire/search_key.h"

namespace imapscope::wire {
namespace {

// In the enum's order.
constexpr std::array<std::string_view, 4> return_names{"MIN", "MAX", "ALL", "COUNT"};
constexpr std::string_view update_option = "UPDATE";

// modifier-update = "UPDATE" [SP "(" fetch-att *(SP fetch-att) ")"] (RFC 5267 §5, 5465 §8)
void parse_update(Cursor& in, Search& search) {
  search.other_returns.push_back({std::string(in.atom("parameter_name"))});
  if (!in.at_space_then('(')) return;
  in.space();
  search.update_items = parse_fetch_list(in);
}

void print_other_return(Printer& out, const Parameter& parameter, const Search& search) {
  print_parameter(out, parameter);
  if (search.update_items.empty() || !has_parameter({parameter}, update_option)) return;
  out.space();
  print_fetch_list(out, search.update_items);
}

// search-return-opt = "MIN" / "MAX" / "ALL" / "COUNT" / … (RFC 4731 §4, 4466 §2.6.1)
void parse_return(Cursor& in, Search& search) {
  for (std::size_t i = 0; i < return_names.size(); ++i) {
    if (in.accept_word(return_names[i])) {
      return search.returns->push_back(static_cast<SearchReturn>(i));
    }
  }
  if (!in.extension_at(in.offset(), "return_option", "4731 §3.1")) return;
  if (in.at_word(update_option)) {
    parse_update(in, search);
  } else {
    search.other_returns.push_back(parse_parameter(in));
  }
}

// one-correlator = ("TAG" SP tag-string) / ("MAILBOX" SP astring) / ("UIDVALIDITY" SP nz-number)
void parse_one_correlator(Cursor& in, EsearchData& data) {
  if (in.accept_word("TAG")) {
    in.space();
    data.tag = in.astring("tag");
  } else if (in.accept_word("MAILBOX")) {
    in.space();
    data.mailbox = in.mailbox();
  } else if (in.accept_word("UIDVALIDITY")) {
    in.space();
    data.uid_validity = UidValidity{in.nz_number("number")};
  } else {
    in.fail("tag_word", "4466 §2.6.2");
  }
}

// search-correlator = SP "(" one-correlator *(SP one-correlator) ")" (RFC 4466 §2.6.2, 7377 §4)
void parse_correlator(Cursor& in, EsearchData& data) {
  if (!in.at_space_then('(')) return;
  in.space();
  in.expect('(', "tag_list");
  do {
    parse_one_correlator(in, data);
  } while (in.another());
  in.expect(')', "tag_list_end");
}

void print_correlator(Printer& out, const EsearchData& data) {
  if (!data.tag) return;
  out.raw(" (TAG ");
  out.string(*data.tag);
  if (data.mailbox) {
    out.raw(" MAILBOX ");
    out.mailbox(*data.mailbox);
  }
  if (data.uid_validity) {
    out.raw(" UIDVALIDITY ");
    out.number(data.uid_validity->value);
  }
  out.raw(")");
}

// SELECTED-DELAYED is of NOTIFY alone (RFC 7377 §2.2).
MailboxFilter parse_source(Cursor& in) {
  const std::size_t begin = in.offset();
  MailboxFilter source = parse_mailbox_filter(in);
  if (source.kind == MailboxFilter::Kind::selected_delayed) {
    in.fail_at(begin, "mailbox_filter", "7377 §2.2");
  }
  return source;
}

// esearch-source-opts = "IN" SP "(" source-mbox [SP "(" scope-options ")"] ")"
void parse_sources(Cursor& in, std::vector<MailboxFilter>& sources) {
  if (!in.accept_word("IN")) return;
  in.space();
  in.list_of_some("search_source_list", [&] { sources.push_back(parse_source(in)); });
  in.space();
}

// ["CHARSET" SP charset SP] search-key *(SP search-key)
void parse_program(Cursor& in, Search& search) {
  if (in.accept_word("CHARSET")) {
    in.space();
    search.charset = in.astring("charset");
    in.space();
  }
  search.criteria = parse_search_keys(in);
}

void print_program(Printer& out, const Search& search) {
  if (!search.charset.empty()) {
    out.raw(" CHARSET ");
    out.astring(search.charset);
  }
  out.space();
  out.separated(search.criteria.keys, [&out](const SearchKey& key) { print_search_key(out, key); });
}

MessageSet parse_all(Cursor& in, bool uid) {
  return in.message_set(uid ? Form::uid : Form::plain);
}

// search-return-data = "MIN" SP nz-number / "MAX" SP nz-number / "ALL" SP sequence-set /
//                      "COUNT" SP number / search-ret-data-ext (RFC 4731 §4)
void parse_return_data(Cursor& in, EsearchData& data) {
  const std::string_view name = in.atom("result_name");
  in.space();
  if (ascii::equal_ignoring_case(name, "MIN")) {
    data.min = in.nz_number("least_number");
  } else if (ascii::equal_ignoring_case(name, "MAX")) {
    data.max = in.nz_number("largest_number");
  } else if (ascii::equal_ignoring_case(name, "COUNT")) {
    data.count = in.number("count");
  } else if (ascii::equal_ignoring_case(name, "ALL")) {
    data.all = parse_all(in, data.uid);
  } else {
    data.others.emplace_back(name, in.value("result_value"));
  }
}

void print_return_number(Printer& out, std::string_view name, std::optional<std::uint32_t> n) {
  if (!n) return;
  out.raw(name);
  out.number(*n);
}

}  // namespace

// search-return-opts = SP "RETURN" SP "(" [search-return-opt *(SP search-return-opt)] ")"
void parse_returns(Cursor& in, Search& search) {
  if (!in.accept_word("RETURN")) return;
  in.space();
  search.returns.emplace();
  in.list("return_options", [&] { parse_return(in, search); });
  in.space();
}

void print_returns(Printer& out, const Search& search) {
  if (!search.returns) return;
  out.raw(" RETURN (");
  out.separated(*search.returns, [&out](SearchReturn option) {
    out.raw(return_names[static_cast<std::size_t>(option)]);
  });
  if (!search.returns->empty() && !search.other_returns.empty()) out.space();
  out.separated(search.other_returns,
                [&](const Parameter& parameter) { print_other_return(out, parameter, search); });
  out.raw(")");
}

// search = "SEARCH" [search-return-opts] SP ["CHARSET" SP charset SP] search-key *(SP search-key)
void parse(Cursor& in, Form form, Search& search) {
  search.uid = form == Form::uid;
  in.space();
  parse_returns(in, search);
  parse_program(in, search);
}

void print(Printer& out, const Search& search) {
  print_returns(out, search);
  print_program(out, search);
}

// esearch = "ESEARCH" [SP esearch-source-opts] [SP search-return-opts] SP search-program
void parse(Cursor& in, Esearch& command) {
  in.space();
  parse_sources(in, command.sources);
  parse_returns(in, command.program);
  parse_program(in, command.program);
}

void print(Printer& out, const Esearch& command) {
  if (!command.sources.empty()) {
    out.raw(" IN ");
    out.list(command.sources,
             [&out](const MailboxFilter& source) { print_mailbox_filter(out, source); });
  }
  print_returns(out, command.program);
  print_program(out, command.program);
}

// "CANCELUPDATE" 1*(SP quoted) (RFC 5267 §5)
void parse(Cursor& in, CancelUpdate& command) {
  in.space();
  do {
    command.tags.push_back(in.string("tag"));
  } while (in.another());
}

void print(Printer& out, const CancelUpdate& command) {
  for (const std::string& tag : command.tags) {
    out.space();
    out.string(tag);
  }
}

void parse_numbers(Cursor& in, std::vector<std::uint32_t>& numbers, std::string& extension) {
  while (in.another()) {
    if (in.at('(')) {
      extension = in.value("list");
      return;
    }
    numbers.push_back(in.nz_number("message_number"));
  }
}

void print_numbers(Printer& out, const std::vector<std::uint32_t>& numbers,
                   const std::string& extension) {
  for (const std::uint32_t n : numbers) {
    out.space();
    out.number(n);
  }
  if (extension.empty()) return;
  out.space();
  out.raw(extension);
}

// mailbox-data = … / "SEARCH" *(SP nz-number); an extension may add a list (RFC 7162 §7)
void parse(Cursor& in, SearchData& data) {
  parse_numbers(in, data.numbers, data.extension);
}

void print(Printer& out, const SearchData& data) {
  print_numbers(out, data.numbers, data.extension);
}

// esearch-response = "ESEARCH" [search-correlator] [SP "UID"] *(SP search-return-data)
void parse(Cursor& in, EsearchData& data) {
  parse_correlator(in, data);
  bool first = true;
  while (in.another()) {
    if (first && in.accept_word("UID")) {
      data.uid = true;
    } else {
      parse_return_data(in, data);
    }
    first = false;
  }
}

void print(Printer& out, const EsearchData& data) {
  print_correlator(out, data);
  if (data.uid) out.raw(" UID");
  print_return_number(out, " MIN ", data.min);
  print_return_number(out, " MAX ", data.max);
  print_return_number(out, " COUNT ", data.count);
  if (data.all) {
    out.raw(" ALL ");
    out.set(*data.all);
  }
  for (const auto& [name, value] : data.others) {
    out.space();
    out.raw(name);
    out.space();
    out.raw(value);
  }
}

}  // namespace imapscope::wire
