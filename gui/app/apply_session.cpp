#include "gui/app/apply_session.h"

#include <algorithm>

#include "gui/app/new_session.h"
#include "sim/lesson/write.h"
#include "sim/trace/jsonl.h"

namespace imapscope::gui {
namespace {

/// The play head stands where the history ends, and the inspector explains the newest line.
void stand_at_end(WindowState& state) {
  state.playing = false;
  state.view.selected_line.reset();
  state.view.token_chosen = false;
  seek_to_end(state);
}

bool sets_network_for_all(const world::Action& action) {
  const auto* set = std::get_if<world::SetNetwork>(&action);
  return set != nullptr && set->client.empty();
}

}  // namespace

void act(WindowState& state, const world::Action& action) {
  const std::size_t moments = state.document->current().presentation.moments_until(state.head);
  if (const auto done = state.document->act(action, state.head); !done) {
    state.message = done.error();
    return;
  }
  const Recording& recording = state.document->current();
  const bool something_moves = moments < recording.timeline.moments().size();
  state.head = something_moves ? recording.presentation.at(moments) : recording.end();
  state.playing = true;
  state.view.selected_line.reset();
  state.view.token_chosen = false;
}

void obey_session(const NewSession& wish, WindowState& state, const Files& files) {
  auto document = new_session(files, wish);
  if (!document) {
    state.message = document.error();
    return;
  }
  show(state, std::move(*document), "");
  seek_to_end(state);
}

void obey_session(const MailArrives& /*wish*/, WindowState& state, const Files& /*files*/) {
  const world::History* history = state.document->history();
  if (history != nullptr) act(state, next_letter(*history));
}

void obey_session(const CutLine& wish, WindowState& state, const Files& /*files*/) {
  if (state.document->history() == nullptr || wish.client.empty()) return;
  act(state, world::Disconnect{.client = wish.client, .abrupt = true});
}

void obey_session(const ClientConnects& /*wish*/, WindowState& state, const Files& /*files*/) {
  const world::History* history = state.document->history();
  if (history == nullptr) return;
  if (const auto connect = next_client(*history)) act(state, *connect);
}

/// A slider that is moved twice makes one input.
void obey_session(const SetNetwork& wish, WindowState& state, const Files& /*files*/) {
  Document& document = *state.document;
  if (document.history() == nullptr) return;
  channel::LinkSettings network = network_of(*document.history());
  network.latency = milliseconds(std::clamp<std::int64_t>(wish.latency_ms, 0, most_latency_ms));
  network.jitter = milliseconds(std::clamp<std::int64_t>(wish.jitter_ms, 0, most_jitter_ms));
  if (document.can_undo() && sets_network_for_all(document.history()->inputs().back().action)) {
    document.undo();
  }
  act(state, world::SetNetwork{.client = {}, .settings = network});
}

void obey_session(const UndoInput& /*wish*/, WindowState& state, const Files& /*files*/) {
  if (!state.document->can_undo()) return;
  state.document->undo();
  stand_at_end(state);
}

void obey_session(const ResetSession& /*wish*/, WindowState& state, const Files& /*files*/) {
  if (!state.document->can_undo()) return;
  state.document->reset();
  stand_at_end(state);
}

void obey_session(const SaveSession& wish, WindowState& state, const Files& /*files*/) {
  const world::History* history = state.document->history();
  if (history == nullptr) return;
  if (wish.as == SaveAs::trace) {
    state.saves.push_back({"session.jsonl", trace::print_jsonl(history->trace())});
    return;
  }
  lesson::Skeleton skeleton;
  for (const std::string& language : words::languages()) {
    skeleton.title[language] = state.document->title(words::Words(language));
  }
  auto lesson = lesson::write_skeleton(*history, skeleton);
  if (!lesson) {
    state.message = lesson.error();
    return;
  }
  state.saves.push_back({"session.json", std::move(*lesson)});
}

}  // namespace imapscope::gui
