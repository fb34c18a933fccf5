// The metadata family: GETMETADATA, SETMETADATA (RFC 5464).
#include "sim/server/metadata.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/server/filters.h"
#include "sim/server/handlers.h"
#include "sim/server/special_use.h"
#include "sim/server/turn/say.h"
#include "sim/server/watching.h"

namespace imapscope::server {
namespace {

constexpr std::string_view special_use_entry = "/private/specialuse";
constexpr std::string_view admin_entry = "/shared/admin";
constexpr std::string_view administrator = "mailto:postmaster@example.org";

bool is_entry(std::string_view written, std::string_view entry) {
  return ascii::equal_ignoring_case(written, entry);
}

/// The annotations of one mailbox, or of the server, as one user sees them.
class Scope {
 public:
  Scope(const MailboxName& name, const Turn& turn) : turn_(turn) {
    if (!name.utf8().empty()) access_ = access_to(name, turn.asking());
  }

  [[nodiscard]] bool is_server() const { return !access_.has_value(); }
  [[nodiscard]] const Access& access() const { return *access_; }
  [[nodiscard]] Ending refuse() const {
    if (is_server()) return std::nullopt;
    if (!turn_.config.speaks("METADATA")) {
      return no("CANNOT", "Only the server itself can be annotated here");
    }
    return refuse_annotations(*access_);
  }
  [[nodiscard]] mail::Annotations& held() const {
    return is_server() ? turn_.accounts.annotations() : access_->entry()->annotations;
  }
  /// A mailbox's use is told as an annotation, too (RFC 6154 §4).
  [[nodiscard]] bool holds_use(std::string_view entry) const {
    return !is_server() && access_->account == &turn_.account() &&
           turn_.config.speaks("SPECIAL-USE") && is_entry(entry, special_use_entry);
  }
  [[nodiscard]] NString value(std::string_view entry) const {
    if (is_server() && is_entry(entry, admin_entry)) return std::string(administrator);
    if (holds_use(entry)) return uses_text(access_->entry()->uses);
    return held().get(turn_.session.user, entry);
  }
  /// Those that have a value.
  [[nodiscard]] std::vector<std::string> entries() const {
    std::vector<std::string> entries = held().entries(turn_.session.user);
    for (const std::string_view computed : {admin_entry, special_use_entry}) {
      const bool is_own = is_server() ? computed == admin_entry : holds_use(computed);
      if (is_own && value(computed)) entries.emplace_back(computed);
    }
    std::sort(entries.begin(), entries.end());
    return entries;
  }

 private:
  const Turn& turn_;
  std::optional<Access> access_;
};

struct MetadataOptions {
  std::optional<std::size_t> max_size;
  std::size_t depth = 0;
};

std::optional<std::size_t> size_in(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// BAD where they are not in order; else nothing, and `options` has them.
Ending read_metadata_options(const Parameters& written, MetadataOptions& options) {
  if (const Parameter* size = find_parameter(written, "MAXSIZE")) {
    options.max_size = size_in(size->value);
    if (!options.max_size) return bad("MAXSIZE takes a number");
  }
  const Parameter* depth = find_parameter(written, "DEPTH");
  if (depth == nullptr) return std::nullopt;
  if (ascii::equal_ignoring_case(depth->value, "infinity")) {
    options.depth = std::numeric_limits<std::size_t>::max();
  } else if (depth->value == "0" || depth->value == "1") {
    options.depth = depth->value == "1" ? 1 : 0;
  } else {
    return bad("DEPTH takes 0, 1 or infinity");
  }
  return std::nullopt;
}

StatusResponse bad_entry(const std::string& entry) {
  return client_bug("No annotation can have the name " + entry);
}

/// How far `entry` lies below another; nothing where it does not.
std::optional<std::size_t> depth_below(std::string_view entry, std::string_view above) {
  if (!ascii::starts_with_ignoring_case(entry, above)) return std::nullopt;
  const std::string_view rest = entry.substr(above.size());
  if (rest.empty() || rest.front() != '/') return std::nullopt;
  return static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '/'));
}

/// The entries that are asked for. One that has no value is told with NIL, where nothing below it
/// is asked for.
std::vector<std::string> asked_entries(const GetMetadata& command, const MetadataOptions& options,
                                       const Scope& scope) {
  std::vector<std::string> asked;
  const auto add = [&](std::string entry) {
    if (std::find(asked.begin(), asked.end(), entry) == asked.end()) {
      asked.push_back(std::move(entry));
    }
  };
  for (const std::string& entry : command.entries) {
    if (options.depth == 0 || scope.value(entry)) add(ascii::to_lower(entry));
    if (options.depth == 0) continue;
    for (const std::string& held : scope.entries()) {
      const auto depth = depth_below(held, entry);
      if (depth && *depth <= options.depth) add(held);
    }
  }
  return asked;
}

StatusResponse no_metadata(std::string_view what, std::string_view text) {
  StatusResponse refused = no("METADATA", text);
  refused.code = CodeAtom{"METADATA", std::string(what)};
  return refused;
}

/// Nothing where an annotation can be set.
Ending refuse_annotation(const Annotation& annotation, const Scope& scope, const Config& config) {
  if (!mail::is_entry_name(annotation.entry)) return bad_entry(annotation.entry);
  if (annotation.value && annotation.value->size() > config.max_annotation_octets) {
    return no_metadata("MAXSIZE " + std::to_string(config.max_annotation_octets),
                       "The annotation is too large");
  }
  if (!config.private_annotations && mail::is_private_entry(annotation.entry)) {
    return no_metadata("NOPRIVATE", "Users have no annotations of their own here");
  }
  if (scope.is_server() && is_entry(annotation.entry, admin_entry)) {
    return no("CANNOT", "Only the server's administrator can change that");
  }
  if (scope.is_server() && config.speaks("FILTERS") && is_filter_entry(annotation.entry)) {
    return refuse_filter(annotation.value, config);
  }
  if (scope.holds_use(annotation.entry) && annotation.value && !parse_uses(*annotation.value)) {
    return no("USEATTR", "That use is not supported here");
  }
  return std::nullopt;
}

bool are_too_many(const SetMetadata& command, const Scope& scope, const Config& config) {
  std::vector<std::string> added;
  for (const Annotation& annotation : command.annotations) {
    if (!annotation.value || scope.holds_use(annotation.entry)) continue;
    std::string entry = ascii::to_lower(annotation.entry);
    const bool again = std::find(added.begin(), added.end(), entry) != added.end();
    if (!again && !scope.value(entry)) added.push_back(std::move(entry));
  }
  return !added.empty() && scope.held().size() + added.size() > config.max_annotations;
}

void set_uses(const Scope& scope, const NString& value, Turn& turn) {
  mail::Account& account = *scope.access().account;
  auto uses = parse_uses(value.value_or(""));
  for (const MailboxName& loser : designate(account, scope.access().name,
                                            std::move(uses).value_or(std::vector<std::string>{}))) {
    note_changed(&account, loser, {std::string(special_use_entry)}, true, turn);
  }
}

/// NOTIFY asks for it; of the server's own the name is empty (RFC 5465 §5.6, §5.7).
bool is_watched_here(const Watch& watch, const MailboxName& name, const Asking& asking) {
  if (name.utf8().empty()) return wants_server_annotations(watch);
  return is_watched(watch, Event::mailbox_metadata_change, name, asking);
}

}  // namespace

