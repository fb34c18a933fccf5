// Dialogues: scripts whose answers are golden. Each file in dialogues/ holds what clients send
// (`C:`, or `C1:`, `C2:` … where there are several) and what the server answers (`S:`), in order.
// UPDATE_GOLDEN=1 writes the answers anew. Every server line must also be IMAP without a quirk.
//
// Client lines get a CRLF; `<NUL>`, `<FF>` (an octet that is no UTF-8), `<SP>` and `<x*1000>` (a
// thousand x) stand for what cannot be written; a line that ends with `\` gets no CRLF. Other lines
// act beside the protocol:
//   ! connect 2 | preauth 2 ada | refuse 2 | disconnect 2 | secure 2 [ada] (the client
//   begins TLS, with a certificate of hers)
//   ! deliver ada INBOX Subject | deliver ada INBOX Subject bounces
//   ! config delimiter . (or nothing: flat) | shared NAME RIGHTS (anyone's) |
//   ! config max_annotation OCTETS | max_annotations COUNT | no_private |
//   ! config speaks QUOTA | choose news=at_once | profile modern |
//   ! config quota STORAGE-IN-KIB MESSAGES (of ada) |
//   ! config starttls | login_disabled | max_literal 100 | max_line 100 | max_fetch_items 3 |
//   ! config message_limit 3 | max_contexts 1 | max_watched 4 |
//   ! config progress_every 2 (all before the first connection)
//   ! config alert TEXT | autologout MINUTES | trouble expired (of ada) | moved imap://… (of ada) |
//   ! config mailbox_trouble Work damaged | mailbox_moved Work imap://… (all of ada)
//   ! config forgets_uids Work (of ada: UIDs do not last)
//   ! wait MINUTES (and who has been silent for too long is logged out)
//   ! needs crypto (a build without it passes over the file)
//   # a comment
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "sim/codec/digest.h"
#include "sim/server/server.h"
#include "sim/server/temper/temper.h"
#include "sim/wire/framer.h"
#include "sim/wire/parse.h"
#include "tests/server/fixture.h"

namespace imapscope::server {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string octets_of(std::string text) {
  replace_all(text, "<NUL>", std::string(1, '\0'));
  replace_all(text, "<FF>", "\xff");
  replace_all(text, "<SP>", " ");
  for (std::size_t at = text.find("<x*"); at != std::string::npos; at = text.find("<x*")) {
    const std::size_t end = text.find('>', at);
    const std::size_t count = std::stoul(text.substr(at + 3, end - at - 3));
    text.replace(at, end - at + 1, std::string(count, 'x'));
  }
  if (text.ends_with('\\')) {
    text.pop_back();
    return text;
  }
  return text + "\r\n";
}

class Stage {
 public:
  /// The file with the answers as they are.
  std::string play(const std::string& script) {
    for (const std::string& line : lines_of(script)) {
      if (line.starts_with("S")) continue;
      played_ += line + '\n';
      if (line.starts_with("C")) speak(line);
      if (line.starts_with("!")) direct(line);
      collect();
    }
    return played_;
  }

 private:
  void speak(const std::string& line) {
    const std::size_t colon = line.find(':');
    const std::string lane = line.substr(1, colon - 1);
    const std::string text = colon + 2 <= line.size() ? line.substr(colon + 2) : "";
    if (!sessions_.contains(lane)) connect(lane, Greeting::ok, "");
    server().receive(sessions_.at(lane), octets_of(text), Instant{now_ += 1000000});
  }

  void direct(const std::string& line) {
    std::istringstream in(line.substr(1));
    std::string verb, first, second, third, fourth;
    in >> verb >> first >> second >> third >> fourth;
    if (verb == "connect") connect(first, Greeting::ok, "");
    if (verb == "preauth") connect(first, Greeting::preauth, second);
    if (verb == "refuse") connect(first, Greeting::bye, "");
    if (verb == "secure") server().secure(sessions_.at(first == "1" ? "" : first), second);
    if (verb == "disconnect") server().disconnected(sessions_.at(first));
    if (verb == "wait") {
      now_ += 60000000 * std::stoll(first);
      server().log_out_silent(Instant{now_});
    }
    if (first == "alert") config_.alert = second;
    if (first == "autologout") config_.autologout = seconds(60) * std::stoll(second);
    if (first == "trouble") trouble_ = mail::find_trouble(mail::account_troubles, second);
    if (first == "moved") moved_ = second;
    if (first == "mailbox_trouble") {
      mailbox_troubles_[second] = mail::find_trouble(mail::mailbox_troubles, third);
    }
    if (first == "mailbox_moved") mailboxes_moved_[second] = third;
    if (first == "forgets_uids") forgets_uids_ = MailboxName(second);
    if (verb == "deliver") {
      const Delivered done =
          server().deliver(first, MailboxName(second), plain_message(third), Instant{now_});
      CHECK(done == (fourth == "bounces" ? Delivered::no_room : Delivered::yes));
    }
    if (first == "speaks") CHECK(config_.turn(second));
    if (first == "choose") CHECK(config_.choose(second));
    if (first == "profile") CHECK(config_.adopt(second));
    if (first == "quota") {
      quota_ = {std::stoul(second), std::stoul(third)};
    }
    if (first == "starttls") config_.starttls = true;
    if (first == "delimiter") delimiter_ = second.empty() ? '\0' : second.front();
    if (first == "shared") shared_.push_back({second, third});
    if (first == "max_annotation") config_.max_annotation_octets = std::stoul(second);
    if (first == "max_annotations") config_.max_annotations = std::stoul(second);
    if (first == "no_private") config_.private_annotations = false;
    if (first == "login_disabled") config_.login_disabled = true;
    if (first == "max_literal") config_.max_literal_octets = std::stoul(second);
    if (first == "max_line") config_.max_line_octets = std::stoul(second);
    if (first == "max_fetch_items") config_.max_fetch_items = std::stoul(second);
    if (first == "message_limit") config_.message_limit = std::stoul(second);
    if (first == "max_watched") config_.max_watched_mailboxes = std::stoul(second);
    if (first == "max_contexts") config_.max_contexts = std::stoul(second);
    if (first == "progress_every") config_.progress_every = std::stoul(second);
  }

