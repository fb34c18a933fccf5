// Tasks for tests, in the world of small_lesson.h.
#pragma once

#include <string>

namespace imapscope::lesson {

/// A part that holds only after a command nobody needs.
inline const std::string never_reached =
    R"({"sends": {"name": "never", "client": "laptop", "line": "CHECK"}})";

struct SmallTask {
  std::string goal = R"({"holds_message": {"uid": 20, "is": "gone"}})";
  std::string solutions =
      R"~([{"line": "a2 STORE 2 +FLAGS (\\Deleted)"}, {"line": "a3 EXPUNGE"}])~";
  std::string near_misses{};
  std::string more{};  ///< keys, each with a comma behind it
  std::string par = "2";
};

/// One line, begun by `{"task": `; the laptop's.
inline std::string task(const SmallTask& small) {
  return R"({"task": {"clients": ["laptop"], "title": {"en": "Do"}, "text": {"en": "it"},)" +
         small.more + R"("par": )" + small.par + R"(, "goal": [)" + small.goal +
         R"(], "solutions": [)" + small.solutions + R"(], "near_misses": [)" + small.near_misses +
         "]}}";
}

}  // namespace imapscope::lesson
