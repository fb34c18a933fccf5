// A lesson in another language: beside it, in a folder that is named by the language
// (lessons/ru/001_hello.json), each English paragraph and what it says there. As the English itself
// is the key, a translation whose English has changed applies no longer, and is found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/files.h"
#include "sim/lesson/model.h"
#include "sim/lesson/read/read.h"

namespace imapscope::lesson {

struct Translated {
  std::string english;  ///< one paragraph
  std::string words;    ///< empty: still to be written
  Place place;
};

struct Translation {
  std::string language;  ///< its code: "ru"
  std::string file;
  std::vector<Translated> paragraphs;  ///< in the file's order
};

/// One file of translations.
[[nodiscard]] Result<Translation, ReadError> read_translation(std::string_view json,
                                                              const std::string& language,
                                                              const std::string& file);
/// All that lie beside the lesson of that name in `folder`, by language.
[[nodiscard]] Result<std::vector<Translation>, ReadError> translations_of(const Folder& folder,
                                                                          const std::string& name);

/// Gives each text of the lesson all of whose paragraphs are translated its words in that language.
/// What the lesson says there itself stays.
void translate(Lesson& lesson, const Translation& translation);

/// The English paragraphs of a lesson, in its order, each once.
[[nodiscard]] std::vector<std::string> paragraphs_of(const Lesson& lesson);

struct Gaps {
  std::vector<std::string> missing;  ///< English without a translation
  std::vector<Translated> outdated;  ///< of English that the lesson does not say, or says no longer
};
[[nodiscard]] Gaps gaps(const Lesson& lesson, const Translation& translation);

/// The file for a translator: every paragraph of the lesson, with what is translated already, and
/// behind them what is outdated.
[[nodiscard]] std::string write_translation(const Lesson& lesson, const Translation& translation);

}  // namespace imapscope::lesson
