#include "gui/app/remember/memory.h"

#include <algorithm>
#include <utility>

#include "gui/app/remember/settings.h"

namespace imapscope::gui {
namespace {

bool exists_in(const Files& files, const std::string& name) {
  const auto entries = files.list(folder_of(name));
  return entries && std::any_of(entries->begin(), entries->end(), [&](const Files::Entry& entry) {
           return entry.name == file_of(name);
         });
}

}  // namespace

void Memory::recall(const Files& files, const std::string& folder, WindowState& state) {
  settings_ = joined(folder, "window.json");
  progress_ = joined(folder, "progress.json");
  recall(
      files, settings_, [&](const std::string& text) { return read_settings(text, state); }, state);
  recall(
      files, progress_,
      [&](const std::string& text) -> Result<void, Said> {
        auto progress = read_progress(text);
        if (!progress) return fail(progress.error());
        state.progress = std::move(*progress);
        return {};
      },
      state);
  written_settings_ = print_settings(state);
  written_progress_ = state.progress;
}

void Memory::recall(const Files& files, const std::string& name, const Read& read,
                    WindowState& state) {
  const auto content = files.read(name);
  if (!content && !exists_in(files, name)) return;
  const Result<void, Said> taken = content ? read(*content) : fail(content.error());
  if (taken) return;
  state.message = Said("messages.put_aside", {{"file", name}, {"why", taken.error()}});
  aside_.push_back({FileWish::What::put_aside, name});
}

std::vector<FileWish> Memory::take(const WindowState& state, bool rests) {
  std::vector<FileWish> wishes = std::exchange(aside_, {});
  if (!progress_.empty() && state.progress != written_progress_) {
    written_progress_ = state.progress;
    wishes.push_back({FileWish::What::write, progress_, print_progress(state.progress)});
  }
  if (settings_.empty() || !rests) return wishes;
  if (std::string now = print_settings(state); now != written_settings_) {
    wishes.push_back({FileWish::What::write, settings_, now});
    written_settings_ = std::move(now);
  }
  return wishes;
}

void Memory::give_up(const std::string& name) {
  for (std::string* kept : {&settings_, &progress_}) {
    if (*kept == name) kept->clear();
  }
}

}  // namespace imapscope::gui
