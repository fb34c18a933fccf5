// The session family on the wire: CAPABILITY, NOOP, LOGOUT, ID, ENABLE, LANGUAGE,
// COMPRESS, GETJMAPACCESS.
#pragma once

#include "sim/imap/session.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

inline void parse(Cursor&, Capability&) {}
inline void parse(Cursor&, Noop&) {}
inline void parse(Cursor&, Logout&) {}
void parse(Cursor& in, Id& id);
void parse(Cursor& in, Enable& enable);
void parse(Cursor& in, Language& language);
void parse(Cursor& in, Compress& compress);
inline void parse(Cursor&, GetJmapAccess&) {}
void parse(Cursor& in, CapabilityData& data);
void parse(Cursor& in, IdData& data);
void parse(Cursor& in, LanguageData& data);
void parse(Cursor& in, JmapAccessData& data);
void parse(Cursor& in, EnabledData& data);

inline void print(Printer&, const Capability&) {}
inline void print(Printer&, const Noop&) {}
inline void print(Printer&, const Logout&) {}
void print(Printer& out, const Id& id);
void print(Printer& out, const Enable& enable);
void print(Printer& out, const Language& language);
void print(Printer& out, const Compress& compress);
inline void print(Printer&, const GetJmapAccess&) {}
void print(Printer& out, const CapabilityData& data);
void print(Printer& out, const IdData& data);
void print(Printer& out, const LanguageData& data);
void print(Printer& out, const JmapAccessData& data);
void print(Printer& out, const EnabledData& data);

/// *(SP capability), up to the line's or the response code's end.
std::vector<std::string> parse_capabilities(Cursor& in);
void print_capabilities(Printer& out, const std::vector<std::string>& names);

}  // namespace imapscope::wire
