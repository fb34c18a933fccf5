#include "sim/server/context.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

/// `1 33 1 32`: where in the results, and what.
using Positioned = std::vector<std::pair<std::size_t, Uid>>;

std::uint32_t told_number(Uid uid, const Context& context, const SessionView& view) {
  return context.uid ? uid.value : static_cast<std::uint32_t>(*view.place_of(uid) + 1);
}

/// In mailbox order the client puts them in their places by itself (RFC 5267 §4.3.3).
std::string unordered_text(const std::vector<Uid>& uids, const Context& context,
                           const SessionView& view) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(uids.size());
  for (const Uid uid : uids) numbers.push_back(told_number(uid, context, view));
  return "(0 " + set_text(numbers) + ')';
}

std::string positioned_text(const Positioned& changes, const Context& context,
                            const SessionView& view) {
  std::string text;
  for (const auto& [position, uid] : changes) {
    text += text.empty() ? "(" : " ";
    text += std::to_string(position) + ' ' + std::to_string(told_number(uid, context, view));
  }
  return text + ')';
}

void say_change(std::string_view item, std::string value, const Context& context,
                const Turn& turn) {
  EsearchData data;
  data.tag = context.tag;
  data.uid = context.uid;
  data.others.emplace_back(item, std::move(value));
  say(turn.session, std::move(data));
}

std::vector<Uid> results_now(const Context& context, const Turn& turn) {
  std::vector<Uid> uids;
  for (const Hit& hit : ordered(find_all(context.query, turn), context.order)) {
    uids.push_back(hit.entry->uid);
  }
  return uids;
}

/// Those of `uids` that are not among `others`.
std::vector<Uid> without(const std::vector<Uid>& uids, std::vector<Uid> others) {
  std::sort(others.begin(), others.end());
  std::vector<Uid> rest;
  std::copy_if(uids.begin(), uids.end(), std::back_inserter(rest),
               [&](Uid uid) { return !std::binary_search(others.begin(), others.end(), uid); });
  return rest;
}

void tell_removed(Context& context, const Turn& turn) {
  const std::vector<Uid> gone = without(context.results, results_now(context, turn));
  if (gone.empty()) return;
  const bool sorted = !context.order.empty();
  Positioned changes;  // the last first, so that the places before it stay
  for (auto uid = gone.rbegin(); uid != gone.rend(); ++uid) {
    const auto at = std::find(context.results.begin(), context.results.end(), *uid);
    changes.emplace_back(at - context.results.begin() + 1, *uid);
    context.results.erase(at);
  }
  say_change("REMOVEFROM",
             sorted ? positioned_text(changes, context, turn.view())
                    : unordered_text(gone, context, turn.view()),
             context, turn);
}

/// Of those alone: who came in by a change of flags is known already (RFC 5465 §7).
void tell_new(const std::vector<Uid>& added, const Context& context, Uid first_new, Turn& turn) {
  if (context.items.empty()) return;
  Places places;
  for (const Uid uid : added) {
    if (uid >= first_new) places.push_back(*turn.view().place_of(uid));
  }
  std::sort(places.begin(), places.end());
  tell_messages(context.items, std::move(places), turn);
}

void tell_added(Context& context, Uid first_new, Turn& turn) {
  std::vector<Uid> now = results_now(context, turn);
  const std::vector<Uid> added = without(now, context.results);
  if (added.empty()) return;
  const bool sorted = !context.order.empty();
  Positioned changes;  // the first first: each place is that of the whole result
  for (const Uid uid : added) {
    const auto at = std::find(now.begin(), now.end(), uid);
    changes.emplace_back(at - now.begin() + 1, uid);
  }
  context.results = std::move(now);
  tell_new(added, context, first_new, turn);
  say_change("ADDTO",
             sorted ? positioned_text(changes, context, turn.view())
                    : unordered_text(added, context, turn.view()),
             context, turn);
}

}  // namespace

void begin_updates(Context context, Turn& turn) {
  if (turn.session.contexts.size() < turn.config.max_contexts) {
    return turn.session.contexts.push_back(std::move(context));
  }
  say(turn.session, StatusResponse{Condition::no, CodeAtom{"NOUPDATE", '"' + context.tag + '"'},
                                   "Too many searches are kept up to date"});
}

void tell_removed_results(const Turn& turn) {
  for (Context& context : turn.session.contexts) tell_removed(context, turn);
}

void tell_added_results(Uid first_new, Turn& turn) {
  for (Context& context : turn.session.contexts) tell_added(context, first_new, turn);
}

// What is not kept up to date need not be ended (RFC 5267 §4.3.5).
Ending handle(const CancelUpdate& command, Turn& turn) {
  std::erase_if(turn.session.contexts, [&](const Context& context) {
    return std::find(command.tags.begin(), command.tags.end(), context.tag) != command.tags.end();
  });
  return ok("CANCELUPDATE completed");
}

}  // namespace imapscope::server
