#include "gui/app/document/live_document.h"

#include <algorithm>
#include <span>
#include <utility>

namespace imapscope::gui {

LiveDocument::LiveDocument(trace::Trace trace, const std::string& name)
    : CaptureDocument(std::move(trace), file_of(name)),
      follower_(name),
      already_read_(current().timeline.trace().events.size()) {}

Source LiveDocument::source() const {
  return has_grown_ ? Source::live : Source::capture;
}

std::string_view LiveDocument::why_not() const {
  return has_grown_ ? "messages.live" : CaptureDocument::why_not();
}

bool LiveDocument::follow(const Files& files) {
  if (lost_) return false;
  auto growth = follower_.poll(files);
  if (!growth) {
    lost_ = true;
    warn(growth.error().message);
    return false;
  }
  const std::size_t read = std::min(already_read_, growth->events.size());
  already_read_ -= read;
  const auto events = std::span(growth->events).subspan(read);
  if (events.empty()) return false;
  has_grown_ = true;
  recording().timeline.append(events);
  refresh(recording());
  changed();
  return true;
}

}  // namespace imapscope::gui
