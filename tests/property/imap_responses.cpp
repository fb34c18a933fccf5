#include "tests/property/imap_values.h"

namespace imapscope {
namespace {

std::string make_text(Choices& choices) {
  std::string text = "t";
  const char characters[] = {'a', ' ', '"', '{', '5', '}', '[', ']', '(', '\\'};
  for (const char c : choices.some(0, 8, [&] { return choices.one_of(characters); })) text += c;
  return text;
}

std::vector<std::string> make_atoms(Choices& choices) {
  return choices.some(0, 3, [&] { return make_atom(choices); });
}

std::string make_unknown_name(Choices& choices) {
  std::string name = "X-";
  for (const char c : make_atom(choices)) name += c == '[' ? '.' : c;
  return name;
}

std::vector<std::pair<std::string, std::string>> make_others(Choices& choices) {
  return choices.some(0, 2, [&] {
    return std::pair{make_unknown_name(choices), make_value(choices)};
  });
}

std::optional<char> make_delimiter(Choices& choices) {
  const std::optional<char> delimiters[] = {'/', '.', '\\', '"', std::nullopt};
  return choices.one_of(delimiters);
}

std::uint32_t make_code_number(Choices& choices) {
  return make_nz_number(choices);
}

ResponseCode make_code(Choices& choices) {
  switch (choices.below(9)) {
    case 1:
      return CodeBadCharset{make_atoms(choices)};
    case 2:
      return CodeCapability{make_atoms(choices)};
    case 3:
      return CodePermanentFlags{make_flags(choices), choices.coin()};
    case 4:
      return CodeUidNext{{make_code_number(choices)}};
    case 5:
      return CodeUidValidity{{make_code_number(choices)}};
    case 6:
      return CodeUnseen{{make_code_number(choices)}};
    case 7:
      return CodeAppendUid{{make_code_number(choices)}, make_set<Uid>(choices)};
    case 8:
      return CodeCopyUid{
          {make_code_number(choices)}, make_set<Uid>(choices), make_set<Uid>(choices)};
    case 9:
      return CodeHighestModSeq{make_number(choices)};
    default:
      return CodeAtom{make_unknown_name(choices), choices.coin() ? "some arguments (x)" : ""};
  }
}

StatusResponse make_status(Choices& choices, std::uint32_t conditions) {
  StatusResponse status;
  status.condition = static_cast<Condition>(choices.below(conditions));
  if (choices.coin()) status.code = make_code(choices);
  status.text = make_text(choices);
  return status;
}

MailboxListing make_listing(Choices& choices) {
  MailboxListing listing;
  listing.attributes = choices.some(0, 3, [&] { return "\\" + make_atom(choices); });
  listing.delimiter = make_delimiter(choices);
  listing.mailbox = MailboxName(make_utf8(choices));
  if (choices.coin()) listing.extended = "(CHILDINFO (\"SUBSCRIBED\"))";
  return listing;
}

std::vector<NamespaceEntry> make_namespaces(Choices& choices) {
  return choices.some(0, 2, [&] {
    return NamespaceEntry{make_utf8(choices), make_delimiter(choices)};
  });
}

std::vector<Address> make_addresses(Choices& choices) {
  return choices.some(0, 2, [&] {
    return Address{make_nstring(choices), make_nstring(choices), make_nstring(choices),
                   make_nstring(choices)};
  });
}

Envelope make_envelope(Choices& choices) {
  Envelope envelope;
  envelope.date = make_nstring(choices);
  envelope.subject = make_nstring(choices);
  for (auto* list : {&envelope.from, &envelope.sender, &envelope.reply_to, &envelope.to,
                     &envelope.cc, &envelope.bcc}) {
    *list = make_addresses(choices);
  }
  envelope.in_reply_to = make_nstring(choices);
  envelope.message_id = make_nstring(choices);
  return envelope;
}

BodyParameters make_parameters(Choices& choices) {
  return choices.some(0, 2, [&] { return std::pair{make_octets(choices), make_octets(choices)}; });
}

std::optional<BodyExtension> make_extension(Choices& choices, bool single_part) {
  if (!choices.coin()) return std::nullopt;
  BodyExtension extension;
  if (single_part) extension.md5 = make_nstring(choices);
  if (choices.coin()) {
    extension.disposition = BodyDisposition{make_octets(choices), make_parameters(choices)};
  }
  extension.language = choices.some(0, 2, [&] { return make_octets(choices); });
  extension.location = make_nstring(choices);
  return extension;
}

BodyStructure make_structure(Choices& choices, int depth);

BodyPart make_part(Choices& choices, int depth) {
  BodyPart part;
  const std::uint32_t kind = choices.below(depth > 0 ? 3 : 2);
  const std::string types[] = {"APPLICATION", "Text", "message"};
  part.type = types[kind];
  part.subtype = kind == 2 ? "rfc822" : make_octets(choices);
  part.parameters = make_parameters(choices);
  part.id = make_nstring(choices);
  part.description = make_nstring(choices);
  part.encoding = make_octets(choices);
  part.octets = make_number(choices);
  if (kind == 1) part.kind = BodyText{make_number(choices)};
  if (kind == 2) {
    part.kind = BodyMessage{
        make_envelope(choices), {make_structure(choices, depth - 1)}, make_number(choices)};
  }
  return part;
}

BodyStructure make_structure(Choices& choices, int depth) {
  if (depth == 0 || !choices.coin()) {
    return {make_part(choices, depth), make_extension(choices, true)};
  }
  BodyMultipart multipart;
  multipart.parts = choices.some(1, 3, [&] { return make_structure(choices, depth - 1); });
  multipart.subtype = make_octets(choices);
  multipart.parameters = make_parameters(choices);
  return {std::move(multipart), make_extension(choices, false)};
}

FetchedItem make_fetched_section(Choices& choices) {
  FetchedSection fetched;
  if (choices.coin()) {
    const FetchAttribute whole[] = {FetchAttribute::rfc822, FetchAttribute::rfc822_header,
                                    FetchAttribute::rfc822_text};
    fetched.what = choices.one_of(whole);
  } else {
    fetched.what = make_section(choices);
    if (choices.coin()) fetched.origin = make_number(choices);
  }
  fetched.octets = make_nstring(choices);
  return fetched;
}

FetchedItem make_fetched(Choices& choices) {
  switch (choices.below(8)) {
    case 1:
      return FetchedUid{{make_nz_number(choices)}};
    case 2:
      return FetchedInternalDate{make_date_time(choices)};
    case 3:
      return FetchedSize{make_number(choices)};
    case 4:
      return FetchedEnvelope{make_envelope(choices)};
    case 5:
      return FetchedStructure{choices.coin(), make_structure(choices, 3)};
    case 6:
      return make_fetched_section(choices);
    case 7:
      return FetchedOther{make_unknown_name(choices), make_value(choices)};
    default:
      return FetchedFlags{make_flags(choices)};
  }
}

EsearchData make_esearch(Choices& choices) {
  EsearchData data;
  if (choices.coin()) data.tag = make_atom(choices);
  data.uid = choices.coin();
  if (choices.coin()) data.min = make_nz_number(choices);
  if (choices.coin()) data.max = make_nz_number(choices);
  if (choices.coin()) data.count = make_number(choices);
  if (choices.coin()) {
    data.all =
        data.uid ? MessageSet(make_set<Uid>(choices)) : MessageSet(make_set<SeqNum>(choices));
  }
  data.others = make_others(choices);
  return data;
}

// One overload for each alternative: data without one does not compile.
void make(Choices& choices, StatusResponse& data) {
  data = make_status(choices, 5);
}
void make(Choices& choices, CapabilityData& data) {
  data.names = make_atoms(choices);
}
void make(Choices& choices, IdData& data) {
  data.fields = make_id_fields(choices);
}
void make(Choices& choices, EnabledData& data) {
  data.capabilities = make_atoms(choices);
}
void make(Choices& choices, FlagsData& data) {
  data.flags = make_flags(choices);
}
void make(Choices& choices, ListData& data) {
  data.listing = make_listing(choices);
}
void make(Choices& choices, LsubData& data) {
  data.listing = make_listing(choices);
}
void make(Choices& choices, XListData& data) {
  data.listing = make_listing(choices);
}
void make(Choices& choices, AclData& data) {
  data.mailbox = MailboxName(make_utf8(choices));
  data.entries = choices.some(0, 2, [&] {
    return AclEntry{make_octets(choices), make_octets(choices)};
  });
}
void make(Choices& choices, ListRightsData& data) {
  data.mailbox = MailboxName(make_utf8(choices));
  data.identifier = make_octets(choices);
  data.required = make_octets(choices);
  data.optional = choices.some(0, 3, [&] { return make_octets(choices); });
}
void make(Choices& choices, MyRightsData& data) {
  data = {MailboxName(make_utf8(choices)), make_octets(choices)};
}
void make(Choices& choices, MetadataData& data) {
  data.mailbox = MailboxName(make_utf8(choices));
  if (choices.coin()) {
    data.changed = choices.some(1, 3, [&] { return make_octets(choices); });
  } else {
    data.annotations = choices.some(1, 3, [&] {
      return Annotation{make_octets(choices), make_nstring(choices)};
    });
  }
}
void make(Choices& choices, NamespaceData& data) {
  data = {make_namespaces(choices), make_namespaces(choices), make_namespaces(choices)};
}
void make(Choices& choices, StatusData& data) {
  data.mailbox = MailboxName(make_utf8(choices));
  data.values = choices.some(0, 3, [&] {
    return std::pair{static_cast<StatusItem>(choices.below(status_item_rows.size())),
                     std::uint64_t{make_number(choices)}};
  });
  data.others = make_others(choices);
}
void make(Choices& choices, QuotaData& data) {
  data.root = make_octets(choices);
  data.resources = choices.some(0, 2, [&] {
    return QuotaUsage{make_atom(choices), make_number(choices), make_number(choices)};
  });
}
void make(Choices& choices, QuotaRootData& data) {
  data.mailbox = MailboxName(make_utf8(choices));
  data.roots = choices.some(0, 2, [&] { return make_octets(choices); });
}
void make(Choices& choices, GenUrlAuthData& data) {
  data.urls = choices.some(1, 2, [&] { return make_octets(choices); });
}
void make(Choices& choices, UrlFetchData& data) {
  data.answers = choices.some(1, 2, [&] {
    UrlFetchData::Answer answer{make_octets(choices), {}, {}};
    if (choices.coin()) {
      answer.octets = make_octets(choices);
    } else {
      answer.items = choices.some(1, 2, [&] {
        return UrlFetchData::Item{"BINARY", make_octets(choices), {}};
      });
    }
    return answer;
  });
}
void make(Choices& choices, SearchData& data) {
  data.numbers = choices.some(0, 5, [&] { return make_nz_number(choices); });
  if (choices.coin()) data.extension = "(MODSEQ 917162500)";
}
void make(Choices& choices, EsearchData& data) {
  data = make_esearch(choices);
}
void make(Choices& choices, Exists& data) {
  data.count = make_number(choices);
}
void make(Choices& choices, Recent& data) {
  data.count = make_number(choices);
}
void make(Choices& choices, VanishedData& data) {
  data.earlier = choices.coin();
  data.uids = make_set<Uid>(choices);
}
void make(Choices& choices, ExpungeData& data) {
  data.number = {make_nz_number(choices)};
}
void make(Choices& choices, FetchData& data) {
  data.number = {make_nz_number(choices)};
  data.items = choices.some(1, 4, [&] { return make_fetched(choices); });
}
void make(Choices& choices, LanguageData& data) {
  data.tags = choices.some(1, 2, [&] { return make_atom(choices); });
}
void make(Choices& choices, JmapAccessData& data) {
  data.url = make_octets(choices);
}
void make(Choices& choices, UidFetchData& data) {
  data.number = {make_nz_number(choices)};
  data.items = choices.some(1, 4, [&] { return make_fetched(choices); });
}
void make(Choices& choices, SortData& data) {
  data.numbers = choices.some(0, 5, [&] { return make_nz_number(choices); });
  if (choices.coin()) data.extension = "(MODSEQ 917162500)";
}
ThreadMembers make_thread(Choices& choices, int depth) {
  ThreadMembers thread;
  const bool has_branches = depth > 0 && choices.coin();
  thread.chain = choices.some(has_branches ? 0 : 1, 3, [&] { return make_nz_number(choices); });
  if (has_branches) {
    thread.branches = choices.some(2, 3, [&] { return make_thread(choices, depth - 1); });
  }
  return thread;
}
void make(Choices& choices, ThreadData& data) {
  data.threads = choices.some(0, 3, [&] { return make_thread(choices, 2); });
}
void make(Choices& choices, UnknownData& data) {
  data.text = (choices.coin() ? "5 X-" : "X-") + make_atom(choices) + " " + make_value(choices);
}

}  // namespace

Response make_response(Choices& choices) {
  switch (choices.below(6)) {
    case 1:
      return Tagged{"A" + std::to_string(choices.below(1000)), make_status(choices, 3)};
    case 2:
      return ContinuationRequest{choices.coin() ? make_text(choices) : ""};
    default:
      return Untagged{
          choices.one_alternative<UntaggedData>([&](auto& data) { make(choices, data); })};
  }
}

}  // namespace imapscope
