#include <doctest/doctest.h>

#include "sim/mail/search.h"

using namespace imapscope;
using namespace imapscope::mail;

namespace {

using In = SearchText::In;

const Message letter(
    "From: =?utf-8?q?J=C3=B6rg?= <joerg@x.example>\n"
    "To: Anna\n <anna@x.example>\n"
    "Cc: Bob <bob@x.example>\n"
    "Subject: =?koi8-r?q?=F0?= =?utf-8?b?0J/QoNCY0JLQldCi?= folded\n subject\n"
    "Date: Tue, 10 Mar 2026 23:30:00 -0800\n"
    "Content-Type: multipart/mixed; boundary=b\n"
    "\n"
    "preamble\n"
    "--b\n"
    "Content-Type: text/plain; charset=iso-8859-1\n"
    "Content-Transfer-Encoding: quoted-printable\n"
    "\n"
    "Sch=F6ne Gr=FC=\n"
    "=DFe\n"
    "--b\n"
    "Content-Type: application/octet-stream\n"
    "\n"
    "hidden octets\n"
    "--b\n"
    "Content-Type: message/rfc822\n"
    "\n"
    "Subject: enclosed letter\n"
    "Content-Transfer-Encoding: base64\n"
    "MIME-Version: 1.0\n"
    "\n"
    "aW5uZXIgdGV4dA==\n"
    "--b--\n");

struct Situation {
  FlagSet flags{flags::seen, Flag{"$Work"}};
  DateTime internal_date{{2026, 3, 11}, 8, 0, 0, 0};
};

Result<Query, UnknownCharset> query_of(SearchAnd criteria, const std::string& charset) {
  Search search;
  search.charset = charset;
  search.criteria = std::move(criteria);
  return Query::of(search);
}

bool matches(SearchAnd criteria, const std::string& charset = "UTF-8",
             const Situation& situation = {}, const Message& message = letter) {
  const auto query = query_of(std::move(criteria), charset);
  REQUIRE(query);
  return query->matches({SeqNum{3}, Uid{30}, situation.flags, situation.internal_date, message},
                        {SeqNum{5}, Uid{50}});
}

template <class Key>
bool finds(Key key) {
  return matches({{SearchKey{std::move(key)}}});
}

SearchKey key_of(auto key) {
  return SearchKey{std::move(key)};
}

}  // namespace

TEST_CASE("text is found in decoded headers and text parts, in any case") {
  struct Row {
    In in;
    const char* substring;
    bool expected;
  };
  const Row rows[] = {
      {In::from, "JÖRG", true},
      {In::from, "joerg@X", true},
      {In::from, "anna", false},
      {In::to, "anna <anna@", true},
      {In::cc, "bob", true},
      {In::bcc, "bob", false},
      {In::bcc, "", false},
      {In::cc, "", true},
      {In::subject, "Ппривет", true},
      {In::subject, "Привет FOLDED subject", true},
      {In::subject, "enclosed", false},
      {In::body, "SCHÖNE GRÜßE", true},
      {In::body, "inner TEXT", true},
      {In::body, "enclosed letter", true},
      {In::body, "hidden", false},
      {In::body, "preamble", false},
      {In::body, "joerg", false},
      {In::text, "joerg", true},
      {In::text, "subject: enclosed", true},
      {In::text, "schöne", true},
      {In::text, "cc: bob", true},
      {In::text, "nowhere", false},
      {In::text, "", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.substring);
    CHECK(finds(SearchText{row.in, row.substring}) == row.expected);
  }
}

TEST_CASE("FROM, TO, CC and BCC look at addresses as ENVELOPE has them") {
  struct Row {
    const char* field;
    const char* substring;
    bool expected;
  };
  const Row rows[] = {
      // Comments and folding are no part of an address, wherever they stand.
      {"<user-from (comment)@ (comment) domain.org>", "user-from@domain.org", true},
      {"user-from@\n domain.org", "user-from@domain.org", true},
      {"user-from\n @domain.org", "USER-FROM@DOMAIN", true},
      {"Ada (nice) <ada@x.example>", "nice", false},
      {"Ada (nice) <ada@x.example>", "ada <ada@x", true},
      {"ada@x.example (Ada King)", "ada king <ada@", true},  // the name, by an older custom
      // Quotes belong to the writing, not to the name.
      {"\"King, \\\"Ada\\\"\" <ada@x.example>", "king, \"ada\" <", true},
      {"\"Ada King\" <ada@x.example>", "ada king <", true},
      {"\"Ada King\" <ada@x.example>", "\"ada", false},
      {"Ada\n King <ada@x.example>", "ada king", true},
      {"=?utf-8?q?J=C3=B6rg?=\n =?utf-8?q?_M=C3=BC?= <j@x.example>", "jörg mü <j@x", true},
      {"\"ada.king\"@x.example", "ada.king@x", true},
      {"<@hop.example:ada@x.example>", "@hop.example:ada@x", true},
      {"ada@[192.0.2.1]", "ada@[192", true},
      // Lists and groups.
      {"a@x.example,b@y.example", "a@x.example, b@y", true},
      {"Friends: a@x.example, Bo <b@y.example>;, c@z.example", "friends: a@x", true},
      {"Friends: a@x.example, Bo <b@y.example>;, c@z.example", "bo <b@y.example>;, c@z", true},
      {"Undisclosed recipients:;", "undisclosed recipients", true},
      // Without a string the field only has to be there.
      {"", "", true},
      {"(nobody)", "", true},
      {"(nobody)", "nobody", false},
  };
  const std::pair<const char*, In> fields[] = {
      {"From", In::from}, {"TO", In::to}, {"cc", In::cc}, {"Bcc", In::bcc}};
  for (const Row& row : rows) {
    for (const auto& [name, in] : fields) {
      CAPTURE(row.field);
      CAPTURE(row.substring);
      const Message message(std::string(name) + ": " + row.field + "\n\nbody\n");
      CHECK(matches({{key_of(SearchText{in, row.substring})}}, "UTF-8", {}, message) ==
            row.expected);
    }
  }
}

