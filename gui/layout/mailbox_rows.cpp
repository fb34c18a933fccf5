#include "gui/layout/mailbox_rows.h"

namespace imapscope::gui {
namespace {

/// The UID that the client knows at or behind `index`: what stands before it at the server is not
/// for later rows.
std::optional<Uid> next_known_uid(std::span<const observer::MessageBelief> believed,
                                  std::size_t index) {
  for (; index < believed.size(); ++index) {
    if (believed[index].uid) return believed[index].uid;
  }
  return std::nullopt;
}

/// Each expunge names a number in the numbering that the ones before it left. Adds a closing row
/// for each, where its message stood.
void insert_removed(std::vector<MailboxRow>& rows, std::span<const std::uint32_t> removed) {
  for (auto number = removed.rbegin(); number != removed.rend(); ++number) {
    std::uint32_t seen = 0;
    auto place = rows.begin();
    for (; place != rows.end(); ++place) {
      if ((place->believed || place->removed) && ++seen == *number) break;
    }
    rows.insert(place, MailboxRow{std::nullopt, std::nullopt, *number});
  }
}

}  // namespace

std::vector<MailboxRow> align(std::span<const observer::MessageBelief> believed,
                              std::span<const Uid> held, std::span<const std::uint32_t> removed) {
  std::vector<MailboxRow> rows;
  std::size_t h = 0;
  for (std::size_t b = 0; b < believed.size(); ++b) {
    const auto uid = believed[b].uid;
    while (uid && h < held.size() && held[h] < *uid) rows.push_back({std::nullopt, h++, {}});
    const auto next = uid ? uid : next_known_uid(believed, b);
    const bool claims = h < held.size() && (uid ? held[h] == *uid : !next || held[h] < *next);
    rows.push_back({b, claims ? std::optional(h) : std::nullopt, {}});
    if (claims) ++h;
  }
  while (h < held.size()) rows.push_back({std::nullopt, h++, {}});
  insert_removed(rows, removed);
  return rows;
}

}  // namespace imapscope::gui
