// What a lesson and its picture both call by name: how a prediction turned out, and where a step
// rests. It stands this low since the picture knows no lessons (`.cmake/layers.txt`).
#pragma once

namespace imapscope::lesson {

/// How a prediction turned out.
enum class Grade { happened, legal, illegal };

/// Where a step waits until the viewer goes on, in the order of a step.
enum class RestKind {
  told,   ///< its text is there to be read; its traffic comes after
  asked,  ///< its question is there, and what comes is covered until it is answered; or its task
  turned_out,  ///< the question is decided: prediction and outcome stand side by side; the task
               ///< left
  done,        ///< all of its traffic has crossed
};

}  // namespace imapscope::lesson
