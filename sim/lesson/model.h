// A lesson as values: what lessons/NNN_name.json holds (lessons/schema.json, lessons/README.md). A
// closed set of verbs; a lesson is never code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/lesson_terms.h"
#include "sim/base/time.h"
#include "sim/lesson/task.h"
#include "sim/lesson/text.h"
#include "sim/world/input.h"
#include "sim/world/setup.h"

namespace imapscope::lesson {

/// What a question asks for: that is what decides it, and what `imapsim check` looks at. All of it
/// as the client sees it, in the step of the question.
enum class Predict {
  line,      ///< the next line that lands; an option's text is that line, or "nothing"
  state,     ///< the session's state when the step ends; "Authenticated"
  count,     ///< how many messages the client counts when the step ends; "4"
  expunges,  ///< the numbers of the EXPUNGE lines that land, in order; "3, 3, 5, 8", or "none"
  words,     ///< something that no single line decides; the script's expectations prove it
};

struct Option {
  std::string line;            ///< wire text, or words (in English) where no line is meant
  Text words;                  ///< the words in each language; empty for wire text
  Grade grade = Grade::legal;  ///< verified by `imapsim check` against what does happen
  Text why;                    ///< shown after the answer; for an illegal one it names the rule
  Place place;
};

struct Say {  ///< begins a step
  Text title;
  Text text;           ///< two short paragraphs at most
  std::string client;  ///< that the step speaks of; empty: of none before others
  Text set_up;         ///< what its traffic does in one clause; that traffic passes in a hurry
  Text note;           ///< for the teacher
};
struct Connect {
  std::string client;
  server::Greeting greeting = server::Greeting::ok;
  std::string user;
  Protocol protocol = Protocol::imap;
};
struct Send {
  std::string client;
  std::string line;
  bool wait = true;  ///< the lesson goes on when its completion has landed; false: pipelining, IDLE
};
struct Deliver {
  std::string user;
  MailboxName mailbox;
  std::string message;
};
struct Wait {
  Duration time;
};
struct Expect {  ///< a line that must have reached the client since the last step began; checked,
                 ///< not drawn
  std::string client;
  std::string line;     ///< literals folded as `{350} …`; `*` at its end matches anything
  bool absent = false;  ///< no such line may have come
};
struct Ask {
  Text question;
  std::vector<Option> options;
  std::string client;  ///< whose lane the answer shows in
  Predict predict = Predict::line;
  Text rule;                ///< shown with the outcome, whatever was answered
  std::vector<Text> hints;  ///< shown one by one, for who wants them
};
struct Highlight {     ///< a pane, and what in it; behind a question it waits for the outcome
  std::string pane;    ///< "traffic", "state", "mailbox", "inspector", …
  std::string client;  ///< whose; empty: the step's
  std::uint32_t message = 0;  ///< by its number, as the client counts; 0: none
  std::uint32_t uid = 0;      ///< or by its UID; 0: none
  std::string flag;           ///< of that message
  std::string line;           ///< the newest that matches; `*` at its end matches anything
  Place place;
};
struct Disconnect {
  std::string client;
  bool abrupt = false;
};
struct Network {
  std::string client;
  channel::LinkSettings settings;
};

using Verb = std::variant<Say, Connect, Send, Deliver, Wait, Expect, Ask, Highlight, Disconnect,
                          Network, Task>;

struct Instruction {
  Verb verb;
  Place place;
};

struct Lesson {
  int number = 0;
  Text title;
  Text goal;
  std::string level;  ///< "responding", … (Naps et al.)
  int minutes = 10;
  std::string group;  ///< "first steps", …: where it stands in the list of lessons
  Text learned;       ///< said at its end
  std::vector<std::string> commands;
  world::Setup setup;
  std::vector<Instruction> script;
};

}  // namespace imapscope::lesson
