#include "sim/mail/mime/subject.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace imapscope::mail;

namespace {

struct Case {
  std::string_view subject;
  std::string_view base;
  bool is_reply = false;
};

// RFC 5256 §2.1, step by step.
constexpr std::array cases{
    Case{"Lunch", "Lunch"},
    Case{"", ""},
    Case{"  two \t words  ", "two words"},
    Case{"Re: Lunch", "Lunch", true},
    Case{"rE:Lunch", "Lunch", true},
    Case{"RE : Lunch", "Lunch", true},
    Case{"Re[2]: Lunch", "Lunch", true},
    Case{"fw: Lunch", "Lunch", true},
    Case{"Fwd: Re: Lunch", "Lunch", true},
    Case{"Lunch (fwd)", "Lunch", true},
    Case{"Lunch (FWD) (fwd) ", "Lunch", true},
    Case{"[list] Lunch", "Lunch"},
    Case{"[a] [b] Lunch", "Lunch"},
    Case{"[a] [b] Re: [c] Lunch", "Lunch", true},
    Case{"[Fwd: Lunch]", "Lunch", true},
    Case{"[fwd: [list] Re: Lunch (fwd) ]", "Lunch", true},
    Case{"[Fwd: [Fwd: Lunch]]", "Lunch", true},
    // What stands alone is the subject, and no mark.
    Case{"[Lunch]", "[Lunch]"},
    Case{"[list] [Lunch]", "[Lunch]"},
    Case{"Re: [Lunch]", "[Lunch]", true},
    Case{"[]", "[]"},
    Case{"Re:", "", true},
    Case{"(fwd)", "", true},
    Case{"[fwd:]", "", true},
    // No marks at all.
    Case{"Relunch", "Relunch"},
    Case{"re Lunch: x", "re Lunch: x"},
    Case{"Lunch Re: x", "Lunch Re: x"},
    Case{"Forward: x", "Forward: x"},
    Case{"[fwd: Lunch", "[fwd: Lunch"},
    Case{"[a[b] Lunch", "[a[b] Lunch"},
    Case{"AW: Lunch", "AW: Lunch"},  // §7: other languages are not removed
    Case{"=?utf-8?q?Re:_Lunch?=", "Lunch", true},
};

}  // namespace

TEST_CASE("the base subject is what is left without the marks of answers, forwards and lists") {
  for (const Case& each : cases) {
    CAPTURE(std::string(each.subject));
    const BaseSubject base = base_subject(each.subject);
    CHECK(base.text == each.base);
    CHECK(base.is_reply_or_forward == each.is_reply);
  }
}

TEST_CASE("a base subject has no mark any more") {
  for (const Case& each : cases) {
    CAPTURE(std::string(each.subject));
    const BaseSubject base = base_subject(each.subject);
    CHECK(base_subject(base.text).text == base.text);
    CHECK_FALSE(base_subject(base.text).is_reply_or_forward);
  }
}
