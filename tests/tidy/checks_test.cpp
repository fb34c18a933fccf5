// The checks themselves, on sources made up for the purpose: a check must be able to fail.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "tests/tidy/banned.h"
#include "tests/tidy/families.h"
#include "tests/tidy/layers.h"
#include "tests/tidy/outline.h"
#include "tests/tidy/sentences.h"
#include "tests/tidy/sizes.h"

namespace imapscope::tidy {
namespace {

std::string lines(int count, const std::string& line = "x;\n") {
  std::string text;
  for (int i = 0; i < count; ++i) text += line;
  return text;
}

std::string layer_findings(std::vector<Source> sources) {
  return to_text(check_layers(sources));
}

std::string banned_findings(const std::string& code, const std::string& path = "sim/mail/a.cpp") {
  return to_text(check_banned(std::array{read_source(path, code)}));
}

}  // namespace

TEST_CASE("comments and literals are blanked, line by line") {
  struct Example {
    std::string code, blanked;
  };
  const Example examples[] = {
      {"a // b\nc", "a     \nc"},
      {"a /* b\n */ c", "a     \n    c"},
      {R"(x = "a\"b"; y)", R"(x = "    "; y)"},
      {"c = '\"'; d", "c = ' '; d"},
      {"n = 1'000; m = 2'000;", "n = 1'000; m = 2'000;"},
      {"s = R\"(a \" // \n)\"; t", "s = R         \n  ; t"},
      {"s = R\"ab()\")ab\"; t", "s = R          ; t"},
  };
  for (const Example& example : examples) {
    CHECK(blank_comments_and_literals(example.code) == example.blanked);
  }
}

TEST_CASE("includes are read with their lines, but not from comments") {
  const Source source = read_source("sim/wire/a.cpp",
                                    "#include <span>\n"
                                    "// #include <map>\n"
                                    "/* \n#include <set>\n*/\n"
                                    "#include \"sim/imap/flag.h\"\n");
  REQUIRE(source.includes.size() == 2);
  CHECK(source.includes[0].path == "span");
  CHECK(source.includes[1].path == "sim/imap/flag.h");
  CHECK(source.includes[1].line == 6);
}

TEST_CASE("the outline finds functions and their lines") {
  struct Example {
    std::string code, name;
    int first, last;
  };
  const Example examples[] = {
      {"int f(int a) {\n  return a;\n}\n", "f", 1, 3},
      {"namespace n {\nnamespace {\n\nvoid f() {}\n}\n}\n", "f", 4, 4},
      {"template <class T>\nT f(T t) {\n  if (t) {\n  }\n}\n", "f", 1, 5},
      {"struct S {\n  void f() const {\n  }\n};\n", "f", 2, 3},
      {"class S {\n public:\n  S() : a_{1}, b_{2} {\n  }\n};\n", "S", 2, 4},
      {"S::~S() {\n}\n", "S::~S", 1, 2},
      {"TEST_CASE(\"a { b\") {\n  x;\n}\n", "TEST_CASE", 1, 3},
      {"bool operator==(S a, S b) {\n}\n", "operator==", 1, 2},
      {"const auto f = [](int a) {\n  x;\n};\n", "", 1, 3},
  };
  for (const Example& example : examples) {
    CAPTURE(example.code);
    const Outline outline = outline_of(read_source("a.cpp", example.code).code);
    REQUIRE(outline.functions.size() == 1);
    if (example.name != "operator==") CHECK(outline.functions[0].name == example.name);
    CHECK(outline.functions[0].first_line == example.first);
    CHECK(outline.functions[0].last_line == example.last);
  }
}

TEST_CASE("tables, types and enumerations are no functions") {
  for (const char* code : {"constexpr int rows[] = {\n1,\n2};\n", "std::tuple rows{\nRow{1}};\n",
                           "enum class E {\n a,\n b };\n", "struct S {\n int a{};\n};\n",
                           "template <class T>\nconcept C = requires(T t) {\n t.f();\n};\n"}) {
    CAPTURE(code);
    CHECK(outline_of(code).functions.empty());
  }
}

TEST_CASE("a long file, function or line is found") {
  const auto check = [](const std::string& text) {
    return to_text(check_sizes(std::array{read_source("sim/a.cpp", text)}, {}));
  };
  CHECK(check(lines(longest_file)) == "");
  CHECK(check(lines(longest_file + 1)) ==
        "sim/a.cpp: the file has 401 lines, more than 400: split it by subject\n");
  CHECK(check("void f() {\n" + lines(longest_function - 2) + "}\n") == "");
  CHECK(check("\nvoid f() {\n" + lines(longest_function - 1) + "}\n") ==
        "sim/a.cpp:2: f has 71 lines, more than 70: give its parts names of their own\n");
  CHECK(check("//" + std::string(98, '-') + "\n") == "");
  CHECK(check("//" + lines(98, "—") + "\n") == "");
  CHECK(check("\n//" + std::string(99, '-') + "\n") ==
        "sim/a.cpp:2: the line has 101 columns, more than 100: break it\n");
}

TEST_CASE("an exception excuses what it names, and is reported when nothing needs it") {
  const std::array sources{read_source("sim/a.cpp", lines(longest_file + 1))};
  const std::array needed{Exception{"sim/a.cpp", "", "a table"}};
  CHECK(to_text(check_sizes(sources, needed)) == "");
  const std::array stale{Exception{"sim/a.cpp", "", "a table"}, Exception{"sim/b.cpp", "f", "x"}};
  CHECK(to_text(check_sizes(sources, stale)) ==
        "sim/b.cpp: is short enough now: take it from the list of exceptions\n");
}

TEST_CASE("paths have layers") {
  CHECK(layer_of("sim/wire/cursor.h") == "wire");
  CHECK(layer_of("sim/trace/pcap/link.cpp") == "trace");  // a folder belongs to the room it is in
  CHECK(layer_of("gui/panes/ladder.cpp") == "gui/panes");
  CHECK(layer_of("gui/scene/scene.h") == "gui/scene");
  CHECK(layer_of("gui/app/apply.cpp") == "gui/app");
  CHECK(layer_of("gui/main.cpp") == "gui/main");
  CHECK(layer_of("tests/wire/a.cpp") == "");
  CHECK(layer_of("sim/elsewhere/a.h") == "");
}

TEST_CASE("arrows may be followed, but not against their direction") {
  CHECK(may_include("wire", "wire"));
  CHECK(may_include("wire", "base"));
  CHECK_FALSE(may_include("imap", "wire"));
  CHECK_FALSE(may_include("client", "mail"));
  CHECK_FALSE(may_include("observer", "server"));
  CHECK(may_include("gui/panes", "observer"));
  for (const char* layer : {"server", "mail", "world", "lesson", "net", "gui/app"}) {
    CHECK_FALSE(may_include("gui/panes", layer));
  }
  CHECK_FALSE(may_include("gui/app", "net"));
}

TEST_CASE("an include against the arrows is found") {
  CHECK(layer_findings({read_source("sim/imap/a.h", "#include \"sim/wire/b.h\"\n"),
                        read_source("sim/wire/b.h", "")}) ==
        "sim/imap/a.h:1: reaches sim/wire/b.h, but the design has no arrow from imap to wire\n");
}

TEST_CASE("an include against the arrows is found through other headers") {
  const std::string findings =
      layer_findings({read_source("gui/panes/a.cpp", "\n#include \"gui/scene/scene.h\"\n"),
                      read_source("gui/scene/scene.h", "#include \"sim/observer/x.h\"\n"),
                      read_source("sim/observer/x.h", "#include \"sim/mail/m.h\"\n"),
                      read_source("sim/mail/m.h", "")});
  CHECK(findings.find("gui/panes/a.cpp:2: reaches sim/mail/m.h through gui/scene/scene.h and "
                      "sim/observer/x.h") != std::string::npos);
}

TEST_CASE("a folder that the design does not know is found") {
  CHECK(layer_findings({read_source("sim/util/a.h", "")}) ==
        "sim/util/a.h: belongs to no layer of the design\n");
}

TEST_CASE("a library outside its folder is found") {
  CHECK(layer_findings({read_source("sim/wire/a.cpp", "#include <nlohmann/json.hpp>\n")}) ==
        "sim/wire/a.cpp:1: <nlohmann/json.hpp> belongs to sim/trace/: ask that layer for what you "
        "need\n");
  CHECK(layer_findings({read_source("sim/lesson/a.cpp", "#include <nlohmann/json.hpp>\n")}) == "");
}

TEST_CASE("a header may not show a library to another layer") {
  const Source header = read_source("sim/trace/json.h", "#include <nlohmann/json.hpp>\n");
  const Source within = read_source("sim/trace/a.cpp", "#include \"sim/trace/json.h\"\n");
  const Source outside = read_source("sim/channel/a.cpp", "#include \"sim/trace/json.h\"\n");
  CHECK(layer_findings({header, within}) == "");
  CHECK(layer_findings({header, outside}).find("shows <nlohmann/json.hpp> to sim/channel/a.cpp") !=
        std::string::npos);
}

TEST_CASE("clocks, chance and threads are found in the simulation") {
  for (const char* code :
       {"auto t = std::chrono::system_clock::now();", "auto t = std::time(nullptr);",
        "long f() { return time(nullptr); }", "int i = rand();", "std::random_device device;",
        "void f() { std::thread t; }", "int f() { return std::rand(); }"}) {
    CAPTURE(code);
    CHECK(banned_findings(code) != "");
    CHECK(banned_findings(code, "sim/net/a.cpp") == "");
    CHECK(banned_findings(code, "gui/main.cpp") == "");
  }
  CHECK(banned_findings("int f() {\n  return rand();\n}\n") ==
        "sim/mail/a.cpp:2: rand makes two runs differ: take a Random with its seed "
        "(sim/base/random.h)\n");
}

TEST_CASE("a bare number of pixels is found where panes draw") {
  const auto found = [](const std::string& code, const std::string& path) {
    return to_text(check_distances(std::array{read_source(path, code)}));
  };
  for (const char* code : {"x += theme.px(14);", "x += px(1.5F);", "y(px(\n3), px(space::gap));"}) {
    CAPTURE(code);
    CHECK(found(code, "gui/panes/a.cpp") != "");
    CHECK(found(code, "gui/layout/a.cpp") == "");
  }
  for (const char* code : {"x += theme.px(space::unit);", "x += px(2 * space::row);", "// px(14)",
                           "float px(float design) const;", "x += max_px(14);"}) {
    CAPTURE(code);
    CHECK(found(code, "gui/panes/a.cpp") == "");
  }
}

TEST_CASE(
    "a sentence in code is found, and names, keys, assertions and the server's text are not") {
  const auto found = [](const std::string& code, const std::string& path = "sim/world/a.cpp") {
    return to_text(check_sentences(std::array{read_source(path, code)}));
  };
  CHECK(found("f();\ng(\"The line is cut.\");\n") ==
        "sim/world/a.cpp:2: \"The line is cut.\" is read in one language: make it a message "
        "(sim/words)\n");
  CHECK(found("g(\"x\" + name + \" is not connected\");\n") != "");
  CHECK(found("g(\"The line is cut.\");\n", "sim/server/a.cpp") == "");
  for (const char* code : {"g(\"world.not_connected\");\n", "g(\"Not authenticated\");\n",
                           "assert(f() && \"it was given a line\");\n",
                           "// g(\"The line is cut.\");\n", "g(\"UID FETCH 1 FLAGS\");\n"}) {
    CAPTURE(code);
    CHECK(found(code) == "");
  }
}

TEST_CASE("our own names that sound like banned ones are fine") {
  for (const char* code : {"int f() { return event.time(); }", "Instant time() const;",
                           "Instant Event::time() const { return t; }", "// rand()",
                           "const char* s = \"rand()\";", "int operand(int a);"}) {
    CAPTURE(code);
    CHECK(banned_findings(code).find("differ") == std::string::npos);
  }
}

TEST_CASE("hidden state is found") {
  for (const char* code :
       {"namespace {\nint counter = 0;\n}", "static std::string last;", "std::vector<int> seen{};",
        "void f() { static int calls = 0; }", "struct S { static int count; };",
        "inline int counter{0};", "int next() {\n static std::map<int, int> m;\n}"}) {
    CAPTURE(code);
    CHECK(banned_findings(code).find("hidden state") != std::string::npos);
  }
  CHECK(banned_findings("int f() {\n\n  static int n = 0;\n  return n;\n}\n")
            .starts_with("sim/mail/a.cpp:3: "));
}

TEST_CASE("constants, functions and members are not hidden state") {
  for (const char* code :
       {"constexpr int limit = 3;", "const std::string name = f(3);", "int f(int a = 0);",
        "void f() { static const std::vector<int> table{1, 2}; }", "struct S { int a = 0; };",
        "struct S { static S make(int a); };", "using A = int;", "static int f(int a);",
        "template <class T> struct X;", "class Y;", "static_assert(sizeof(int) == 4);",
        "struct S {\n  int a;\n} ;", "bool operator==(S, S) = default;",
        "struct S { S& operator=(const S&) = default; };"}) {
    CAPTURE(code);
    CHECK(banned_findings(code) == "");
  }
}

TEST_CASE("notes to oneself and headers without a guard are found") {
  const auto check = [](const std::string& path, const std::string& text) {
    return to_text(check_left_behind(std::array{read_source(path, text)}));
  };
  CHECK(check("sim/mail/a.cpp",
              "\n// TO"
              "DO: later\n")
            .starts_with("sim/mail/a.cpp:2: "));
  CHECK(check("sim/mail/a.h", "int f();\n") ==
        "sim/mail/a.h:1: a header begins with #pragma once\n");
  CHECK(check("sim/mail/a.h", "// What it is.\n#pragma once\n") == "");
}

TEST_CASE("a family without its files is found") {
  std::set<std::string> paths{"sim/imap/store.h",
                              "sim/wire/store.cpp",
                              "sim/server/store.cpp",
                              "sim/belief/store.cpp",
                              "sim/explain/store.cpp",
                              "tests/wire/store_test.cpp",
                              "tests/server/dialogues/store.txt"};
  CHECK(to_text(check_families(paths, {"store"})) ==
        "tests/observer/store_test.cpp: is missing: every layer has its part of the command family "
        "store\n");
  paths.insert("tests/observer/store_test.cpp");
  CHECK(to_text(check_families(paths, {"store"})) == "");
  CHECK(check_families(paths, {"store", "fetch"}).size() == 8);
}

TEST_CASE("a family whose commands wait for the server has a part in the client") {
  const std::string findings = to_text(check_families({}, {"idle"}));
  CHECK(findings.find("sim/client/idle.cpp: is missing") != std::string::npos);
  CHECK(findings.find("tests/client/idle_test.cpp: is missing") != std::string::npos);
  CHECK(to_text(check_families({}, {"noop"})).find("client") == std::string::npos);
}

TEST_CASE("the families come from the command table") {
  CHECK(families_of_the_table().size() >= 10);
  CHECK(families_of_the_table().contains("store"));
}

}  // namespace imapscope::tidy
