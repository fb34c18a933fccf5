// A session of one's own: how it begins, what happens in it, and what it is kept as.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gui/app/document/document.h"
#include "gui/scene/intent.h"
#include "sim/base/files.h"
#include "sim/world/history.h"

namespace imapscope::gui {

/// A server with one account, whose INBOX holds what the mailbox file does (or whose mailboxes,
/// what a folder of them does), and clients that have connected. An error names the file and its
/// line.
[[nodiscard]] Result<std::unique_ptr<Document>, Said> new_session(const Files& files,
                                                                  const NewSession& wish);

/// The account's user and password: what there is to log in with.
struct Credentials {
  std::string user;
  std::string password;
};
[[nodiscard]] Credentials session_credentials();

/// The names that clients get, in this order; as many as have a colour of their own.
[[nodiscard]] const std::vector<std::string>& session_clients();

/// The next letter that arrives, after those that have.
[[nodiscard]] world::Deliver next_letter(const world::History& history);

/// The first client that has no connection; nothing where all have one.
[[nodiscard]] std::optional<world::Connect> next_client(const world::History& history);

/// The network as it is for all; clients may have one of their own.
[[nodiscard]] channel::LinkSettings network_of(const world::History& history);

}  // namespace imapscope::gui
