// Catalogue: the messages of one language, as its files have them: a file for each room that
// speaks.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "sim/base/result.h"

namespace imapscope::words {

class Catalogue {
 public:
  using Messages = std::map<std::string, std::string, std::less<>>;

  Catalogue(std::string language, Messages messages)
      : language_(std::move(language)), messages_(std::move(messages)) {}

  [[nodiscard]] const std::string& language() const { return language_; }
  /// By "room.message", or "room.message_few" for a plural form. The room is the file's name.
  [[nodiscard]] const Messages& messages() const { return messages_; }
  /// Null where it has no such message.
  [[nodiscard]] const std::string* find(std::string_view key) const;

 private:
  std::string language_;
  Messages messages_;
};

/// The messages of one file: objects in objects, whose leaves are strings. A key is the room and
/// the names within, with dots between. An error is one sentence.
[[nodiscard]] Result<Catalogue::Messages, std::string> read_messages(const std::string& room,
                                                                     std::string_view json);

/// The one that the program brings; English for a language that it does not speak.
[[nodiscard]] std::shared_ptr<const Catalogue> catalogue_of(std::string_view language);

}  // namespace imapscope::words
