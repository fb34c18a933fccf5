// The table of rules: each has words in each language, and an example that breaks it and nothing
// else. UPDATE_GOLDEN=1 sets the marks in the examples anew.
#include "sim/rules/rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "sim/observer/timeline.h"
#include "sim/rules/finding.h"
#include "sim/trace/read.h"
#include "sim/wire/expected.h"
#include "sim/wire/quirk.h"
#include "sim/words/catalogue.h"

namespace imapscope::rules {
namespace {

using observer::Line;
using observer::Timeline;

const words::Words english("en");

Timeline played(const Rule& rule) {
  auto trace = trace::read(help(english, rule).example, rule.id);
  REQUIRE_MESSAGE(trace.has_value(), rule.id);
  return Timeline(std::move(*trace));
}

/// "* 4 EXPUNGE" and " ^": a line of the example, and what stands below it.
struct Marked {
  std::string line;
  std::string mark;
};

/// Below each character of the place a `^`, and below what stands before it a blank.
std::string mark_below(std::string_view line, Place place) {
  if (place.octets == 0) place = {0, line.size()};
  std::string mark;
  for (std::size_t at = 0; at < place.offset + place.octets && at <= line.size(); ++at) {
    if (at < line.size() && (line[at] & 0xC0) == 0x80) continue;  // goes on a character
    mark += at < place.offset ? ' ' : '^';
  }
  return mark;
}

/// Lines of transcripts begin with "C: " or "S: ", and a `#` takes one column of them.
Marked marked_in(std::string_view example) {
  const std::size_t mark = example.find("\n#");
  REQUIRE(mark != example.npos);
  const std::size_t begin = example.rfind('\n', mark - 1) + 1;
  const std::size_t end = example.find('\n', mark + 1);
  return {std::string(example.substr(begin + 3, mark - begin - 3)),
          std::string(example.substr(mark + 4, end - mark - 4))};
}

bool is_transcript(std::string_view example) {
  return !example.starts_with('{');
}

struct Found {
  const Finding* finding;
  Marked marked;
};

std::vector<Found> findings_of(const Timeline& timeline) {
  std::vector<Found> all;
  for (const Line& line : timeline.lines()) {
    for (const Finding& finding : line.findings) {
      const std::string text = line.bytes.substr(0, line.bytes.find_first_of("\r\n"));
      all.push_back({&finding, {text, mark_below(text, finding.place)}});
    }
  }
  return all;
}

/// With UPDATE_GOLDEN the mark is set anew, below the first finding.
bool sets_marks() {
  return std::getenv("UPDATE_GOLDEN") != nullptr;
}

void set_mark(const Rule& rule, std::string example, const Marked& marked) {
  if (const std::size_t mark = example.find("\n#"); mark != example.npos) {
    example.erase(mark, example.find('\n', mark + 1) - mark);
  }
  const std::size_t end = example.rfind(": " + marked.line + "\n") + 2 + marked.line.size();
  example.insert(end, "\n#  " + marked.mark);
  std::ofstream(IMAPSCOPE_SOURCE_DIR "/sim/rules/examples/" + std::string(rule.id) + ".txt")
      << example;
}

TEST_CASE("every rule has an example that breaks it, there and nowhere else") {
  for (const Rule& rule : table) {
    CAPTURE(rule.id);
    const Timeline timeline = played(rule);
    const std::vector<Found> found = findings_of(timeline);
    std::string all;
    for (const Found& each : found)
      all += std::string(each.finding->id()) + ":\n" + each.marked.line + "\n" + each.marked.mark;
    CAPTURE(all);
    REQUIRE(found.size() == 1);
    CHECK(found.front().finding->id() == rule.id);
    const std::string_view example = help(english, rule).example;
    if (!is_transcript(example)) continue;  // what no transcript can show has no mark
    if (sets_marks()) {
      set_mark(rule, std::string(example), found.front().marked);
      continue;
    }
    const Marked marked = marked_in(example);
    CHECK(found.front().marked.line == marked.line);
    CHECK(found.front().marked.mark == marked.mark);
  }
}

TEST_CASE("a rule has words in every language, and words are of a rule") {
  std::set<std::string> ids;
  for (const Rule& rule : table) CHECK(ids.insert(std::string(rule.id)).second);
  for (const std::string& language : words::languages()) {
    const auto& messages = words::catalogue_of(language)->messages();
    for (const std::string& id : ids) {
      INFO(language, ": ", id);
      const bool counts = messages.contains("rules." + id + ".said_one");
      CHECK((counts || messages.contains("rules." + id + ".said")));
      for (const char* part : {".what", ".why", ".mend"}) {
        CHECK(messages.contains("rules." + id + part));
      }
    }
    for (const auto& entry : messages) {
      const std::string& key = entry.first;
      const std::size_t end = key.rfind(".why");
      if (!key.starts_with("rules.") || end == key.npos || key == "rules.part.why") continue;
      CHECK_MESSAGE(ids.contains(key.substr(6, end - 6)), key);
    }
  }
}

TEST_CASE("a sentence has all its arguments in every language") {
  for (const Rule& rule : table) {
    for (const std::string& language : words::languages()) {
      INFO(language, ": ", rule.id);
      const Timeline timeline = played(rule);
      const std::vector<Found> found = findings_of(timeline);
      REQUIRE(found.size() == 1);
      const std::string said = sentence(words::Words(language), *found.front().finding);
      CHECK(said.find("rules.") == said.npos);
      CHECK(said.ends_with('.'));
    }
  }
}

TEST_CASE("what the grammar wants is said in Russian, too") {
  const Rule* rule = find_rule("command_grammar");
  const Finding finding{rule, {{"expected", wire::Expected("mailbox_name").said()}}};
  CHECK(sentence(words::Words("ru"), finding) ==
        "Команда нарушает грамматику: здесь должно стоять: имя ящика.");
}

TEST_CASE("what the grammar may want has words, and they are wanted somewhere") {
  const std::string group = "rules.expected.";
  const auto& messages = words::catalogue_of("en")->messages();
  std::string sources;
  for (const auto& entry : std::filesystem::directory_iterator(IMAPSCOPE_SOURCE_DIR "/sim/wire")) {
    if (entry.path().filename() == "expected.h") continue;
    std::ifstream file(entry.path());
    sources.append(std::istreambuf_iterator<char>(file), {});
  }
  for (const std::string_view name : wire::expected_names) {
    CHECK_MESSAGE(messages.contains(group + std::string(name)), name);
    CHECK_MESSAGE(sources.find('"' + std::string(name) + '"') != sources.npos, name);
  }
  for (const auto& entry : messages) {
    const std::string& key = entry.first;
    if (!key.starts_with(group)) continue;
    const auto* end = std::end(wire::expected_names);
    CHECK_MESSAGE(std::find(std::begin(wire::expected_names), end, key.substr(group.size())) != end,
                  key);
  }
}

TEST_CASE("every leniency of reading is a rule") {
  for (int kind = 0; kind <= static_cast<int>(wire::QuirkKind::control_in_text); ++kind) {
    const Rule* rule = find_rule(name_of(static_cast<wire::QuirkKind>(kind)));
    REQUIRE(rule != nullptr);
    CHECK(rule->kind == Kind::quirk);
  }
}

}  // namespace
}  // namespace imapscope::rules
