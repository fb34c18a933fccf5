#!/usr/bin/env python3
"""getmail takes mail from imapsim serve: each message once, and deletes where told."""
import imaplib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from copies import MESSAGE
from dovecot import find, missing
from served import PASSWORD, USER, Served, skip



def fetch(folder, *options):
    """The subjects of all that was handed over so far."""
    run = subprocess.run([find("getmail"), "--getmaildir", folder, "--rcfile", "rc", *options],
                         capture_output=True, text=True, env={**os.environ, "HOME": folder})
    assert run.returncode == 0, run.stdout + run.stderr
    text = Path(folder, "box").read_text()
    return [line for line in text.splitlines() if line.startswith("Subject:")]


def check(server, folder):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    client.login(USER, PASSWORD)
    for number in (1, 2):
        client.append("INBOX", None, None, MESSAGE % (number, number))
    assert fetch(folder) == ["Subject: 1", "Subject: 2"]
    client.append("INBOX", None, None, MESSAGE % (3, 3))
    assert fetch(folder) == ["Subject: 1", "Subject: 2", "Subject: 3"]
    client.select("INBOX")
    assert client.search(None, "ALL")[1] == [b"1 2 3"]
    client.append("INBOX", None, None, MESSAGE % (4, 4))
    assert fetch(folder, "--delete")[-1] == "Subject: 4"
    client.noop()
    assert client.search(None, "ALL")[1] == [b""]
    client.logout()


def configure(folder, port):
    Path(folder, "rc").write_text(f"""[retriever]
type = SimpleIMAPRetriever
server = 127.0.0.1
port = {port}
username = {USER}
password = {PASSWORD}

[destination]
type = MDA_external
path = /bin/sh
arguments = ("-c", "cat >> {folder}/box")
unixfrom = false
allow_root_commands = true

[options]
read_all = false
""")


if __name__ == "__main__":
    if missing("getmail"):
        skip("getmail (getmail6) is not installed")
    with Served(sys.argv[1]) as server, tempfile.TemporaryDirectory() as folder:
        configure(folder, server.port)
        check(server, folder)
    print("getmail: fine")
