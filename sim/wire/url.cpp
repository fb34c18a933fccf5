#include "sim/wire/url.h"

#include "sim/base/ascii.h"
#include "sim/wire/body_structure.h"
#include "sim/wire/fetch.h"

namespace imapscope::wire {
namespace {

constexpr std::string_view structure_name = "BODYPARTSTRUCTURE";

// url-fetch-arg = url-full / "(" url-full *(SP url-fetch-param) ")" (RFC 5524 §5)
UrlFetch::Wish parse_wish(Cursor& in) {
  UrlFetch::Wish wish;
  wish.enclosed = in.accept('(');
  wish.url = in.astring("url");
  if (!wish.enclosed) return wish;
  while (in.another()) wish.parameters.emplace_back(in.atom("parameter_name"));
  in.expect(')', "list_end");
  return wish;
}

// url-metadata-el = "BODYPARTSTRUCTURE" SP body / "BODY" SP nstring / "BINARY" SP nstring/literal8
UrlFetchData::Item parse_item(Cursor& in) {
  in.expect('(', "list");
  UrlFetchData::Item item{std::string(in.atom("item_name")), {}, {}};
  in.space();
  if (ascii::equal_ignoring_case(item.name, structure_name)) {
    item.structure = parse_body_structure(in);
  } else {
    item.octets = in.nstring("nil_or_section_octets");
  }
  in.expect(')', "list_end");
  return item;
}

void print_octets_of(Printer& out, const NString& octets) {
  if (!octets) return out.raw("NIL");
  if (octets->find('\0') != std::string::npos) out.raw("~");
  out.literal(*octets);
}

void print_item(Printer& out, const UrlFetchData::Item& item) {
  out.raw("(" + item.name + " ");
  if (item.structure) {
    print_body_structure(out, *item.structure);
  } else {
    print_octets_of(out, item.octets);
  }
  out.raw(")");
}

}  // namespace

// genurlauth = "GENURLAUTH" 1*(SP url-rump SP mechanism) (RFC 4467 §9)
void parse(Cursor& in, GenUrlAuth& command) {
  in.space();
  do {
    GenUrlAuth::Wish wish{in.astring("url"), {}};
    in.space();
    wish.mechanism = in.atom("mechanism");
    command.wishes.push_back(std::move(wish));
  } while (in.another());
}

// resetkey = "RESETKEY" [SP mailbox *(SP mechanism)]
void parse(Cursor& in, ResetKey& command) {
  if (!in.another()) return;
  command.mailbox = in.mailbox();
  while (in.another()) command.mechanisms.emplace_back(in.atom("mechanism"));
}

// urlfetch = "URLFETCH" 1*(SP url-fetch-arg)
void parse(Cursor& in, UrlFetch& command) {
  in.space();
  do {
    command.wishes.push_back(parse_wish(in));
  } while (in.another());
}

void print(Printer& out, const GenUrlAuth& command) {
  for (const GenUrlAuth::Wish& wish : command.wishes) {
    out.space();
    out.astring(wish.url);
    out.raw(" " + wish.mechanism);
  }
}

void print(Printer& out, const ResetKey& command) {
  if (!command.mailbox) return;
  out.space();
  out.mailbox(*command.mailbox);
  for (const std::string& mechanism : command.mechanisms) out.raw(" " + mechanism);
}

void print(Printer& out, const UrlFetch& command) {
  for (const UrlFetch::Wish& wish : command.wishes) {
    out.raw(wish.enclosed ? " (" : " ");
    out.astring(wish.url);
    for (const std::string& parameter : wish.parameters) out.raw(" " + parameter);
    if (wish.enclosed) out.raw(")");
  }
}

// genurlauth-data = "*" SP "GENURLAUTH" 1*(SP url-full)
void parse(Cursor& in, GenUrlAuthData& data) {
  in.space();
  do {
    data.urls.push_back(in.astring("url"));
  } while (in.another());
}

void print(Printer& out, const GenUrlAuthData& data) {
  for (const std::string& url : data.urls) {
    out.space();
    out.string(url);
  }
}

// urlfetch-data = "*" SP "URLFETCH" 1*(SP url-full SP (nstring / url-metadata))
void parse(Cursor& in, UrlFetchData& data) {
  in.space();
  do {
    UrlFetchData::Answer answer{in.astring("url"), {}, {}};
    in.space();
    if (in.at('(')) {
      do {
        answer.items.push_back(parse_item(in));
      } while (in.at_space_then('(') && in.accept(' '));
    } else {
      answer.octets = in.nstring("nil_or_message_octets");
    }
    data.answers.push_back(std::move(answer));
  } while (in.another());
}

void print(Printer& out, const UrlFetchData& data) {
  for (const UrlFetchData::Answer& answer : data.answers) {
    out.space();
    out.string(answer.url);
    out.space();
    if (answer.items.empty()) {
      print_octets_of(out, answer.octets);
    } else {
      out.separated(answer.items,
                    [&out](const UrlFetchData::Item& item) { print_item(out, item); });
    }
  }
}

}  // namespace imapscope::wire
