#include "tests/property/imap_values.h"

namespace imapscope {
namespace {

SearchKey make_search_key(Choices& choices, int depth);

std::vector<SearchKey> make_search_keys(Choices& choices, std::uint32_t fewest, std::uint32_t most,
                                        int depth) {
  return choices.some(fewest, most, [&] { return make_search_key(choices, depth); });
}

SearchFlag make_search_flag(Choices& choices) {
  const Flag system[] = {flags::seen,    flags::answered, flags::deleted,
                         flags::flagged, flags::draft,    flags::recent};
  const Flag flag = choices.coin() ? Flag{make_atom(choices)} : choices.one_of(system);
  return {flag, !choices.coin()};
}

SearchDate make_search_date(Choices& choices) {
  return {static_cast<SearchDate::Of>(choices.below(2)),
          static_cast<SearchDate::Relation>(choices.below(3)), make_date(choices)};
}

SearchKey make_leaf(Choices& choices) {
  switch (choices.below(10)) {
    case 1:
      return {SearchNew{}};
    case 2:
      return {make_search_flag(choices)};
    case 3:
      return {make_search_date(choices)};
    case 4:
      return {SearchText{static_cast<SearchText::In>(choices.below(7)), make_octets(choices)}};
    case 5:
      return {SearchHeader{make_octets(choices), make_octets(choices)}};
    case 6:
      return {
          SearchSize{static_cast<SearchSize::Relation>(choices.below(2)), make_number(choices)}};
    case 7:
      return {SearchMessages{make_message_set(choices)}};
    case 8:
      return {
          SearchAge{static_cast<SearchAge::Relation>(choices.below(2)), make_nz_number(choices)}};
    case 9:
      return {SearchModSeq{choices.coin() ? "\"/flags/\\\\Seen\" all" : "", make_number(choices)}};
    default:
      return {SearchAll{}};
  }
}

SearchKey make_search_key(Choices& choices, int depth) {
  if (depth == 0) return make_leaf(choices);
  switch (choices.below(5)) {
    case 1:
      return {SearchNot{make_search_keys(choices, 1, 1, depth - 1)}};
    case 2:
      return {SearchOr{make_search_keys(choices, 2, 2, depth - 1)}};
    case 3:
      return {SearchAnd{make_search_keys(choices, 1, 3, depth - 1)}};
    default:
      return make_leaf(choices);
  }
}

Parameters make_parameters(Choices& choices) {
  const std::string names[] = {"CONDSTORE", "X-AURA"};
  return choices.some(0, 2, [&] {
    Parameter parameter{choices.one_of(names)};
    if (choices.coin()) parameter.value = make_value(choices);
    return parameter;
  });
}

FetchBinary make_binary(Choices& choices) {
  FetchBinary binary{static_cast<FetchBinary::Form>(choices.below(3)), {}, {}};
  binary.path = choices.some(0, 3, [&] { return make_nz_number(choices); });
  if (binary.form != FetchBinary::Form::size && choices.coin()) {
    binary.partial = Partial{make_number(choices), make_nz_number(choices)};
  }
  return binary;
}

FetchItem make_fetch_item(Choices& choices) {
  if (choices.below(8) == 1) return FetchOther{"MODSEQ"};
  if (choices.below(8) == 1) return make_binary(choices);
  if (!choices.coin()) return static_cast<FetchAttribute>(choices.below(10));
  FetchSection section{.peek = choices.coin(), .section = make_section(choices), .partial = {}};
  if (choices.coin()) section.partial = Partial{make_number(choices), make_nz_number(choices)};
  return section;
}

MailboxName make_mailbox(Choices& choices) {
  return MailboxName(make_utf8(choices));
}

// One overload for each command: a row without one does not compile.
void make(Choices&, Capability&) {}
void make(Choices&, Noop&) {}
void make(Choices&, Logout&) {}
void make(Choices&, Namespace&) {}
void make(Choices&, Idle&) {}
void make(Choices&, Check&) {}
void make(Choices&, StartTls&) {}
void make(Choices&, Unauthenticate&) {}
void make(Choices&, GetJmapAccess&) {}
void make(Choices&, Close&) {}
void make(Choices&, Unselect&) {}
void make(Choices& choices, Id& id) {
  id.fields = make_id_fields(choices);
}
void make(Choices& choices, Enable& enable) {
  enable.capabilities = choices.some(1, 3, [&] { return make_atom(choices); });
}
void make(Choices& choices, Login& login) {
  login = {make_octets(choices), make_octets(choices)};
}
void make(Choices& choices, Authenticate& authenticate) {
  authenticate.mechanism = make_atom(choices);
  if (choices.coin()) authenticate.initial_response = make_octets(choices);
}
void make(Choices& choices, Rename& rename) {
  rename = {make_mailbox(choices), make_mailbox(choices)};
}
void make(Choices& choices, List& list) {
  list = {make_utf8(choices), make_utf8(choices)};
  if (choices.coin()) list.selection = make_parameters(choices);
  list.more_patterns = choices.some(0, 2, [&] { return make_utf8(choices); });
  list.in_parentheses = !list.more_patterns.empty() || choices.coin();
  if (choices.coin()) list.returns = make_parameters(choices);
}
void make(Choices& choices, Lsub& lsub) {
  lsub = {make_utf8(choices), make_utf8(choices)};
}
void make(Choices& choices, XList& xlist) {
  xlist = {make_utf8(choices), make_utf8(choices)};
}
void make(Choices& choices, RList& rlist) {
  rlist = {make_utf8(choices), make_utf8(choices)};
}
void make(Choices& choices, RLsub& rlsub) {
  rlsub = {make_utf8(choices), make_utf8(choices)};
}
void make(Choices& choices, SetAcl& command) {
  command = {make_mailbox(choices), make_octets(choices), make_octets(choices)};
}
void make(Choices& choices, DeleteAcl& command) {
  command = {make_mailbox(choices), make_octets(choices)};
}
void make(Choices& choices, ListRights& command) {
  command = {make_mailbox(choices), make_octets(choices)};
}
void make(Choices& choices, GetMetadata& command) {
  command.mailbox = make_mailbox(choices);
  if (choices.coin()) command.options = {{"MAXSIZE", "1024"}, {"DEPTH", "infinity"}};
  command.entries = choices.some(1, 3, [&] { return make_octets(choices); });
}
void make(Choices& choices, SetMetadata& command) {
  command.mailbox = make_mailbox(choices);
  command.annotations = choices.some(1, 3, [&] {
    Annotation annotation{make_octets(choices), {}};
    if (choices.coin()) annotation.value = make_octets(choices);
    return annotation;
  });
}
void make(Choices& choices, Status& status) {
  status.mailbox = make_mailbox(choices);
  status.items = choices.some(
      1, 5, [&] { return static_cast<StatusItem>(choices.below(status_item_rows.size())); });
  if (choices.coin()) status.others = {"MAILBOXID"};
}
void make(Choices& choices, GetQuota& command) {
  command.root = make_octets(choices);
}
void make(Choices& choices, SetQuota& command) {
  command.root = make_octets(choices);
  command.limits = choices.some(0, 2, [&] {
    return QuotaLimit{make_atom(choices), make_number(choices)};
  });
}
SentText make_text(Choices& choices) {
  SentText text{make_octets(choices), choices.coin()};
  if (text.any_octet) text.utf8 = choices.coin();
  return text;
}
NewMessage make_message(Choices& choices) {
  NewMessage message{make_flags(choices), {}, {}, choices.coin()};
  if (choices.coin()) message.internal_date = make_date_time(choices);
  message.extensions = make_parameters(choices);
  for (Parameter& extension : message.extensions) extension.value = make_value(choices);
  message.pieces = choices.some(1, message.catenated ? 3 : 1, [&] {
    if (message.catenated && choices.coin()) return MessagePiece{NamedText{make_octets(choices)}};
    return MessagePiece{make_text(choices)};
  });
  return message;
}
void make(Choices& choices, Append& append) {
  append.mailbox = make_mailbox(choices);
  append.new_messages = choices.some(1, 3, [&] { return make_message(choices); });
}
void make(Choices& choices, Replace& replace) {
  const std::uint32_t number = make_number(choices);
  replace.messages = SeqSet{{{SeqNum{number}, SeqNum{number}}}};
  if (choices.coin()) replace.messages = UidSet{{{Uid{number}, Uid{number}}}};
  replace.mailbox = make_mailbox(choices);
  replace.message = make_message(choices);
}
void make(Choices& choices, GenUrlAuth& command) {
  command.wishes = choices.some(1, 2, [&] {
    return GenUrlAuth::Wish{make_octets(choices), make_atom(choices)};
  });
}
void make(Choices& choices, ResetKey& command) {
  if (!choices.coin()) return;
  command.mailbox = make_mailbox(choices);
  command.mechanisms = choices.some(0, 2, [&] { return make_atom(choices); });
}
void make(Choices& choices, UrlFetch& command) {
  command.wishes = choices.some(1, 2, [&] {
    UrlFetch::Wish wish{make_octets(choices), {}, choices.coin()};
    if (wish.enclosed) {
      wish.parameters = choices.some(0, 2, [&] { return make_atom(choices); });
    }
    return wish;
  });
}
void make(Choices& choices, Expunge& expunge) {
  if (choices.coin()) expunge.uids = make_set<Uid>(choices);
}
void make(Choices& choices, Search& search) {
  search.uid = choices.coin();
  if (choices.coin()) {
    search.returns =
        choices.some(0, 4, [&] { return static_cast<SearchReturn>(choices.below(4)); });
    search.other_returns = make_parameters(choices);
    if (choices.coin()) search.other_returns.push_back({"UPDATE"});
    if (has_parameter(search.other_returns, "UPDATE")) {
      search.update_items = choices.some(0, 3, [&] { return make_fetch_item(choices); });
    }
  }
  if (choices.coin()) search.charset = "UTF-8";
  search.criteria.keys = make_search_keys(choices, 1, 3, 3);
}
void make(Choices& choices, Fetch& fetch) {
  fetch.messages = make_message_set(choices);
  if (choices.coin()) {
    fetch.items = static_cast<FetchMacro>(choices.below(3));
  } else {
    fetch.items = choices.some(1, 4, [&] { return make_fetch_item(choices); });
  }
  fetch.modifiers = make_parameters(choices);
}
void make(Choices& choices, Store& store) {
  store.messages = make_message_set(choices);
  store.mode = static_cast<StoreMode>(choices.below(3));
  store.silent = choices.coin();
  store.flags = make_flags(choices);
  store.modifiers = make_parameters(choices);
}

/// The numbers of SORT and THREAD, and what ESEARCH looks for, are those of SEARCH.
void make(Choices& choices, Sort& sort) {
  sort.order = choices.some(1, 3, [&] {
    return SortCriterion{static_cast<SortKey>(choices.below(sort_key_names.size())),
                         choices.coin()};
  });
  make(choices, sort.search);
  sort.search.charset = "UTF-8";
}
void make(Choices& choices, Thread& thread) {
  thread.algorithm = choices.one_of({"REFERENCES", "ORDEREDSUBJECT"});
  make(choices, thread.search);
  thread.search.returns.reset();
  thread.search.other_returns.clear();
  thread.search.update_items.clear();
  thread.search.charset = "UTF-8";
}
MailboxFilter make_filter(Choices& choices) {
  MailboxFilter filter{static_cast<MailboxFilter::Kind>(choices.below(8)), {}};
  if (filter.has_names()) {
    filter.mailboxes = choices.some(1, 2, [&] { return make_mailbox(choices); });
  }
  return filter;
}
void make(Choices& choices, Notify& command) {
  const auto make_event = [&] {
    return WatchedEvent{choices.one_of<std::string>({"MessageNew", "MailboxName"}), {}};
  };
  command.groups = choices.some(0, 2, [&] {
    return EventGroup{make_filter(choices), choices.some(0, 3, make_event)};
  });
  command.status = !command.groups.empty() && choices.below(2) == 1;
}
void make(Choices& choices, Esearch& esearch) {
  esearch.sources = choices.some(0, 2, [&] {
    MailboxFilter source = make_filter(choices);
    if (source.is_selected()) source.kind = MailboxFilter::Kind::selected;
    return source;
  });
  make(choices, esearch.program);
  esearch.program.uid = false;
}
void make(Choices& choices, Language& command) {
  command.ranges = choices.some(0, 2, [&] { return make_atom(choices); });
}
void make(Choices& choices, Compress& command) {
  command.algorithm = make_atom(choices);
}
void make(Choices& choices, CancelUpdate& command) {
  command.tags = choices.some(1, 2, [&] { return make_octets(choices); });
}

/// SELECT, EXAMINE, CREATE, DELETE, SUBSCRIBE, UNSUBSCRIBE; COPY and MOVE name messages too.
template <class C>
void make(Choices& choices, C& command) {
  if constexpr (requires { command.messages; }) command.messages = make_message_set(choices);
  if constexpr (requires { command.parameters; }) command.parameters = make_parameters(choices);
  command.mailbox = make_mailbox(choices);
}

}  // namespace

TaggedCommand make_command(Choices& choices) {
  Command command = choices.one_alternative<Command>([&](auto& row) { make(choices, row); });
  return {pick_from(choices, 1, 4, "Aa0.]-"), std::move(command)};
}

}  // namespace imapscope
