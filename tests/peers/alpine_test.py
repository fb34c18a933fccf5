#!/usr/bin/env python3
"""alpine reads a message of imapsim serve, saves it to another mailbox, and expunges it."""
import os
import pty
import re
import select
import sys
import tempfile
import time
from pathlib import Path

from copies import three_letters
from dovecot import find, missing
from served import PASSWORD, USER, Served, skip

PATIENCE = 20  # seconds for what shall appear


class Terminal:
    """A program in a terminal of its own, driven by what its title line shows: what it says of its
    progress comes and goes by the clock."""

    def __init__(self, command, environment):
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        self.shown = ""

    def until(self, text):
        """Waits until `text` has been shown since the last call."""
        end = time.monotonic() + PATIENCE
        while text not in self.shown:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.screen], [], [], left)[0]:
                raise AssertionError(f"alpine did not show {text!r}, but\n" + self.shown)
            octets = os.read(self.screen, 65536).decode("latin-1")
            self.shown += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()].|[\x00-\x1a\x1c-\x1f]+", " ", octets)
        self.shown = ""

    def type(self, keys):
        os.write(self.screen, keys.encode())

    def ends(self):
        try:
            while os.read(self.screen, 65536):
                pass
        except OSError:  # the terminal is gone
            pass
        return os.waitpid(self.process, 0)[1]


def run(server, home):
    place = f"{{127.0.0.1:{server.port}/notls/user={USER}}}"
    rc = Path(home, "rc")
    rc.write_text(f"""inbox-path={place}INBOX
folder-collections=Mail {place}[]
user-domain=example.org
last-version-used=9.99
feature-list=expunge-without-confirm,expunge-without-confirm-everywhere,quit-without-confirm
""")
    alpine = Terminal([find("alpine"), "-p", str(rc), "-i"],
                      {**os.environ, "HOME": home, "TERM": "vt100", "LINES": "24",
                       "COLUMNS": "80", "LC_ALL": "C"})
    alpine.until("ENTER PASSWORD")
    alpine.type(PASSWORD + "\r")
    alpine.until("Preserve password")
    alpine.type("n")
    alpine.until("Message 1 of 3")
    alpine.type("\r")  # reads the first
    alpine.until("MESSAGE TEXT")
    alpine.type("s")
    alpine.until("SAVE")
    alpine.type("Copies\r")
    alpine.until("DEL")  # what was saved is marked
    alpine.type("<")
    alpine.until("MESSAGE INDEX")
    alpine.type("x")
    alpine.until("Message 1 of 2")
    alpine.type("q")
    assert alpine.ends() == 0


def check(binaries):
    with Served(binaries) as server, tempfile.TemporaryDirectory() as home:
        client = three_letters(server)
        run(server, home)
        client.select("INBOX")
        assert client.search(None, "ALL")[1] == [b"1 2"]
        assert client.search(None, "SUBJECT 1")[1] == [b""]
        client.select("Copies")
        assert client.search(None, "SEEN SUBJECT 1")[1] == [b"1"]
        client.logout()


if __name__ == "__main__":
    if missing("alpine"):
        skip("alpine is not installed")
    check(sys.argv[1])
    print("alpine: fine")
