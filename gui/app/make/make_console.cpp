#include "gui/app/make/make_console.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/line_end.h"
#include "sim/base/overloaded.h"
#include "sim/belief/reading.h"
#include "sim/imap/capability.h"
#include "sim/imap/mailbox_name.h"
#include "sim/lesson/player.h"
#include "sim/observer/row.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

using observer::Dialogue;
using observer::Line;
using observer::LineKind;
using observer::Moment;

/// The tag after the one of the client's last command: a9 → a10; its first is made of its lane.
std::string next_tag(const Line* command, const Lane& lane) {
  const std::string last = command == nullptr ? std::string() : command->tag;
  const auto digits = std::find_if_not(last.rbegin(), last.rend(), ascii::is_digit).base();
  const std::string number(digits, last.end());
  if (number.empty() || number.size() > 8) {
    return last.empty() ? std::string(1, static_cast<char>('a' + lane.order % 26)) + "1"
                        : last + "1";
  }
  std::string next = std::to_string(std::stoul(number) + 1);
  if (next.size() < number.size()) next.insert(0, number.size() - next.size(), '0');
  return std::string(last.begin(), digits) + next;
}

std::string text_of(const Line& line) {
  return observer::row_text(line).head;
}

/// What stands behind `+ `, decoded: a SASL mechanism's challenge.
std::string challenge_in(const Line& line) {
  std::string_view text = without_line_ends(line.bytes);
  text.remove_prefix(std::min<std::size_t>(2, text.size()));
  return wire::printable(decode_base64(text).value_or(std::string(text)));
}

std::string mechanism_of(const Line& command) {
  const std::string text = text_of(command);  // the words look into it
  const std::vector<std::string_view> words = words_of(text);
  return words.size() > 2 ? std::string(words[2]) : std::string();
}

Asked asked_by(const observer::Timeline& timeline, const Dialogue& dialogue) {
  const Line& command = timeline.lines()[dialogue.command.value];
  const Line& plus = timeline.lines()[dialogue.asked->value];
  Asked wanted;
  wanted.tag = command.tag;
  wanted.command = text_of(command);
  wanted.since = plus.id;
  switch (dialogue.wants) {
    case Dialogue::Wants::octets:
      wanted.kind = Asked::Kind::octets;
      wanted.octets = dialogue.octets;
      break;
    case Dialogue::Wants::sasl_response:
      wanted.kind = Asked::Kind::sasl_response;
      wanted.mechanism = mechanism_of(command);
      wanted.challenge = challenge_in(plus);
      break;
    case Dialogue::Wants::done:
      wanted.kind = Asked::Kind::done;
      break;
  }
  return wanted;
}

/// As the session writes it.
std::string as_argument(const MailboxName& name, const observer::SessionBelief& session) {
  const std::vector<std::string> none;
  const Extensions extensions{session.capabilities ? *session.capabilities : none, session.enabled};
  return extensions.utf8() ? name.utf8() : encode_modified_utf7(name.utf8());
}

template <class Name>
void add(std::vector<Name>& names, Name name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    names.push_back(std::move(name));
  }
}

/// The mailbox that a line of the server speaks of.
std::optional<MailboxName> mailbox_in(const Line& line) {
  using Told = std::optional<MailboxName>;
  const auto response = observer::response_of(line);
  const auto* untagged = response ? std::get_if<Untagged>(&*response) : nullptr;
  if (untagged == nullptr) return {};
  return std::visit(overloaded{
                        [](const ListData& list) { return Told(list.listing.mailbox); },
                        [](const LsubData& list) { return Told(list.listing.mailbox); },
                        [](const StatusData& status) { return Told(status.mailbox); },
                        [](const auto&) { return Told(); },
                    },
                    untagged->data);
}

/// A mailbox that the client is told of in this moment.
std::optional<MailboxName> mailbox_told(const observer::Timeline& timeline, const Moment& moment,
                                        const Lane& lane) {
  const Line& line = timeline.lines()[moment.line.value];
  if (moment.kind != Moment::Kind::lands || line.kind != LineKind::untagged) return {};
  if (!lane.has(line.connection)) return {};
  const DataInfo* data = find_data(line.name);
  const bool names_one = data != nullptr && data->about == About::any_mailbox;
  return names_one ? mailbox_in(line) : std::nullopt;
}

