#include "gui/layout/literals.h"

#include <algorithm>
#include <utility>

#include "gui/layout/octets.h"
#include "sim/base/ascii.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

constexpr std::string_view literal_slot = "{literal}";

std::optional<std::size_t> place_of_slot(const Completion& completion) {
  for (std::size_t i = 0; i < completion.slots.size(); ++i) {
    if (completion.slots[i].name == literal_slot) return i;
  }
  return std::nullopt;
}

Candidate candidate_of(const LiteralSource& source) {
  return {.text = announcement(source.bytes),
          .arguments = {},
          .meaning = source.meaning,
          .source = {},
          .octets = source.bytes};
}

/// Behind the `{`.
std::string_view typed_behind(std::string_view line, std::size_t place) {
  return line.substr(std::min(line.size(), place + 1));
}

/// A `{` that is not closed, and not part of a quoted string.
std::optional<std::size_t> open_brace(std::string_view line) {
  const std::size_t blank = line.rfind(" {");
  if (blank == std::string_view::npos) return std::nullopt;
  const bool closed = line.find('}', blank) != std::string_view::npos;
  const bool quoted =
      std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(blank), '"') % 2 == 1;
  return closed || quoted ? std::nullopt : std::optional(blank + 1);
}

/// Whether a literal may stand at the line's end although no `{` does yet: only what is optional
/// comes before it.
bool may_begin(std::string_view line, const Completion& completion) {
  const auto slot = place_of_slot(completion);
  if (!slot || !completion.slot || line.size() != completion.from) return false;
  return std::all_of(completion.slots.begin() + static_cast<std::ptrdiff_t>(*completion.slot),
                     completion.slots.begin() + static_cast<std::ptrdiff_t>(*slot),
                     [](const Slot& each) { return each.optional; });
}

}  // namespace

std::string announcement(std::string_view bytes) {
  return "{" + std::to_string(bytes.size()) + "}";
}

std::optional<std::size_t> literal_place(std::string_view line, const Completion& completion) {
  if (completion.verb.empty()) return std::nullopt;
  if (const auto open = open_brace(line)) return open;
  return may_begin(line, completion) ? std::optional(line.size()) : std::nullopt;
}

bool is_counted(std::string_view line, std::size_t place) {
  const std::string_view typed = typed_behind(line, place);
  return std::all_of(typed.begin(), typed.end(), ascii::is_digit);
}

void offer_literals(const words::Words& words, Completion& completion, std::string_view line,
                    std::size_t place, const std::vector<LiteralSource>& sources) {
  const std::string_view typed = typed_behind(line, place);
  completion.rest.clear();
  completion.from = place;
  if (place < line.size()) completion.slot = place_of_slot(completion);
  if (!is_counted(line, place)) {
    const std::string bytes = unescaped(typed);
    const std::string typed_words = words("console.typed", {{"text", wire::printable(bytes)}});
    completion.candidates = {candidate_of({typed_words, bytes})};
    return;
  }
  for (const LiteralSource& source : sources) {
    Candidate candidate = candidate_of(source);
    if (std::string_view(candidate.text).substr(1).starts_with(typed)) {
      completion.candidates.push_back(std::move(candidate));
    }
  }
}

}  // namespace imapscope::gui
