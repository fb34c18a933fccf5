#!/usr/bin/env python3
"""Python's imaplib against imapsim serve: every command that imaplib knows and we serve."""
import imaplib
import sys
import time

from served import PASSWORD, USER, Served

MESSAGE = (b"From: Ben <ben@example.org>\r\nTo: Ada <ada@example.org>\r\nSubject: Lunch %d\r\n"
           b"Date: Mon, 01 Jun 2026 09:00:00 +0000\r\nMessage-ID: <%d@example.org>\r\n\r\n"
           b"Soup or noodles?\r\n")


def ok(answer):
    status, lines = answer
    assert status == "OK", answer
    return lines


def refused(answer):
    assert answer[0] == "NO", answer
    return answer[1]


def goodbye(client):
    status, _ = client.logout()
    assert status == "BYE", status


def connect(server):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    ok(client.login(USER, PASSWORD))
    return client


def log_in_three_ways(server):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    assert "IMAP4REV1" in client.capabilities
    try:
        client.login(USER, "wrong")
        assert False, "a wrong password was accepted"
    except imaplib.IMAP4.error:
        pass
    ok(client.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode()))
    goodbye(client)
    literal = imaplib.IMAP4("127.0.0.1", server.port)
    literal.literal = PASSWORD.encode()
    ok(literal._simple_command("LOGIN", USER))
    goodbye(literal)


def mailboxes(c):
    ok(c.create("Work"))
    ok(c.create("Work/2026"))
    refused(c.create("Work"))
    ok(c.subscribe("Work"))
    assert any(b"Work/2026" in line for line in ok(c.list()))
    assert ok(c.list('""', "Work/%"))[0].endswith((b"Work/2026", b'"Work/2026"'))
    assert len(ok(c.lsub())) == 1
    ok(c.rename("Work/2026", "Work/2027"))
    ok(c.delete("Work/2027"))
    refused(c.delete("INBOX"))
    ok(c.unsubscribe("Work"))
    ok(c.create("&AOk-t&AOk-"))  # été, in modified UTF-7
    assert any(b"&AOk-t&AOk-" in line for line in ok(c.list()))
    ok(c.namespace())
    ok(c.enable("X-NOTHING"))


def messages(c):
    for number in range(1, 6):
        ok(c.append("INBOX", "(\\Flagged)" if number == 2 else None,
                    imaplib.Time2Internaldate(time.time()), MESSAGE % (number, number)))
    refused(c.append("Nowhere", None, None, MESSAGE % (9, 9)))
    assert ok(c.select("INBOX")) == [b"5"]
    assert c.response("UIDVALIDITY")[1][0]
    assert b"MESSAGES 0" in ok(c.status("Work", "(MESSAGES)"))[0]
    assert b"UIDNEXT 6" in ok(c.status("INBOX", "(MESSAGES UIDNEXT)"))[0]
    assert ok(c.search(None, "FLAGGED")) == [b"2"]
    assert ok(c.search(None, "SUBJECT", '"lunch 3"')) == [b"3"]
    assert ok(c.search(None, "NOT", "SEEN", "2:4")) == [b"2 3 4"]
    assert ok(c.uid("SEARCH", "BODY", "noodles")) == [b"1 2 3 4 5"]


def fetching(c):
    whole = ok(c.fetch("1", "(RFC822)"))[0][1]
    assert whole == MESSAGE % (1, 1), whole
    assert b"\\Seen" in b" ".join(imaplib.ParseFlags(ok(c.fetch("1", "(FLAGS)"))[0]))
    header = ok(c.fetch("2", "(BODY.PEEK[HEADER.FIELDS (SUBJECT)])"))[0][1]
    assert header == b"Subject: Lunch 2\r\n\r\n", header
    assert ok(c.fetch("2", "(BODY.PEEK[TEXT]<0.4>)"))[0][1] == b"Soup"
    for items in ("ALL", "FAST", "FULL", "(UID BODYSTRUCTURE)", "(BODY.PEEK[1])", "(RFC822.SIZE)",
                  "(BODY.PEEK[1.MIME])", "(INTERNALDATE)", "(RFC822.HEADER RFC822.TEXT)"):
        assert len(ok(c.fetch("3:4", items))) >= 2, items
    assert b"UID 5" in ok(c.uid("FETCH", "5", "(FLAGS)"))[0]


def changing(c):
    ok(c.store("1:2", "+FLAGS", "(\\Answered $Work)"))
    ok(c.store("1", "FLAGS.SILENT", "(\\Seen)"))
    ok(c.uid("STORE", "3", "-FLAGS", "(\\Seen)"))
    assert ok(c.copy("1:2", "Work"))[0].startswith(b"[COPYUID ")
    refused(c.copy("1", "Nowhere"))
    ok(c.uid("COPY", "3", "Work"))
    imaplib.Commands.setdefault("MOVE", ("SELECTED",))
    imaplib.Commands.setdefault("UNSELECT", ("SELECTED",))
    ok(c._simple_command("MOVE", "5", "Work"))
    assert c.response("EXPUNGE")[1] == [b"5"]
    ok(c.store("2:3", "+FLAGS.SILENT", "(\\Deleted)"))
    ok(c.uid("EXPUNGE", "3"))
    assert c.response("EXPUNGE")[1] == [b"3"]
    assert ok(c.expunge()) == [b"2"]
    ok(c.check())
    ok(c.noop())
    ok(c.store("1", "+FLAGS", "(\\Deleted)"))
    ok(c.close())
    assert ok(c.select("INBOX")) == [b"1"]
    ok(c._simple_command("UNSELECT"))
    assert ok(c.select("Work", readonly=True)) == [b"4"]
    refused(c.store("1", "+FLAGS", "(\\Seen)"))


def idling(server, c):
    ok(c.select("INBOX"))
    tag = c._new_tag()
    c.send(tag + b" IDLE\r\n")
    assert c.readline().startswith(b"+ ")
    other = connect(server)
    ok(other.append("INBOX", None, None, MESSAGE % (7, 7)))
    assert c.readline() == b"* 2 EXISTS\r\n"
    assert c.readline() == b"* 1 RECENT\r\n"
    c.send(b"DONE\r\n")
    assert c.readline().startswith(tag + b" OK")
    goodbye(other)


def moving_inbox(c):
    ok(c.rename("INBOX", "Old"))  # RFC 3501 §6.3.5: INBOX is emptied and stays
    assert b"MESSAGES 0" in ok(c.status("INBOX", "(MESSAGES)"))[0]
    assert b"MESSAGES 2" in ok(c.status("Old", "(MESSAGES)"))[0]


def odds(c):
    imaplib.Commands.setdefault("ID", ("AUTH", "SELECTED"))
    ok(c._simple_command("ID", "NIL"))
    try:
        c.xatom("FLY", "high")
        assert False, "an unknown command was accepted"
    except imaplib.IMAP4.error as error:
        assert "BAD" in str(error)


if __name__ == "__main__":
    with Served(sys.argv[1]) as server:
        log_in_three_ways(server)
        client = connect(server)
        mailboxes(client)
        messages(client)
        fetching(client)
        changing(client)
        idling(server, client)
        moving_inbox(client)
        odds(client)
        goodbye(client)
    print("imaplib: fine")
