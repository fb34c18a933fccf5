// An account: one user's mailboxes and subscriptions, and the rules by which they are made,
// removed, renamed and listed (RFC 3501 §6.3.3 to §6.3.9). A value.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/imap/list.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/mail/acl.h"
#include "sim/mail/annotations.h"
#include "sim/mail/listing.h"
#include "sim/mail/mailbox.h"
#include "sim/mail/quota.h"
#include "sim/mail/trouble.h"

namespace imapscope::mail {

/// Names a mailbox for as long as it exists, whatever it is renamed to (the word is RFC 8474's).
/// Never used again within the account. A session holds it in place of a pointer, so that the world
/// can be copied.
using MailboxId = Number<struct MailboxIdKind>;

/// Why an account refuses: a server's tagged NO.
enum class Refusal {
  already_exists,    ///< CREATE, RENAME: there is a mailbox of that name
  nonexistent,       ///< DELETE, RENAME, …: there is none
  inbox_is_special,  ///< CREATE or DELETE of INBOX, RENAME to INBOX (RFC 3501 §5.1)
  has_children,      ///< DELETE of a \Noselect name with others under it (RFC 3501 §6.3.4)
  not_selectable,    ///< the name has \Noselect
  malformed_name,    ///< no mailbox can have it: empty, an empty level ("a//b"), control characters
  inside_itself,     ///< RENAME of a name to one under it
  no_subscription,   ///< UNSUBSCRIBE from what was not subscribed to
  childless_inbox,   ///< CREATE, RENAME: nothing lies below INBOX here
};

/// One sentence for people: "There is no mailbox of that name." What RFC 5530 calls the reason
/// (ALREADYEXISTS, NONEXISTENT, CANNOT, …) is `code_of`.
[[nodiscard]] std::string_view sentence_of(Refusal refusal);
[[nodiscard]] std::string_view code_of(Refusal refusal);

template <class T>
using OrRefusal = Result<T, Refusal>;

/// What an account keeps under a name; it goes along when the name changes.
struct NameEntry {
  std::optional<MailboxId> id{};  ///< nothing: \Noselect
  Acl acl{};
  Annotations annotations{};
  std::vector<std::string> uses{};   ///< `\Sent` (RFC 6154 §2)
  const Trouble* trouble = nullptr;  ///< why its mailbox is out of reach; null: it is not
  std::string moved_to{};            ///< a URL: it lies on another server (RFC 2193)
};

class Account {
 public:
  /// INBOX is there from the start. UIDVALIDITY values count up from `first_uid_validity`. A NUL
  /// for the delimiter: names are flat.
  Account(std::string user, std::string password, char delimiter = '/',
          UidValidity first_uid_validity = {1});
  /// Of mailboxes that are nobody's own: without an INBOX, and nobody logs in by its name.
  [[nodiscard]] static Account shared(char delimiter = '/');
  static constexpr std::string_view shared_user = "#shared";
  [[nodiscard]] bool is_shared() const { return user_ == shared_user; }

  [[nodiscard]] const std::string& user() const { return user_; }
  [[nodiscard]] bool has_password(std::string_view password) const { return password_ == password; }
  /// Of a simulated account: a lesson that is written down must say it.
  [[nodiscard]] const std::string& password() const { return password_; }
  /// NUL: names are flat.
  [[nodiscard]] char delimiter() const { return delimiter_; }
  /// Whether mailboxes may lie below INBOX; some servers have none there.
  [[nodiscard]] bool inbox_has_children() const { return inbox_has_children_; }
  void set_inbox_has_children(bool may) { inbox_has_children_ = may; }
  /// Why its user is not let in; null: he is.
  [[nodiscard]] const Trouble* trouble() const { return trouble_; }
  void set_trouble(const Trouble* trouble) { trouble_ = trouble; }
  /// A URL where its mail lies on another server (RFC 2221); empty: it lies here.
  [[nodiscard]] const std::string& moved_to() const { return moved_to_; }
  void set_moved_to(std::string url) { moved_to_ = std::move(url); }

  // ---- finding; pointers are valid until the account's mailboxes change ----

  /// The name's mailbox; `nonexistent`, `not_selectable` or `malformed_name` where it cannot be
  /// opened.
  [[nodiscard]] OrRefusal<MailboxId> id_of(const MailboxName& name) const;
  /// Null where it has been deleted.
  [[nodiscard]] const Mailbox* find(MailboxId id) const;
  [[nodiscard]] Mailbox* find(MailboxId id);
  [[nodiscard]] const Mailbox* find(const MailboxName& name) const;
  [[nodiscard]] Mailbox* find(const MailboxName& name);
  /// Its present name; nothing where it has been deleted.
  [[nodiscard]] std::optional<MailboxName> name_of(MailboxId id) const;
  /// All names, \Noselect ones too, in the order of LIST.
  [[nodiscard]] std::vector<MailboxName> names() const;
  /// What is kept under a name, \Noselect or not; null where there is no such name.
  [[nodiscard]] const NameEntry* entry(const MailboxName& name) const;
  [[nodiscard]] NameEntry* entry(const MailboxName& name);
  /// The nearest name above it that exists (RFC 4314 §4); nothing where there is none.
  [[nodiscard]] std::optional<MailboxName> superior_of(const MailboxName& name) const;

