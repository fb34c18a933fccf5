#include <doctest/doctest.h>

#include "sim/imap/flag.h"

using namespace imapscope;

namespace {

std::string printed(const FlagSet& flags) {
  std::string text;
  for (const Flag& flag : flags) text += (text.empty() ? "" : " ") + flag.name;
  return text;
}

}  // namespace

TEST_CASE("system flags come first, in one order and spelling; keywords as they came") {
  const FlagSet flags{Flag{"$Forwarded"}, Flag{"\\seen"},    Flag{"Work"},     Flag{"\\ANSWERED"},
                      flags::draft,       flags::recent,     flags::deleted,   flags::flagged,
                      Flag{"work"},       Flag{"\\Unknown"}, Flag{"\\Seenish"}};
  CHECK(printed(flags) ==
        "\\Answered \\Flagged \\Deleted \\Seen \\Draft \\Recent $Forwarded Work \\Unknown "
        "\\Seenish");
  CHECK(flags.size() == 10);
}

TEST_CASE("a flag set holds what was added and not removed since, in any case") {
  for (const char* name : {"\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft", "\\Recent",
                           "$Junk", "\\Foo", "\\", "s", "\\dra"}) {
    CAPTURE(name);
    FlagSet flags;
    CHECK(flags.empty());
    flags.add(Flag{name});
    flags.add(Flag{name});
    CHECK(flags.size() == 1);
    CHECK(flags.contains(Flag{name}));
    CHECK(printed(flags) == name);
    CHECK_FALSE(flags.contains(Flag{"other"}));
    flags.remove(Flag{"other"});
    CHECK(flags.size() == 1);
    flags.remove(Flag{name});
    CHECK(flags.empty());
    CHECK(flags == FlagSet{});
  }
}

TEST_CASE("flag sets are equal as sets") {
  CHECK(FlagSet{flags::seen, Flag{"a"}, Flag{"b"}} ==
        FlagSet{Flag{"B"}, Flag{"A"}, Flag{"\\SEEN"}});
  CHECK_FALSE(FlagSet{flags::seen} == FlagSet{flags::draft});
  CHECK_FALSE(FlagSet{Flag{"a"}} == FlagSet{Flag{"b"}});
  CHECK_FALSE(FlagSet{Flag{"a"}} == FlagSet{Flag{"a"}, Flag{"b"}});
}

TEST_CASE("sets of flags are added to and removed from each other") {
  FlagSet flags{flags::seen, Flag{"a"}};
  flags.add(FlagSet{flags::draft, Flag{"b"}});
  CHECK(flags == FlagSet{flags::seen, flags::draft, Flag{"a"}, Flag{"b"}});
  flags.remove(FlagSet{flags::seen, Flag{"A"}, Flag{"c"}});
  CHECK(flags == FlagSet{flags::draft, Flag{"b"}});
}
