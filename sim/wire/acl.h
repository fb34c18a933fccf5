// The acl family on the wire: SETACL, DELETEACL, GETACL, LISTRIGHTS, MYRIGHTS and what they bring.
#pragma once

#include "sim/imap/acl.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, SetAcl& command);
void parse(Cursor& in, DeleteAcl& command);
void parse(Cursor& in, GetAcl& command);
void parse(Cursor& in, ListRights& command);
void parse(Cursor& in, MyRights& command);
void parse(Cursor& in, AclData& data);
void parse(Cursor& in, ListRightsData& data);
void parse(Cursor& in, MyRightsData& data);

void print(Printer& out, const SetAcl& command);
void print(Printer& out, const DeleteAcl& command);
void print(Printer& out, const GetAcl& command);
void print(Printer& out, const ListRights& command);
void print(Printer& out, const MyRights& command);
void print(Printer& out, const AclData& data);
void print(Printer& out, const ListRightsData& data);
void print(Printer& out, const MyRightsData& data);

}  // namespace imapscope::wire
