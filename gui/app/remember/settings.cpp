#include "gui/app/remember/settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "gui/app/make/make_start.h"

namespace imapscope::gui {
namespace {

using nlohmann::json;

/// The value of `key` where it has the wanted type; else what was there.
template <class T>
void take(const json& settings, const char* key, bool (json::*is)() const noexcept, T& value) {
  const auto found = settings.find(key);
  if (found != settings.end() && ((*found).*is)()) value = found->get<T>();
}

void read_start(const json& settings, StartState& start) {
  take(settings, "folder", &json::is_string, start.folder);
  take(settings, "here", &json::is_string, start.here);
  const auto recent = settings.find("recent");
  if (recent == settings.end() || !recent->is_array()) return;
  for (const json& entry : *recent) {
    RecentFile file;
    if (!entry.is_object() || start.recent.size() == recent_kept) continue;
    take(entry, "path", &json::is_string, file.path);
    take(entry, "lesson", &json::is_boolean, file.lesson);
    take(entry, "connections", &json::is_number_unsigned, file.connections);
    take(entry, "lines", &json::is_number_unsigned, file.lines);
    if (!file.path.empty()) start.recent.push_back(std::move(file));
  }
}

json print_recent(const std::vector<RecentFile>& recent) {
  json files = json::array();
  for (const RecentFile& file : recent) {
    files.push_back({{"path", file.path},
                     {"lesson", file.lesson},
                     {"connections", file.connections},
                     {"lines", file.lines}});
  }
  return files;
}

void read_splitters(const json& settings, View& view) {
  const auto shares = settings.find("splitters");
  if (shares == settings.end() || !shares->is_array() || shares->size() != splitter_count) return;
  for (std::size_t i = 0; i < splitter_count; ++i) {
    if ((*shares)[i].is_number()) view.shares[i] = (*shares)[i].get<float>();
  }
}

void read_view(const json& settings, View& view) {
  bool light = view.brightness == Brightness::light;
  take(settings, "light", &json::is_boolean, light);
  view.brightness = light ? Brightness::light : Brightness::dark;
  take(settings, "zoom", &json::is_number, view.zoom);
  view.zoom = std::clamp(view.zoom, double{zoom_min}, double{zoom_max});
  take(settings, "motion", &json::is_boolean, view.motion);
  take(settings, "presenter", &json::is_boolean, view.presenter);
  take(settings, "language", &json::is_string, view.language);
  read_splitters(settings, view);
}

void read_place(const json& settings, std::optional<WindowPlace>& place) {
  const auto found = settings.find("place");
  if (found == settings.end() || !found->is_object()) return;
  WindowPlace read;
  take(*found, "x", &json::is_number_integer, read.x);
  take(*found, "y", &json::is_number_integer, read.y);
  take(*found, "width", &json::is_number_integer, read.width);
  take(*found, "height", &json::is_number_integer, read.height);
  constexpr int least = 200;
  constexpr int most = 20000;
  const auto fits = [](int size) { return size >= least && size <= most; };
  if (fits(read.width) && fits(read.height)) place = read;
}

}  // namespace

Result<void, Said> read_settings(std::string_view text, WindowState& state) {
  const json settings = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!settings.is_object()) return fail(Said("messages.damaged.no_json"));
  read_view(settings, state.view);
  read_place(settings, state.place);
  read_start(settings, state.start);
  return {};
}

std::string print_settings(const WindowState& state) {
  const View& view = state.view;
  json settings{{"light", view.brightness == Brightness::light},
                {"zoom", view.zoom},
                {"motion", view.motion},
                {"presenter", view.presenter},
                {"splitters", view.shares},
                {"folder", state.start.folder},
                {"here", state.start.here},
                {"recent", print_recent(state.start.recent)}};
  if (view.language != state.system_language) settings["language"] = view.language;
  if (state.place) {
    const WindowPlace& place = *state.place;
    settings["place"] = {
        {"x", place.x}, {"y", place.y}, {"width", place.width}, {"height", place.height}};
  }
  return settings.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

}  // namespace imapscope::gui
