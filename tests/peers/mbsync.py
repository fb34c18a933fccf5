"""What mbsync must be told to keep a Maildir, FOLDER/mail, like the mailboxes of a server."""


def configuration(folder, port, user, password, patterns="*"):
    return f"""IMAPStore far
Host 127.0.0.1
Port {port}
User {user}
Pass {password}
SSLType None
AuthMechs LOGIN

MaildirStore near
Path {folder}/mail/
Inbox {folder}/mail/INBOX
SubFolders Verbatim

Channel all
Far :far:
Near :near:
Patterns {patterns}
Create Both
Remove Both
Expunge Both
SyncState *
"""
