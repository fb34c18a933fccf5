// What the server really holds of a mailbox and still owes its client. Only simulations have it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"

namespace imapscope::gui {

struct XrayRow {
  Uid uid;
  FlagSet flags;
  std::string subject;
};

/// The messages held, by UID ascending. A row is made when it is asked for, since there may be very
/// many; it stays as it was.
class XrayRows {
 public:
  XrayRows() = default;
  virtual ~XrayRows() = default;
  XrayRows(const XrayRows&) = delete;
  XrayRows& operator=(const XrayRows&) = delete;

  [[nodiscard]] virtual std::size_t size() const = 0;
  [[nodiscard]] virtual Uid uid_at(std::size_t place) const = 0;
  [[nodiscard]] virtual XrayRow row(std::size_t place) const = 0;
  /// The whole message; the view holds as long as these rows do.
  [[nodiscard]] virtual std::string_view octets(std::size_t place) const = 0;
};

struct XrayView {
  std::string mailbox;
  std::shared_ptr<const XrayRows> rows;  ///< never null
  std::vector<std::string> owed;         ///< `* 3 EXPUNGE`
};

}  // namespace imapscope::gui
