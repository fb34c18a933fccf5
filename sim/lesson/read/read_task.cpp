#include <algorithm>

#include "sim/lesson/read/read_parts.h"

namespace imapscope::lesson {
namespace {

class TaskReader {
 public:
  TaskReader(Faults& faults, const Fields& fields, const world::Setup& setup)
      : faults_(faults), fields_(fields), setup_(setup) {}

  Task task() {
    task_.place = faults_.place(fields_.offset());
    task_.clients = clients();
    task_.title = fields_.text("title");
    task_.text = fields_.text("text");
    read_counts();
    read_goal();
    task_.hints = fields_.texts("hints");
    for (const Json& each : fields_.array("solutions")) {
      task_.solutions.push_back({lines_of(each), faults_.place(each.offset)});
    }
    for (const Json& each : fields_.array("near_misses")) read_near_miss(each);
    wants_some("solutions", "no_solution");
    return std::move(task_);
  }

 private:
  void wants_some(std::string_view key, const char* name) {
    if (fields_.find(key) != nullptr && fields_.array(key).empty()) {
      faults_.add(fields_.offset_of(key), name);
    }
  }

  std::vector<std::string> clients() {
    wants_some("clients", "no_typist");
    return fields_.strings("clients");
  }

  void read_counts() {
    constexpr std::int64_t many = 99;
    const std::int64_t most = fields_.number("most", 1, many, many);
    if (fields_.find("most") != nullptr) task_.most = static_cast<std::size_t>(most);
    task_.par = static_cast<std::size_t>(fields_.number("par", 1, many, 1));
    if (fields_.find("par") != nullptr && task_.par > static_cast<std::size_t>(most)) {
      faults_.add(fields_.offset_of("par"), "par");
    }
  }

  // ---- the goal ----

  void read_goal() {
    wants_some("goal", "no_goal");
    for (const Json& each : fields_.array("goal")) {
      if (auto part = read_part(each)) task_.goal.push_back(std::move(*part));
    }
    if (!task_.most) return;
    const Wish few = FewCommands{*task_.most};
    task_.goal.push_back({std::string(most_part), few, default_words(few),
                          faults_.place(fields_.offset_of("most")), false});
  }

  std::optional<Part> read_part(const Json& json) {
    const auto* object = std::get_if<Json::Object>(&json.value);
    if (object == nullptr || object->size() != 1) {
      faults_.add(json.offset, "part_kind");
      return std::nullopt;
    }
    const Member& only = object->front();
    std::vector<std::string_view> kinds;
    for (std::size_t i = 0; i < goal_shapes.size(); ++i) {
      kinds.push_back(goal_shapes[i].name);
      if (only.key != goal_shapes[i].name) continue;
      const Fields fields(faults_, only.value, goal_shapes[i]);
      Part part{fields.string("name", only.key), (this->*wishes[i])(fields), fields.text("words"),
                faults_.place(json.offset)};
      part.has_own_words = !part.words.empty();
      if (!part.has_own_words) part.words = default_words(part.wish);
      return part;
    }
    faults_.add(only.key_offset,
                hinted(fault("no_part", {{"key", in_quotes(only.key)}}), only.key, kinds));
    return std::nullopt;
  }

  Wish holds_message(const Fields& fields) {
    return HoldsMessage{user(fields), mailbox(fields), uid(fields),
                        fields.word("is", message_words, HoldsMessage::Is::present)};
  }
  Wish holds_flags(const Fields& fields) {
    return HoldsFlags{user(fields), mailbox(fields), uid(fields), flag_test(fields)};
  }
  Wish holds_mailbox(const Fields& fields) {
    return HoldsMailbox{user(fields), mailbox(fields), fields.word("is", mailbox_words, true)};
  }
  Wish holds_subscription(const Fields& fields) {
    return HoldsSubscription{user(fields), mailbox(fields),
                             fields.word("is", subscription_words, true)};
  }
  Wish knows_message(const Fields& fields) {
    return KnowsMessage{fields.string("client"), uid(fields),
                        fields.word("is", knowledge_words, false)};
  }
  Wish knows_flags(const Fields& fields) {
    return KnowsFlags{fields.string("client"), uid(fields), flag_test(fields)};
  }
  Wish knows_count(const Fields& fields) {
    return KnowsCount{fields.string("client"),
                      static_cast<std::uint32_t>(fields.number("messages", 0, largest_number, 0))};
  }
  Wish in_state(const Fields& fields) {
    InState wish{
        fields.string("client"), fields.word("state", state_words, State::authenticated), {}};
    if (fields.find("mailbox") == nullptr) return wish;
    if (wish.state != State::selected) {
      faults_.add(fields.offset_of("mailbox"), "mailbox_of_state");
    }
    wish.mailbox = mailbox(fields);
    return wish;
  }
  Wish sends(const Fields& fields) {
    return Crossed{fields.string("client"), true, fields.string("line"),
                   fields.boolean("absent", false)};
  }
  Wish is_told(const Fields& fields) {
    return Crossed{fields.string("client"), false, fields.string("line"),
                   fields.boolean("absent", false)};
  }
  Wish no_refusal(const Fields& /*fields*/) { return NoRefusal{}; }
  Wish no_broken_rule(const Fields& /*fields*/) { return NoBrokenRule{}; }

