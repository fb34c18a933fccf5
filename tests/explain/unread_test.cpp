// What is said of lines that cannot be read, of beginnings that were not seen, and of attributes
// and challenges: nothing that is not so.
#include <doctest/doctest.h>

#include <string>

#include "tests/observer/trace_builder.h"

namespace imapscope::explain {
namespace {

using trace::Direction;

std::string why(const Timeline& timeline, std::string_view beginning) {
  return explain(timeline, line_of(timeline, beginning).id).why;
}

bool says(const std::string& words, std::string_view part) {
  return words.find(part) != std::string::npos;
}

const ExplainedToken* break_of(const Explanation& explanation) {
  for (const ExplainedToken& token : explanation.tokens) {
    if (token.breaks) return &token;
  }
  return nullptr;
}

/// Every meaning, one behind the other.
std::string meanings(const Timeline& timeline, std::string_view beginning) {
  std::string all;
  for (const ExplainedToken& token : explain(timeline, line_of(timeline, beginning).id).tokens) {
    all += token.meaning + '\n';
  }
  return all;
}

TEST_CASE("what Apple's devices ask of their server is known by its words") {
  const Timeline timeline =
      TraceBuilder()
          .selected()
          .client("a3 XAPPLEPUSHSERVICE aps-version 2 aps-device-token B0B1 mailboxes (INBOX)")
          .server("* XAPPLEPUSHSERVICE aps-version 2 aps-topic com.apple.mail")
          .server("a3 OK done")
          .timeline();
  for (const Line& line : timeline.lines()) CHECK(line.findings.empty());
  const std::string said = meanings(timeline, "a3 XAPPLE");
  CHECK(says(said, "wake a device"));
  CHECK(says(said, "by which Apple's push service knows the device"));
  CHECK(says(said, "New mail in which mailboxes"));
  CHECK(says(meanings(timeline, "* XAPPLE"), "wake the device"));
}

TEST_CASE("what a server refers to, and what it wants a user to see, is said") {
  const Timeline timeline =
      TraceBuilder()
          .server("* OK [CAPABILITY IMAP4rev1 LOGIN-REFERRALS JMAPACCESS] ready")
          .client("a1 LOGIN ada secret")
          .server("a1 NO [REFERRAL imap://ada@mail2.example.org/] moved")
          .client("a2 LOGIN bob secret")
          .server("* OK [ALERT] Tonight mail is down")
          .server("a2 OK done")
          .client("a3 GETJMAPACCESS")
          .server("* JMAPACCESS \"https://jmap.example.org/\"")
          .server("a3 OK done")
          .timeline();
  for (const Line& line : timeline.lines()) CHECK(line.findings.empty());
  CHECK(says(meanings(timeline, "a1 NO"), "Which server to ask"));
  CHECK(says(meanings(timeline, "* OK [ALERT]"), "a client must show it"));
  CHECK(says(meanings(timeline, "* JMAPACCESS"), "Where a JMAP session begins"));
}

TEST_CASE("a line that cannot be read says where it breaks, and what is in progress") {
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 FETCH 2 FLAGS")
                                .server("* 2 FETCH (FLAGS \\Seen)")
                                .timeline();
  const Line& line = line_of(timeline, "* 2 FETCH");
  const Explanation explanation = explain(timeline, line.id);
  CHECK(says(explanation.why, "`\\Seen)`"));
  CHECK(says(explanation.why, "`a3 FETCH 2 FLAGS`"));
  const ExplainedToken* token = break_of(explanation);
  REQUIRE(token != nullptr);
  CHECK(token->shown == "\\Seen");
  CHECK(says(token->meaning, "here a list of flags must stand"));
  CHECK(&explanation.tokens[explanation.leading] == token);
}

TEST_CASE("what breaks at its end is marked there, and what is read is not marked") {
  const Timeline timeline =
      TraceBuilder().selected().client("a3 FETCH 1").client("a4 FETCH 1 FLAGS").timeline();
  const Explanation broken = explain(timeline, line_of(timeline, "a3 FETCH").id);
  REQUIRE(break_of(broken) != nullptr);
  CHECK(break_of(broken)->term == "line end");
  CHECK_FALSE(break_of(broken)->dim);
  const Explanation read = explain(timeline, line_of(timeline, "a4 FETCH").id);
  CHECK(break_of(read) == nullptr);
}

TEST_CASE("what breaks a rule is marked where the line can be read, too") {
  const Timeline timeline = TraceBuilder().selected(3).client("a3 FETCH 2:9 (FLAGS)").timeline();
  std::vector<std::string> blamed;
  for (const ExplainedToken& token : explain(timeline, line_of(timeline, "a3 FETCH").id).tokens) {
    if (token.blamed) blamed.push_back(token.shown);
  }
  CHECK(blamed == std::vector<std::string>{"2:9"});
}

TEST_CASE("data that are known by name only are explained by it, and the others are not") {
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 COMPARATOR")
                                .server("* COMPARATOR i;unicode-casemap")
                                .server("* AURA blue")
                                .server("a3 OK done")
                                .timeline();
  const Explanation named = explain(timeline, line_of(timeline, "* COMPARATOR").id);
  CHECK(named.rfc == "5255 §4.8");
  CHECK(named.tokens[named.leading].shown == "COMPARATOR");
  CHECK(says(named.tokens[named.leading].meaning, "By which rule text is co"));
  const Explanation aura = explain(timeline, line_of(timeline, "* AURA").id);
  CHECK(aura.rfc.empty());
  CHECK(says(aura.tokens[aura.leading].meaning, "does not know"));
}

TEST_CASE("arguments of extensions are explained by their names, each in its slot") {
  const Timeline timeline =
      TraceBuilder()
          .selected()
          .client("a3 SELECT INBOX (QRESYNC (67890007 20050715194045000))")
          .client("a4 UID FETCH 1:* (FLAGS) (CHANGEDSINCE 5 VANISHED)")
          .client("a5 FETCH 1 (MODSEQ PREVIEW (LAZY) AURA)")
          .client("a6 LIST (SUBSCRIBED) \"\" (INBOX %) RETURN (STATUS (UNSEEN))")
          .client("a7 STATUS INBOX (MESSAGES SIZE)")
          .client("a8 UID SEARCH RETURN (MIN PARTIAL 1:2) ALL")
          .timeline();
  const auto said = [&](std::string_view line, std::string_view token) {
    return token_of(timeline, line, token);
  };
  CHECK(said("a3", "QRESYNC").rfc == "7162 §3.2.5");
  CHECK(says(said("a3", "67890007").meaning, "What the client has"));
  CHECK(said("a4", "CHANGEDSINCE").rfc == "7162 §3.1.4.1");
  CHECK(says(said("a4", "VANISHED").meaning, "gone since"));
  CHECK(said("a5", "PREVIEW").rfc == "8970 §3.1");
  CHECK(said("a5", "LAZY").meaning == "LAZY: only where it is ready at once.");
  CHECK(says(said("a5", "AURA").meaning, "does not know"));
  CHECK(said("a6", "SUBSCRIBED").rfc == "5258 §3.1, 9051 §6.3.9.1");
  CHECK(said("a6", "STATUS").rfc == "5819 §2, 9051 §6.3.9.2");
  CHECK(says(said("a7", "SIZE").meaning, "octets all messages have together"));
  CHECK(says(said("a8", "PARTIAL").meaning, "Only a part of the results"));
  CHECK(says(said("a8", "1:2").meaning, "counted from the first"));
}

TEST_CASE("what an extension may have added is not called broken") {
  TraceBuilder builder;
  builder.selected().client("a3 NOTIFY NONE").server("a3 OK done").client("a4 FETCH 1 (AURA)");
  builder.server("* 1 FETCH (AURA blue)").server("* OK [AURA] told").server("a4 OK done");
  builder.client("a5 STORE 1 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)").server("a5 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(break_of(explain(timeline, line_of(timeline, "a3 NOTIFY").id)) == nullptr);
  const Explanation fetch = explain(timeline, line_of(timeline, "a4 FETCH").id);
  REQUIRE(break_of(fetch) != nullptr);
  CHECK(says(break_of(fetch)->meaning, "perhaps"));
  CHECK(says(why(timeline, "* 1 FETCH"), "`a4 FETCH 1 (AURA)`"));
  CHECK(token_of(timeline, "a5 STORE", "UNCHANGEDSINCE").term == "modifier");
  CHECK(token_of(timeline, "a5 STORE", "\\Seen").term == "flag");
}

TEST_CASE("a line without a tag is said to have none") {
  const Timeline timeline =
      TraceBuilder().server("* OK ready").client("SELECT INBOX").client("a1  NOOP").timeline();
  CHECK(says(why(timeline, "SELECT"), "begins with a tag"));
  CHECK(token_of(timeline, "SELECT", "SELECT").term == "word");
  CHECK(token_of(timeline, "a1  NOOP", "NOOP").meaning.find("Does nothing") != std::string::npos);
}

TEST_CASE("where a part was missed, nobody says that no command is in progress") {
  TraceBuilder builder;
  builder.selected().event(Direction::to_server, trace::Gap{20});
  builder.server("* 4 EXISTS").server("* LIST () \"/\" Tea");
  const Timeline timeline = builder.timeline();
  CHECK_FALSE(says(why(timeline, "* 4 EXISTS"), "no command is in progress"));
  CHECK_FALSE(says(why(timeline, "* LIST"), "No command is in progress"));
}

TEST_CASE("what answers SELECT speaks of the new mailbox") {
  const Timeline timeline =
      TraceBuilder().selected(3).client("a3 SELECT Tea").server("* 9 EXISTS").timeline();
  const std::string meaning = token_of(timeline, "* 9 EXISTS", "9").meaning;
  CHECK(meaning == "Tea holds 9 messages.");
}

TEST_CASE("a word alone is not text for people, and a part of what is not known is no flag") {
  const Timeline timeline = TraceBuilder()
                                .logged_in()
                                .client("QUIT")
                                .client("a2 XFLY (\\Seen)")
                                .server("* XFLY (\\Seen)")
                                .timeline();
  CHECK(token_of(timeline, "QUIT", "QUIT").term == "word");
  CHECK(token_of(timeline, "a2 XFLY", "\\Seen").term == "argument");
  CHECK(token_of(timeline, "* XFLY", "\\Seen").term != "flag");
}

TEST_CASE("the server has to greet only where it has not, and in the clear") {
  CHECK(says(why(TraceBuilder().server("* OK hi").timeline(), ""), "now the server has to greet"));
  const auto opened_on = [](const char* server) {
    trace::Trace trace;
    trace.events.push_back({{1}, Direction::to_server, {}, Instant{}, trace::Opened{"", server}});
    return why(Timeline(trace), "");
  };
  CHECK(says(opened_on("192.0.2.7:143"), "has to greet"));
  CHECK_FALSE(says(opened_on("192.0.2.7:993"), "has to greet"));
  TraceBuilder found;
  found.event(Direction::to_server, trace::Gap{}).event(Direction::to_client, trace::Gap{});
  CHECK_FALSE(says(why(found.timeline(), ""), "has to greet"));
  TraceBuilder hidden;
  hidden.event(Direction::to_client, trace::Opaque{300, "TLS"});
  CHECK_FALSE(says(why(hidden.timeline(), ""), "has to greet"));
}

TEST_CASE("a line under TLS says so, and one that TLS made void too") {
  const Timeline timeline = TraceBuilder()
                                .server("* OK [CAPABILITY IMAP4rev1 STARTTLS] hi")
                                .client("a1 STARTTLS")
                                .client("a2 NOOP")
                                .server("a1 OK begin TLS")
                                .event(Direction::to_server, trace::Secured{517})
                                .event(Direction::to_client, trace::Secured{})
                                .client("a3 NOOP")
                                .server("a3 OK done")
                                .timeline();
  CHECK(says(why(timeline, "a2 NOOP"), "threw away"));
  CHECK(says(why(timeline, "a3 NOOP"), "under TLS"));
  CHECK_FALSE(says(why(timeline, "a1 OK"), "under TLS"));
  const auto handshake = std::find_if(timeline.lines().begin(), timeline.lines().end(),
                                      [](const Line& l) { return l.kind == LineKind::secured; });
  REQUIRE(handshake != timeline.lines().end());
  const words::Words english("en");
  CHECK(explain(timeline, handshake->id, english).why ==
        "The client begins TLS: TLS handshake, 517 octets. What it sends from here on is "
        "encrypted");
}

TEST_CASE("attributes and patterns cite the standard that has them") {
  const Timeline timeline =
      TraceBuilder()
          .logged_in()
          .client("a2 LIST \"\" *")
          .server("* LIST (\\Sent \\Subscribed \\HasChildren \\Marked) \"/\" Post")
          .client("a3 LSUB \"\" *")
          .timeline();
  CHECK(token_of(timeline, "* LIST", "\\Sent").rfc.starts_with("6154"));
  CHECK(token_of(timeline, "* LIST", "\\Subscribed").rfc.starts_with("5258"));
  CHECK(token_of(timeline, "* LIST", "\\HasChildren").rfc.starts_with("5258"));
  CHECK(token_of(timeline, "* LIST", "\\Marked").rfc.starts_with("3501 §7.2.2"));
  CHECK(token_of(timeline, "a3 LSUB", "*").rfc == "3501 §6.3.9");
  CHECK(token_of(timeline, "a2 LIST", "*").rfc.starts_with("3501 §6.3.8"));
}

TEST_CASE("a challenge is decoded, and what is no base64 is said to be none") {
  const auto challenge = [](const char* mechanism, const std::string& text) {
    TraceBuilder builder;
    builder.server("* OK hi").client(std::string("a1 AUTHENTICATE ") + mechanism);
    return builder.server("+ " + text).timeline();
  };
  const Timeline name = challenge("LOGIN", "VXNlcm5hbWU6");
  CHECK(says(token_of(name, "+", "VXNlcm5hbWU6").meaning, "`Username:`"));
  CHECK(remarks(name).empty());
  const std::string json = "eyJzdGF0dXMiOiI0MDAifQ==";
  CHECK(says(token_of(challenge("XOAUTH2", json), "+", json).meaning, "`{\"status\":\"400\"}`"));
  CHECK(says(token_of(challenge("GSSAPI", "gAE="), "+", "gAE=").meaning, "no text"));
  const Timeline words = challenge("LOGIN", "User Name");
  CHECK(says(token_of(words, "+", "User Name").meaning, "is none"));
  CHECK(remarks(words).size() == 1);
  CHECK(faults(words).empty());
  CHECK(remarks(challenge("LOGIN", "")).empty());
}

}  // namespace
}  // namespace imapscope::explain
