#include "sim/wire/metadata.h"

#include <utility>

#include "sim/base/ascii.h"
#include "sim/wire/parameters.h"

namespace imapscope::wire {
namespace {

std::string parse_entry(Cursor& in) {
  return in.astring("annotation_entry");
}

// getmetadata-option = tagged-ext-label [SP tagged-ext-val]; the two that are known have a value,
// which may be a word: `DEPTH infinity`.
Parameter parse_option(Cursor& in) {
  Parameter option = parse_parameter(in);
  const bool has_value = ascii::equal_ignoring_case(option.name, "MAXSIZE") ||
                         ascii::equal_ignoring_case(option.name, "DEPTH");
  if (!has_value || !option.value.empty()) return option;
  in.space();
  option.value = in.value("annotation_value");
  return option;
}

// getmetadata-options = "(" getmetadata-option *(SP getmetadata-option) ")"
void parse_options(Cursor& in, Parameters& options) {
  in.list_of_some("annotation_option_list", [&] { options.push_back(parse_option(in)); });
}

/// The RFC's grammar has the options before the mailbox, its examples behind it.
bool options_stand_here(const Cursor& in) {
  Cursor ahead = in;
  if (!ahead.at('(')) return false;
  (void)ahead.value("annotation_option_list");
  return ahead.ok() && ahead.at(' ');
}

// entries = entry / "(" entry *(SP entry) ")"
void parse_entries(Cursor& in, std::vector<std::string>& entries) {
  if (!in.at('(')) return entries.push_back(parse_entry(in));
  in.list_of_some("annotation_entry_list", [&] { entries.push_back(parse_entry(in)); });
}

// value = nstring / literal8; a NUL stands in the latter only.
void print_annotation_value(Printer& out, const NString& value) {
  if (value && value->find('\0') != std::string::npos) out.raw("~");
  out.nstring(value);
}

// entry-values = "(" entry-value *(SP entry-value) ")"; entry-value = entry SP value
void parse_annotations(Cursor& in, std::vector<Annotation>& annotations) {
  in.list_of_some("annotation_list", [&] {
    Annotation annotation{parse_entry(in), {}};
    in.space();
    annotation.value = in.nstring("annotation_value");
    annotations.push_back(std::move(annotation));
  });
}

void print_metadata_mailbox(Printer& out, const MailboxName& mailbox) {
  out.space();
  out.mailbox(mailbox);
  out.space();
}

void print_annotations(Printer& out, const std::vector<Annotation>& annotations) {
  out.list(annotations, [&out](const Annotation& annotation) {
    out.astring(annotation.entry);
    out.space();
    print_annotation_value(out, annotation.value);
  });
}

}  // namespace

// getmetadata = "GETMETADATA" [SP getmetadata-options] SP mailbox SP entries (RFC 5464 §5)
void parse(Cursor& in, GetMetadata& command) {
  in.space();
  if (in.at('(')) {
    parse_options(in, command.options);
    in.space();
  }
  command.mailbox = in.mailbox();
  in.space();
  if (options_stand_here(in)) {
    parse_options(in, command.options);
    in.space();
  }
  parse_entries(in, command.entries);
}

void print(Printer& out, const GetMetadata& command) {
  if (!command.options.empty()) {
    out.space();
    print_parameters(out, command.options);
  }
  print_metadata_mailbox(out, command.mailbox);
  out.list(command.entries, [&out](const std::string& entry) { out.astring(entry); });
}

// setmetadata = "SETMETADATA" SP mailbox SP entry-values
void parse(Cursor& in, SetMetadata& command) {
  in.space();
  command.mailbox = in.mailbox();
  in.space();
  parse_annotations(in, command.annotations);
}

void print(Printer& out, const SetMetadata& command) {
  print_metadata_mailbox(out, command.mailbox);
  print_annotations(out, command.annotations);
}

// metadata-resp = "METADATA" SP mailbox SP (entry-values / entry-list)
void parse(Cursor& in, MetadataData& data) {
  in.space();
  data.mailbox = in.mailbox();
  in.space();
  if (in.at('(')) return parse_annotations(in, data.annotations);
  do {
    data.changed.push_back(parse_entry(in));
  } while (in.another());
}

void print(Printer& out, const MetadataData& data) {
  print_metadata_mailbox(out, data.mailbox);
  if (data.changed.empty()) return print_annotations(out, data.annotations);
  out.separated(data.changed, [&out](const std::string& entry) { out.astring(entry); });
}

std::optional<std::vector<std::string>> parse_entry_names(std::string_view value) {
  Cursor in(value, Writer::client);
  std::vector<std::string> entries;
  in.list("annotation_entry_list", [&] { entries.push_back(parse_entry(in)); });
  if (!in.ok() || in.offset() != value.size() || entries.empty()) return std::nullopt;
  return entries;
}

}  // namespace imapscope::wire
