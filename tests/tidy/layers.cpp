#include "tests/tidy/layers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "embedded/table_of_layers.h"

namespace imapscope::tidy {
namespace {

struct Layer {
  std::string_view name;
  std::vector<std::string_view> arrows;  // what it may include besides itself, and what those may
};

std::string_view take_until(std::string_view& rest, char end) {
  const std::string_view taken = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(taken.size() + 1, rest.size()));
  return taken;
}

// A row of .cmake/layers.txt: `wire: imap`.
Layer layer_in(std::string_view row) {
  Layer layer{take_until(row, ':'), {}};
  while (!row.empty()) {
    if (const std::string_view arrow = take_until(row, ' '); !arrow.empty()) {
      layer.arrows.push_back(arrow);
    }
  }
  return layer;
}

const std::vector<Layer>& layers() {
  static const std::vector<Layer> table = [] {
    const auto bytes = embedded::table_of_layers();
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::vector<Layer> rows;
    while (!rest.empty()) {
      const std::string_view row = take_until(rest, '\n');
      if (!row.empty() && row.front() != '#') rows.push_back(layer_in(row));
    }
    return rows;
  }();
  return table;
}

// Files that are a layer of their own within their folder.
struct Placed {
  std::string_view path;
  std::string_view layer;
};

constexpr std::array placed{
    Placed{"gui/main.cpp", "gui/main"},
};

// A library, and the folders whose files may include it.
struct Library {
  std::string_view prefix;
  std::vector<std::string_view> homes;
  bool hidden;  // no header may show it to another layer
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> table{
      {"nlohmann/",
       {"sim/trace/", "sim/lesson/", "sim/words/", "sim/net/verdict.cpp",
        "gui/app/remember/settings.cpp", "gui/app/remember/progress.cpp"},
       true},
      {"fmt/", {"sim/words/"}, true},
      {"utf8proc", {"sim/base/"}, true},
      {"asio", {"sim/net/"}, true},
      {"openssl/", {"sim/codec/"}, true},
      {"zlib", {"sim/codec/"}, true},
      {"CLI/", {"sim/terminal/", "sim/cli/", "gui/main.cpp"}, true},
      {"tins/", {"sim/trace/pcap/"}, true},
      {"pcap", {"sim/trace/pcap/"}, true},
      {"imgui", {"gui/imgui/", "gui/panes/", "gui/app/", "gui/platform/", "gui/main"}, false},
      {"GLFW/", {"gui/platform/", "gui/main"}, true},
      {"GL/", {"gui/platform/"}, true},
      {"EGL/", {"gui/platform/"}, true},
      {"stb_", {"gui/platform/"}, true},
      // Files come in as octets, by name (sim/base/files.h).
      {"filesystem", {"sim/disk/", "sim/cli/", "gui/platform/", "gui/main"}, false},
      {"fstream", {"sim/disk/", "sim/cli/", "gui/platform/"}, false},
  };
  return table;
}

const Library* library_of(std::string_view include) {
  for (const Library& library : libraries()) {
    if (include.starts_with(library.prefix)) return &library;
  }
  return nullptr;
}

std::set<std::string_view> reachable_layers(std::string_view from) {
  std::set<std::string_view> reached;
  std::vector<std::string_view> todo{from};
  while (!todo.empty()) {
    const std::string_view name = todo.back();
    todo.pop_back();
    if (!reached.insert(name).second) continue;
    for (const Layer& layer : layers()) {
      if (layer.name == name) todo.insert(todo.end(), layer.arrows.begin(), layer.arrows.end());
    }
  }
  return reached;
}

class LayerCheck {
 public:
  explicit LayerCheck(std::span<const Source> sources) {
    for (const Source& source : sources) by_path_[source.path] = &source;
  }

  Findings run() {
    for (const auto& [path, source] : by_path_) {
      if (path.starts_with("tests/")) continue;
      if (layer_of(path).empty()) {
        findings_.push_back({std::string(path), 0, "belongs to no layer of the design"});
        continue;
      }
      check_libraries(*source);
      follow(*source, *source, {});
    }
    return std::move(findings_);
  }

 private:
  // Checks what `from` reaches by way of `at`; `chain` names the headers in between.
  void follow(const Source& from, const Source& at, const std::string& chain) {
    if (chain.empty()) seen_.clear();
    for (const Include& include : at.includes) {
      const auto found = by_path_.find(include.path);
      if (found == by_path_.end() || !seen_.insert(found->first).second) continue;
      const int line = chain.empty() ? first_line_ = include.line : first_line_;
      if (!check_arrow(from, include.path, line, chain)) continue;
      follow(from, *found->second, chain + (chain.empty() ? " through " : " and ") + include.path);
    }
  }

  bool check_arrow(const Source& from, const std::string& to, int line, const std::string& chain) {
    if (may_include(layer_of(from.path), layer_of(to))) return true;
    findings_.push_back({from.path, line,
                         "reaches " + to + chain + ", but the design has no arrow from " +
                             std::string(layer_of(from.path)) + " to " +
                             std::string(layer_of(to))});
    return false;
  }

  void check_libraries(const Source& source) {
    for (const Include& include : source.includes) {
      const Library* library = library_of(include.path);
      if (library == nullptr) continue;
      const auto is_home = [&](std::string_view home) { return source.path.starts_with(home); };
      if (std::none_of(library->homes.begin(), library->homes.end(), is_home)) {
        findings_.push_back({source.path, include.line,
                             "<" + include.path + "> belongs to " +
                                 std::string(library->homes.front()) +
                                 ": ask that layer for what you need"});
      } else if (library->hidden && source.path.ends_with(".h")) {
        check_hidden(source, include);
      }
    }
  }

  // A header that shows a hidden library may be included within its own layer only.
  void check_hidden(const Source& header, const Include& library) {
    for (const auto& [path, user] : by_path_) {
      if (layer_of(path).empty() || layer_of(path) == layer_of(header.path)) continue;
      if (!reaches(*user, header.path)) continue;
      findings_.push_back({header.path, library.line,
                           "shows <" + library.path + "> to " + std::string(path) +
                               ": keep it in a .cpp, so that builds stay short"});
      return;
    }
  }

  bool reaches(const Source& from, std::string_view target) const {
    std::set<std::string_view> seen;
    std::vector<const Source*> todo{&from};
    while (!todo.empty()) {
      const Source* source = todo.back();
      todo.pop_back();
      if (!seen.insert(source->path).second) continue;
      if (source->path == target) return true;
      for (const Include& include : source->includes) {
        const auto found = by_path_.find(include.path);
        if (found != by_path_.end()) todo.push_back(found->second);
      }
    }
    return false;
  }

  std::map<std::string_view, const Source*> by_path_;
  std::set<std::string_view> seen_;
  int first_line_ = 0;
  Findings findings_;
};

}  // namespace

std::string_view layer_of(std::string_view path) {
  for (const Placed& file : placed) {
    if (file.path == path) return file.layer;
  }
  for (const Layer& layer : layers()) {
    const std::string_view room = layer.name;  // "gui/panes"; of sim/ the folder's name alone
    const std::string folder =
        room.starts_with("gui/") ? std::string(room) : "sim/" + std::string(room);
    if (path.starts_with(folder + "/")) return room;
  }
  return {};
}

bool may_include(std::string_view from, std::string_view to) {
  return reachable_layers(from).contains(to);
}

Findings check_layers(std::span<const Source> sources) {
  return LayerCheck(sources).run();
}

}  // namespace imapscope::tidy
