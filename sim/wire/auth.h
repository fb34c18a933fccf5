// The auth family on the wire: LOGIN, AUTHENTICATE.
#pragma once

#include "sim/imap/auth.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Login& login);
void parse(Cursor& in, Authenticate& authenticate);

void print(Printer& out, const Login& login);
void print(Printer& out, const Authenticate& authenticate);

}  // namespace imapscope::wire
