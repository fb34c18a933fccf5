// ImapConversation: commands and responses, the literals that make a dialogue of one command, what
// the server's end knows, and the judging of both ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/belief/ends/server_side.h"
#include "sim/judge/client_conduct.h"
#include "sim/observer/conversation.h"

namespace imapscope::observer {

class ImapConversation : public Conversation {
 public:
  ImapConversation(Chronicle& chronicle, Place place)
      : Conversation(chronicle, place, wire::Writer::client, wire::Writer::server) {}

  void arrives(const Line& line, const Reading& reading, bool begins) override;
  void was_learnt(const Line& line) override;

 private:
  // imap_conversation.cpp
  void cut(trace::Direction direction) override;
  void show(Line& line, std::string_view beginning) override;
  void line_begins(trace::Direction direction) override;
  void breaks_off(trace::Direction direction, const Said& note) override;
  void opens() override { server_.opened(); }
  void cuts_off(Line& torso) override;
  void closes(Line& closing) override;
  void secures(trace::Direction direction) override;
  void missed(trace::Direction direction) override;
  [[nodiscard]] std::optional<Said> hidden(trace::Direction direction,
                                           const trace::Payload& payload) const override;

  void cut_client();
  void cut_server();
  [[nodiscard]] bool is_no_command(const wire::LiteralAhead& ahead) const;
  void begin_command(const wire::LiteralAhead& ahead);
  void finish_client(std::string_view bytes, std::uint64_t offset);
  void take_client_data(Line& line);
  Reading take_command(Line& line);
  [[nodiscard]] Texts texts_of_client();
  void finish_server(std::string_view bytes, std::uint64_t offset);
  std::optional<LineId> judge_server(Line& line, const Reading& reading);
  void follow_completion(LineId completed, Line& completion);
  void advise_of_untagged_bad();
  void unreadable(trace::Direction direction, std::string_view bytes, std::uint64_t offset,
                  Said note);

  // imap_literals.cpp: what becomes of a literal
  void make_line_of_row(Line& row);
  void show_row(std::string_view command);
  Line& open_row(LineId command, std::uint64_t begins);
  void end_row(LineId command, std::string_view so_far);
  bool decide_literal(const wire::LiteralAhead& ahead);
  bool decide_synchronizing(const wire::LiteralAhead& ahead);
  void cut_held();
  void accept_literal();
  void refuse_literal();
  void settle_by_completion(LineId completion);

  /// Of the client's line that is open.
  struct OpenCommand {
    bool begun = false;              // its tag and verb are known
    std::uint32_t literals = 0;      // so far
    std::optional<LineId> row;       // of kind `literal`: its first octets are there
    std::size_t rowless = 0;         // from here on its octets have no row yet
    std::size_t literal_octets = 0;  // of the literal that was announced last
    bool held = false;               // behind its `{n}` came octets without `+`: undecided
  };
  OpenCommand open_;
  std::uint64_t literal_end_ = 0;  // up to here a refused literal was sent all the same
  bool server_spoke_ = false;
  bool client_closed_ = false;
  bool server_closed_ = false;
  bool cut_off_ = false;             // the server's last line broke
  bool capabilities_known_ = false;  // a list was told, and no login has made it stale
  bool compresses_ = false;          // the server does, from here on (RFC 4978)
  ServerSide server_;
  judge::ClientConduct client_;
};

}  // namespace imapscope::observer
