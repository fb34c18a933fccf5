#include "tests/tidy/banned.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "tests/tidy/outline.h"

namespace imapscope::tidy {
namespace {

struct Banned {
  std::string_view word;
  bool only_called;  // as a free function: event.time() is fine, time(nullptr) is not
  std::string_view instead;
};

constexpr std::string_view use_clock = "take the time as an Instant parameter (sim/base/time.h)";
constexpr std::string_view use_random = "take a Random with its seed (sim/base/random.h)";
constexpr std::string_view use_files = "take a Files (sim/base/files.h)";
constexpr std::string_view use_world = "let the world step one thing after the other";

constexpr std::array banned{
    Banned{"system_clock", false, use_clock},
    Banned{"steady_clock", false, use_clock},
    Banned{"high_resolution_clock", false, use_clock},
    Banned{"time", true, use_clock},
    Banned{"clock", true, use_clock},
    Banned{"gettimeofday", true, use_clock},
    Banned{"clock_gettime", true, use_clock},
    Banned{"localtime", true, use_clock},
    Banned{"gmtime", true, use_clock},
    Banned{"sleep_for", false, use_clock},
    Banned{"random_device", false, use_random},
    Banned{"rand", true, use_random},
    Banned{"srand", true, use_random},
    Banned{"uniform_int_distribution", false, use_random},
    Banned{"uniform_real_distribution", false, use_random},
    Banned{"fopen", false, use_files},
    Banned{"getenv", false, "leave it to the edges (sim/disk/, sim/cli/, gui/platform/)"},
    Banned{"thread", false, use_world},
    Banned{"jthread", false, use_world},
    Banned{"mutex", false, use_world},
    Banned{"async", true, use_world},
    Banned{"thread_local", false, "keep state in a value that is passed along"},
};

char last_before(std::string_view code, std::size_t at) {
  const std::size_t last = code.find_last_not_of(" \t\r\n", at - 1);
  return at == 0 || last == std::string_view::npos ? ' ' : code[last];
}

// A call of a free function: name( after something that is neither a type (a declaration) nor "."
// or "->" (a member), nor a qualifier other than std.
bool is_free_call(std::string_view code, std::size_t at, std::size_t size) {
  if (!code.substr(at + size).starts_with("(")) return false;
  const std::string_view before = code.substr(0, at);
  if (before.ends_with("::")) return before.ends_with("std::") || before.ends_with(" ::");
  if (before.ends_with("return ")) return true;
  const char last = last_before(code, at);
  return !is_name_char(last) && std::string_view(".>&*").find(last) == std::string_view::npos;
}

bool has_word(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return find_word(text, word) != std::string_view::npos;
  });
}

bool is_constant(std::string_view text) {
  return has_word(text, {"const", "constexpr"});
}

// A variable at namespace scope, or a static member, that can change.
bool is_mutable_variable(const Declaration& declaration) {
  const std::string_view text = declaration.text;
  if (is_constant(text) ||
      has_word(text, {"using", "typedef", "friend", "static_assert", "concept", "struct", "class",
                      "union", "enum", "namespace", "operator"})) {
    return false;
  }
  if (declaration.in_record && !has_word(text, {"static"})) return false;
  return text.find('(') >= text.find('=');  // no "(" at all, or an initializer before it
}

// The statement that begins with a static inside a function, up to what ends its declarator.
std::string_view declarator(std::string_view body, std::size_t at) {
  return body.substr(at, std::min(body.find_first_of("=;({", at), body.size()) - at);
}

class BannedCheck {
 public:
  explicit BannedCheck(const Source& source) : source_(source) {}

  Findings run() {
    for (const Banned& rule : banned) check_word(rule);
    check_statics();
    return std::move(findings_);
  }

 private:
  void check_word(const Banned& rule) {
    const std::string_view code = source_.code;
    for (std::size_t at = find_word(code, rule.word); at != std::string_view::npos;
         at = find_word(code, rule.word, at + 1)) {
      if (rule.only_called && !is_free_call(code, at, rule.word.size())) continue;
      report(line_of(code, at), std::string(rule.word) + " makes two runs differ: ", rule.instead);
    }
  }

  void check_statics() {
    constexpr std::string_view instead =
        "make it const, or keep it in a value that is passed along";
    const Outline outline = outline_of(source_.code);
    for (const Declaration& declaration : outline.declarations) {
      if (!is_mutable_variable(declaration)) continue;
      report(declaration.line, "a variable outside of functions is hidden state: ", instead);
    }
    for (const Function& function : outline.functions) {
      const std::string_view body = function.body;
      for (std::size_t at = find_word(body, "static"); at != std::string_view::npos;
           at = find_word(body, "static", at + 1)) {
        if (is_constant(declarator(body, at))) continue;
        const int line = function.last_line - line_of(body, body.size()) + line_of(body, at);
        report(line, "a static that changes is hidden state: ", instead);
      }
    }
  }

  void report(int line, std::string what, std::string_view instead) {
    findings_.push_back({source_.path, line, what.append(instead)});
  }

  const Source& source_;
  Findings findings_;
};

bool must_be_deterministic(std::string_view path) {
  constexpr std::array edges{"sim/net/", "sim/cli/", "sim/disk/", "gui/platform/", "gui/main"};
  const auto holds = [&](std::string_view edge) { return path.starts_with(edge); };
  return (path.starts_with("sim/") || path.starts_with("gui/")) &&
         std::none_of(edges.begin(), edges.end(), holds);
}

bool draws(std::string_view path) {
  return path.starts_with("gui/panes/") || path.starts_with("gui/imgui/");
}

// What stands in the parentheses that begin at `at`; nothing where none do.
std::string_view argument_of(std::string_view code, std::size_t at) {
  if (!code.substr(at).starts_with("(")) return {};
  return code.substr(at + 1, code.find(')', at) - at - 1);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.F \n") == std::string_view::npos;
}

void append(Findings& to, Findings from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

Findings check_banned(std::span<const Source> sources) {
  Findings findings;
  for (const Source& source : sources) {
    if (must_be_deterministic(source.path)) append(findings, BannedCheck(source).run());
  }
  return findings;
}

Findings check_distances(std::span<const Source> sources) {
  Findings findings;
  for (const Source& source : sources) {
    if (!draws(source.path)) continue;
    const std::string_view code = source.code;
    for (std::size_t at = find_word(code, "px"); at != std::string_view::npos;
         at = find_word(code, "px", at + 1)) {
      if (!is_number(argument_of(code, at + std::string_view("px").size()))) continue;
      findings.push_back(
          {source.path, line_of(code, at),
           "a bare number of pixels: ask for a role of gui/scene/theme.h, or name it"});
    }
  }
  return findings;
}

Findings check_left_behind(std::span<const Source> sources) {
  Findings findings;
  for (const Source& source : sources) {
    for (const std::string_view note : {"TO"
                                        "DO",
                                        "FIX"
                                        "ME",
                                        "XX"
                                        "X"}) {
      const std::size_t at = find_word(source.text, note);
      if (at == std::string_view::npos) continue;
      findings.push_back({source.path, line_of(source.text, at),
                          "do it now, or open an issue; notes to oneself do not land"});
    }
    if (source.path.ends_with(".h") && source.text.find("#pragma once") == std::string::npos) {
      findings.push_back({source.path, 1, "a header begins with #pragma once"});
    }
  }
  return findings;
}

}  // namespace imapscope::tidy