TEST_CASE("fields of one name are searched together, and HEADER searches what is written") {
  const Message message("From: a@x.example\nFrom: \"B\" (c) <b@\n y.example>\n\n");
  CHECK(matches({{key_of(SearchText{In::from, "a@x"})}}, "", {}, message));
  CHECK(matches({{key_of(SearchText{In::from, "b <b@y"})}}, "", {}, message));
  CHECK(matches({{key_of(SearchHeader{"From", "\"b\" (c) <b@ y"})}}, "", {}, message));
  CHECK_FALSE(matches({{key_of(SearchHeader{"From", "b@y"})}}, "", {}, message));
}

TEST_CASE("a string is read in the charset of its command") {
  CHECK(matches({{key_of(SearchText{In::from, "J\xf6rg"})}}, "ISO-8859-1"));
  CHECK(matches({{key_of(SearchText{In::from, "J\xf6rg"})}}, ""));
  CHECK(matches({{key_of(SearchText{In::from, "Jörg"})}}, "utf-8"));
  CHECK(matches({{key_of(SearchText{In::from, "joerg"})}}, "us-ascii"));
  CHECK_FALSE(matches({{key_of(SearchText{In::from, "Jörg"})}}, "ISO-8859-1"));
  const auto query = query_of({}, "KOI8-R");
  REQUIRE_FALSE(query);
  CHECK(query.error().name == "KOI8-R");
}

TEST_CASE("HEADER looks into any field, and with an empty string for its presence") {
  CHECK(finds(SearchHeader{"CONTENT-TYPE", "Boundary=B"}));
  CHECK(finds(SearchHeader{"Cc", ""}));
  CHECK_FALSE(finds(SearchHeader{"Bcc", ""}));
  CHECK_FALSE(finds(SearchHeader{"Subject", "enclosed"}));
}

TEST_CASE("dates are compared as written, without time and zone") {
  using Of = SearchDate::Of;
  using Relation = SearchDate::Relation;
  struct Row {
    Of of;
    Relation relation;
    Date date;
    bool expected;
  };
  const Row rows[] = {
      {Of::internal, Relation::on, {2026, 3, 11}, true},
      {Of::internal, Relation::on, {2026, 3, 10}, false},
      {Of::internal, Relation::before, {2026, 3, 11}, false},
      {Of::internal, Relation::before, {2026, 3, 12}, true},
      {Of::internal, Relation::since, {2026, 3, 11}, true},
      {Of::internal, Relation::since, {2026, 3, 12}, false},
      {Of::sent, Relation::on, {2026, 3, 10}, true},
      {Of::sent, Relation::on, {2026, 3, 11}, false},
      {Of::sent, Relation::before, {2026, 3, 11}, true},
      {Of::sent, Relation::since, {2026, 3, 11}, false},
  };
  for (const Row& row : rows) {
    CHECK(finds(SearchDate{row.of, row.relation, row.date}) == row.expected);
  }
}

TEST_CASE("flags are those of the session") {
  CHECK(finds(SearchFlag{flags::seen, true}));
  CHECK_FALSE(finds(SearchFlag{flags::seen, false}));
  CHECK(finds(SearchFlag{Flag{"$WORK"}, true}));
  CHECK(finds(SearchFlag{flags::recent, false}));
  CHECK_FALSE(finds(SearchNew{}));
  CHECK(matches({{key_of(SearchNew{})}}, "", {.flags = {flags::recent}}));
  CHECK_FALSE(matches({{key_of(SearchNew{})}}, "", {.flags = {flags::recent, flags::seen}}));
}

TEST_CASE("sizes are compared strictly") {
  using Relation = SearchSize::Relation;
  CHECK_FALSE(finds(SearchSize{Relation::larger, letter.size()}));
  CHECK(finds(SearchSize{Relation::larger, letter.size() - 1}));
  CHECK_FALSE(finds(SearchSize{Relation::smaller, letter.size()}));
  CHECK(finds(SearchSize{Relation::smaller, letter.size() + 1}));
}

TEST_CASE("numbers and UIDs are looked up in their own set") {
  CHECK(finds(SearchMessages{SeqSet{{{SeqNum{2}, SeqNum{4}}}}}));
  CHECK_FALSE(finds(SearchMessages{SeqSet{{{SeqNum{30}, SeqNum{30}}}}}));
  CHECK(finds(SearchMessages{UidSet{{{Uid{30}, Uid{30}}}}}));
  CHECK_FALSE(finds(SearchMessages{SeqSet{{{SeqSet::star, SeqNum{4}}}}}));
  CHECK(finds(SearchMessages{UidSet{{{UidSet::star, Uid{30}}}}}));
}

TEST_CASE("keys are negated, joined and alternated") {
  const SearchKey yes{SearchAll{}};
  const SearchKey no{SearchNot{{yes}}};
  CHECK(matches({}));
  CHECK(matches({{yes, yes}}));
  CHECK_FALSE(matches({{yes, no}}));
  CHECK(matches({{key_of(SearchOr{{no, yes}})}}));
  CHECK_FALSE(matches({{key_of(SearchOr{{no, no}})}}));
  CHECK(matches({{key_of(SearchAnd{{yes, key_of(SearchNot{{no}})}})}}));
  CHECK(matches({{key_of(SearchNot{{key_of(SearchText{In::from, "ANNA"})}})}}));
}
