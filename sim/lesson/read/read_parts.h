// The parts of a lesson file, each read by a file of its own.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/lesson/model.h"
#include "sim/lesson/read/fields.h"
#include "sim/server/temper/misbehaviour.h"

namespace imapscope::lesson {

/// Of a message, as number or UID: RFC 3501's nz-number.
inline constexpr std::int64_t largest_number = 0xffffffff;

/// The server and its accounts, the network, the seed; `folder` holds `mailboxes/`.
[[nodiscard]] world::Setup read_setup(Faults& faults, const Fields& lesson, const Folder& folder);

/// What `json` (an object of `link_keys`) says, on top of `base`.
[[nodiscard]] channel::LinkSettings read_link(const Fields& fields, channel::LinkSettings base);

/// Faults on request: a list of objects of `misbehaviour_keys`.
[[nodiscard]] server::Misbehaviour read_misbehaviour(Faults& faults, const Json& list);

/// "steps", and what only the whole script shows: clients that nobody connected, two questions in
/// one step.
[[nodiscard]] std::vector<Instruction> read_script(Faults& faults, const Fields& lesson,
                                                   const world::Setup& setup);

/// One instruction: `{"send": {…}}`.
[[nodiscard]] Verb read_verb(Faults& faults, const Json& json, const world::Setup& setup);

/// Its keys, and what its goal and its samples say. Who is connected only the script knows.
[[nodiscard]] Task read_task(Faults& faults, const Fields& fields, const world::Setup& setup);

}  // namespace imapscope::lesson
