// Motion as a function of presentation time.
//
// Nothing here remembers a frame: given the play head and the moment something began, it says how
// far along that thing is. So a paused frame, a scrubbed frame and a screenshot are the same
// picture. Motion explains cause; when the viewer switched it off, everything stands where it would
// settle.
#pragma once

namespace imapscope::gui {

/// Durations in seconds of presentation time.
namespace duration {
inline constexpr double chip = 0.15;   ///< a flag chip appears
inline constexpr double row = 0.25;    ///< an expunged row closes, a number rolls down
inline constexpr double token = 0.35;  ///< a session's token travels its edge
}  // namespace duration

/// How far something of `duration_s` that began `elapsed_s` ago has come, 0 to 1, at even speed.
/// 0 before it began; 1 from the end on, and for a duration of zero from its beginning on.
double progress(double elapsed_s, double duration_s);

/// Fast at first, at rest at the end, never past it: 0 to 1 for `share` 0 to 1.
double ease_out(double share);

/// `from` until it begins, `to` once it ended, eased out between.
double eased(double from, double to, double elapsed_s, double duration_s);

/// How far a change that began `elapsed_s` ago is shown to have come: eased, or with motion off all
/// the way as soon as it began.
double shown_progress(bool motion, double elapsed_s, double duration_s);

}  // namespace imapscope::gui
