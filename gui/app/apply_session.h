// What is obeyed of the intents that a session of one's own understands.
#pragma once

#include "gui/app/window_state.h"
#include "gui/scene/session_view.h"
#include "sim/base/files.h"
#include "sim/world/input.h"

namespace imapscope::gui {

/// Acts where the play head stands, and plays on from there. Where that is refused, the message
/// says why.
void act(WindowState& state, const world::Action& action);

void obey_session(const NewSession& wish, WindowState& state, const Files& files);
void obey_session(const MailArrives& wish, WindowState& state, const Files& files);
void obey_session(const CutLine& wish, WindowState& state, const Files& files);
void obey_session(const ClientConnects& wish, WindowState& state, const Files& files);
void obey_session(const SetNetwork& wish, WindowState& state, const Files& files);
void obey_session(const UndoInput& wish, WindowState& state, const Files& files);
void obey_session(const ResetSession& wish, WindowState& state, const Files& files);
void obey_session(const SaveSession& wish, WindowState& state, const Files& files);

}  // namespace imapscope::gui
