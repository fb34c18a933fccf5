#include "sim/wire/search.h"

#include <array>

#include "sim/base/ascii.h"
#include "sim/wire/parameters.h"
#include "sim/wire/search_key.h"

namespace imapscope::wire {
namespace {

// In the enum's order.
constexpr std::array<std::string_view, 4> return_names{"MIN", "MAX", "ALL", "COUNT"};

// search-return-opt = "MIN" / "MAX" / "ALL" / "COUNT" / … (RFC 4731 §4, 4466 §2.6.1)
void parse_return(Cursor& in, Search& search) {
  for (std::size_t i = 0; i < return_names.size(); ++i) {
    if (in.accept_word(return_names[i])) {
      return search.returns->push_back(static_cast<SearchReturn>(i));
    }
  }
  if (in.extension_at(in.offset(), "return_option", "4731 §3.1")) {
    search.other_returns.push_back(parse_parameter(in));
  }
}

// search-return-opts = SP "RETURN" SP "(" [search-return-opt *(SP search-return-opt)] ")"
void parse_returns(Cursor& in, Search& search) {
  if (!in.accept_word("RETURN")) return;
  in.space();
  search.returns.emplace();
  in.list("return_options", [&] { parse_return(in, search); });
  in.space();
}

void print_returns(Printer& out, const Search& search) {
  out.raw(" RETURN (");
  out.separated(*search.returns, [&out](SearchReturn option) {
    out.raw(return_names[static_cast<std::size_t>(option)]);
  });
  if (!search.returns->empty() && !search.other_returns.empty()) out.space();
  out.separated(search.other_returns,
                [&out](const Parameter& parameter) { print_parameter(out, parameter); });
  out.raw(")");
}

// search-correlator = SP "(" "TAG" SP tag-string ")" (RFC 4466 §2.6.2)
void parse_correlator(Cursor& in, EsearchData& data) {
  if (!in.at_space_then('(')) return;
  in.space();
  in.expect('(', "tag_list");
  if (!in.accept_word("TAG")) in.fail("tag_word", "4466 §2.6.2");
  in.space();
  data.tag = in.astring("tag");
  in.expect(')', "tag_list_end");
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

// search = "SEARCH" [search-return-opts] SP ["CHARSET" SP charset SP] search-key *(SP search-key)
void parse(Cursor& in, Form form, Search& search) {
  search.uid = form == Form::uid;
  in.space();
  parse_returns(in, search);
  if (in.accept_word("CHARSET")) {
    in.space();
    search.charset = in.astring("charset");
    in.space();
  }
  search.criteria = parse_search_keys(in);
}

void print(Printer& out, const Search& search) {
  if (search.returns) print_returns(out, search);
  if (!search.charset.empty()) {
    out.raw(" CHARSET ");
    out.astring(search.charset);
  }
  out.space();
  out.separated(search.criteria.keys, [&out](const SearchKey& key) { print_search_key(out, key); });
}

// mailbox-data = … / "SEARCH" *(SP nz-number); an extension may add a list (RFC 7162 §7)
void parse(Cursor& in, SearchData& data) {
  while (in.another()) {
    if (in.at('(')) {
      data.extension = in.value("list");
      return;
    }
    data.numbers.push_back(in.nz_number("message_number"));
  }
}

void print(Printer& out, const SearchData& data) {
  for (const std::uint32_t n : data.numbers) {
    out.space();
    out.number(n);
  }
  if (data.extension.empty()) return;
  out.space();
  out.raw(data.extension);
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
  if (data.tag) {
    out.raw(" (TAG ");
    out.string(*data.tag);
    out.raw(")");
  }
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
