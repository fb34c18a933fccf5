// imapsim, and imapscope where it opens no window, as a shell runs them.
#pragma once

#include <doctest/doctest.h>
#include <signal.h>  // kill, which is POSIX's
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/temporary.h"

namespace imapscope::test {

struct Run {
  int exit_code = -1;
  std::string out;
  std::string error;
};

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

inline Run run_in(const std::string& locale, const std::string& command_line) {
  const TemporaryFolder folder;
  const std::filesystem::path errors = folder / "errors";
  const std::string command =
      "LC_ALL=" + locale + " " + IMAPSCOPE_BIN_DIR + "/" + command_line + " 2>" + errors.string();
  Run run;
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    run.out.append(buffer.data(), n);
  }
  const int status = pclose(pipe);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  run.error = content_of(errors);
  return run;
}

inline Run imapsim(const std::string& arguments) {
  return run_in("C", "imapsim " + arguments);
}

/// Of one that goes on until it is stopped, which it is then.
inline std::string first_line_of(const std::string& arguments) {
  const std::string command =
      "echo $$; exec " + std::string(IMAPSCOPE_BIN_DIR) + "/imapsim " + arguments;
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  REQUIRE(std::fgets(buffer.data(), buffer.size(), pipe) != nullptr);
  const int process = std::stoi(buffer.data());
  const char* line = std::fgets(buffer.data(), buffer.size(), pipe);
  std::string first = line == nullptr ? "" : line;
  kill(process, SIGTERM);
  pclose(pipe);
  return first;
}

}  // namespace imapscope::test
