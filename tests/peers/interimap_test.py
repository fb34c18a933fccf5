#!/usr/bin/env python3
"""interimap keeps two servers the same by QRESYNC: mail, flags, mailboxes, both ways."""
import imaplib
import os
import subprocess
import sys
import tempfile

from copies import MESSAGE
from dovecot import find, missing
from served import PASSWORD, USER, Served, skip

EXTENSIONS = [word for name in ("CONDSTORE", "QRESYNC", "LIST-EXTENDED", "LIST-STATUS", "QUOTA",
                                       "COMPRESS=DEFLATE")
              for word in ("--extension", name)]
CONFIGURATION = """\
database = {folder}/db
[local]
type = imap
host = 127.0.0.1
port = {local}
username = {user}
password = {password}
STARTTLS = NO
[remote]
type = imap
host = 127.0.0.1
port = {remote}
username = {user}
password = {password}
STARTTLS = NO
"""


def logged_in(server):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    client.login(USER, PASSWORD)
    return client


def synchronise(folder):
    environment = dict(os.environ, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
    run = subprocess.run([find("interimap"), "--config", os.path.join(folder, "config")],
                         capture_output=True, text=True, env=environment, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr


def held(client):
    """What a server holds: mailbox -> subject -> flags."""
    boxes = {}
    _, lines = client.list()
    for line in lines:
        name = line.decode().split('" ', 1)[1].strip('"')
        if "\\Noselect" in line.decode():
            continue
        client.select(name)
        _, found = client.fetch("1:*", "(FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
        boxes[name] = {item[1].split(b"Subject: ")[1].strip():
                       frozenset(flag for flag in imaplib.ParseFlags(item[0])
                                 if flag != b"\\Recent")
                       for item in found if isinstance(item, tuple)}
        client.unselect()
    return boxes


def change(client, subject, operation, flags, mailbox="INBOX"):
    client.select(mailbox)
    _, found = client.search(None, "SUBJECT", subject)
    client.store(found[0].decode(), operation, flags)
    client.close() if flags == "(\\Deleted)" else client.unselect()


def check(here, there, folder):
    near, far = logged_in(here), logged_in(there)
    for number in range(11, 31):
        near.append("INBOX", None, None, MESSAGE % (number, number))
    far.create("Archive/2026")
    far.append("Archive/2026", "(\\Seen)", None, MESSAGE % (99, 99))

    synchronise(folder)
    assert held(near) == held(far), (held(near), held(far))
    assert len(held(far)["INBOX"]) == 20 and b"99" in held(near)["Archive/2026"]

    change(near, "11", "+FLAGS", "(\\Seen)")
    change(near, "12", "+FLAGS", "(\\Deleted)")
    far.append("INBOX", "(\\Flagged)", None, MESSAGE % (77, 77))
    change(far, "13", "+FLAGS", "(\\Answered Keyword)")
    change(far, "14", "+FLAGS", "(\\Deleted)")
    synchronise(folder)
    synchronise(folder)
    now = held(near)
    assert now == held(far), (now, held(far))
    assert len(now["INBOX"]) == 19 and b"12" not in now["INBOX"] and b"14" not in now["INBOX"]
    assert now["INBOX"][b"11"] == {b"\\Seen"}, now["INBOX"][b"11"]
    assert b"\\Answered" in now["INBOX"][b"13"] and now["INBOX"][b"77"] == {b"\\Flagged"}
    near.logout()
    far.logout()


if __name__ == "__main__":
    if missing("interimap"):
        skip("interimap is not installed")
    with Served(sys.argv[1], *EXTENSIONS) as near_server, \
            Served(sys.argv[1], *EXTENSIONS) as far_server, \
            tempfile.TemporaryDirectory() as config_folder:
        with open(os.path.join(config_folder, "config"), "w") as file:
            file.write(CONFIGURATION.format(folder=config_folder, local=near_server.port,
                                            remote=far_server.port, user=USER, password=PASSWORD))
        check(near_server, far_server, config_folder)
    print("interimap: fine")
