#include "sim/judge/answers.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/belief/families.h"
#include "sim/belief/place.h"
#include "sim/imap/capability.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged

namespace {

std::uint64_t size_of(const UidSet& set) {
  std::uint64_t size = 0;
  for (const UidSet::Range& range : set.ranges) {
    const auto [low, high] = std::minmax(range.first.value, range.last.value);
    size += std::uint64_t{high} - low + 1;
  }
  return size;
}

/// 0 where there is none.
std::uint32_t largest_in(const EsearchData& data) {
  std::uint32_t largest = std::max(data.min.value_or(0), data.max.value_or(0));
  const auto* numbers = data.all ? std::get_if<SeqSet>(&*data.all) : nullptr;
  if (numbers == nullptr) return largest;
  for (const SeqSet::Range& range : numbers->ranges) {
    largest = std::max({largest, range.first.value, range.last.value});
  }
  return largest;
}

/// Only FETCH brings it; flags are told of without being asked for, too.
bool is_asked_for(const FetchedItem& item) {
  return !std::holds_alternative<FetchedFlags>(item) && !std::holds_alternative<FetchedOther>(item);
}

/// Without LAZY.
bool is_preview(const FetchItem& item) {
  const auto* other = std::get_if<FetchOther>(&item);
  return other != nullptr && ascii::equal_ignoring_case(other->text, "PREVIEW");
}

class AnswerJudge {
 public:
  AnswerJudge(Line& line, const ServerSide& server)
      : line_(line),
        server_(server),
        command_(line.command ? server.in_progress().find(*line.command) : nullptr) {}

  void tagged(const StatusResponse& status);
  void untagged(const UntaggedData& data);

 private:
  /// The command that is answered, where it is the only one: then it is its answer indeed.
  template <class C>
  [[nodiscard]] const C* asked() const {
    if (command_ == nullptr || server_.in_progress().size() != 1) return nullptr;
    return command_->command ? std::get_if<C>(command_->command.get()) : nullptr;
  }
  [[nodiscard]] bool tells_exists_while_opening() const {
    return server_.opening() && server_.opening()->exists && server_.exists();
  }
  [[nodiscard]] bool is_rev2() const {
    return Extensions{server_.capabilities(), server_.enabled()}.rev2();
  }
  /// Flags alone, and nothing in progress asks for them, as far as can be read. Of a STORE, even a
  /// silent one, more may be told (RFC 7162 §3.1.3).
  [[nodiscard]] bool is_unsolicited(const UntaggedData& data) const {
    const std::vector<FetchedItem>& items = std::get<FetchData>(data).items;
    bool asked_for = server_.incomplete() || std::any_of(items.begin(), items.end(), is_asked_for);
    server_.in_progress().each([&](const InProgressAtServer& each) {
      asked_for = asked_for || !each.command || std::holds_alternative<Store>(*each.command) ||
                  asks_for(*each.command, data);
    });
    return !asked_for;
  }
  void code(const StatusResponse& status);
  void fetch(const UntaggedData& data);
  void fetched_without_uid(const UntaggedData& data);
  void uid(const FetchData& data, const FetchedUid& fetched);
  void search(const SearchData& data);
  void sort(const SortData& data);
  void multisearch(const EsearchData& data);
  void preview(const std::vector<FetchedItem>& items);
  void esearch(const EsearchData& data);
  void results_up_to(std::uint32_t largest);

