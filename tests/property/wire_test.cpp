// What is printed parses back, without a quirk, and frames as one; tokens cover every frame.
#include <doctest/doctest.h>

#include "sim/wire/framer.h"
#include "sim/wire/parse.h"
#include "sim/wire/print.h"
#include "sim/wire/tokens.h"
#include "tests/property/imap_values.h"

using namespace imapscope;
using namespace imapscope::wire;

namespace {

std::string joined(const std::vector<std::string>& pieces) {
  std::string all;
  for (const std::string& piece : pieces) all += piece;
  return all;
}

void check_tokens(std::string_view frame) {
  std::size_t end = 0;
  for (const Token& token : tokens(frame)) {
    RC_ASSERT(token.offset >= end);
    RC_ASSERT(token.size > 0U);
    const auto between = frame.substr(end, token.offset - end);
    RC_ASSERT(between.find_first_not_of(' ') == std::string_view::npos);
    end = token.offset + token.size;
  }
  RC_ASSERT(frame.substr(end).find_first_not_of(' ') == std::string_view::npos);
}

/// The pieces as a client sends them: each but the last ends where the framer waits for a decision.
void check_pieces(const std::vector<std::string>& pieces) {
  Framer framer(Writer::client);
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    framer.feed(pieces[i]);
    RC_ASSERT(std::holds_alternative<LiteralAhead>(framer.next()));
    framer.accept_literal();
    RC_ASSERT(std::holds_alternative<Incomplete>(framer.next()) || pieces[i + 1].empty());
  }
  framer.feed(pieces.back());
  const FramerStep step = framer.next();
  RC_ASSERT(std::holds_alternative<Frame>(step));
  RC_ASSERT(std::get<Frame>(step).bytes == joined(pieces));
}

}  // namespace

TEST_CASE("a printed command parses back to the same value") {
  check_with_choices("parse(print(command)) == command", [](Choices choices) {
    const TaggedCommand command = make_command(choices);
    const std::string frame = joined(print(command));
    RC_LOG() << frame;
    const auto parsed = parse_command(frame, Arguments::any);
    if (!parsed)
      RC_LOG() << parsed.error().error.offset << ": " << parsed.error().error.expected.name();
    RC_ASSERT(parsed.has_value());
    RC_ASSERT((parsed->value == command));
    RC_ASSERT(parsed->quirks.empty());
    const auto again =
        parse_command(joined(print(command, {.non_synchronizing = true})), Arguments::any);
    RC_ASSERT((again && again->value == command));
    check_tokens(frame);
  });
}

TEST_CASE("a printed command frames as one, and waits where the client does") {
  check_with_choices("the framer agrees with the printer",
                     [](Choices choices) { check_pieces(print(make_command(choices))); });
}

TEST_CASE("a printed response parses back to the same value, and frames as one") {
  check_with_choices("parse(print(response)) == response", [](Choices choices) {
    const Response response = make_response(choices);
    const std::string frame = print(response);
    RC_LOG() << frame;
    const auto parsed = parse_response(frame);
    if (!parsed) RC_LOG() << parsed.error().offset << ": " << parsed.error().expected.name();
    RC_ASSERT(parsed.has_value());
    RC_ASSERT((parsed->value == response));
    RC_ASSERT(parsed->quirks.empty());
    check_tokens(frame);

    Framer framer(Writer::server);
    framer.feed(frame + "* 1 EXISTS\r\n");
    const FramerStep step = framer.next();
    RC_ASSERT(std::holds_alternative<Frame>(step));
    RC_ASSERT(std::get<Frame>(step).bytes == frame);
  });
}

TEST_CASE("any split of a stream gives the same frames") {
  check_with_choices("frames do not depend on the split", [](Choices choices) {
    std::string stream;
    for (int i = 0; i < 3; ++i) stream += print(make_response(choices));
    const auto frames_of = [&stream](auto next_size) {
      Framer framer(Writer::server);
      std::vector<std::string> frames;
      for (std::size_t at = 0; at < stream.size();) {
        const std::size_t size = next_size();
        framer.feed(std::string_view(stream).substr(at, size));
        at += size;
        for (FramerStep step = framer.next(); std::holds_alternative<Frame>(step);
             step = framer.next()) {
          frames.emplace_back(std::get<Frame>(step).bytes);
        }
      }
      return frames;
    };
    const auto whole = frames_of([&stream] { return stream.size(); });
    RC_ASSERT(whole.size() == 3U);
    RC_ASSERT((whole == frames_of([&choices] { return 1 + choices.below(40); })));
  });
}

TEST_CASE("broken input never breaks a parser") {
  check_with_choices("a changed octet parses or is an error inside the frame", [](Choices choices) {
    std::string frame = print(make_response(choices));
    const auto at = choices.below(static_cast<std::uint32_t>(frame.size()));
    frame[at] = static_cast<char>(choices.below(256));
    check_tokens(frame);
    if (const auto parsed = parse_response(frame); !parsed) {
      RC_ASSERT(parsed.error().offset <= frame.size());
    }
    if (const auto parsed = parse_command(frame, Arguments::any); !parsed) {
      RC_ASSERT(parsed.error().error.offset <= frame.size());
    }
  });
}
