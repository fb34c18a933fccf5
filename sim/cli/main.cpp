// imapsim: the headless tool. Everything it does is in sim/; this only starts it.
#include "sim/cli/subcommands.h"

int main(int argc, char** argv) {
  return imapscope::cli::run(argc, argv);
}
