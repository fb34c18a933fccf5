#include "sim/wire/search_key.h"

#include <array>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/wire/date_time.h"

namespace imapscope::wire {
namespace {

struct FlagWord {
  std::string_view word;
  std::string_view flag;
  bool held;
};
constexpr std::array<FlagWord, 12> flag_words{{{"ANSWERED", "\\Answered", true},
                                               {"DELETED", "\\Deleted", true},
                                               {"DRAFT", "\\Draft", true},
                                               {"FLAGGED", "\\Flagged", true},
                                               {"RECENT", "\\Recent", true},
                                               {"SEEN", "\\Seen", true},
                                               {"UNANSWERED", "\\Answered", false},
                                               {"UNDELETED", "\\Deleted", false},
                                               {"UNDRAFT", "\\Draft", false},
                                               {"UNFLAGGED", "\\Flagged", false},
                                               {"OLD", "\\Recent", false},
                                               {"UNSEEN", "\\Seen", false}}};

struct DateWord {
  std::string_view word;
  SearchDate::Of of;
  SearchDate::Relation relation;
};
using Of = SearchDate::Of;
using Relation = SearchDate::Relation;
constexpr std::array<DateWord, 9> date_words{{{"BEFORE", Of::internal, Relation::before},
                                              {"ON", Of::internal, Relation::on},
                                              {"SINCE", Of::internal, Relation::since},
                                              {"SENTBEFORE", Of::sent, Relation::before},
                                              {"SENTON", Of::sent, Relation::on},
                                              {"SENTSINCE", Of::sent, Relation::since},
                                              {"SAVEDBEFORE", Of::saved, Relation::before},
                                              {"SAVEDON", Of::saved, Relation::on},
                                              {"SAVEDSINCE", Of::saved, Relation::since}}};

// In the enum's order.
constexpr std::array<std::string_view, 7> text_words{"BCC",     "BODY", "CC", "FROM",
                                                     "SUBJECT", "TEXT", "TO"};

template <class Words>
const typename Words::value_type* find_word(const Words& words, std::string_view word) {
  for (const auto& entry : words) {
    if (ascii::equal_ignoring_case(entry.word, word)) return &entry;
  }
  return nullptr;
}

std::optional<SearchText::In> find_text_word(std::string_view word) {
  for (std::size_t i = 0; i < text_words.size(); ++i) {
    if (ascii::equal_ignoring_case(word, text_words[i])) return static_cast<SearchText::In>(i);
  }
  return std::nullopt;
}

SearchKey parse_keyword(Cursor& in, bool held) {
  in.space();
  if (in.at('\\')) in.fail("keyword");
  return {SearchFlag{in.flag(), held}};
}

// A key of an extension begins there: noted, or refused where only others may stand.
bool at_extension(Cursor& in, std::size_t begin) {
  return in.extension_at(begin, "search_key", "3501 §6.4.4");
}

SearchKey parse_date_key(Cursor& in, const DateWord& word, std::size_t begin) {
  if (word.of == Of::saved && !at_extension(in, begin)) return {};
  in.space();
  return {SearchDate{word.of, word.relation, parse_date(in)}};
}

SearchKey parse_text_key(Cursor& in, SearchText::In where) {
  in.space();
  return {SearchText{where, in.astring("search_string")}};
}

SearchKey parse_header(Cursor& in) {
  SearchHeader header;
  in.space();
  header.field = in.astring("header_field_name");
  in.space();
  header.substring = in.astring("search_string");
  return {std::move(header)};
}

SearchKey parse_size(Cursor& in, SearchSize::Relation relation) {
  in.space();
  return {SearchSize{relation, in.number64("size")}};
}

// "OLDER" SP nz-number / "YOUNGER" SP nz-number (RFC 5032 §4)
SearchKey parse_age(Cursor& in, SearchAge::Relation relation) {
  in.space();
  return {SearchAge{relation, in.nz_number("seconds")}};
}

// entry-type-req = "priv" / "shared" / "all" (RFC 7162 §7)
std::string_view parse_entry_type(Cursor& in) {
  const std::size_t begin = in.offset();
  const std::string_view type = in.atom("entry_type");
  for (const std::string_view known : {"priv", "shared", "all"}) {
    if (ascii::equal_ignoring_case(type, known)) return type;
  }
  in.fail_at(begin, "entry_type", "7162 §7");
  return type;
}

// "MODSEQ" [SP entry-name SP entry-type-req] SP mod-sequence-valzer (RFC 7162 §7)
SearchKey parse_mod_seq(Cursor& in) {
  SearchModSeq key;
  in.space();
  if (in.at('"')) {
    key.entry = in.value("search_string");
    in.space();
    key.entry += ' ';
    key.entry += parse_entry_type(in);
    in.space();
  }
  key.mod_seq = in.number64("number");
  return {std::move(key)};
}

// "EMAILID" SP objectid / "THREADID" SP objectid (RFC 8474 §7)
SearchKey parse_object_id(Cursor& in, SearchObjectId::Of of) {
  in.space();
  return {SearchObjectId{of, in.astring("search_string")}};
}

// "UIDAFTER" SP uniqueid / "UIDBEFORE" SP uniqueid (RFC 9738 §3.2)
SearchKey parse_uid_bound(Cursor& in, SearchUidBound::Relation relation) {
  in.space();
  return {SearchUidBound{relation, Uid{in.nz_number("uid")}}};
}

// "FILTER" SP filter-name (RFC 5466 §4)
SearchKey parse_filter(Cursor& in) {
  in.space();
  return {SearchFilter{std::string(in.atom("search_string"))}};
}

// "FUZZY" SP search-key (RFC 6203 §7)
SearchKey parse_fuzzy(Cursor& in) {
  SearchFuzzy key;
  in.space();
  key.key.push_back(parse_search_key(in));
  return {std::move(key)};
}

SearchKey parse_uid(Cursor& in) {
  in.space();
  return {SearchMessages{in.number_set<Uid>()}};
}

SearchKey parse_not(Cursor& in) {
  SearchNot key;
  in.space();
  key.key.push_back(parse_search_key(in));
  return {std::move(key)};
}

SearchKey parse_or(Cursor& in) {
  SearchOr key;
  in.space();
  key.keys.push_back(parse_search_key(in));
  in.space();
  key.keys.push_back(parse_search_key(in));
  return {std::move(key)};
}

SearchKey parse_group(Cursor& in) {
  in.expect('(', "search_key_list");
  SearchKey key{parse_search_keys(in)};
  in.expect(')', "search_key_or_list_end");
  return key;
}

struct OtherWord {
  std::string_view word;
  SearchKey (*parse)(Cursor&);
  bool of_extension = false;
};
constexpr std::array<OtherWord, 20> other_words{{
    {"ALL", [](Cursor&) { return SearchKey{SearchAll{}}; }},
    {"NEW", [](Cursor&) { return SearchKey{SearchNew{}}; }},
    {"KEYWORD", [](Cursor& in) { return parse_keyword(in, true); }},
    {"UNKEYWORD", [](Cursor& in) { return parse_keyword(in, false); }},
    {"HEADER", parse_header},
    {"LARGER", [](Cursor& in) { return parse_size(in, SearchSize::Relation::larger); }},
    {"SMALLER", [](Cursor& in) { return parse_size(in, SearchSize::Relation::smaller); }},
    {"OLDER", [](Cursor& in) { return parse_age(in, SearchAge::Relation::older); }, true},
    {"YOUNGER", [](Cursor& in) { return parse_age(in, SearchAge::Relation::younger); }, true},
    {"MODSEQ", parse_mod_seq, true},
    {"SAVEDATESUPPORTED", [](Cursor&) { return SearchKey{SearchSaveDateSupported{}}; }, true},
    {"EMAILID", [](Cursor& in) { return parse_object_id(in, SearchObjectId::Of::message); }, true},
    {"THREADID", [](Cursor& in) { return parse_object_id(in, SearchObjectId::Of::conversation); },
     true},
    {"UIDAFTER", [](Cursor& in) { return parse_uid_bound(in, SearchUidBound::Relation::after); },
     true},
    {"UIDBEFORE", [](Cursor& in) { return parse_uid_bound(in, SearchUidBound::Relation::before); },
     true},
    {"FILTER", parse_filter, true},
    {"FUZZY", parse_fuzzy, true},
    {"UID", parse_uid},
    {"NOT", parse_not},
    {"OR", parse_or},
}};

/// Keys of extensions that are not read: how many values stand behind the name.
struct NamedWord {
  std::string_view word;
  int values;
};
constexpr std::array<NamedWord, 5> named_words{
    {{"X-GM-RAW", 1}, {"X-GM-MSGID", 1}, {"X-GM-THRID", 1}, {"X-GM-LABELS", 1}, {"ANNOTATION", 3}}};

SearchKey parse_named(Cursor& in, const NamedWord& word) {
  SearchNamed key{std::string(word.word), {}};
  for (int i = 0; i < word.values; ++i) {
    in.space();
    if (i > 0) key.values += ' ';
    key.values += in.value("search_string");
  }
  return {std::move(key)};
}

void print_flag_key(Printer& out, const SearchFlag& key) {
  for (const FlagWord& word : flag_words) {
    if (key.flag == Flag{std::string(word.flag)} && key.held == word.held) {
      return out.raw(word.word);
    }
  }
  out.raw(key.held ? "KEYWORD " : "UNKEYWORD ");
  out.raw(key.flag.name);
}

void print_date_key(Printer& out, const SearchDate& key) {
  for (const DateWord& word : date_words) {
    if (word.of == key.of && word.relation == key.relation) out.raw(word.word);
  }
  out.space();
  print_date(out, key.date);
}

void print_messages(Printer& out, const SearchMessages& key) {
  if (by_uid(key.messages)) out.raw("UID ");
  out.set(key.messages);
}

void print_keys(Printer& out, std::string_view word, const std::vector<SearchKey>& keys) {
  out.raw(word);
  for (const SearchKey& key : keys) {
    out.space();
    print_search_key(out, key);
  }
}

}  // namespace

SearchAnd parse_search_keys(Cursor& in) {
  SearchAnd keys;
  do {
    keys.keys.push_back(parse_search_key(in));
  } while (in.another());
  return keys;
}

std::optional<SearchAnd> parse_search_text(std::string_view text) {
  Cursor in(text, Writer::client, Arguments::any);
  SearchAnd keys = parse_search_keys(in);
  if (!in.ok() || in.offset() != text.size()) return std::nullopt;
  return keys;
}

// search-key = "ALL" / "ANSWERED" / … / sequence-set / "(" search-key *(SP search-key) ")"
SearchKey parse_search_key(Cursor& in) {
  const Cursor::Deeper deeper(in);
  if (in.at('(')) return parse_group(in);
  if (in.at_digit() || in.at('*') || in.at('$')) return {SearchMessages{in.number_set<SeqNum>()}};
  const std::size_t begin = in.offset();
  const std::string_view word = in.atom("search_key");
  if (const auto* flag = find_word(flag_words, word)) {
    return {SearchFlag{Flag{std::string(flag->flag)}, flag->held}};
  }
  if (const auto* date = find_word(date_words, word)) return parse_date_key(in, *date, begin);
  if (const auto where = find_text_word(word)) return parse_text_key(in, *where);
  if (const auto* other = find_word(other_words, word)) {
    if (other->of_extension && !at_extension(in, begin)) return {};
    return other->parse(in);
  }
  if (const auto* named = find_word(named_words, word)) {
    return at_extension(in, begin) ? parse_named(in, *named) : SearchKey{};
  }
  in.fail_at(begin, "search_key", "3501 §6.4.4");
  return {};
}

void print_search_key(Printer& out, const SearchKey& key) {
  std::visit(overloaded{
                 [&](const SearchAll&) { out.raw("ALL"); },
                 [&](const SearchNew&) { out.raw("NEW"); },
                 [&](const SearchFlag& k) { print_flag_key(out, k); },
                 [&](const SearchDate& k) { print_date_key(out, k); },
                 [&](const SearchText& k) {
                   out.raw(text_words[static_cast<std::size_t>(k.in)]);
                   out.space();
                   out.astring(k.substring);
                 },
                 [&](const SearchHeader& k) {
                   out.raw("HEADER ");
                   out.astring(k.field);
                   out.space();
                   out.astring(k.substring);
                 },
                 [&](const SearchSize& k) {
                   out.raw(k.relation == SearchSize::Relation::larger ? "LARGER " : "SMALLER ");
                   out.number(k.octets);
                 },
                 [&](const SearchAge& k) {
                   out.raw(k.relation == SearchAge::Relation::older ? "OLDER " : "YOUNGER ");
                   out.number(k.seconds);
                 },
                 [&](const SearchModSeq& k) {
                   out.raw("MODSEQ ");
                   if (!k.entry.empty()) out.raw(k.entry + " ");
                   out.number(k.mod_seq);
                 },
                 [&](const SearchSaveDateSupported&) { out.raw("SAVEDATESUPPORTED"); },
                 [&](const SearchObjectId& k) {
                   out.raw(k.of == SearchObjectId::Of::message ? "EMAILID " : "THREADID ");
                   out.astring(k.id);
                 },
                 [&](const SearchUidBound& k) {
                   const bool after = k.relation == SearchUidBound::Relation::after;
                   out.raw(after ? "UIDAFTER " : "UIDBEFORE ");
                   out.number(k.uid.value);
                 },
                 [&](const SearchFilter& k) { out.raw("FILTER " + k.name); },
                 [&](const SearchNamed& k) { out.raw(k.name + ' ' + k.values); },
                 [&](const SearchMessages& k) { print_messages(out, k); },
                 [&](const SearchNot& k) { print_keys(out, "NOT", k.key); },
                 [&](const SearchOr& k) { print_keys(out, "OR", k.keys); },
                 [&](const SearchFuzzy& k) { print_keys(out, "FUZZY", k.key); },
                 [&](const SearchAnd& k) {
                   out.list(k.keys, [&](const SearchKey& inner) { print_search_key(out, inner); });
                 },
             },
             key.key);
}

}  // namespace imapscope::wire
