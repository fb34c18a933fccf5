// CaptureDocument: a trace of what has happened elsewhere. One history, watched and not steered;
// its secrets are masked before anything is shown.
#pragma once

#include "gui/app/document/document.h"

namespace imapscope::gui {

class CaptureDocument : public Document {
 public:
  CaptureDocument(trace::Trace trace, const std::string& name);

  [[nodiscard]] Source source() const override { return Source::capture; }
  [[nodiscard]] std::string_view why_not() const override;
};

}  // namespace imapscope::gui
