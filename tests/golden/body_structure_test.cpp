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

/// Dovecot counts the line end before a boundary to a message in the part before it, where the last
/// line is a boundary, too, or one of a header. It is the boundary's own (RFC 2046 §5.1.1).
struct Mended {
  const char* name;
  const char* dovecot;
  const char* standard;
};
constexpr Mended mended[] = {
    {"forwarded_tight", "\"7bit\" 111 (", "\"7bit\" 109 ("},
    {"forwarded_tight", "\"alternative\") 8)", "\"alternative\") 7)"},
    {"forwarded_tight", "NIL) 8 NIL", "NIL) 7 NIL"},
    {"message_encoded", "\"base64\" 30 (", "\"base64\" 28 ("},
    {"message_encoded", "\"7bit\" 0 0) 1)", "\"7bit\" 0 0) 0)"},
    {"message_encoded", "NIL) 1 NIL", "NIL) 0 NIL"},
    {"multipart_epilogues", "\"7bit\" 59 (", "\"7bit\" 57 ("},
    {"multipart_epilogues", "\"mixed\") 5)", "\"mixed\") 4)"},
    {"multipart_epilogues", "NIL) 5 NIL", "NIL) 4 NIL"},
    {"multipart_header_cut", "\"7bit\" 21 (", "\"7bit\" 19 ("},
    {"multipart_header_cut", "\"7bit\" 0 0) 1)", "\"7bit\" 0 0) 0)"},
    {"multipart_header_cut", "NIL) 1 NIL", "NIL) 0 NIL"},
    {"multipart_in_message_cut", "\"7bit\" 107 (", "\"7bit\" 105 ("},
    {"multipart_in_message_cut", "\"7bit\" 75 (", "\"7bit\" 73 ("},
    {"multipart_in_message_cut", "\"7bit\" 50 (", "\"7bit\" 48 ("},
    {"multipart_in_message_cut", "\"mixed\") 3)", "\"mixed\") 2)"},
    {"multipart_in_message_cut", "\"mixed\") 4) 6)", "\"mixed\") 3) 5)"},
    {"multipart_in_message_cut", "NIL) 3 NIL", "NIL) 2 NIL"},
    {"multipart_in_message_cut", "NIL) 4 NIL NIL NIL NIL) 6 NIL", "NIL) 3 NIL NIL NIL NIL) 5 NIL"},
};

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
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
  for (const auto& [name, dovecot, standard] : mended) {
    replace_all(answers.at(name), dovecot, standard);
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
