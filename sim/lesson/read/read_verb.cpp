#include <algorithm>

#include "sim/lesson/read/read_parts.h"

namespace imapscope::lesson {
namespace {

struct Context {
  Faults& faults;
  const world::Setup& setup;
};

bool is_known_user(const Context& context, const Fields& fields) {
  const std::string name = fields.string("user");
  if (context.setup.accounts.find(name) != nullptr) return true;
  std::vector<std::string_view> known;
  for (const auto& [user, account] : context.setup.accounts.all()) known.push_back(user);
  context.faults.add(fields.offset_of("user"),
                     hinted(fault("no_user", {{"name", in_quotes(name)}}), name, known));
  return false;
}

Verb read_say(const Context& context, const Fields& fields) {
  Say say{.title = fields.text("title"),
          .text = fields.text("text"),
          .client = fields.string("client"),
          .set_up = fields.text("setup"),
          .note = fields.text("note")};
  const std::string& english = in_language(say.text, "en");
  const std::size_t first_break = english.find("\n\n");
  if (first_break != std::string::npos && english.find("\n\n", first_break + 2) < english.size()) {
    context.faults.add(fields.offset_of("text"), "paragraphs");
  }
  return say;
}

Verb read_connect(const Context& context, const Fields& fields) {
  Connect connect;
  connect.client = fields.string("client");
  connect.greeting = fields.word("greeting", greeting_words, server::Greeting::ok);
  connect.user = fields.string("user");
  connect.protocol = fields.word("protocol", protocol_words, Protocol::imap);
  if (connect.protocol != Protocol::imap && fields.find("greeting")) {
    context.faults.add(fields.offset_of("greeting"), "greeting_of_imap");
  }
  const bool preauth = connect.greeting == server::Greeting::preauth;
  if (preauth && !fields.find("user")) {
    context.faults.add(fields.offset(), "preauth_user");
  } else if (preauth) {
    (void)is_known_user(context, fields);
  } else if (fields.find("user")) {
    context.faults.add(fields.offset_of("user"), "user_of_preauth");
  }
  return connect;
}

Verb read_send(const Context& /*context*/, const Fields& fields) {
  return Send{fields.string("client"), fields.string("line"), fields.boolean("wait", true)};
}

Verb read_deliver(const Context& context, const Fields& fields) {
  Deliver deliver;
  deliver.user = fields.string("user");
  deliver.mailbox = MailboxName(fields.string("mailbox", "INBOX"));
  if (fields.find("user") && is_known_user(context, fields) &&
      context.setup.accounts.find(deliver.user)->find(deliver.mailbox) == nullptr) {
    context.faults.add(fields.offset_of("mailbox"), "no_mailbox",
                       {{"name", in_quotes(deliver.mailbox.utf8())}});
  }
  for (const std::string& line : fields.strings("message")) deliver.message += line + "\r\n";
  return deliver;
}

Verb read_wait(const Context& /*context*/, const Fields& fields) {
  constexpr std::int64_t hour_ms = 3600000;
  return Wait{milliseconds(fields.number("ms", 1, hour_ms, 1))};
}

Verb read_expect(const Context& /*context*/, const Fields& fields) {
  return Expect{fields.string("client"), fields.string("line"), fields.boolean("absent", false)};
}

Option read_option(const Context& context, const Json& json) {
  const Fields fields(context.faults, json, option_shape);
  Option option;
  option.place = context.faults.place(json.offset);
  option.line = fields.string("line");
  option.words = fields.text("words");
  option.grade = fields.word("grade", grade_words, Grade::legal);
  option.why = fields.text("why");
  if ((fields.find("line") == nullptr) == (fields.find("words") == nullptr)) {
    context.faults.add(json.offset, "option");
  }
  if (fields.find("words") != nullptr) option.line = in_language(option.words, "en");
  return option;
}

void check_options(const Context& context, const Fields& fields, const Ask& ask) {
  const auto right = std::count_if(ask.options.begin(), ask.options.end(), [](const Option& each) {
    return each.grade == Grade::happened;
  });
  if (!fields.find("options")) return;
  if (ask.options.size() < 2 || ask.options.size() > 9) {
    context.faults.add(fields.offset_of("options"), "options");
  } else if (right != 1) {
    context.faults.add(fields.offset_of("options"), "one_happens", {{"number", right}});
  }
}

Verb read_ask(const Context& context, const Fields& fields) {
  Ask ask;
  ask.client = fields.string("client");
  ask.predict = fields.word("predict", predict_words, Predict::line);
  ask.question = fields.text("question");
  ask.rule = fields.text("rule");
  ask.hints = fields.texts("hints");
  for (const Json& each : fields.array("options"))
    ask.options.push_back(read_option(context, each));
  check_options(context, fields, ask);
  return ask;
}

Verb read_highlight(const Context& context, const Fields& fields) {
  const auto number = [&](std::string_view key) {
    return static_cast<std::uint32_t>(fields.number(key, 1, largest_number, 0));
  };
  Highlight highlight{.pane = fields.one_of("pane", pane_words),
                      .client = fields.string("client"),
                      .message = number("message"),
                      .uid = number("uid"),
                      .flag = fields.string("flag"),
                      .line = fields.string("line"),
                      .place = context.faults.place(fields.offset())};
  const bool by_number = fields.find("message") != nullptr;
  const bool by_uid = fields.find("uid") != nullptr;
  if (by_number && by_uid) {
    context.faults.add(fields.offset_of("uid"), "message_named_twice");
  } else if (fields.find("flag") != nullptr && !by_number && !by_uid) {
    context.faults.add(fields.offset_of("flag"), "flag_of_message");
  }
  return highlight;
}

Verb read_disconnect(const Context& /*context*/, const Fields& fields) {
  return Disconnect{fields.string("client"), fields.boolean("abrupt", false)};
}

Verb read_network(const Context& context, const Fields& fields) {
  return Network{fields.string("client"), read_link(fields, context.setup.network)};
}

Verb read_task_verb(const Context& context, const Fields& fields) {
  return read_task(context.faults, fields, context.setup);
}

/// In the order of `Verb` and `verb_shapes`.
using ReadVerb = Verb (*)(const Context&, const Fields&);
constexpr std::array<ReadVerb, verb_shapes.size()> readers{
    read_say, read_connect,   read_send,       read_deliver, read_wait,      read_expect,
    read_ask, read_highlight, read_disconnect, read_network, read_task_verb,
};

std::vector<std::string_view> verb_names() {
  std::vector<std::string_view> names;
  names.reserve(verb_shapes.size());
  for (const Shape& shape : verb_shapes) names.push_back(shape.name);
  return names;
}

}  // namespace

Verb read_verb(Faults& faults, const Json& json, const world::Setup& setup) {
  const auto* object = std::get_if<Json::Object>(&json.value);
  if (object == nullptr || object->size() != 1) {
    faults.add(json.offset, "one_verb");
    return Wait{};
  }
  const Member& instruction = object->front();
  for (std::size_t i = 0; i < verb_shapes.size(); ++i) {
    if (instruction.key != verb_shapes[i].name) continue;
    return readers[i]({faults, setup}, Fields(faults, instruction.value, verb_shapes[i]));
  }
  const Said unknown = fault("no_verb", {{"key", in_quotes(instruction.key)}});
  faults.add(instruction.key_offset, hinted(unknown, instruction.key, verb_names()));
  return Wait{};
}

}  // namespace imapscope::lesson
