"""A Dovecot of our own: loopback only, everything in a temporary folder, made-up users.

    with Dovecot() as server:
        imaplib.IMAP4("127.0.0.1", server.port).login("ada", PASSWORD)
"""
import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import tempfile
import time

PASSWORD = "secret"  # of every user
SKIPPED = 77  # the exit code that ctest reads as "skipped"


def missing(*programs):
    """The programs that are not installed."""
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin" + os.pathsep + "/sbin"
    return [p for p in programs if not shutil.which(p, path=path)]


def find(program):
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def free_port():
    with contextlib.closing(socket.socket()) as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Dovecot:
    def __init__(self, tls=False, quota=""):
        """`quota`: what each user has, as Dovecot writes it: "*:storage=4K:messages=6"."""
        self.port = free_port()
        self.folder = tempfile.mkdtemp(prefix="imapscope-dovecot-")
        os.chmod(self.folder, 0o755)
        self.tls = tls
        self.quota = quota

    def __enter__(self):
        if self.tls:
            self._make_certificate()
        os.mkdir(self._in("home"))
        os.chmod(self._in("home"), 0o777)
        with open(self._in("dovecot.conf"), "w") as file:
            file.write(self._configuration())
        self.process = subprocess.Popen([find("dovecot"), "-F", "-c", self._in("dovecot.conf")],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self._wait_until_it_answers()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _in(self, name):
        return os.path.join(self.folder, name)

    def _configuration(self):
        root = os.geteuid() == 0
        me = getpass.getuser()
        owner = ("uid=nobody gid=nogroup" if root else f"uid={os.geteuid()} gid={os.getegid()}")
        return f"""
base_dir = {self._in("run")}
state_dir = {self._in("run")}
log_path = {self._in("dovecot.log")}
protocols = imap
listen = 127.0.0.1, ::1
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = {owner} home={self._in("home")}/%u
}}
mail_location = maildir:~/Maildir:LAYOUT=fs
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {self.port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
{"" if root else self._as_ordinary_user(me)}
{self._tls_configuration()}
{self._quota_configuration()}
"""

    def _as_ordinary_user(self, me):
        group = subprocess.run(["id", "-gn"], capture_output=True, text=True).stdout.strip()
        return (f"default_internal_user = {me}\ndefault_login_user = {me}\n"
                f"default_internal_group = {group}\n")

    def _tls_configuration(self):
        if not self.tls:
            return "ssl = no"
        return f"ssl = yes\nssl_cert = <{self._in('cert.pem')}\nssl_key = <{self._in('key.pem')}"

    def _quota_configuration(self):
        if not self.quota:
            return ""
        return f"""mail_plugins = $mail_plugins quota
protocol imap {{
  mail_plugins = $mail_plugins quota imap_quota
}}
plugin {{
  quota = "count:#user/%u"
  quota_rule = {self.quota}
  quota_vsizes = yes
}}"""

    def _make_certificate(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                        "-subj", "/CN=localhost", "-keyout", self._in("key.pem"),
                        "-out", self._in("cert.pem")], check=True, capture_output=True)

    def _wait_until_it_answers(self):
        for _ in range(100):
            if self.process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                with socket.create_connection(("127.0.0.1", self.port), 1) as s:
                    if s.recv(4) == b"* OK":
                        return
            time.sleep(0.1)
        log = open(self._in("dovecot.log")).read() if os.path.exists(self._in("dovecot.log")) else ""
        raise RuntimeError("Dovecot does not answer: " + log + str(self.process.stderr.read1(4096)))