  Line& line_;
  const ServerSide& server_;
  const InProgressAtServer* command_;
};

void AnswerJudge::tagged(const StatusResponse& status) {
  code(status);
  if (has_code(status, "INPROGRESS")) {  // RFC 9585 §4
    line_.report("inprogress_at_end", {}, place_of_word(line_.bytes, "INPROGRESS"));
  }
  const bool examined = command_ != nullptr && is_verb_of<Examine>(command_->facts.verb);
  if (examined && status.condition == Condition::ok && has_code(status, "READ-WRITE")) {
    line_.report("read_write_on_examine", {}, place_of_word(line_.bytes, "READ-WRITE"));
  }
}

void AnswerJudge::code(const StatusResponse& status) {
  if (!status.code) return;
  std::visit(overloaded{
                 [&](const CodeCopyUid& c) {
                   if (size_of(c.source) == size_of(c.destination)) return;
                   line_.report(
                       "copyuid_sizes",
                       {{"source", size_of(c.source)}, {"destination", size_of(c.destination)}},
                       place_of_word(line_.bytes, "COPYUID"));
                 },
                 [&](const CodeAppendUid& c) {
                   const auto* append = asked<Append>();
                   if (append == nullptr || size_of(c.uids) == append->new_messages.size()) return;
                   line_.report("appenduid_sizes",
                                {{"count", size_of(c.uids)}, {"sent", append->new_messages.size()}},
                                place_of_word(line_.bytes, "APPENDUID"));
                 },
                 [&](const CodeUnseen& c) {
                   if (!tells_exists_while_opening() || c.first.value <= *server_.exists()) return;
                   line_.report("unseen_beyond_exists",
                                {{"number", c.first.value}, {"count", *server_.exists()}},
                                place_of_number(line_.bytes, c.first.value));
                 },
                 [](const auto&) {},
             },
             *status.code);
}

void AnswerJudge::untagged(const UntaggedData& data) {
  std::visit(overloaded{
                 [&](const StatusResponse& status) { code(status); },
                 [&](const Recent& recent) {
                   if (!tells_exists_while_opening() || recent.count <= *server_.exists()) return;
                   line_.report("recent_beyond_exists",
                                {{"recent", recent.count}, {"count", *server_.exists()}},
                                place_of_number(line_.bytes, recent.count));
                 },
                 [&](const FetchData&) { fetch(data); },
                 [&](const SearchData& found) { search(found); },
                 [&](const SortData& found) { sort(found); },
                 [&](const EsearchData& found) { esearch(found); },
                 [&](const VanishedData& vanished) {
                   if (vanished.uids.ranges.empty())
                     line_.report("vanished_empty", {}, place_of_name(line_));
                 },
                 [](const auto&) {},
             },
             data);
}

// RFC 8970 §3.2: only of a LAZY request nothing may be told.
void AnswerJudge::preview(const std::vector<FetchedItem>& items) {
  const auto* command = asked<Fetch>();
  if (command == nullptr) return;
  const auto* wanted = std::get_if<std::vector<FetchItem>>(&command->items);
  const bool plainly = wanted != nullptr && std::any_of(wanted->begin(), wanted->end(), is_preview);
  for (const FetchedItem& item : items) {
    const auto* other = std::get_if<FetchedOther>(&item);
    const bool is_nil = other != nullptr && ascii::equal_ignoring_case(other->name, "PREVIEW") &&
                        ascii::equal_ignoring_case(other->text, "NIL");
    if (is_nil && plainly) line_.report("preview_nil", {}, place_of_word(line_.bytes, "PREVIEW"));
  }
}

void AnswerJudge::fetch(const UntaggedData& untagged) {
  const auto& data = std::get<FetchData>(untagged);
  preview(data.items);
  bool has_uid = false;
  for (const FetchedItem& item : data.items) {
    const auto* binary = std::get_if<FetchedBinary>(&item);
    if (binary != nullptr && binary->any_octet && binary->octets &&
        binary->octets->find('\0') == std::string::npos) {
      line_.report("literal8_needless", {}, place_of_word(line_.bytes, "BINARY"));
    }
    const auto* fetched = std::get_if<FetchedUid>(&item);
    if (fetched == nullptr) continue;
    has_uid = true;
    uid(data, *fetched);
  }
  if (!has_uid) fetched_without_uid(untagged);
}

void AnswerJudge::fetched_without_uid(const UntaggedData& data) {
  if (is_unsolicited(data) && is_rev2()) return line_.report("uid_missing_in_news");
  const auto* command = asked<Fetch>();
  if (command == nullptr || !by_uid(command->messages)) return;
  const std::vector<FetchedItem>& items = std::get<FetchData>(data).items;
  const bool answers = std::any_of(items.begin(), items.end(), is_asked_for);
  line_.report(answers ? rules::Named("uid_missing") : rules::Named("uid_missing_perhaps"));
}

// RFC 3501 §2.3.1.1: only messages that come later have UIDs from UIDNEXT on.
void AnswerJudge::uid(const FetchData& data, const FetchedUid& fetched) {
  const std::optional<Uid> next = server_.uid_next_of(data.number);
  if (server_.incomplete() || !next || fetched.uid < *next) return;
  line_.report("uid_beyond_uidnext",
               {{"number", data.number.value}, {"uid", fetched.uid.value}, {"next", next->value}},
               place_of_uid(line_.bytes, fetched.uid));
}

void AnswerJudge::search(const SearchData& data) {
  const auto* command = asked<Search>();
  if (command == nullptr || !command->other_returns.empty()) return;
  if (command->returns) return line_.report("search_for_return", {}, place_of_name(line_));
  const auto largest = std::max_element(data.numbers.begin(), data.numbers.end());
  if (!command->uid && largest != data.numbers.end()) results_up_to(*largest);
}

void AnswerJudge::sort(const SortData& data) {
  const auto* command = asked<Sort>();
  if (command == nullptr) return;
  if (command->search.returns) return line_.report("sort_for_return", {}, place_of_name(line_));
  const auto largest = std::max_element(data.numbers.begin(), data.numbers.end());
  if (!command->search.uid && largest != data.numbers.end()) results_up_to(*largest);
}

// RFC 7377 §2.1
void AnswerJudge::multisearch(const EsearchData& data) {
  if (data.mailbox && data.uid_validity) return;
  const std::string missing = data.mailbox ? "UIDVALIDITY" : "MAILBOX";
  line_.report("correlator_missing", {{"correlator", missing}}, place_of_name(line_));
}

void AnswerJudge::esearch(const EsearchData& data) {
  const InProgressAtServer* asking = data.tag ? server_.in_progress().find(*data.tag) : nullptr;
  const Command* command = asking == nullptr ? nullptr : asking->command.get();
  const bool in_many = command != nullptr && std::holds_alternative<Esearch>(*command);
  if (in_many && !is_update(data)) multisearch(data);
  const auto* search = command == nullptr ? nullptr : std::get_if<Search>(command);
  if (search == nullptr || !search->other_returns.empty()) return;
  if (search->uid && !data.uid)
    return line_.report("esearch_without_uid", {}, place_of_name(line_));
  if (!search->uid && !data.uid) results_up_to(largest_in(data));
}

void AnswerJudge::results_up_to(std::uint32_t largest) {
  if (server_.incomplete() || !server_.exists() || largest <= *server_.exists()) return;
  line_.report("search_beyond_exists", {{"number", largest}, {"count", *server_.exists()}},
               place_of_number(line_.bytes, largest));
}

}  // namespace

void judge_answer(Line& line, const Response& response, const ServerSide& server) {
  AnswerJudge judge(line, server);
  if (const auto* completion = std::get_if<Tagged>(&response)) {
    judge.tagged(completion->status);
  } else if (const auto* data = std::get_if<Untagged>(&response)) {
    judge.untagged(data->data);
  }
}

}  // namespace imapscope::judge
