#include "sim/neighbour/reply.h"

#include "sim/neighbour/dots.h"

namespace imapscope::neighbour {
namespace {

/// What the lines are that a well-answered command brings; nothing: it brings none.
std::optional<Answering::Line> brought_by(const Dialect& dialect, std::string_view command) {
  const Words words = words_of(command);
  const CommandInfo* info = find(dialect.commands, words.verb);
  if (info == nullptr || !brings_lines(*info, words.argument)) return std::nullopt;
  return info->brings == Brings::message ? Answering::Line::message : Answering::Line::item;
}

}  // namespace

Answering::Heard Answering::hear(const Dialect& dialect, std::string_view line,
                                 const std::string_view* command, bool goes_on) {
  if (brings_) {
    const Heard heard{*brings_, ends_lines(line), std::nullopt};
    if (heard.completes) brings_.reset();
    return heard;
  }
  const std::optional<Status> status = dialect.status_in(line);
  if (!status) return {Line::unknown, false, std::nullopt};
  if (status->goes_on) return {Line::status, false, status};
  if (status->success == Success::yes && command != nullptr && !goes_on) {
    brings_ = brought_by(dialect, *command);
  }
  const bool waits = status->success == Success::go_ahead && command != nullptr;
  return {Line::status, !brings_ && !waits, status};
}

}  // namespace imapscope::neighbour
