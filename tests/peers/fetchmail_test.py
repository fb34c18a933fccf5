#!/usr/bin/env python3
"""fetchmail takes the mail of imapsim serve away: each message once, and again only what is new."""
import imaplib
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from copies import MESSAGE
from dovecot import find, missing
from served import PASSWORD, USER, Served, skip

NOTHING_NEW = 1  # fetchmail's exit code


def fetch(folder, *options):
    """What fetchmail hands over: one string, and its exit code."""
    box = Path(folder, "box")
    run = subprocess.run([find("fetchmail"), "-f", os.path.join(folder, "rc"), "--pidfile",
                          os.path.join(folder, "pid"), "--mda", f"cat >> {box}", *options],
                         capture_output=True, text=True, env={**os.environ, "HOME": folder})
    assert run.returncode in (0, NOTHING_NEW), run.stdout + run.stderr
    text = box.read_text() if box.exists() else ""
    box.unlink(missing_ok=True)
    return run.returncode, [line for line in text.splitlines() if line.startswith("Subject: ")]


def check(server, folder):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    client.login(USER, PASSWORD)
    for number in (1, 2, 3):
        client.append("INBOX", None, None, MESSAGE % (number, number))
    assert fetch(folder, "--keep") == (0, ["Subject: 1", "Subject: 2", "Subject: 3"])
    assert fetch(folder, "--keep") == (NOTHING_NEW, [])
    client.append("INBOX", None, None, MESSAGE % (4, 4))
    assert fetch(folder) == (0, ["Subject: 4"])  # and now it deletes what it takes
    client.select("INBOX")
    assert client.search(None, "ALL")[1] == [b"1 2 3"]
    assert fetch(folder, "--fetchall") == (0, ["Subject: 1", "Subject: 2", "Subject: 3"])
    client.noop()
    assert client.search(None, "ALL")[1] == [b""]
    client.logout()


if __name__ == "__main__":
    if missing("fetchmail"):
        skip("fetchmail is not installed")
    with Served(sys.argv[1]) as server, tempfile.TemporaryDirectory() as folder:
        rc = Path(folder, "rc")
        rc.write_text(f'poll 127.0.0.1 protocol IMAP port {server.port} '
                      f'user "{USER}" password "{PASSWORD}" sslproto ""\n')
        rc.chmod(stat.S_IRUSR | stat.S_IWUSR)
        check(server, folder)
    print("fetchmail: fine")
