// A task: the learner types, and a goal has to be reached. Data, as all of a lesson.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/lesson/goal.h"
#include "sim/lesson/text.h"

namespace imapscope::lesson {

/// A line of a sample, with its tag: as it crosses the wire.
struct TypedLine {
  std::string client;
  std::string line;
  Place place;
};

/// Lines that reach the goal with the last of them, and not before.
struct Solution {
  std::vector<TypedLine> lines;
  Place place;
};

/// Lines that look right and do not reach the goal.
struct NearMiss {
  std::vector<TypedLine> lines;
  std::size_t fails = 0;  ///< the part of the goal that does not hold then
  Place place;
};

struct Task {
  std::vector<std::string> clients;  ///< as whom the learner may type
  Text title;
  Text text;
  std::vector<Part> goal;           ///< `most` is its last part
  std::optional<std::size_t> most;  ///< commands; nothing: any number
  std::size_t par = 1;              ///< commands that somebody needs who knows the way
  std::vector<Text> hints;          ///< shown one by one, on demand
  std::vector<Solution> solutions;
  std::vector<NearMiss> near_misses;
  Place place;
};

}  // namespace imapscope::lesson
