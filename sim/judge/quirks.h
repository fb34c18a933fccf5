// What was read past, as findings.
#pragma once

#include "sim/belief/line.h"
#include "sim/wire/quirk.h"

namespace imapscope::judge {

inline void report(observer::Line& line, const wire::Quirk& quirk) {
  line.report(rules::Named(*rules::find_rule(wire::name_of(quirk.kind))), {}, quirk.offset);
}

}  // namespace imapscope::judge
