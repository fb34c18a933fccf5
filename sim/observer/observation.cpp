#include "sim/observer/observation.h"

#include <algorithm>
#include <utility>

#include "sim/observer/imap_conversation.h"
#include "sim/observer/neighbour_conversation.h"

namespace imapscope::observer {
namespace {

std::unique_ptr<Conversation> conversation_in(Chronicle& chronicle, Conversation::Place place) {
  if (const neighbour::Dialect* dialect = dialect_of(place.protocol)) {
    return std::make_unique<NeighbourConversation>(chronicle, place, *dialect);
  }
  return std::make_unique<ImapConversation>(chronicle, place);
}

}  // namespace

Observation::Observation(trace::Header header, std::vector<Said> warnings) {
  trace_.header = std::move(header);
  trace_.warnings = std::move(warnings);
}

void Observation::append(std::span<const trace::Event> events) {
  if (events.empty()) return;
  chronicle_.take_back();
  make_room(events);
  for (const trace::Event& event : events) {
    trace_.events.push_back(event);
    trace::Event& held = trace_.events.back();
    held.sent = std::max(held.sent, chronicle_.now());  // the promise of append()
    if (held.landed) held.landed = std::max(*held.landed, held.sent);
    chronicle_.go_on_to(held.sent);
    conversation_of(held).take(held, trace_.events.size() - 1);
  }
  chronicle_.look_ahead();
}

void Observation::make_room(std::span<const trace::Event> events) {
  std::size_t lines = events.size();
  for (const trace::Event& event : events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr) continue;
    lines +=
        static_cast<std::size_t>(std::count(payload->bytes.begin(), payload->bytes.end(), '\n'));
  }
  chronicle_.reserve(lines);
  if (trace_.events.capacity() < trace_.events.size() + events.size()) {
    trace_.events.reserve(
        std::max(trace_.events.size() + events.size(), 2 * trace_.events.capacity()));
  }
}

Conversation& Observation::conversation_of(const trace::Event& event) {
  std::unique_ptr<Conversation>& conversation = conversations_[event.connection];
  if (!conversation) {
    conversation = conversation_in(
        chronicle_, {event.connection, trace::protocol_of(event), trace_.header.clocking});
  }
  return *conversation;
}

void Observation::arrives(const Line& line, const Reading& reading, bool begins) {
  conversations_.at(line.connection)->arrives(line, reading, begins);
}

void Observation::was_learnt(const Line& line) {
  conversations_.at(line.connection)->was_learnt(line);
}

}  // namespace imapscope::observer
