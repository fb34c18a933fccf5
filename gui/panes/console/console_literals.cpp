#include "gui/panes/console/console_literals.h"

#include <string>

#include "gui/layout/octets.h"
#include "sim/base/ascii.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

constexpr std::size_t most_messages = 100;
/// Longer ones have no room in the field for octets.
constexpr std::size_t longest = 65536;

std::vector<LiteralSource> samples(const words::Words& words) {
  std::vector<LiteralSource> sources;
  for (const SampleMessage& sample : sample_messages()) {
    sources.push_back(
        {words.name("console.sample.", sample.name) + ": " + wire::printable(sample.bytes),
         sample.bytes});
  }
  return sources;
}

/// Those of the open mailbox whose announcement begins with `beginning`, the newest first.
void add_messages(const XrayRows& rows, std::string_view beginning,
                  std::vector<LiteralSource>& sources) {
  std::size_t added = 0;
  for (std::size_t i = rows.size(); i > 0 && added < most_messages; --i) {
    const std::string_view octets = rows.octets(i - 1);
    if (octets.size() > longest || !announcement(octets).starts_with(beginning)) continue;
    const std::string uid = "UID " + std::to_string(rows.uid_at(i - 1).value);
    sources.push_back({uid + ": " + rows.row(i - 1).subject, std::string(octets)});
    ++added;
  }
}

std::vector<LiteralSource> sources_for(const Scene& scene, std::string_view beginning) {
  std::vector<LiteralSource> sources = samples(scene.words);
  if (scene.xray) add_messages(*scene.xray->rows, beginning, sources);
  return sources;
}

}  // namespace

void offer_literals(const Scene& scene, std::string_view line, Completion& completion) {
  const auto place = literal_place(line, completion);
  if (!place) return;
  const bool is_message = has(completion.verb, Trait::carries_message) && is_counted(line, *place);
  offer_literals(
      scene.words, completion, line, *place,
      is_message ? sources_for(scene, line.substr(*place)) : std::vector<LiteralSource>());
}

std::string proposal_for(const Scene& scene, std::string_view line, const std::string& chosen) {
  if (!chosen.empty() && line.ends_with(announcement(chosen))) return chosen;
  const std::size_t brace = line.rfind('{');
  const std::string_view command = typed_line(line).command;
  const bool is_message = ascii::starts_with_ignoring_case(command, "APPEND ");
  if (brace == std::string_view::npos || !is_message) return {};
  for (const LiteralSource& source : sources_for(scene, line.substr(brace))) {
    if (line.ends_with(announcement(source.bytes))) return source.bytes;
  }
  return {};
}

}  // namespace imapscope::gui
