#include "gui/app/document/capture_document.h"

#include <utility>

#include "sim/redact/redact.h"

namespace imapscope::gui {

CaptureDocument::CaptureDocument(trace::Trace trace, const std::string& name)
    : Document(name, record(redact::redact(std::move(trace)), name)) {
  const auto& warnings = current().timeline.trace().warnings;
  if (!warnings.empty()) warn(warnings.front());
}

std::string_view CaptureDocument::why_not() const {
  return "messages.capture";
}

}  // namespace imapscope::gui
