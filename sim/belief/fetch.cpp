// The fetch family: what FETCH responses tell of messages.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/belief/effect.h"
#include "sim/belief/ends/message_names.h"
#include "sim/belief/families.h"
#include "sim/belief/place.h"
#include "sim/imap/encoded_word.h"

namespace imapscope::observer {
namespace {

// The message that a FETCH response speaks of, while its items are read.
struct Told {
  Learning& learning;
  MailboxModel& mailbox;
  SeqNum number;
  bool details = false;  // something became known besides flags

  [[nodiscard]] const MessageBelief& message() const { return mailbox.messages.at(number); }
  [[nodiscard]] MessageBelief& change() const { return mailbox.messages.change_at(number); }
  [[nodiscard]] rules::Place place_of(Uid uid) const { return place_of_uid(learning.bytes, uid); }
};

void learn_flags(Told& told, const FlagSet& flags) {
  told.learning.remember(MailboxChange::Kind::told, told.number);
  const Known<FlagSet>& before = told.message().flags;
  if (before && *before == flags) return;
  told.learning.effect(flags_changed(told.number, before, flags));
  told.change().flags = flags;
}

// A UID never changes while the mailbox keeps its UIDVALIDITY (RFC 3501 §2.3.1.1).
void check_uid(Told& told, Uid uid) {
  if (const Known<Uid>& before = told.message().uid; before && *before != uid) {
    told.learning.report(
        "uid_changed",
        {{"number", told.number.value}, {"before", before->value}, {"uid", uid.value}},
        told.place_of(uid));
    return;
  }
  const SeqNum below{told.number.value - 1};
  const SeqNum above{told.number.value + 1};
  const MessageList& messages = told.mailbox.messages;
  const bool falls = messages.holds(below) && messages.at(below).uid >= uid;
  const bool tops =
      messages.holds(above) && messages.at(above).uid && *messages.at(above).uid <= uid;
  if (falls || tops) {
    told.learning.report("uid_out_of_order", {{"number", told.number.value}, {"uid", uid.value}},
                         told.place_of(uid));
  }
}

void learn_uid(Told& told, Uid uid) {
  if (told.message().uid == uid) return;
  check_uid(told, uid);
  told.change().uid = uid;
  told.details = true;
}

void learn_subject(Told& told, const std::string& raw) {
  std::string subject = decode_encoded_words(raw);
  if (told.message().subject == subject) return;
  told.change().subject = std::move(subject);
  told.details = true;
}

void learn_size(Told& told, std::uint64_t octets) {
  if (told.message().size == octets) return;
  told.change().size = octets;
  told.details = true;
}

bool begins_with_header(const FetchedSection& section) {
  if (section.origin && *section.origin != 0) return false;
  if (const auto* attribute = std::get_if<FetchAttribute>(&section.what)) {
    return *attribute != FetchAttribute::rfc822_text;
  }
  const Section& what = std::get<Section>(section.what);
  return what.path.empty() && what.text != Section::Text::text;
}

void learn_item(Told& told, const FetchedItem& item) {
  std::visit(
      overloaded{
          [&](const FetchedFlags& i) { learn_flags(told, i.flags); },
          [&](const FetchedUid& i) { learn_uid(told, i.uid); },
          [&](const FetchedSize& i) { learn_size(told, i.octets); },
          [&](const FetchedEnvelope& i) { learn_subject(told, i.envelope->subject.value_or("")); },
          [&](const FetchedSection& i) {
            if (!i.octets || !begins_with_header(i)) return;
            if (const auto subject = subject_in(*i.octets)) learn_subject(told, *subject);
          },
          [](const FetchedInternalDate&) {},
          [](const FetchedStructure&) {},
          [](const FetchedBinary&) {},
          [](const FetchedBinarySize&) {},
          [](const FetchedOther&) {},
      },
      item);
}

bool holds_text(const FetchedItem& item) {
  if (std::holds_alternative<FetchedBinary>(item)) return true;
  const auto* section = std::get_if<FetchedSection>(&item);
  return section != nullptr &&
         section->what != decltype(section->what)(FetchAttribute::rfc822_header);
}

// Whether some FETCH that reads may be answered so. The answer to a UID FETCH tells the UID.
bool may_be_read(const Learning& learning, const FetchData& data) {
  const auto& in_progress = learning.session.in_progress;
  const std::set<LineId>& reading = in_progress.that(Role::reads);
  return std::any_of(reading.begin(), reading.end(), [&](LineId line) {
    const std::shared_ptr<const Command>& command = in_progress.find(line)->command;
    return !command || may_name(std::get<Fetch>(*command).messages, data);
  });
}

// Reading a body sets \Seen (RFC 3501 §6.4.5), and the server SHOULD say so in the same response.
// Where it did not, the flags that the client knew may be stale.
void doubt_seen(Told& told, const FetchData& data) {
  const Known<FlagSet>& flags = told.message().flags;
  if (!flags || flags->contains(flags::seen) || told.mailbox.facts.read_only) return;
  const bool tells_flags =
      std::any_of(data.items.begin(), data.items.end(),
                  [](const FetchedItem& i) { return std::holds_alternative<FetchedFlags>(i); });
  const bool tells_text = std::any_of(data.items.begin(), data.items.end(), holds_text);
  if (tells_flags || !tells_text) return;
  if (!may_be_read(told.learning, data)) return;
  told.change().flags.reset();
  told.learning.effect(effect::FlagsChanged{told.number});
}

}  // namespace

bool sets_seen(const Fetch& command) {
  const std::vector<FetchItem> items = items_of(command);
  return std::any_of(items.begin(), items.end(),
                     [](const FetchItem& item) { return imapscope::sets_seen(item); });
}

void learn(Learning& learning, const FetchData& data) {
  learning.prove(State::selected);
  MailboxModel* mailbox = learning.mailbox();
  if (mailbox == nullptr || learning.session.between_mailboxes()) return;
  if (!mailbox->facts.exists_known) mailbox->messages.grow(data.number.value);  // at least these
  if (!mailbox->messages.holds(data.number)) return;
  Told told{learning, *mailbox, data.number};
  for (const FetchedItem& item : data.items) learn_item(told, item);
  doubt_seen(told, data);
  if (told.details) {
    learning.effect(effect::DetailsKnown{data.number});
  }
}

namespace {

/// The place of a message whose UID the client knows.
std::optional<SeqNum> place_of(const MailboxModel& mailbox, Uid uid) {
  for (SeqNum n{1}; mailbox.messages.holds(n); ++n.value) {
    if (mailbox.messages.at(n).uid == uid) return n;
  }
  return std::nullopt;
}

}  // namespace

// A client that does without numbers has its own places for the UIDs that it knows (RFC 9586); of
// others nothing is learnt here, since the picture has a place for each message.
void learn(Learning& learning, const UidFetchData& data) {
  learning.prove(State::selected);
  MailboxModel* mailbox = learning.mailbox();
  if (mailbox == nullptr || learning.session.between_mailboxes()) return;
  const std::optional<SeqNum> place = place_of(*mailbox, data.number);
  if (!place) return;
  Told told{learning, *mailbox, *place};
  for (const FetchedItem& item : data.items) learn_item(told, item);
  if (told.details) learning.effect(effect::DetailsKnown{*place});
}

// Data for a message that was not named, or flags that were not asked for, are unsolicited.
bool answers(const Fetch& command, const UntaggedData& data) {
  const auto* vanished = std::get_if<VanishedData>(&data);
  if (vanished != nullptr) return vanished->earlier && has_parameter(command.modifiers, "VANISHED");
  if (std::holds_alternative<UidFetchData>(data)) return by_uid(command.messages);
  const auto* fetched = std::get_if<FetchData>(&data);
  return fetched != nullptr && may_name(command.messages, *fetched);
}

}  // namespace imapscope::observer
