// Dovecot judges ENVELOPE, BODY and BODYSTRUCTURE: tests/mail_corpus/dovecot.txt records what it
// says of each message there; tests/peers/body_structure_test.py writes that file, or asks a live
// Dovecot.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "sim/mail/message.h"
#include "sim/wire/parse.h"
#include "sim/wire/print.h"

using namespace imapscope;

namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path(IMAPSCOPE_SOURCE_DIR) / "tests" / "mail_corpus";

std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream, path.string());
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

/// `\0d` is an octet in hexadecimal digits.
std::string unescaped(const std::string& text) {
  std::string octets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      octets += text[i];
      continue;
    }
    octets += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
    i += 2;
  }
  return octets;
}

/// Dovecot's FETCH responses by the name of the message.
std::map<std::string, std::string> answers() {
  const char* live = std::getenv("IMAPSCOPE_DOVECOT_RECORD");
  std::ifstream stream(live != nullptr ? fs::path(live) : corpus / "dovecot.txt");
  REQUIRE(stream);
  std::map<std::string, std::string> answers;
  for (std::string line; std::getline(stream, line);) {
    const auto space = line.find(' ');
    if (line.front() != '#') answers[line.substr(0, space)] = unescaped(line.substr(space + 1));
  }
  return answers;
}

/// What we say, with the same items in the same order.
FetchData our_answer(const mail::Message& message, const FetchData& theirs) {
  FetchData ours{theirs.number, {}};
  for (const FetchedItem& item : theirs.items) {
    if (std::holds_alternative<FetchedEnvelope>(item)) {
      ours.items.emplace_back(FetchedEnvelope{message.envelope()});
    } else if (const auto* structure = std::get_if<FetchedStructure>(&item)) {
      const bool extensible = structure->extensible;
      ours.items.emplace_back(FetchedStructure{extensible, message.structure(extensible)});
    } else if (std::holds_alternative<FetchedSize>(item)) {
      ours.items.emplace_back(FetchedSize{message.size()});
    }
  }
  return ours;
}

}  // namespace

TEST_CASE("ENVELOPE, BODY and BODYSTRUCTURE are Dovecot's") {
  const auto record = answers();
  std::size_t compared = 0;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    if (entry.path().extension() != ".eml") continue;
    const std::string name = entry.path().stem().string();
    CAPTURE(name);
    REQUIRE_MESSAGE(record.count(name) == 1, "tests/peers/body_structure_test.py --record is due");
    const auto parsed = wire::parse_response(record.at(name) + "\r\n");
    REQUIRE(parsed);
    const auto& theirs = std::get<FetchData>(std::get<Untagged>(parsed->value).data);
    const FetchData ours = our_answer(mail::Message(content_of(entry.path())), theirs);
    CHECK(theirs.items.size() == 4);
    CHECK(wire::print(Untagged{ours}) == wire::print(Untagged{theirs}));
    CHECK(ours == theirs);
    ++compared;
  }
  CHECK(compared == record.size());
  CHECK(compared >= 40);
}
