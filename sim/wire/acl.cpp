#include "sim/wire/acl.h"

namespace imapscope::wire {
namespace {

MailboxName parse_acl_mailbox(Cursor& in) {
  in.space();
  return in.mailbox();
}

// identifier = astring
std::string parse_identifier(Cursor& in) {
  in.space();
  return in.astring("access_identifier");
}

// rights = astring, and mod-rights, too
std::string parse_rights(Cursor& in) {
  in.space();
  return in.astring("access_rights");
}

void print_acl_mailbox(Printer& out, const MailboxName& mailbox) {
  out.space();
  out.mailbox(mailbox);
}

void print_word(Printer& out, const std::string& word) {
  out.space();
  out.astring(word);
}

}  // namespace

// setacl = "SETACL" SP mailbox SP identifier SP mod-rights (RFC 4314 §7)
void parse(Cursor& in, SetAcl& command) {
  command.mailbox = parse_acl_mailbox(in);
  command.identifier = parse_identifier(in);
  command.rights = parse_rights(in);
}

void print(Printer& out, const SetAcl& command) {
  print_acl_mailbox(out, command.mailbox);
  print_word(out, command.identifier);
  print_word(out, command.rights);
}

// deleteacl = "DELETEACL" SP mailbox SP identifier
void parse(Cursor& in, DeleteAcl& command) {
  command.mailbox = parse_acl_mailbox(in);
  command.identifier = parse_identifier(in);
}

void print(Printer& out, const DeleteAcl& command) {
  print_acl_mailbox(out, command.mailbox);
  print_word(out, command.identifier);
}

// getacl = "GETACL" SP mailbox
void parse(Cursor& in, GetAcl& command) {
  command.mailbox = parse_acl_mailbox(in);
}

void print(Printer& out, const GetAcl& command) {
  print_acl_mailbox(out, command.mailbox);
}

// listrights = "LISTRIGHTS" SP mailbox SP identifier
void parse(Cursor& in, ListRights& command) {
  command.mailbox = parse_acl_mailbox(in);
  command.identifier = parse_identifier(in);
}

void print(Printer& out, const ListRights& command) {
  print_acl_mailbox(out, command.mailbox);
  print_word(out, command.identifier);
}

// myrights = "MYRIGHTS" SP mailbox
void parse(Cursor& in, MyRights& command) {
  command.mailbox = parse_acl_mailbox(in);
}

void print(Printer& out, const MyRights& command) {
  print_acl_mailbox(out, command.mailbox);
}

// acl-data = "ACL" SP mailbox *(SP identifier SP rights)
void parse(Cursor& in, AclData& data) {
  data.mailbox = parse_acl_mailbox(in);
  while (in.another()) {
    AclEntry entry{in.astring("access_identifier"), {}};
    entry.rights = parse_rights(in);
    data.entries.push_back(std::move(entry));
  }
}

void print(Printer& out, const AclData& data) {
  print_acl_mailbox(out, data.mailbox);
  for (const AclEntry& entry : data.entries) {
    print_word(out, entry.identifier);
    print_word(out, entry.rights);
  }
}

// listrights-data = "LISTRIGHTS" SP mailbox SP identifier SP rights *(SP rights)
void parse(Cursor& in, ListRightsData& data) {
  data.mailbox = parse_acl_mailbox(in);
  data.identifier = parse_identifier(in);
  data.required = parse_rights(in);
  while (in.another()) data.optional.push_back(in.astring("access_rights"));
}

void print(Printer& out, const ListRightsData& data) {
  print_acl_mailbox(out, data.mailbox);
  print_word(out, data.identifier);
  print_word(out, data.required);
  for (const std::string& rights : data.optional) print_word(out, rights);
}

// myrights-data = "MYRIGHTS" SP mailbox SP rights
void parse(Cursor& in, MyRightsData& data) {
  data.mailbox = parse_acl_mailbox(in);
  data.rights = parse_rights(in);
}

void print(Printer& out, const MyRightsData& data) {
  print_acl_mailbox(out, data.mailbox);
  print_word(out, data.rights);
}

}  // namespace imapscope::wire
