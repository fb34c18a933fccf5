// Printer: writes the grammar's small pieces, the counterpart of Cursor. Rule names are those of
// RFC 3501 §9.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/envelope.h"
#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/wire/framer.h"
#include "sim/wire/print.h"

namespace imapscope::wire {

class Printer {
 public:
  explicit Printer(Writer writer, PrintOptions options = {})
      : waits_(writer == Writer::client && !options.non_synchronizing),
        plus_(writer == Writer::client && options.non_synchronizing),
        texts_(options.texts) {}

  /// As it is: atoms, punctuation, text.
  void raw(std::string_view text) { pieces_.back() += text; }
  void space() { pieces_.back() += ' '; }
  void number(std::uint64_t n) { pieces_.back() += std::to_string(n); }

  void astring(std::string_view octets);  ///< an atom where it can be one
  void string(std::string_view octets);   ///< quoted where it can be, else a literal
  void nstring(const NString& octets);
  void literal(std::string_view octets);

  template <class N>
  void set(const NumberSet<N>& set);
  void set(const MessageSet& set);

  void flags(const FlagSet& flags);
  void mailbox(const MailboxName& name) { mailbox_text(name.utf8(), false); }
  void mailbox_text(std::string_view utf8, bool wildcards);

  /// `write_element` for each, with a space between two.
  template <class Elements, class WriteElement>
  void separated(const Elements& elements, WriteElement write_element);
  template <class Elements, class WriteElement>
  void list(const Elements& elements, WriteElement write_element);

  /// Ends the line; see `print` for what the pieces are.
  [[nodiscard]] std::vector<std::string> finish() &&;

 private:
  [[nodiscard]] bool can_be_quoted(std::string_view octets) const;
  void quoted(std::string_view octets);
  void bound(std::uint32_t n);

  bool waits_;
  bool plus_;
  Texts texts_;
  std::vector<std::string> pieces_ = std::vector<std::string>(1);
};

template <class N>
void Printer::set(const NumberSet<N>& set) {
  if (set.saved) return raw("$");
  bool first = true;
  for (const auto& range : set.ranges) {
    if (!first) raw(",");
    first = false;
    bound(range.first.value);
    if (range.last == range.first) continue;
    raw(":");
    bound(range.last.value);
  }
}

template <class Elements, class WriteElement>
void Printer::separated(const Elements& elements, WriteElement write_element) {
  bool first = true;
  for (const auto& element : elements) {
    if (!first) space();
    first = false;
    write_element(element);
  }
}

template <class Elements, class WriteElement>
void Printer::list(const Elements& elements, WriteElement write_element) {
  raw("(");
  separated(elements, write_element);
  raw(")");
}

}  // namespace imapscope::wire