  // ---- changing ----

  /// RFC 3501 §6.3.3. Superior names that do not exist are made, with \Noselect. A trailing
  /// delimiter only announces that there will be inferior names.
  OrRefusal<MailboxId> create(const MailboxName& name);
  /// RFC 3501 §6.3.4. A mailbox with inferiors loses its messages and becomes \Noselect.
  OrRefusal<void> remove(const MailboxName& name);
  /// The same, but its messages stay for those who have it open, as a ghost without a name.
  OrRefusal<void> remove_name(const MailboxName& name);
  [[nodiscard]] const std::set<MailboxId>& ghosts() const { return ghosts_; }
  /// Nobody has it open any more.
  void forget_ghost(MailboxId id);
  /// RFC 3501 §6.3.5. Inferiors go along. INBOX is emptied into the new mailbox and stays.
  OrRefusal<void> rename(const MailboxName& from, const MailboxName& to);
  /// The mailboxes whose names RENAME of that name changes: its own and those below it; none for
  /// INBOX, which keeps its name.
  [[nodiscard]] std::vector<MailboxId> moved_by_rename(const MailboxName& name) const;

  /// A UIDVALIDITY that no mailbox had before: what was known of its UIDs is void.
  void renew_uid_validity(MailboxId id);

  /// RFC 3501 §6.3.6: the mailbox must exist now, and may vanish later.
  OrRefusal<void> subscribe(const MailboxName& name);
  OrRefusal<void> unsubscribe(const MailboxName& name);
  /// The same for a name of another namespace, which is not this account's to know.
  void subscribe_elsewhere(const MailboxName& name) { subscriptions_.insert(name); }
  [[nodiscard]] const std::set<MailboxName>& subscriptions() const { return subscriptions_; }

  // ---- limits ----

  [[nodiscard]] const Quota& quota() const { return quota_; }
  void set_quota(Quota quota) { quota_ = quota; }
  /// Of all its mailboxes.
  [[nodiscard]] Usage usage() const;
  /// Whether so much more stays within the limits.
  [[nodiscard]] bool has_room_for(const Usage& more) const;

  // ---- what lends messages to others (RFC 4467 §2.2) ----

  /// The mailbox access key; null where the mailbox has none.
  [[nodiscard]] const std::string* url_key(MailboxId id) const {
    const auto found = url_keys_.find(id);
    return found == url_keys_.end() ? nullptr : &found->second;
  }
  void set_url_key(MailboxId id, std::string key) { url_keys_[id] = std::move(key); }
  void drop_url_keys() { url_keys_.clear(); }

  // ---- listing ----

  /// All its names.
  [[nodiscard]] Directory directory() const;
  /// What LIST tells of one of them.
  [[nodiscard]] ListedName listed(const MailboxName& name, const NameEntry& entry) const;
  [[nodiscard]] const std::map<MailboxName, NameEntry>& entries() const { return names_; }
  /// RFC 3501 §6.3.8. An empty pattern asks for the delimiter only, and is answered so.
  [[nodiscard]] std::vector<MailboxListing> list(std::string_view reference,
                                                 std::string_view pattern) const;
  /// RFC 3501 §6.3.9.
  [[nodiscard]] std::vector<MailboxListing> lsub(std::string_view reference,
                                                 std::string_view pattern) const;

 private:
  [[nodiscard]] bool is_well_formed(const MailboxName& name) const;
  [[nodiscard]] std::optional<Refusal> refuse_new(const MailboxName& name) const;
  [[nodiscard]] NameEntry new_entry(const MailboxName& name) const;
  [[nodiscard]] bool has_children(const MailboxName& name) const;
  [[nodiscard]] MailboxName canonical(const MailboxName& name) const;
  [[nodiscard]] MailboxName without_trailing_delimiter(const MailboxName& name) const;
  [[nodiscard]] UidValidity new_uid_validity();
  MailboxId make_mailbox();
  void pass_uid_validity(const Mailbox& mailbox);
  [[nodiscard]] OrRefusal<void> may_remove(const MailboxName& name) const;
  void take_name(const MailboxName& name);
  void create_superiors(const MailboxName& name);
  void rename_inbox(const MailboxName& to);
  void rename_tree(const MailboxName& from, const MailboxName& to);

  std::string user_;
  std::string password_;
  char delimiter_ = '/';
  MailboxId next_id_{1};
  UidValidity next_uid_validity_{1};
  bool inbox_has_children_ = true;
  const Trouble* trouble_ = nullptr;
  std::string moved_to_;
  std::map<MailboxName, NameEntry> names_;
  std::map<MailboxId, Mailbox> mailboxes_;
  std::set<MailboxId> ghosts_;  // mailboxes whose names are gone
  std::set<MailboxName> subscriptions_;
  Quota quota_;
  std::map<MailboxId, std::string> url_keys_;
};

}  // namespace imapscope::mail
