"""imapsim serve as a process, for tests with real clients.

    with Served(sys.argv[1], "--user", "ada:secret") as server:
        imaplib.IMAP4("127.0.0.1", server.port)

At the end the server is interrupted as by Ctrl-C, and its trace must be whole and without a fault
of the server.
"""
import os
import re
import signal
import subprocess
import sys
import tempfile

USER, PASSWORD = "ada", "secret"


class Served:
    def __init__(self, binaries, *options):
        self.imapsim = os.path.join(binaries, "imapsim")
        self.folder = tempfile.TemporaryDirectory(prefix="imapscope-peers-")
        self.trace = os.path.join(self.folder.name, "served.jsonl")
        self.options = options

    def __enter__(self):
        self.process = subprocess.Popen(
            [self.imapsim, "serve", "--listen", "127.0.0.1:0", "--user", f"{USER}:{PASSWORD}",
             "--trace", self.trace, *self.options], stdout=subprocess.PIPE, text=True)
        first = self.process.stdout.readline()
        found = re.search(r":(\d+) ", first)
        if not found:
            raise RuntimeError("imapsim serve said: " + first)
        self.port = int(found.group(1))
        return self

    def __exit__(self, kind, *_):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(10)
        if kind is None:
            assert code == 0, f"imapsim serve ended with {code}"
            self._check_trace()
        self.folder.cleanup()

    def _check_trace(self):
        text = open(self.trace, encoding="utf-8").read()
        assert PASSWORD not in text, "the trace holds the password"
        shown = subprocess.run([self.imapsim, "trace", "show", "--lang", "en", self.trace],
                               capture_output=True, text=True)
        assert shown.returncode == 0, shown.stderr
        assert not shown.stderr, "the trace has warnings: " + shown.stderr
        faults = [line for line in shown.stdout.splitlines() if "violation by the server" in line]
        assert not faults, "the observer blames our own server:\n" + "\n".join(faults[:10])


def skip(reason):
    print("skipped: " + reason)
    sys.exit(77)
