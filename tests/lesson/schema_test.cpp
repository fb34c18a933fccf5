// lessons/schema.json and the reader's tables say the same.
#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "sim/lesson/read/json_tree.h"
#include "sim/lesson/read/vocabulary.h"
#include "sim/server/temper/misbehaviour.h"
#include "sim/server/temper/profiles.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

Json schema() {
  std::ifstream file(IMAPSCOPE_SOURCE_DIR "/lessons/schema.json");
  std::ostringstream content;
  content << file.rdbuf();
  const auto tree = parse_json(content.str());
  REQUIRE(tree.has_value());
  return *tree;
}

const Json& at(const Json& json, std::initializer_list<std::string_view> path) {
  const Json* here = &json;
  for (const std::string_view key : path) {
    here = member(*here, key);
    INFO("key ", std::string(key));
    REQUIRE(here != nullptr);
  }
  return *here;
}

using Words = std::set<std::string>;

Words keys_of(const Json& object) {
  Words keys;
  for (const Member& each : std::get<Json::Object>(object.value)) keys.insert(each.key);
  return keys;
}

Words strings_in(const Json& array) {
  Words strings;
  for (const Json& each : std::get<Json::Array>(array.value)) {
    strings.insert(std::get<std::string>(each.value));
  }
  return strings;
}

std::vector<Shape> all_shapes() {
  std::vector<Shape> shapes{lesson_shape, option_shape, typed_shape, near_miss_shape};
  shapes.insert(shapes.end(), goal_shapes.begin(), goal_shapes.end());
  shapes.insert(shapes.end(), header_shapes.begin(), header_shapes.end());
  shapes.insert(shapes.end(), verb_shapes.begin(), verb_shapes.end());
  return shapes;
}

template <class E, std::size_t n>
Words names_of(const std::array<Word<E>, n>& words) {
  Words names;
  for (const auto& [name, value] : words) names.insert(std::string(name));
  return names;
}

}  // namespace

TEST_CASE("the schema has the verbs that the reader has") {
  Words verbs;
  for (const Shape& shape : verb_shapes) verbs.insert(std::string(shape.name));
  CHECK(keys_of(at(schema(), {"$defs", "instruction", "properties"})) == verbs);
}

TEST_CASE("the schema has the parts of a goal that the reader has") {
  Words kinds;
  for (const Shape& shape : goal_shapes) kinds.insert(std::string(shape.name));
  CHECK(keys_of(at(schema(), {"$defs", "part", "properties"})) == kinds);
}

TEST_CASE("the schema has the keys that the reader has, and needs the same of them") {
  const Json json = schema();
  for (const Shape& shape : all_shapes()) {
    INFO("definition ", std::string(shape.name));
    const Json& definition = at(json, {"$defs", shape.name});
    Words keys;
    Words required;
    for (const Key& key : shape.keys) {
      keys.insert(std::string(key.name));
      if (key.required) required.insert(std::string(key.name));
    }
    CHECK(keys_of(at(definition, {"properties"})) == keys);
    const Json* needs = member(definition, "required");
    CHECK((needs == nullptr ? Words{} : strings_in(*needs)) == required);
    CHECK(std::get<bool>(at(definition, {"additionalProperties"}).value) == false);
  }
}

TEST_CASE("the schema has the closed sets of values that the reader has") {
  const Json json = schema();
  const auto values = [&](std::string_view definition, std::string_view key) {
    return strings_in(at(json, {"$defs", definition, "properties", key, "enum"}));
  };
  CHECK(values("option", "grade") == names_of(grade_words));
  CHECK(values("ask", "predict") == names_of(predict_words));
  CHECK(values("connect", "greeting") == names_of(greeting_words));
  CHECK(values("lesson", "level") == Words(level_words.begin(), level_words.end()));
  CHECK(values("lesson", "group") == Words(group_words.begin(), group_words.end()));
  CHECK(values("highlight", "pane") == Words(pane_words.begin(), pane_words.end()));
  CHECK(values("holds_message", "is") == names_of(message_words));
  CHECK(values("holds_mailbox", "is") == names_of(mailbox_words));
  CHECK(values("holds_subscription", "is") == names_of(subscription_words));
  CHECK(values("knows_message", "is") == names_of(knowledge_words));
  CHECK(values("in_state", "state") == names_of(state_words));
  Words profiles;
  for (const server::Profile& each : server::profiles()) profiles.insert(std::string(each.id));
  CHECK(values("server", "profile") == profiles);
  Words faults;
  for (const server::FaultInfo& each : server::fault_table()) faults.insert(std::string(each.key));
  CHECK(values("misbehaviour", "fault") == faults);
}
