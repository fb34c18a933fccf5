#include "sim/mail/mime/preview.h"

#include <doctest/doctest.h>

#include <string>

#include "sim/mail/fuzzy.h"
#include "sim/mail/object_id.h"

using namespace imapscope::mail;

TEST_CASE("a preview is the first text, on one line") {
  CHECK(preview_of(Message("Subject: x\n\n Hello,\n\tAda. \n")) == "Hello, Ada.");
  CHECK(preview_of(Message("\n")).empty());
  CHECK(preview_of(Message("Content-Type: image/png\n\nabc\n")).empty());
  CHECK(preview_of(Message("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: a/b\n\n"
                           "no\n--b\n\nyes\n--b--\n")) == "yes");
}

TEST_CASE("markup is taken out of HTML") {
  const std::string head = "Content-Type: text/html; charset=utf-8\n\n";
  CHECK(preview_of(Message(head + "<p>1 &lt; 2<br>&amp;lt;</p>\n")) == "1 < 2 &lt;");
  CHECK(preview_of(Message(head + "<style>p {}</style><SCRIPT>x</SCRIPT>text")) == "text");
  CHECK(preview_of(Message(head + "<style>never ends")).empty() == false);
  CHECK(preview_of(Message(head + "a <b")) == "a");
}

TEST_CASE("a preview has 200 characters at most, each of them whole") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "\xc3\xa4";
  const Message message("Content-Type: text/plain; charset=utf-8\n\n" + text + "\n");
  CHECK(preview_of(message) == text.substr(0, 400));
}

TEST_CASE("identifiers are those of the octets, and of the conversation") {
  const Message first("Message-ID: <a@x>\n\none\n");
  const Message again("Message-ID: <a@x>\n\none\n");
  const Message answer("Message-ID: <b@x>\nReferences: <a@x> <c@x>\n\ntwo\n");
  const Message alone("Subject: x\n\nthree\n");
  CHECK(email_id(first) == email_id(again));
  CHECK(email_id(first) != email_id(answer));
  CHECK(thread_id(first) == thread_id(answer));
  CHECK(thread_id(alone) != thread_id(first));
  CHECK(email_id(alone).front() == 'M');
  CHECK(thread_id(alone).front() == 'T');
  CHECK(email_id(alone).substr(1) == thread_id(alone).substr(1));  // but for the letter
}

TEST_CASE("likeness: the phrase, its words, words that are like them") {
  CHECK(likeness("say hello world", "hello world") == 100);
  CHECK(likeness("world, hello", "hello world") == 99);
  CHECK(likeness("helo world", "hello world") == 90);
  CHECK(likeness("help", "hello") == 60);
  CHECK(likeness("grammar", "hello") == 0);
  CHECK(likeness("hello", "hello world") == 0);  // each word must have one
  CHECK(likeness("", "x") == 0);
  CHECK(likeness("anything", "") == 100);
  CHECK(likeness("x", "...") == 0);
}
