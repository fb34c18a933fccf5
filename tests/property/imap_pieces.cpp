// The pieces that random commands and responses are made of.
#include "sim/base/utf.h"
#include "tests/property/imap_values.h"

namespace imapscope {

std::string pick_from(Choices& choices, std::uint32_t fewest, std::uint32_t most,
                      std::string_view characters) {
  const auto list = choices.some(fewest, most, [&] {
    return characters[choices.below(static_cast<std::uint32_t>(characters.size()))];
  });
  return {list.begin(), list.end()};
}

std::string make_atom(Choices& choices) {
  return pick_from(choices, 1, 6, "aZ0$-._#!'+,/:;<=>?@[^`|}~&");
}

std::string make_octets(Choices& choices) {
  if (choices.below(20) == 1) return std::string(1200, 'x');
  return pick_from(choices, 0, 8, "a \"\\(){%*]NIL\r\n\x01\x7f\x80\xff\xc3\xa9");
}

std::string make_utf8(Choices& choices) {
  if (choices.below(8) == 1) return "INBOX";
  const char32_t code_points[] = {U'a', U'/', U' ', U'&', U'-',      U'"',          U'%',  U'*',
                                  U'~', U'+', U'é', U'№', U'\u65e5', U'\U0001f600', U'\n', U'\\'};
  const auto list = choices.some(0, 6, [&] { return choices.one_of(code_points); });
  return to_utf8(std::u32string(list.begin(), list.end()));
}

std::string make_value(Choices& choices) {
  if (!choices.coin()) return "7";
  std::string list = "(";
  for (const std::string& atom : choices.some(0, 3, [&] { return make_atom(choices); })) {
    list += (list.size() > 1 ? " " : "") + atom;
  }
  return list + ")";
}

NString make_nstring(Choices& choices) {
  if (!choices.coin()) return std::nullopt;
  return make_octets(choices);
}

std::uint32_t make_number(Choices& choices) {
  const std::uint32_t limits[] = {10, 1000, 0xffffffff};
  return choices.below(choices.one_of(limits));
}

std::uint32_t make_nz_number(Choices& choices) {
  return 1 + make_number(choices);
}

Flag make_flag(Choices& choices) {
  const Flag known[] = {flags::seen, flags::deleted, Flag{"\\Extension"}, Flag{"$Forwarded"}};
  return choices.coin() ? Flag{make_atom(choices)} : choices.one_of(known);
}

FlagSet make_flags(Choices& choices) {
  FlagSet flags;
  for (const Flag& flag : choices.some(0, 3, [&] { return make_flag(choices); })) flags.add(flag);
  return flags;
}

Date make_date(Choices& choices) {
  return date_from_days(choices.below(60000));
}

DateTime make_date_time(Choices& choices) {
  DateTime time;
  time.date = make_date(choices);
  time.hour = static_cast<int>(choices.below(24));
  time.minute = static_cast<int>(choices.below(60));
  time.second = static_cast<int>(choices.below(61));
  time.zone_minutes = static_cast<int>(choices.below(2 * 14 * 60)) - 14 * 60;
  return time;
}

Section make_section(Choices& choices) {
  Section section;
  section.path = choices.some(0, 3, [&] { return make_nz_number(choices); });
  section.text = static_cast<Section::Text>(choices.below(section.path.empty() ? 5 : 6));
  const bool has_fields = section.text == Section::Text::header_fields ||
                          section.text == Section::Text::header_fields_not;
  if (has_fields) section.fields = choices.some(1, 3, [&] { return make_octets(choices); });
  return section;
}

std::optional<IdFields> make_id_fields(Choices& choices) {
  if (!choices.coin()) return std::nullopt;
  return choices.some(0, 3, [&] { return std::pair{make_octets(choices), make_nstring(choices)}; });
}

}  // namespace imapscope
