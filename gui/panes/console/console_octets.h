// The console while a literal's octets are wanted: a field of several lines, the octets one by one,
// and what is still missing or too much.
#pragma once

#include "gui/layout/octets.h"
#include "gui/panes/console/console_answer.h"
#include "gui/panes/console/console_field.h"

namespace imapscope::gui {

class ConsoleOctets {
 public:
  ConsoleOctets() : field_(longest_literal), rest_(longest_rest) {}

  /// `proposal`: what Tab takes over; may be empty.
  void draw(const Scene& scene, const Lane& lane, const std::string& proposal, Intents& intents);
  /// Another literal is wanted: begins with `text`, which may be empty.
  void begin(const Scene& scene, std::string_view text);
  [[nodiscard]] bool is_for(const Scene& scene) const;
  [[nodiscard]] std::string bytes() const { return with_crlf(field_.get()); }
  void focus() { field_.text().focus(); }
  /// Something was sent.
  [[nodiscard]] bool take_sent() { return std::exchange(sent_, false); }

 private:
  static constexpr std::size_t longest_literal = 65536;
  static constexpr std::size_t longest_rest = 1024;

  void way_out(const Scene& scene, ConsoleArea area, Intents& intents);
  void counts(const Scene& scene, const AnswerParts& parts, const OctetCount& count);
  void rest(const Scene& scene, const AnswerParts& parts);
  void field(const Scene& scene, ConsoleArea area, const std::string& proposal);
  void line_ends(const Scene& scene, ConsoleArea area, const std::string& proposal);
  void draw_proposal(const Scene& scene, ImVec2 at, const std::string& proposal);

  ConsoleField field_;
  FieldText rest_;
  std::uint64_t revision_ = 0;
  std::uint32_t since_ = 0;
  bool begun_ = false;
  bool sends_ = false;
  bool sent_ = false;
};

}  // namespace imapscope::gui
