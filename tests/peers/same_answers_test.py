#!/usr/bin/env python3
"""The same dialogue with Dovecot and with imapsim serve gives the same answers, as parsed values.

Compared are the tagged result and the data; not the words for people, the order of a FETCH's items,
values that no two servers share (UIDVALIDITY), and what stands in DIFFERENCES, each with a reason.
"""
import re
import socket
import sys
from datetime import datetime

from dovecot import PASSWORD, Dovecot, missing
from served import USER, Served, skip

PLAIN = b"From: Ben <ben@example.org>\r\nTo: ada@example.org\r\nSubject: Lunch today\r\n" \
        b"Date: Mon, 01 Jun 2026 09:00:00 +0200\r\nMessage-ID: <1@example.org>\r\n\r\n" \
        b"Soup or noodles?\r\n"
PARTS = b"From: Cleo <cleo@example.net>\r\nTo: ada@example.org\r\nCc: ben@example.org\r\n" \
        b"Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nDate: Tue, 02 Jun 2026 09:00:00 +0000\r\n" \
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n" \
        b"--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBis bald, gr\xc3\xbc\xc3\x9fe\r\n" \
        b"--cut\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner text\r\n" \
        b"--cut--\r\n"
SHORT = b"Subject: x\r\n\r\n"


def append(mailbox, message, more=""):
    return f"APPEND {mailbox} {more}{{{len(message)}+}}\r\n".encode() + message