  void connect(const std::string& lane, Greeting greeting, const std::string& user) {
    const SessionId id = server().open(greeting, user, Instant{now_});
    const bool is_usual = temper_of(config_).capabilities == Unasked::never;
    if (sessions_.emplace(lane, id).second && greeting == Greeting::ok && is_usual) {
      (void)server().take_output(id);  // every dialogue begins with the same greeting
    }
  }

  void collect() {
    for (const auto& [lane, id] : sessions_) {
      const Output output = server().take_output(id);
      check_is_imap(output.bytes, texts_of(lane, output.bytes));
      std::string text = output.bytes;
      if (text.ends_with("\r\n")) text.resize(text.size() - 2);
      replace_all(text, "\r\n", "\nS" + lane + ": ");
      replace_all(text, std::string(1, '\0'), "<NUL>");
      if (!output.bytes.empty()) played_ += "S" + lane + ": " + text + '\n';
      if (!output.close || closed_.contains(lane)) continue;
      played_ += "S" + lane + " closes\n";
      closed_[lane] = true;
    }
  }

  /// UTF-8 once its client has enabled it, or where nothing else is spoken.
  Texts texts_of(const std::string& lane, const std::string& bytes) {
    const std::size_t at = bytes.find("* ENABLED");
    if (at != std::string::npos) {
      const std::string enabled = bytes.substr(at, bytes.find('\n', at) - at);
      utf8_[lane] = utf8_[lane] || enabled.find("IMAP4rev2") != std::string::npos ||
                    enabled.find("UTF8=ACCEPT") != std::string::npos;
    }
    return utf8_[lane] || config_.speaks_rev2_only() ? Texts::utf8 : Texts::ascii;
  }

  static void check_is_imap(const std::string& bytes, Texts texts) {
    wire::Framer framer(wire::Writer::server);
    framer.feed(bytes);
    for (;;) {
      const wire::FramerStep step = framer.next();
      if (std::holds_alternative<wire::Incomplete>(step)) break;
      const auto* frame = std::get_if<wire::Frame>(&step);
      REQUIRE(frame != nullptr);
      CAPTURE(frame->bytes);
      const auto parsed = wire::parse_response(frame->bytes, texts);
      REQUIRE(parsed.has_value());
      CHECK(parsed->quirks.empty());
    }
    CHECK(framer.pending().empty());
  }

  Server& server() {
    if (server_) return *server_;
    mail::Accounts accounts = accounts_of_ada_and_bob(delimiter_);
    set_up(*accounts.find("ada"));
    if (!shared_.empty()) accounts.set_shared(shared_account());
    server_.emplace(config_, std::move(accounts));
    return *server_;
  }

  void set_up(mail::Account& ada) const {
    ada.set_quota(quota_);
    ada.set_trouble(trouble_);
    ada.set_moved_to(moved_);
    for (const auto& [name, trouble] : mailbox_troubles_) {
      REQUIRE(trouble != nullptr);
      ada.entry(MailboxName(name))->trouble = trouble;
    }
    if (forgets_uids_) ada.find(*forgets_uids_)->set_keeps_uids(false);
    for (const auto& [name, url] : mailboxes_moved_) ada.entry(MailboxName(name))->moved_to = url;
  }

  /// Its mailboxes, with what anyone may do there.
  [[nodiscard]] mail::Account shared_account() const {
    mail::Account account = mail::Account::shared(delimiter_);
    for (const auto& [name, rights] : shared_) {
      REQUIRE(account.create(MailboxName(name)));
      account.entry(MailboxName(name))->acl["anyone"] = mail::Rights(rights);
    }
    return account;
  }

  Config config_;
  char delimiter_ = '/';
  std::vector<std::pair<std::string, std::string>> shared_;
  mail::Quota quota_;
  const mail::Trouble* trouble_ = nullptr;
  std::string moved_;
  std::map<std::string, const mail::Trouble*> mailbox_troubles_;
  std::map<std::string, std::string> mailboxes_moved_;
  std::optional<MailboxName> forgets_uids_;
  std::optional<Server> server_;
  std::map<std::string, SessionId> sessions_;
  std::map<std::string, bool> closed_;
  std::map<std::string, bool> utf8_;
  std::int64_t now_ = 0;
  std::string played_;
};

TEST_CASE("every dialogue is answered as it is written") {
  const fs::path folder = fs::path(IMAPSCOPE_SOURCE_DIR) / "tests/server/dialogues";
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  REQUIRE(files.size() >= 40);
  for (const fs::path& file : files) {
    const std::string written = read(file);
    const bool needs_digests = written.find("! needs crypto") != std::string::npos;
    if (needs_digests && !codec::has_digests()) continue;
    CAPTURE(file.filename().string());
    const std::string played = Stage().play(written);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << played;
    CHECK(played == read(file));
  }
}

}  // namespace
}  // namespace imapscope::server
