// The auth family on the wire: STARTTLS, LOGIN, AUTHENTICATE.
#pragma once

#include "sim/imap/auth.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

inline void parse(Cursor&, StartTls&) {}
inline void parse(Cursor&, Unauthenticate&) {}
void parse(Cursor& in, Login& login);
void parse(Cursor& in, Authenticate& authenticate);

inline void print(Printer&, const StartTls&) {}
inline void print(Printer&, const Unauthenticate&) {}
void print(Printer& out, const Login& login);
void print(Printer& out, const Authenticate& authenticate);

}  // namespace imapscope::wire
