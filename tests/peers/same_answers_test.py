#!/usr/bin/env python3
"""The same dialogue with Dovecot and with imapsim serve gives the same answers, as parsed values.

Compared are the tagged result and the data; not the words for people, the order of a FETCH's items,
values that no two servers share (UIDVALIDITY), and what stands in DIFFERENCES (dialogues.py), each
with a reason.
"""
import re
import socket
import sys
from datetime import datetime

import dialogues
import dialogues_extended
import dialogues_quota
from dovecot import PASSWORD, Dovecot, missing
from served import Served, skip

class Session:
    def __init__(self, port, user):
        self.file = socket.create_connection(("127.0.0.1", port), 20).makefile("rwb")
        self.file.readline()
        self.count = 0
        self.modseq, self.validity = 0, 0
        assert self.ask(f"LOGIN {user} {PASSWORD}")[0] == b"OK"

    def response(self):
        whole = self.file.readline()
        while announced := re.search(rb"\{(\d+)\}\r\n$", whole):
            whole += self.file.read(int(announced.group(1))) + self.file.readline()
        return whole

    def learn(self, line):
        for number in re.findall(rb"(?:HIGHESTMODSEQ|MODSEQ) \(?(\d+)", line):
            self.modseq = max(self.modseq, int(number))
        if found := re.search(rb"\[UIDVALIDITY (\d+)", line):
            self.validity = int(found.group(1))

    def ask(self, command):
        """The tagged condition, its code, and the untagged lines."""
        self.count += 1
        tag = b"t%d" % self.count
        text = command.encode() if isinstance(command, str) else command
        text = text.replace(b"<modseq>", b"%d" % self.modseq)
        text = text.replace(b"<validity>", b"%d" % self.validity)
        self.file.write(tag + b" " + text + b"\r\n")
        self.file.flush()
        untagged = []
        while line := self.response():
            self.learn(line)
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


def uncounted(words):
    """Each server counts changes in its own way."""
    pairs = zip([b""] + words[:-1], words)
    return [b"any" if name in (b"MODSEQ", b"HIGHESTMODSEQ") else
            uncounted(word) if isinstance(word, list) else word for name, word in pairs]


def plain(item):
    """Words without case, flags in order: what may be written in two ways."""
    if isinstance(item, list):
        return tuple(plain(i) for i in item)
    return item.upper() if re.fullmatch(rb"[A-Za-z0-9/.\\$-]+", item) else item


def fetched(number, items):
    pairs = dict(zip((plain(name) for name in items[::2]), map(plain, items[1::2])))
    # A section that a message has not may be NIL or empty.
    pairs = {name.upper(): b"" if what == b"NIL" and name.startswith((b"BODY[", b"BINARY[")) else what
             for name, what in pairs.items()}
    if b"FLAGS" in pairs:
        pairs[b"FLAGS"] = tuple(sorted(pairs[b"FLAGS"]))
    if b"INTERNALDATE" in pairs:  # each server has its own zone
        pairs[b"INTERNALDATE"] = datetime.strptime(pairs[b"INTERNALDATE"].decode().strip(),
                                                   "%d-%b-%Y %H:%M:%S %z").timestamp()
    return (b"FETCH", number, tuple(sorted(pairs.items(), key=lambda pair: pair[0])))


def code_of(line, compared):
    found = re.search(rb"\[([A-Z-]+)([^\]]*)\]", line)
    if not found or found.group(1) not in compared:
        return None
    name = found.group(1)
    return (name, b"any" if name == b"BADCHARSET" else found.group(2).strip())


def known(line, compared):
    """What is compared of an untagged line; None: nothing."""
    words = uncounted(value(line))
    kind = words[0].upper()
    if kind.isdigit():
        if words[1].upper() == b"FETCH":
            return fetched(words[0], words[2])
        return (words[1].upper(), words[0])
    if kind == b"OK":
        return code_of(line, compared)
    if kind in (b"LIST", b"LSUB"):
        attributes = tuple(sorted(a for a in plain(words[1]) if a == b"\\NOSELECT"))
        return (kind, attributes, words[2], words[3])
    if kind == b"FLAGS":
        return (kind, tuple(sorted(plain(words[1]))))
    if kind == b"ESEARCH":
        words = [w for w in words if not isinstance(w, list)]
        at = 2 if words[1:2] == [b"UID"] else 1
        return (kind, at, tuple(sorted(plain(words[at::2]))), tuple(sorted(plain(words[at:]))))
    return plain(words) if kind in compared else None


def expunged(lines):
    """The numbers that messages had before, since the order of EXPUNGE lines changes them."""
    gone = []
    for number in lines:
        for earlier in sorted(gone):
            number += earlier <= number
        gone.append(number)
    return sorted(gone)


def answers(dialogue, sessions, compared):
    for name, command in dialogue:
        condition, line, untagged = sessions[name].ask(command)
        if "SELECT" not in str(command) and "EXAMINE" not in str(command):
            untagged = [u for u in untagged if b" RECENT" not in u]  # may be repeated at will
        data = [k for u in untagged if (k := known(u, compared))]
        gone = expunged([int(k[1]) for k in data if k[0] == b"EXPUNGE"])
        data = sorted((k for k in data if k[0] != b"EXPUNGE"), key=repr)
        yield name, command, (condition, code_of(line, compared), data, gone)


def compare(topic, room, port_of_dovecot, port_of_ours):
    """The number of faults, and which of the expected differences there were."""
    theirs = {name: Session(port_of_dovecot, topic) for name in "ab"}
    ours = {name: Session(port_of_ours, topic) for name in "ab"}
    faults, differed = 0, set()
    for (name, command, expected), (_, _, got) in zip(answers(room.DIALOGUES[topic], theirs, room.COMPARED),
                                                      answers(room.DIALOGUES[topic], ours, room.COMPARED)):
        if expected == got:
            continue
        if (topic, command) in room.DIFFERENCES:
            differed.add((topic, command))
            continue
        faults += 1
        print(f"{topic}, {name}: {command}\n   Dovecot:   {expected}\n   imapscope: {got}")
    return faults, differed


def check(room, binaries, dovecot, *more):
    users = [option for topic in room.DIALOGUES for option in ("--user", f"{topic}:{PASSWORD}")]
    options = [option for name in room.EXTENSIONS for option in ("--extension", name)]
    with Served(binaries, *users, *options, *more) as served:
        results = [compare(topic, room, dovecot.port, served.port) for topic in room.DIALOGUES]
    faults, count = sum(faults for faults, _ in results), sum(map(len, room.DIALOGUES.values()))
    if settled := room.DIFFERENCES.keys() - set().union(*(differed for _, differed in results)):
        sys.exit(f"no difference any more: {settled}")
    if faults:
        sys.exit(f"{faults} of {count} answers differ")
    print(f"same answers: fine, {count} commands, {len(room.DIFFERENCES)} of them with a reason to differ")


if __name__ == "__main__":
    if missing("dovecot"):
        skip("dovecot is not installed")
    with Dovecot() as dovecot:
        check(dialogues, sys.argv[1], dovecot)
        check(dialogues_extended, sys.argv[1], dovecot)
    limits = dialogues_quota.STORAGE, dialogues_quota.MESSAGES
    with Dovecot(quota="*:storage=%dK:messages=%d" % limits) as dovecot:
        check(dialogues_quota, sys.argv[1], dovecot, "--quota-storage", str(limits[0]),
              "--quota-messages", str(limits[1]))
