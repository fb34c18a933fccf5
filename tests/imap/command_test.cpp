#include "sim/imap/command.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "sim/imap/capability.h"

using namespace imapscope;

TEST_CASE("every row of the command table is complete") {
  std::set<std::string_view> verbs;
  for (const CommandInfo& info : command_table()) {
    CAPTURE(std::string(info.verb));
    CHECK(verbs.insert(info.verb).second);
    CHECK_FALSE(info.standard.rev1.empty());
    CHECK_FALSE(info.family.empty());
    CHECK(info.plain != Numbers::none);
    CHECK((info.capability.empty() || is_spoken(info.capability)));
  }
  CHECK(command_table().size() == std::variant_size_v<Command>);
}

TEST_CASE("FETCH, STORE and SEARCH keep the numbers; their UID forms may not") {
  for (const std::string_view verb : {"FETCH", "STORE", "SEARCH"}) {
    const CommandInfo* info = find_command(verb);
    REQUIRE(info != nullptr);
    CHECK(info->plain == Numbers::keep);
    CHECK(info->uid_form == Numbers::may_change);
  }
  const Command by_number = Store{SeqSet{}, StoreMode::add, false, {}};
  const Command by_identity = Store{UidSet{}, StoreMode::add, false, {}};
  CHECK(numbers_of(by_number) == Numbers::keep);
  CHECK(numbers_of(by_identity) == Numbers::may_change);
}

TEST_CASE("a command is legal where the standard says") {
  const auto legal = [](std::string_view verb, State state) {
    return find_command(verb)->legal_in.contains(state);
  };
  CHECK(legal("NOOP", State::not_authenticated));
  CHECK(legal("LOGIN", State::not_authenticated));
  CHECK_FALSE(legal("LOGIN", State::authenticated));
  CHECK(legal("SELECT", State::selected));
  CHECK_FALSE(legal("SELECT", State::not_authenticated));
  CHECK_FALSE(legal("FETCH", State::authenticated));
  CHECK(legal("FETCH", State::selected));
  CHECK_FALSE(legal("NOOP", State::logout));
}

TEST_CASE("a command knows its row and its form") {
  CHECK(info_of(Command(Idle{})).verb == "IDLE");
  CHECK(find_command("idle") == &info_of(Command(Idle{})));
  CHECK(find_command("UID FETCH") == nullptr);
  CHECK_FALSE(is_uid_form(Expunge{}));
  CHECK(is_uid_form(Expunge{UidSet{}}));
  CHECK_FALSE(is_uid_form(Noop{}));
}

TEST_CASE("macros of FETCH spell out as the standard says (RFC 3501 §6.4.5)") {
  const auto count = [](FetchMacro macro) { return items_of(Fetch{SeqSet{}, macro}).size(); };
  CHECK(count(FetchMacro::fast) == 3);
  CHECK(count(FetchMacro::all) == 4);
  CHECK(count(FetchMacro::full) == 5);
}

TEST_CASE("every edge of the state diagram leaves a state that has one, and names its standard") {
  for (const Edge& edge : edges) {
    const Protocol protocol = info_of(edge.from).protocol;
    CHECK(info_of(edge.to).protocol == protocol);
    CHECK(edge.from != last_state(protocol));
    CHECK(edge.to != first_state(protocol));
    // A session of POP3 or SMTP that breaks off has no word for it.
    CHECK((protocol != Protocol::imap || !edge.label.empty()));
    CHECK_FALSE(edge.rfc.empty());
    CHECK_FALSE(name_of(edge.from).empty());
  }
}

TEST_CASE("a session travels the table's edges, and stays where none leads on") {
  CHECK(travel(State::not_authenticated, Passage::login) == State::authenticated);
  CHECK(travel(State::selected, Passage::deselect) == State::authenticated);
  CHECK(travel(State::not_authenticated, Passage::deselect) == State::not_authenticated);
  CHECK(travel(State::selected, Passage::unauthenticate) == State::not_authenticated);
  CHECK(travel(State::logout, Passage::login) == State::logout);
  CHECK(travel(State::pop3_transaction, Passage::pop3_update) == State::pop3_update);
  CHECK(travel(State::pop3_authorization, Passage::pop3_update) == State::pop3_authorization);
  CHECK(travel(State::smtp_recipients, Passage::smtp_recipient) == State::smtp_recipients);
  CHECK(travel(State::smtp_sender, Passage::smtp_hello) == State::smtp_ready);
}

TEST_CASE("all edges of a passage end in one state") {
  for (const Edge& edge : edges) {
    CAPTURE(edge.label);
    CHECK(destination(edge.passage, info_of(edge.to).protocol) == edge.to);
  }
}

TEST_CASE("words name a command of either table, in any case") {
  for (const char* word : {"NOOP", "fetch", "UID FETCH", "uid search", "UID", "Starttls"}) {
    CAPTURE(word);
    CHECK(names_command(word));
  }
  for (const char* word : {"", "UID ", "UIDS", "a1", "FETCHES", "DONE", " NOOP"}) {
    CAPTURE(word);
    CHECK_FALSE(names_command(word));
  }
}

TEST_CASE("a command is found in the form in which it is given") {
  REQUIRE(find_form("uid fetch"));
  CHECK(find_form("uid fetch")->info->verb == "FETCH");
  CHECK(find_form("uid fetch")->uid);
  CHECK(find_form("UID FETCH")->numbers() == Numbers::may_change);
  CHECK(find_form("FETCH")->numbers() == Numbers::keep);
  for (const char* verb : {"UID NOOP", "UID", "UID ", "FETCHES", "", "CONVERT"}) {
    CAPTURE(verb);
    CHECK_FALSE(find_form(verb));
  }
}

TEST_CASE("each trait is some command's, and a UID form has those of its command") {
  for (const Trait trait :
       {Trait::names_messages, Trait::holds_secret, Trait::dialogue, Trait::idles,
        Trait::carries_message, Trait::may_set_seen, Trait::names_mailbox, Trait::adds_messages,
        Trait::removes_messages, Trait::changes_flags}) {
    const auto table = command_table();
    CHECK(std::any_of(table.begin(), table.end(),
                      [trait](const CommandInfo& info) { return info.traits.has(trait); }));
  }
  CHECK(has("UID STORE", Trait::names_messages));
  CHECK(has("starttls", Trait::starts_tls));
  CHECK(has("notify", Trait::asks_for_events));
  CHECK(is_verb_of<Fetch>("uid fetch"));
  CHECK_FALSE(is_verb_of<Fetch>("STORE"));
  CHECK_FALSE(has("UID LOGIN", Trait::holds_secret));
  CHECK_FALSE(has("NONSENSE", Trait::dialogue));
  for (const CommandInfo& info : command_table()) {  // a UID form is for those that name messages
    CAPTURE(info.verb);
    CHECK((info.uid_form == Numbers::none) == !info.traits.has(Trait::names_messages));
  }
}

TEST_CASE(
    "what a command's completion travels is an edge that is open where the command is legal") {
  for (const CommandInfo& info : command_table()) {
    for (const auto& passage : {info.journey.ok, info.journey.no}) {
      if (!passage) continue;
      CAPTURE(info.verb);
      CHECK(std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) {
        return edge.passage == *passage && info.legal_in.contains(edge.from);
      }));
    }
  }
  CHECK(journey_of("UNAUTHENTICATE").ok == Passage::unauthenticate);
  CHECK(journey_of("NOOP").ok == std::nullopt);
}
