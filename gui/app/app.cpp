#include "gui/app/app.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "gui/app/apply.h"
#include "gui/app/pace.h"
#include "gui/app/remember/note_progress.h"

namespace imapscope::gui {
namespace {

std::string title_of(const WindowState& state) {
  const std::string title = state.document->title(words::Words(state.view.language));
  return title.empty() ? "imapscope" : title + " · imapscope";
}

Theme theme_of(const View& view, const Scaling& scaling, const Faces& faces) {
  Theme theme = make_theme(view.brightness, scaling, view.presenter, view.motion);
  theme.faces = faces;
  return theme;
}

}  // namespace

Scaling App::scaling(float display, float width, float height) const {
  const float zoom = static_cast<float>(state_.view.zoom);
  return gui::scaling(state_.view.presenter, zoom * display, width, height);
}

void App::obey(const Intents& intents) {
  gui::obey(intents, state_, files_);
}

Scene App::scene(const Theme& theme) {
  return maker_.make(state_, theme);
}

Wishes App::frame(const Surroundings& around, const Faces& faces) {
  advance(state_, around.seconds, files_);
  const Theme theme = theme_of(state_.view, around.scaling, faces);
  const Scene now = scene(theme);
  note_progress(now, state_);
  const Intents intents = frame_.draw(now, around.width, around.height);
  obey(intents);
  if (around.place) state_.place = around.place;
  const bool moves = state_.playing || state_.stirs_s > 0;
  // What has moved settles, too: a scroll bar goes away a frame after there is room again.
  const bool stirred = around.touched || !intents.empty() || moves;
  unsettled_ = stirred ? frames_to_settle : std::max(0, unsettled_ - 1);
  Wishes wishes;
  wishes.ground = theme.now.ground;
  wishes.full_screen = state_.view.full_screen;
  if (std::string title = title_of(state_); title != title_) wishes.title = title_ = title;
  wishes.next_frame_s = next_frame_in({.moves = moves,
                                       .settles = unsettled_ > 0,
                                       .blinks = ImGui::GetIO().WantTextInput,
                                       .is_followed = state_.document->is_followed()});
  wishes.files = memory_.take(state_, wishes.next_frame_s != 0.0);
  for (Save& save : std::exchange(state_.saves, {})) {
    const std::string name = joined(state_.start.home, save.name);
    wishes.files.push_back({FileWish::What::write_new, name, std::move(save.octets)});
  }
  return wishes;
}

void App::was_written(const std::string& name) {
  state_.note = Said("messages.saved", {{"file", name}});
}

void App::could_not(const FileWish& wish, Said why) {
  memory_.give_up(wish.name);
  state_.message = std::move(why);
}

}  // namespace imapscope::gui