# (session, command). The sessions "a" and "b" are two clients of one user.
DIALOGUE = [
    ("a", "NOOP"), ("a", 'LIST "" "*"'), ("a", 'LIST "" ""'), ("a", "CREATE Work"),
    ("a", "CREATE Work"), ("a", "CREATE Work/2026/June"), ("a", "CREATE INBOX"),
    ("a", 'LIST "" %'), ("a", 'LIST "" *'), ("a", 'LIST Work/ %'), ("a", 'LIST "" Work/%'),
    ("a", "SUBSCRIBE Work"), ("a", 'LSUB "" *'), ("a", "UNSUBSCRIBE Work"), ("a", 'LSUB "" *'),
    ("a", "RENAME Work/2026 Work/2027"), ("a", 'LIST "" Work*'), ("a", "RENAME Nowhere There"),
    ("a", "RENAME Work/2027/June INBOX"), ("a", "DELETE INBOX"), ("a", "DELETE Nowhere"),
    ("a", append("INBOX", PLAIN, '(\\Seen $Work) "01-Jun-2026 09:00:00 +0200" ')),
    ("a", append("INBOX", PARTS, '(\\Flagged) "02-Jun-2026 10:00:00 +0000" ')),
    ("a", append("INBOX", SHORT, '"03-Jun-2026 10:00:00 +0000" ')),
    ("a", append("Nowhere", SHORT)),
    ("a", "STATUS INBOX (MESSAGES RECENT UIDNEXT UNSEEN)"), ("a", "STATUS Nowhere (MESSAGES)"),
    ("a", "FETCH 1 FLAGS"), ("a", "EXAMINE INBOX"), ("a", "STORE 1 +FLAGS (\\Seen)"),
    ("a", "SELECT Nowhere"), ("a", "FETCH 1 FLAGS"), ("a", "SELECT INBOX"),
    ("b", "SELECT INBOX"),
    ("a", "FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)"), ("a", "FETCH 1:3 ENVELOPE"),
    ("a", "FETCH 1:3 BODY"), ("a", "FETCH 1:3 BODYSTRUCTURE"), ("a", "FETCH 2 ALL"),
    ("a", "FETCH 2 BODY.PEEK[]"), ("a", "FETCH 2 BODY.PEEK[HEADER]"),
    ("a", "FETCH 2 BODY.PEEK[HEADER.FIELDS (subject TO x-none)]"),
    ("a", "FETCH 2 BODY.PEEK[HEADER.FIELDS.NOT (Subject To)]"),
    ("a", "FETCH 2 BODY.PEEK[TEXT]"), ("a", "FETCH 2 BODY.PEEK[1]"),
    ("a", "FETCH 2 BODY.PEEK[1.MIME]"), ("a", "FETCH 2 BODY.PEEK[2.HEADER]"),
    ("a", "FETCH 2 BODY.PEEK[2.TEXT]"), ("a", "FETCH 2 BODY.PEEK[2]"),
    ("a", "FETCH 2 BODY.PEEK[TEXT]<5.10>"), ("a", "FETCH 2 BODY.PEEK[TEXT]<5000.10>"),
    ("a", "FETCH 2 RFC822.HEADER"), ("a", "UID FETCH 3 RFC822"), ("a", "FETCH 1:3 FLAGS"),
    ("a", "UID FETCH 999 FLAGS"), ("a", "UID FETCH 3:* UID"), ("a", "UID FETCH 999:* UID"),
    ("a", "SEARCH ALL"), ("a", "SEARCH SEEN"), ("a", "SEARCH NOT SEEN"), ("a", "SEARCH FLAGGED"),
    ("a", "SEARCH KEYWORD $Work"), ("a", "SEARCH UNKEYWORD $Work"), ("a", "SEARCH RECENT"),
    ("a", "SEARCH NEW"), ("a", "SEARCH OLD"), ("a", "SEARCH ANSWERED"), ("a", "SEARCH 2:*"),
    ("a", "SEARCH UID 1,3"), ("a", "SEARCH FROM ben"), ("a", "SEARCH TO ada CC ben"),
    ("a", "SEARCH SUBJECT LUNCH"), ("a", 'SEARCH HEADER Message-ID ""'),
    ("a", "SEARCH HEADER Message-ID 1@example"), ("a", "SEARCH BODY noodles"),
    ("a", "SEARCH TEXT cleo"), ("a", "SEARCH OR FROM ben FROM cleo"),
    ("a", "SEARCH LARGER 100"), ("a", "SEARCH SMALLER 100"), ("a", "SEARCH BEFORE 2-Jun-2026"),
    ("a", "SEARCH ON 2-Jun-2026"), ("a", "SEARCH SINCE 2-Jun-2026"),
    ("a", "SEARCH SENTBEFORE 2-Jun-2026"), ("a", "SEARCH SENTON 1-Jun-2026"),
    ("a", "SEARCH SENTSINCE 2-Jun-2026"), ("a", "SEARCH (SEEN FROM ben) UNDELETED"),
    ("a", "SEARCH CHARSET UTF-8 SUBJECT {7+}\r\nGr\u00fc\u00dfe".encode()),
    ("a", "SEARCH CHARSET X-NONE ALL"), ("a", "UID SEARCH 2"), ("a", "SEARCH FLY"),
    ("a", "SEARCH RETURN (MIN MAX COUNT) ALL"), ("a", "UID SEARCH RETURN (ALL) UNSEEN"),
    ("a", "STORE 1 FLAGS (\\Answered)"), ("a", "STORE 1:2 +FLAGS (\\Draft $New)"),
    ("a", "STORE 1 -FLAGS.SILENT (\\Draft)"), ("a", "UID STORE 3 +FLAGS \\Deleted"),
    ("a", "STORE 9 +FLAGS (\\Seen)"), ("a", "STORE 1 FLAGS (\\Nonsense)"),
    ("b", "NOOP"), ("b", "FETCH 1:* FLAGS"),
    ("a", "COPY 1:2 Work"), ("a", "COPY 1 Nowhere"), ("a", "UID COPY 99 Work"),
    ("a", "MOVE 1 Work"), ("a", "STATUS Work (MESSAGES UNSEEN)"),
    ("b", "FETCH 1 UID"), ("b", "NOOP"),
    ("a", "UID EXPUNGE 1"), ("a", "EXPUNGE"), ("b", "NOOP"), ("b", "CHECK"),
    ("a", append("INBOX", PLAIN)), ("b", "NOOP"), ("b", "STORE 2 +FLAGS (\\Deleted)"),
    ("b", "CLOSE"), ("a", "NOOP"), ("b", "FETCH 1 FLAGS"), ("b", "SELECT Work"),
    ("b", "UNSELECT"), ("b", "SELECT Work"), ("b", "FETCH 1:* (UID FLAGS)"),
    ("a", "DELETE Work/2027"), ("a", "DELETE Work/2027/June"), ("a", 'LIST "" *'),
    ("a", "FLY"), ("a", "FETCH"), ("a", "FETCH 0 FLAGS"), ("a", "FETCH 1 (FLAGS"),
    ("a", "STARTTLS now"), ("a", "LOGIN ada secret"), ("a", "LOGOUT"),
]

# (session, command) -> why the two may differ there
DIFFERENCES = {
    ("a", "STORE 1 +FLAGS (\\Seen)"): "read-only: we say NO, Dovecot says OK and does nothing",
    ("a", "SEARCH SENTBEFORE 2-Jun-2026"): "no Date: we find nothing, Dovecot takes it as old",
    ("b", "FETCH 1 UID"): "the message is gone, and b not told: RFC 2180 §4.1 allows both answers",
}

COMPARED_CODES = {b"READ-WRITE", b"READ-ONLY", b"TRYCREATE", b"UNSEEN", b"UIDNEXT"}
DATA = {b"LIST", b"LSUB", b"STATUS", b"SEARCH", b"ESEARCH", b"FLAGS"}