  /// In the order of `goal_shapes`.
  using ReadWish = Wish (TaskReader::*)(const Fields&);
  static constexpr std::array<ReadWish, goal_shapes.size()> wishes{
      &TaskReader::holds_message, &TaskReader::holds_flags,
      &TaskReader::holds_mailbox, &TaskReader::holds_subscription,
      &TaskReader::knows_message, &TaskReader::knows_flags,
      &TaskReader::knows_count,   &TaskReader::in_state,
      &TaskReader::sends,         &TaskReader::is_told,
      &TaskReader::no_refusal,    &TaskReader::no_broken_rule};

  /// Where a server has one user only, that one is meant.
  std::string user(const Fields& fields) {
    const auto& all = setup_.accounts.all();
    if (fields.find("user") == nullptr && all.size() == 1) return all.begin()->first;
    std::string name = fields.string("user");
    if (all.count(name) > 0) return name;
    std::vector<std::string_view> known;
    known.reserve(all.size());
    for (const auto& [user, account] : all) known.push_back(user);
    faults_.add(fields.offset_of("user"),
                fields.find("user") == nullptr
                    ? hinted(fault("needs_user"), "", known)
                    : hinted(fault("no_user", {{"name", in_quotes(name)}}), name, known));
    return name;
  }
  static MailboxName mailbox(const Fields& fields) {
    return MailboxName(fields.string("mailbox", "INBOX"));
  }
  static Uid uid(const Fields& fields) {
    return Uid{static_cast<std::uint32_t>(fields.number("uid", 1, largest_number, 1))};
  }

  FlagTest flag_test(const Fields& fields) {
    FlagTest test;
    int found = 0;
    for (const auto& [key, kind] : flag_words) {
      if (fields.find(key) == nullptr) continue;
      ++found;
      test.kind = kind;
      for (const std::string& name : fields.strings(key)) test.flags.add(Flag{name});
    }
    if (found != 1) {
      faults_.add(fields.offset(), "flag_test");
    }
    return test;
  }

  // ---- samples ----

  std::vector<TypedLine> lines_of(const Json& json) {
    const auto* list = std::get_if<Json::Array>(&json.value);
    if (list == nullptr || list->empty()) {
      faults_.add(json.offset, "no_lines");
      return {};
    }
    std::vector<TypedLine> lines;
    for (const Json& each : *list) {
      const Fields fields(faults_, each, typed_shape);
      lines.push_back(
          {typist(fields), fields.string("line"), faults_.place(fields.offset_of("line"))});
    }
    return lines;
  }

  std::string typist(const Fields& fields) {
    if (fields.find("client") == nullptr && task_.clients.size() == 1) return task_.clients.front();
    std::string name = fields.string("client");
    const std::vector<std::string_view> known(task_.clients.begin(), task_.clients.end());
    if (fields.find("client") == nullptr) {
      faults_.add(fields.offset(), hinted(fault("needs_client"), "", known));
    } else if (std::find(known.begin(), known.end(), name) == known.end()) {
      faults_.add(fields.offset_of("client"),
                  hinted(fault("no_such_typist", {{"name", in_quotes(name)}}), name, known));
    }
    return name;
  }

  void read_near_miss(const Json& json) {
    const Fields fields(faults_, json, near_miss_shape);
    NearMiss miss{{}, 0, faults_.place(json.offset)};
    if (const Json* lines = fields.find("lines")) miss.lines = lines_of(*lines);
    if (fields.find("fails") != nullptr) miss.fails = part_named(fields);
    task_.near_misses.push_back(std::move(miss));
  }

  std::size_t part_named(const Fields& fields) {
    const std::string name = fields.string("fails");
    std::vector<std::string_view> names;
    for (const Part& part : task_.goal) names.push_back(part.name);
    const auto count = std::count(names.begin(), names.end(), name);
    if (count == 0) {
      faults_.add(fields.offset_of("fails"),
                  hinted(fault("goal_lacks", {{"name", in_quotes(name)}}), name, names));
      return 0;
    }
    if (count > 1) {
      faults_.add(fields.offset_of("fails"), "same_names",
                  {{"count", count}, {"name", in_quotes(name)}});
    }
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  }

  Faults& faults_;
  const Fields& fields_;
  const world::Setup& setup_;
  Task task_;
};

}  // namespace

Task read_task(Faults& faults, const Fields& fields, const world::Setup& setup) {
  return TaskReader(faults, fields, setup).task();
}

}  // namespace imapscope::lesson
