// Reading a lesson from JSON. Every fault is one sentence with its line and column.
#pragma once

#include <string>
#include <vector>

#include "sim/base/files.h"
#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/lesson/model.h"
#include "sim/server/temper/misbehaviour.h"

namespace imapscope::lesson {

struct ReadError {
  Said message;
  Place place;
  std::string file;  ///< the lesson's, or that of a mailbox it names; empty where `message` has it

  [[nodiscard]] Said said() const;              ///< "lessons/001_hello.json:12:5: …"
  [[nodiscard]] std::string to_string() const;  ///< the same in English, as authors write lessons
};

/// Mailboxes are found beside the lesson, in `mailboxes/`, and its translations, in `ru/` for
/// Russian.
[[nodiscard]] Result<Lesson, ReadError> read_file(const Files& files, const std::string& name);
[[nodiscard]] Result<Lesson, ReadError> read(std::string_view json, const std::string& name,
                                             const Folder& folder);

/// A script of faults: what "misbehave" of a lesson's server holds, in a file of its own.
[[nodiscard]] Result<server::Misbehaviour, ReadError> read_misbehaviour_file(
    const Files& files, const std::string& name);

/// Whether the content looks like a lesson at all (and not like a trace): it is a JSON object with
/// "steps".
[[nodiscard]] bool is_lesson(std::string_view content);

}  // namespace imapscope::lesson
