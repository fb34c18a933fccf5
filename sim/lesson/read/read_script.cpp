#include <algorithm>
#include <set>

#include "sim/base/overloaded.h"
#include "sim/lesson/read/read_parts.h"

namespace imapscope::lesson {
namespace {

/// What only the script as a whole can show to be wrong.
class ScriptCheck {
 public:
  explicit ScriptCheck(Faults& faults) : faults_(faults) {}

  void look_at(const Json& json, const Verb& verb) {
    const bool begins_a_step = std::holds_alternative<Say>(verb);
    if (first_ && !begins_a_step) faults_.add(json.offset, "begins_with_say");
    if (begins_a_step) asked_ = false;
    std::visit(overloaded{
                   [&](const Say& say) { begin_step(json, say); },
                   [&](const Connect& connect) { clients_.insert(connect.client); },
                   [&](const Highlight& highlight) {
                     asked_about_.push_back({place_of_client(json), highlight.client});
                   },
                   [&](const Ask& ask) {
                     has_one_question(json);
                     asked_about_.push_back({place_of_client(json), ask.client});
                   },
                   [&](const Task&) {
                     has_one_question(json);
                     needs_clients_of_task(body_of(json));
                   },
                   [&](const Send& send) { needs_client(json, send.client); },
                   [&](const Expect& expect) { needs_client(json, expect.client); },
                   [&](const Disconnect& disconnect) { needs_client(json, disconnect.client); },
                   [](const auto&) {},
               },
               verb);
    first_ = false;
  }

  /// A step or a question may be about a client that is yet to connect.
  void look_back() {
    for (const auto& [offset, client] : asked_about_) needs_client(offset, client);
  }

 private:
  void has_one_question(const Json& json) {
    if (set_up_) faults_.add(json.offset, "set_up_asks");
    if (asked_) faults_.add(json.offset, "one_question");
    asked_ = true;
  }

  void begin_step(const Json& json, const Say& say) {
    asked_about_.push_back({place_of_client(json), say.client});
    set_up_ = !say.set_up.empty();
    if (set_up_ && !first_) faults_.add(json.offset, "set_up_first");
  }

  void needs_client(const Json& json, const std::string& name) {
    needs_client(place_of_client(json), name);
  }
  void needs_client(std::size_t offset, const std::string& name) {
    if (name.empty() || clients_.contains(name)) return;
    const std::vector<std::string_view> known(clients_.begin(), clients_.end());
    faults_.add(offset, hinted(fault("no_client", {{"name", in_quotes(name)}}), name, known));
  }

  /// Those that the learner types as, and those that the goal speaks of.
  void needs_clients_of_task(const Json& task) {
    for (const Json& each : list_in(task, "clients")) needs_client_named_by(each);
    for (const Json& part : list_in(task, "goal")) {
      const Json* client = member(body_of(part), "client");
      if (client != nullptr) needs_client_named_by(*client);
    }
  }
  void needs_client_named_by(const Json& json) {
    const auto* name = std::get_if<std::string>(&json.value);
    if (name != nullptr) needs_client(json.offset, *name);
  }

  /// `json` is `{"send": {"client": …}}`.
  static std::size_t place_of_client(const Json& json) {
    const Json* client = member(body_of(json), "client");
    return client == nullptr ? json.offset : client->offset;
  }

  /// The `{ … }` in `{"send": { … }}`; `json` itself where there is none.
  static const Json& body_of(const Json& json) {
    const auto* object = std::get_if<Json::Object>(&json.value);
    return object == nullptr || object->empty() ? json : object->front().value;
  }

  static const Json::Array& list_in(const Json& json, std::string_view key) {
    static const Json::Array nothing;
    const Json* list = member(json, key);
    const auto* array = list == nullptr ? nullptr : std::get_if<Json::Array>(&list->value);
    return array == nullptr ? nothing : *array;
  }

  Faults& faults_;
  std::set<std::string> clients_;
  std::vector<std::pair<std::size_t, std::string>> asked_about_;
  bool first_ = true;
  bool set_up_ = false;
  bool asked_ = false;
};

}  // namespace

std::vector<Instruction> read_script(Faults& faults, const Fields& lesson,
                                     const world::Setup& setup) {
  std::vector<Instruction> script;
  ScriptCheck check(faults);
  const Json::Array& steps = lesson.array("steps");
  if (lesson.find("steps") != nullptr && steps.empty()) {
    faults.add(lesson.offset_of("steps"), "no_step");
  }
  for (const Json& each : steps) {
    Verb verb = read_verb(faults, each, setup);
    check.look_at(each, verb);
    script.push_back({std::move(verb), faults.place(each.offset)});
  }
  check.look_back();
  return script;
}

}  // namespace imapscope::lesson
