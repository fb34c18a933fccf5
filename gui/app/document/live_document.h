// LiveDocument: a capture in imapscope's own format, which another program may still be writing.
// It is followed; once it has grown it is called live.
#pragma once

#include "gui/app/document/capture_document.h"
#include "sim/trace/jsonl.h"

namespace imapscope::gui {

class LiveDocument : public CaptureDocument {
 public:
  /// `trace` is what the file of that name held when it was opened.
  LiveDocument(trace::Trace trace, const std::string& name);

  [[nodiscard]] Source source() const override;
  [[nodiscard]] std::string_view why_not() const override;
  [[nodiscard]] bool is_followed() const override { return !lost_; }
  bool follow(const Files& files) override;

 private:
  trace::Follower follower_;
  std::size_t already_read_;  ///< events that opening the file took in
  bool has_grown_ = false;
  bool lost_ = false;  ///< it is gone, or damaged: there is nothing more to come
};

}  // namespace imapscope::gui