Ending refuse_annotations(const Access& access) {
  if (auto refused = access.refuse_without('l')) return refused;
  if (auto refused = access.refuse_without_any("rswip")) return refused;
  if (access.entry() == nullptr) return no(mail::Refusal::nonexistent);
  return std::nullopt;
}

MetadataData metadata_of(const MailboxName& name, const std::vector<std::string>& entries,
                         const Turn& turn) {
  const Scope scope(name, turn);
  MetadataData data{name};
  for (const std::string& entry : entries) {
    data.annotations.push_back({ascii::to_lower(entry), scope.value(entry)});
  }
  return data;
}

void note_changed(const mail::Account* account, const MailboxName& name,
                  const std::vector<std::string>& entries, bool and_oneself, Turn& turn) {
  for (auto& [id, other] : turn.sessions) {
    if (&other == &turn.session && !and_oneself) continue;
    if (!other.metadata && !other.watch) continue;
    MetadataData changed{name};
    const Asking asking{turn.config, turn.accounts, other.user};
    if (account != nullptr) {
      changed.mailbox = name_for(asking.own(), *account, name);
      if (refuse_annotations(access_to(changed.mailbox, asking))) continue;
    }
    if (!other.metadata && !is_watched_here(*other.watch, changed.mailbox, asking)) continue;
    for (const std::string& entry : entries) {
      const bool is_hidden = mail::is_private_entry(entry) && other.user != turn.session.user;
      if (!is_hidden) changed.changed.push_back(ascii::to_lower(entry));
    }
    if (!changed.changed.empty()) other.changed_annotations.push_back(std::move(changed));
  }
}

Ending handle(const GetMetadata& command, Turn& turn) {
  MetadataOptions options;
  if (auto refused = read_metadata_options(command.options, options)) return refused;
  for (const std::string& entry : command.entries) {
    if (!mail::is_entry_path(entry)) return bad_entry(entry);
  }
  const Scope scope(command.mailbox, turn);
  if (auto refused = scope.refuse()) return refused;
  MetadataData data{command.mailbox};
  std::size_t longest = 0;  // of those that are too long to be told
  for (std::string& entry : asked_entries(command, options, scope)) {
    NString value = scope.value(entry);
    if (options.max_size && value && value->size() > *options.max_size) {
      longest = std::max(longest, value->size());
    } else {
      data.annotations.push_back({std::move(entry), std::move(value)});
    }
  }
  if (!data.annotations.empty()) say(turn.session, std::move(data));
  StatusResponse ending = ok("GETMETADATA completed");
  if (longest > 0) ending.code = CodeAtom{"METADATA", "LONGENTRIES " + std::to_string(longest)};
  return ending;
}

// All of it, or nothing (RFC 5464 §4.3).
Ending handle(const SetMetadata& command, Turn& turn) {
  const Scope scope(command.mailbox, turn);
  if (auto refused = scope.refuse()) return refused;
  for (const Annotation& annotation : command.annotations) {
    if (auto refused = refuse_annotation(annotation, scope, turn.config)) return refused;
  }
  if (are_too_many(command, scope, turn.config)) {
    return no_metadata("TOOMANY", "There are too many annotations");
  }
  std::vector<std::string> changed;
  for (const Annotation& annotation : command.annotations) {
    changed.push_back(annotation.entry);
    if (scope.holds_use(annotation.entry)) {
      set_uses(scope, annotation.value, turn);
    } else {
      scope.held().set(turn.session.user, annotation.entry, annotation.value);
    }
  }
  const mail::Account* account = scope.is_server() ? nullptr : scope.access().account;
  const MailboxName name = scope.is_server() ? MailboxName() : scope.access().name;
  note_changed(account, name, changed, false, turn);
  return ok("SETMETADATA completed");
}

}  // namespace imapscope::server