class Session:
    def __init__(self, port):
        self.file = socket.create_connection(("127.0.0.1", port), 20).makefile("rwb")
        self.file.readline()
        self.count = 0
        assert self.ask(f"LOGIN {USER} {PASSWORD}")[0] == b"OK"

    def response(self):
        whole = self.file.readline()
        while announced := re.search(rb"\{(\d+)\}\r\n$", whole):
            whole += self.file.read(int(announced.group(1))) + self.file.readline()
        return whole

    def ask(self, command):
        """The tagged condition, its code, and the untagged lines."""
        self.count += 1
        tag = b"t%d" % self.count
        text = command.encode() if isinstance(command, str) else command
        self.file.write(tag + b" " + text + b"\r\n")
        self.file.flush()
        untagged = []
        while line := self.response():
            if line.startswith(tag + b" "):
                return line.split()[1], line, untagged
            if line.startswith(b"* "):
                untagged.append(line[2:])
        raise EOFError("the server closed the connection")


def value(text):
    """The parenthesised, quoted and literal values of a line, as nested lists."""
    stack, at = [[]], 0
    token = re.compile(rb'\s*(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|\{(\d+)\}\r\n|'
                       rb'((?:[^\s()"{\[]|\[[^\]]*\])+))')
    while found := token.match(text, at):
        at = found.end()
        if found.group(1):
            stack.append([])
        elif found.group(2):
            done = stack.pop()
            stack[-1].append(done)
        elif found.group(3) is not None:
            stack[-1].append(re.sub(rb"\\(.)", rb"\1", found.group(3)))
        elif found.group(4):
            stack[-1].append(text[at:at + int(found.group(4))])
            at += int(found.group(4))
        else:
            stack[-1].append(found.group(5))
    return stack[0]


def plain(item):
    """Words without case, flags in order: what may be written in two ways."""
    if isinstance(item, list):
        return tuple(plain(i) for i in item)
    return item.upper() if re.fullmatch(rb"[A-Za-z0-9/.\\$-]+", item) else item


def fetched(number, items):
    pairs = dict(zip((plain(name) for name in items[::2]), map(plain, items[1::2])))
    pairs = {name.upper(): what for name, what in pairs.items()}
    if b"FLAGS" in pairs:
        pairs[b"FLAGS"] = tuple(sorted(pairs[b"FLAGS"]))
    if b"INTERNALDATE" in pairs:  # each server has its own zone
        pairs[b"INTERNALDATE"] = datetime.strptime(pairs[b"INTERNALDATE"].decode().strip(),
                                                   "%d-%b-%Y %H:%M:%S %z").timestamp()
    return (b"FETCH", number, tuple(sorted(pairs.items(), key=lambda pair: pair[0])))


def code_of(line):
    found = re.search(rb"\[([A-Z-]+)([^\]]*)\]", line)
    return (found.group(1), found.group(2).strip()) if found and found.group(
        1) in COMPARED_CODES else None


def known(line):
    """What is compared of an untagged line; None: nothing."""
    words = value(line)
    kind = words[0].upper()
    if kind.isdigit():
        if words[1].upper() == b"FETCH":
            return fetched(words[0], words[2])
        return (words[1].upper(), words[0])
    if kind == b"OK":
        return code_of(line)
    if kind in (b"LIST", b"LSUB"):
        attributes = tuple(sorted(a for a in plain(words[1]) if a == b"\\NOSELECT"))
        return (kind, attributes, words[2], words[3])
    if kind == b"FLAGS":
        return (kind, tuple(sorted(plain(words[1]))))
    if kind == b"ESEARCH":
        words = [w for w in words if w != words[1]] if isinstance(words[1], list) else words
    return plain(words) if kind in DATA else None


def answers(sessions):
    for name, command in DIALOGUE:
        condition, line, untagged = sessions[name].ask(command)
        if "SELECT" not in str(command) and "EXAMINE" not in str(command):
            untagged = [u for u in untagged if b" RECENT" not in u]  # may be repeated at will
        data = sorted((k for u in untagged if (k := known(u))), key=repr)
        yield name, command, (condition, code_of(line), data)


def compare(port_of_dovecot, port_of_ours):
    theirs = {name: Session(port_of_dovecot) for name in "ab"}
    ours = {name: Session(port_of_ours) for name in "ab"}
    faults = 0
    for (name, command, expected), (_, _, got) in zip(answers(theirs), answers(ours)):
        if expected == got or (name, command) in DIFFERENCES:
            continue
        faults += 1
        print(f"{name}: {command}\n   Dovecot:   {expected}\n   imapscope: {got}")
    return faults


if __name__ == "__main__":
    if missing("dovecot"):
        skip("dovecot is not installed")
    with Dovecot() as dovecot, Served(sys.argv[1]) as served:
        faults = compare(dovecot.port, served.port)
    if faults:
        sys.exit(f"{faults} of {len(DIALOGUE)} answers differ")
    print(f"same answers: fine, {len(DIALOGUE)} commands")
