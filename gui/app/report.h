// The report of a lesson: what was asked, what was predicted, what happened, and how many hands
// were raised for what. Rows of data, and a writer of Markdown.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gui/scene/hands.h"
#include "sim/lesson/player.h"
#include "sim/words/words.h"

namespace imapscope::gui {

struct ReportOption {
  std::string text;  ///< as Markdown; a line of the wire is code
  lesson::Grade grade = lesson::Grade::legal;
  std::size_t hands = 0;
};

/// What was predicted in one try.
struct ReportTry {
  std::string prediction;  ///< as Markdown
  lesson::Grade grade = lesson::Grade::legal;
};

struct ReportQuestion {
  std::size_t step = 0;  ///< from 1
  std::string heading;   ///< of the step
  std::string text;
  std::vector<ReportOption> options;  ///< graded only in a question that was answered
  std::size_t hands = 0;              ///< of all options; 0: none were counted
  std::optional<ReportTry> first;     ///< nothing: it was not answered
  std::optional<ReportTry> last;      ///< where it is another one than the first
  std::string happened;               ///< as Markdown
};

struct ReportTask {
  std::size_t step = 0;  ///< from 1
  std::string title;
  std::size_t tries = 1;
  std::optional<std::size_t> commands;  ///< of the best try; nothing: it is not solved
  std::size_t par = 1;
};

struct Report {
  int number = 0;
  std::string title;
  std::size_t right = 0;                  ///< questions, at the first try
  std::vector<ReportQuestion> questions;  ///< that were asked so far
  std::vector<ReportTask> tasks;
};

/// `hands` by step, from 0.
[[nodiscard]] Report report_of(const lesson::Player& player,
                               const std::map<std::size_t, Hands>& hands,
                               const std::string& language);

[[nodiscard]] std::string print_markdown(const Report& report, const words::Words& words);

}  // namespace imapscope::gui
