// NeighbourConversation: POP3 or SMTP. Commands are answered in their order, without tags; messages
// cross line by line, up to `.`, and have a row of their own.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "sim/neighbour/reply.h"
#include "sim/observer/conversation.h"

namespace imapscope::observer {

class NeighbourConversation : public Conversation {
 public:
  NeighbourConversation(Chronicle& chronicle, Place place, const neighbour::Dialect& dialect)
      : Conversation(chronicle, place, wire::Writer::neighbour, wire::Writer::neighbour),
        dialect_(dialect) {}

 private:
  /// A command that was sent, and is not answered to the end.
  struct Asked {
    LineId line;
    std::string text;
    bool goes_on = false;  ///< it was given a go-ahead
    bool rests = false;    ///< and what follows that is still to come
  };
  /// A message that is under way, line by line.
  struct Message {
    LineId row;
    std::uint64_t begins = 0;  ///< in its stream
  };

  void cut(trace::Direction direction) override;
  [[nodiscard]] bool begins_line(trace::Direction direction) const override;
  void breaks_off(trace::Direction direction, const Said& note) override;
  void secures(trace::Direction direction) override;
  void missed(trace::Direction direction) override;

  void finish_client(std::string_view bytes, std::uint64_t offset);
  void take_command(Line& line);
  void take_sasl_response(Line& line);
  void finish_server(std::string_view bytes, std::uint64_t offset);
  void take_answer(Line& line, const neighbour::Answering::Heard& heard);
  void unreadable(trace::Direction direction, std::string_view bytes, std::uint64_t offset);
  /// Adds a line to the message that is under way; the row, once it is whole.
  std::optional<LineId> add_to_message(trace::Direction direction, std::string_view bytes,
                                       std::uint64_t offset, bool is_last);
  void complete(LineId completion);
  [[nodiscard]] std::optional<Message>& message(trace::Direction direction);

  const neighbour::Dialect& dialect_;
  std::deque<Asked> asked_;
  neighbour::Answering answering_;
  std::optional<Message> to_server_message_;
  std::optional<Message> to_client_message_;
  bool greeted_ = false;
};

}  // namespace imapscope::observer
