// Arbitrary commands and responses, within what the grammar can express.
#pragma once

#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "tests/property/choices.h"

namespace imapscope {

TaggedCommand make_command(Choices& choices);
Response make_response(Choices& choices);

// ---- the pieces both are made of ----

std::string pick_from(Choices& choices, std::uint32_t fewest, std::uint32_t most,
                      std::string_view characters);
std::string make_atom(Choices& choices);
std::string make_octets(Choices& choices);  ///< any but NUL; may be empty
std::string make_utf8(Choices& choices);    ///< may be empty
std::string make_value(Choices& choices);   ///< as on the wire: an atom, or a list of them
NString make_nstring(Choices& choices);
std::uint32_t make_number(Choices& choices);
std::uint32_t make_nz_number(Choices& choices);
Flag make_flag(Choices& choices);  ///< not `\Recent`
FlagSet make_flags(Choices& choices);
Date make_date(Choices& choices);
DateTime make_date_time(Choices& choices);
Section make_section(Choices& choices);
std::optional<IdFields> make_id_fields(Choices& choices);

template <class N>
NumberSet<N> make_set(Choices& choices) {
  return {choices.some(1, 4, [&] {
    const auto bound = [&] { return N{choices.coin() ? make_nz_number(choices) : 1}; };
    const N first = choices.below(8) == 1 ? NumberSet<N>::star : bound();
    if (!choices.coin()) return typename NumberSet<N>::Range{first, first};
    return
        typename NumberSet<N>::Range{first, choices.below(8) == 1 ? NumberSet<N>::star : bound()};
  })};
}

inline MessageSet make_message_set(Choices& choices) {
  if (choices.coin()) return make_set<Uid>(choices);
  return make_set<SeqNum>(choices);
}

}  // namespace imapscope
