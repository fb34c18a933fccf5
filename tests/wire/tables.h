// Tables shared by the tests of the families: what a line reprints as, and what it is faulted for.
#pragma once

#include <string>
#include <vector>

#include "tests/wire/reading.h"

namespace imapscope::wire {

struct Reprint {
  std::string line;     ///< as received, without its line end
  std::string printed;  ///< as we write the same value; empty: the same line
};

struct Fault {
  std::string line;
  std::string fault;  ///< "offset: what was expected"
};

struct Oddity {
  std::string line;
  std::vector<Quirk> quirks;
  std::string printed;  ///< as the grammar wants it
};

inline void check_commands(const std::vector<Reprint>& table) {
  for (const Reprint& row : table) {
    CAPTURE(row.line);
    CHECK(reprinted_command(row.line) == (row.printed.empty() ? row.line : row.printed) + "\r\n");
    CHECK(read_command(row.line).quirks.empty());
  }
}

inline void check_responses(const std::vector<Reprint>& table) {
  for (const Reprint& row : table) {
    CAPTURE(row.line);
    CHECK(reprinted_response(row.line) == (row.printed.empty() ? row.line : row.printed) + "\r\n");
    CHECK(read_response(row.line).quirks.empty());
  }
}

inline void check_command_faults(const std::vector<Fault>& table) {
  for (const Fault& row : table) {
    CAPTURE(row.line);
    CHECK(command_fault(row.line) == row.fault);
  }
}

inline void check_response_faults(const std::vector<Fault>& table) {
  for (const Fault& row : table) {
    CAPTURE(row.line);
    CHECK(response_fault(row.line) == row.fault);
  }
}

/// What servers write against the grammar is read, named with its place, and not repeated.
inline void check_oddities(const std::vector<Oddity>& table) {
  for (const Oddity& row : table) {
    CAPTURE(row.line);
    CHECK(read_response(row.line).quirks == row.quirks);
    CHECK(reprinted_response(row.line) == row.printed + "\r\n");
  }
}

}  // namespace imapscope::wire
