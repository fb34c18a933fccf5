#!/usr/bin/env python3
"""Records traces/captures/*.pcap again: real clients against a private Dovecot on loopback.

    tests/peers/record_captures.py [NAME...]     needs dovecot, tcpdump (as root), curl, mbsync

Users, mails and names are made up. traces/README.md says what each capture shows.
"""
import imaplib
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timezone
from email.utils import format_datetime
from pathlib import Path

from dovecot import PASSWORD, Dovecot, find, missing
from mbsync import configuration

CAPTURES = Path(__file__).resolve().parents[2] / "traces" / "captures"
PAUSE = 0.15  # between commands, so that a viewer can tell them apart


def mail(number, sender, subject, body, more=""):
    date = format_datetime(datetime(2026, 6, number, 9, tzinfo=timezone.utc))
    return (f"From: {sender}\r\nTo: Ada <ada@example.org>\r\nSubject: {subject}\r\n"
            f"Date: {date}\r\n"
            f"Message-ID: <{number}@example.org>\r\n{more}\r\n{body}\r\n").encode()


MAILS = [
    mail(1, "Ben <ben@example.org>", "Lunch", "Soup or noodles?"),
    mail(2, "Cleo <cleo@example.net>", "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=", "Bis bald!",
         "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"),
    mail(3, "Ben <ben@example.org>", "The slides",
         "--cut\r\nContent-Type: text/plain\r\n\r\nHere they are.\r\n"
         "--cut\r\nContent-Type: application/pdf; name=slides.pdf\r\n"
         "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--cut--",
         "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n"),
    mail(4, "List <list@example.com>", "Weekly digest", "Nothing happened this week."),
]


class Recording:
    """tcpdump on loopback, for as long as the block runs."""

    def __init__(self, name, port, *options):
        self.file = CAPTURES / name
        interface = [] if "-i" in options else ["-i", "lo"]
        self.command = [find("tcpdump"), *interface, *options, "-U", "-q", "-w", str(self.file),
                        f"tcp port {port}"]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stderr=subprocess.PIPE, text=True)
        self.process.stderr.readline()  # "listening on ..."
        time.sleep(0.3)

    def __exit__(self, *_):
        time.sleep(1.2)
        self.process.terminate()
        self.process.wait()
        print(self.file.name, self.file.stat().st_size, "octets")


def connect(server, host="127.0.0.1"):
    client = imaplib.IMAP4(host, server.port)
    client.login("ada", PASSWORD)
    return client


def fill(server, mails=MAILS):
    client = connect(server)
    for message in mails:
        client.append("INBOX", None, None, message)
    client.logout()


def say(client, command, *arguments):
    time.sleep(PAUSE)
    return getattr(client, command)(*arguments)


