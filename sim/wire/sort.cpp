#include "sim/wire/sort.h"

#include "sim/base/ascii.h"
#include "sim/wire/search.h"
#include "sim/wire/search_key.h"

namespace imapscope::wire {
namespace {

// search-criteria = charset 1*(SP search-key) (RFC 5256 §5)
void parse_criteria(Cursor& in, Search& search) {
  search.charset = in.astring("charset");
  in.space();
  search.criteria = parse_search_keys(in);
}

void print_criteria(Printer& out, const Search& search) {
  out.astring(search.charset);
  out.space();
  out.separated(search.criteria.keys, [&out](const SearchKey& key) { print_search_key(out, key); });
}

// sort-criterion = ["REVERSE" SP] sort-key
SortCriterion parse_criterion(Cursor& in) {
  SortCriterion criterion;
  criterion.reverse = in.accept_word("REVERSE");
  if (criterion.reverse) in.space();
  const std::size_t begin = in.offset();
  const std::string_view name = in.atom("sort_key");
  for (std::size_t i = 0; i < sort_key_names.size(); ++i) {
    if (!ascii::equal_ignoring_case(name, sort_key_names[i])) continue;
    criterion.key = static_cast<SortKey>(i);
    if (criterion.key >= SortKey::display_from) in.extension_at(begin, "sort_key", "5256 §5");
    return criterion;
  }
  in.fail_at(begin, "sort_key", "5256 §5");
  return criterion;
}

void print_criterion(Printer& out, const SortCriterion& criterion) {
  if (criterion.reverse) out.raw("REVERSE ");
  out.raw(name_of(criterion.key));
}

// thread-list = "(" (thread-members / thread-nested) ")"
// thread-members = nz-number *(SP nz-number) [SP thread-nested]
ThreadMembers parse_members(Cursor& in) {
  const Cursor::Deeper deeper(in);
  ThreadMembers members;
  in.expect('(', "thread_list");
  while (in.at_digit()) {
    members.chain.push_back(in.nz_number("message_number"));
    if (!in.another()) break;
  }
  while (in.at('(')) members.branches.push_back(parse_members(in));
  in.expect(')', "thread_list_end");
  return members;
}

void print_members(Printer& out, const ThreadMembers& members) {
  out.raw("(");
  out.separated(members.chain, [&out](std::uint32_t number) { out.number(number); });
  if (!members.chain.empty() && !members.branches.empty()) out.space();
  for (const ThreadMembers& branch : members.branches) print_members(out, branch);
  out.raw(")");
}

}  // namespace

// sort = ["UID" SP] "SORT" [search-return-opts] SP sort-criteria SP search-criteria (RFC 5267 §5)
void parse(Cursor& in, Form form, Sort& sort) {
  sort.search.uid = form == Form::uid;
  in.space();
  parse_returns(in, sort.search);
  in.list_of_some("sort_criteria", [&] { sort.order.push_back(parse_criterion(in)); });
  in.space();
  parse_criteria(in, sort.search);
}

void print(Printer& out, const Sort& sort) {
  print_returns(out, sort.search);
  out.space();
  out.list(sort.order, [&out](const SortCriterion& criterion) { print_criterion(out, criterion); });
  out.space();
  print_criteria(out, sort.search);
}

// thread = ["UID" SP] "THREAD" SP thread-alg SP search-criteria
void parse(Cursor& in, Form form, Thread& conversation) {
  conversation.search.uid = form == Form::uid;
  in.space();
  conversation.algorithm = in.atom("thread_algorithm");
  in.space();
  parse_criteria(in, conversation.search);
}

void print(Printer& out, const Thread& conversation) {
  out.space();
  out.raw(conversation.algorithm);
  out.space();
  print_criteria(out, conversation.search);
}

// sort-data = "SORT" *(SP nz-number); CONDSTORE adds a list (RFC 7162 §3.1.6)
void parse(Cursor& in, SortData& data) {
  parse_numbers(in, data.numbers, data.extension);
}

void print(Printer& out, const SortData& data) {
  print_numbers(out, data.numbers, data.extension);
}

// thread-data = "THREAD" [SP 1*thread-list]
void parse(Cursor& in, ThreadData& data) {
  if (!in.another()) return;
  do {
    data.threads.push_back(parse_members(in));
  } while (in.at('('));
}

void print(Printer& out, const ThreadData& data) {
  if (data.threads.empty()) return;
  out.space();
  for (const ThreadMembers& conversation : data.threads) print_members(out, conversation);
}

}  // namespace imapscope::wire
