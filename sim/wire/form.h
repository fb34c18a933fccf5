// Form: plain or UID. A command whose row in the table has a UID form has a parser that takes one.
#pragma once

namespace imapscope::wire {

enum class Form { plain, uid };

}  // namespace imapscope::wire