def record_imaplib():
    with Dovecot() as server:
        fill(server)
        with Recording("imaplib.pcap", server.port):
            c = connect(server)
            say(c, "list")
            say(c, "select", "INBOX")
            say(c, "fetch", "1:*", "(UID FLAGS ENVELOPE)")
            say(c, "fetch", "3", "(BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
            say(c, "fetch", "1", "(BODY[TEXT])")
            say(c, "search", None, "FROM", "ben")
            say(c, "store", "1", "+FLAGS", "(\\Answered $Lunch)")
            say(c, "create", "Archive")
            say(c, "copy", "2:3", "Archive")
            say(c, "store", "4", "+FLAGS.SILENT", "(\\Deleted)")
            say(c, "expunge")
            say(c, "append", "Drafts", "(\\Draft)", None, mail(5, "Ada", "Re: Lunch", "Soup."))
            say(c, "create", "Drafts")
            say(c, "append", "Drafts", "(\\Draft)", None, mail(5, "Ada", "Re: Lunch", "Soup."))
            say(c, "status", "Drafts", "(MESSAGES UNSEEN UIDNEXT)")
            say(c, "close")
            say(c, "logout")


def curl(server, path, *options):
    time.sleep(PAUSE)
    subprocess.run([find("curl"), "-s", "-u", f"ada:{PASSWORD}", *options,
                    f"imap://127.0.0.1:{server.port}/{path}"], check=True,
                   stdout=subprocess.DEVNULL)


def record_curl():
    with Dovecot() as server, tempfile.NamedTemporaryFile() as upload:
        fill(server)
        upload.write(mail(6, "Ada", "Uploaded", "By curl."))
        upload.flush()
        with Recording("curl.pcap", server.port, "-i", "any", "-y", "LINUX_SLL2"):
            curl(server, "", "-X", "LIST \"\" *")
            curl(server, "INBOX;UID=2")
            curl(server, "INBOX?SUBJECT%20slides")
            curl(server, "INBOX", "-T", upload.name)


def record_mbsync():
    with Dovecot() as server, tempfile.TemporaryDirectory() as folder:
        fill(server)
        os.mkdir(os.path.join(folder, "mail"))
        rc = os.path.join(folder, "mbsyncrc")
        with open(rc, "w") as file:
            file.write(configuration(folder, server.port, "ada", PASSWORD, "INBOX"))
        run = [find("mbsync"), "-q", "-c", rc, "all"]
        with Recording("mbsync.pcap", server.port):
            subprocess.run(run, check=True)
            arrived = sorted(Path(folder, "mail", "INBOX", "new").iterdir())
            arrived[0].rename(str(arrived[0]).replace("/new/", "/cur/") + ",S")
            (Path(folder, "mail", "INBOX", "new") / "1.local").write_bytes(
                mail(7, "Ada", "Written at home", "To be uploaded."))
            time.sleep(1)
            subprocess.run(run, check=True)


def raw(client, text):
    """A line that imaplib has no function for."""
    time.sleep(PAUSE)
    client.send(text.encode() + b"\r\n")


def record_two_clients():
    with Dovecot() as server:
        fill(server)
        with Recording("two_clients.pcap", server.port):
            laptop = connect(server)
            phone = connect(server)
            say(laptop, "select", "INBOX")
            say(phone, "select", "INBOX")
            raw(phone, "P1 IDLE")
            phone.readline()
            say(laptop, "store", "2", "+FLAGS", "(\\Seen \\Deleted)")
            say(laptop, "expunge")
            time.sleep(0.6)
            raw(phone, "DONE")
            while not phone.readline().startswith(b"P1 "):
                pass
            say(phone, "fetch", "2", "(UID ENVELOPE)")
            say(phone, "append", "INBOX", None, None, mail(8, "Ada", "From the phone", "Hi."))
            say(laptop, "noop")
            say(phone, "store", "1", "+FLAGS", "(\\Flagged)")
            say(laptop, "fetch", "1:*", "(FLAGS)")
            say(phone, "logout")
            say(laptop, "logout")


def record_starttls():
    with Dovecot(tls=True) as server:
        fill(server)
        with Recording("starttls.pcap", server.port):
            curl(server, "INBOX;UID=1", "--ssl-reqd", "-k")


def record_ipv6():
    with Dovecot() as server:
        fill(server)
        with Recording("ipv6.pcap", server.port):
            c = connect(server, "::1")
            say(c, "select", "INBOX", True)
            say(c, "uid", "FETCH", "1:*", "(FLAGS)")
            say(c, "logout")


RECORDINGS = {name[len("record_"):]: f for name, f in list(globals().items())
              if name.startswith("record_")}

if __name__ == "__main__":
    absent = missing("dovecot", "tcpdump", "curl", "mbsync", "openssl")
    if absent:
        sys.exit("These programs are needed and not installed: " + ", ".join(absent))
    CAPTURES.mkdir(exist_ok=True)
    for name in sys.argv[1:] or RECORDINGS:
        RECORDINGS[name]()
