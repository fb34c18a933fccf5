// A display of one's own for a test of the real window: Xvfb, where it is installed.
#pragma once

#include <csignal>
#include <cstdlib>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace imapscope::test {

/// Ends with the test. DISPLAY names it meanwhile.
class RealDisplay {
 public:
  RealDisplay() {
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0) return;
    server_ = fork();
    if (server_ == 0) start(pipe_ends);
    close(pipe_ends[1]);
    std::string number;
    for (char c = 0; read(pipe_ends[0], &c, 1) == 1 && c != '\n';) number += c;
    close(pipe_ends[0]);
    if (number.empty()) return;
    setenv("DISPLAY", (":" + number).c_str(), 1);
    is_there_ = true;
  }
  RealDisplay(const RealDisplay&) = delete;
  RealDisplay& operator=(const RealDisplay&) = delete;
  ~RealDisplay() {
    if (server_ <= 0) return;
    kill(server_, SIGTERM);
    waitpid(server_, nullptr, 0);
    unsetenv("DISPLAY");
  }

  [[nodiscard]] bool is_there() const { return is_there_; }

 private:
  [[noreturn]] static void start(const int (&pipe_ends)[2]) {
    close(pipe_ends[0]);
    const std::string fd = std::to_string(pipe_ends[1]);
    freopen("/dev/null", "w", stderr);
    execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", "1280x800x24", nullptr);
    _exit(127);
  }

  pid_t server_ = -1;
  bool is_there_ = false;
};

}  // namespace imapscope::test