void take_mailbox(Known& known, const observer::MailboxBelief& mailbox) {
  known.messages = mailbox.exists;
  const std::size_t looked_at = std::min<std::size_t>(mailbox.messages.size(), 1000);
  for (std::size_t i = 0; i < looked_at; ++i) {
    const observer::MessageBelief& message = mailbox.messages[i];
    if (message.uid) known.uids.push_back(message.uid->value);
    if (!message.flags) continue;
    for (const Flag& flag : *message.flags) {
      if (!(flag == flags::recent)) add(known.flags, flag.name);
    }
  }
  if (!mailbox.flags) return;
  for (const Flag& flag : *mailbox.flags) {
    if (!(flag == flags::recent)) add(known.flags, flag.name);
  }
}

Known known_to(const Scene& scene, const Lane& lane, std::vector<MailboxName> mailboxes) {
  Known known;
  known.client = lane.name;
  const auto belief = scene.beliefs->find(lane.connection);
  if (belief == scene.beliefs->end()) return known;
  known.protocol = belief->second.protocol;
  known.state = belief->second.state;
  if (belief->second.maildrop) {
    known.messages = static_cast<std::uint32_t>(belief->second.maildrop->drops.size());
  }
  known.capabilities = belief->second.capabilities.value_or(std::vector<std::string>());
  if (belief->second.mailbox) {
    take_mailbox(known, *belief->second.mailbox);
    add(mailboxes, belief->second.mailbox->name);
  }
  for (const MailboxName& name : mailboxes) {
    if (!name.utf8().empty()) known.mailboxes.push_back(as_argument(name, belief->second));
  }
  return known;
}

/// Why nothing can be sent although somebody could answer; empty: it can.
std::string why_lane_is_off(const Scene& scene, const Lane* lane) {
  if (lane == nullptr) return scene.words("window.no_client");
  const auto belief = scene.beliefs->find(lane->connection);
  if (belief != scene.beliefs->end() && belief->second.closed) {
    return scene.words("console.closed", {{"client", lane->name}});
  }
  return {};
}

}  // namespace

void ConsoleMaker::listen(const Scene& scene, const Lane& lane) {
  const std::size_t moments = scene.head.moments;
  const bool goes_on = heard_ && heard_->revision == scene.revision &&
                       heard_->connection == lane.connection && heard_->moments <= moments;
  if (!goes_on) heard_ = Heard{scene.revision, lane.connection};
  if (heard_->known && heard_->moments == moments) return;
  for (; heard_->moments < moments; ++heard_->moments) {
    const Moment& moment = scene.timeline->moments()[heard_->moments];
    if (auto told = mailbox_told(*scene.timeline, moment, lane)) {
      add(heard_->mailboxes, *std::move(told));
    }
  }
  heard_->talk.stand_after(moments, *scene.timeline);
  heard_->known = known_to(scene, lane, heard_->mailboxes);
}

ConsoleInfo ConsoleMaker::make(const Document& document, const Scene& scene, const Lane* lane) {
  ConsoleInfo console;
  if (!document.why_not().empty()) console.why_not = scene.words(document.why_not());
  if (console.why_not.empty()) console.why_not = why_lane_is_off(scene, lane);
  if (!console.why_not.empty()) return console;
  listen(scene, *lane);
  const auto dialogue = heard_->talk.dialogue(*scene.timeline);
  if (dialogue && !dialogue->asked) {
    const Line& command = scene.timeline->lines()[dialogue->command.value];
    console.waits = true;
    console.why_not = scene.words("console.waits", {{"command", text_of(command)}});
    return console;
  }
  console.enabled = true;
  console.forks = document.acting_forks(scene.head.shown);
  const auto last = heard_->talk.last_command();
  console.known = *heard_->known;
  if (console.known.protocol == Protocol::imap) {
    console.next_tag = next_tag(last ? &scene.timeline->lines()[last->value] : nullptr, *lane);
  }
  if (dialogue) console.asked = asked_by(*scene.timeline, *dialogue);
  if (scene.lesson && scene.lesson->task && scene.lesson->task->open) {
    const Task& task = *scene.lesson->task;
    console.task = TaskCommands{task.commands, task.most, task.par};
  }
  return console;
}

}  // namespace imapscope::gui
