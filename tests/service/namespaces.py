"""A process with mounts of its own, which need no rights on the machine: a user and a mount namespace (unshare(1))."""

import shlex

OWN_MOUNTS = ["unshare", "--user", "--map-root-user", "--mount"]


def within(command, *mounts):
    """What starts a program after those mount commands; it keeps its process id."""
    script = " && ".join([*(shlex.join(map(str, each)) for each in mounts), 'exec "$@"'])
    return [*command, *OWN_MOUNTS, "sh", "-c", script, "sh"]


def seen_by(process, path):
    """A path as that process sees it, for us to read and write."""
    return f"/proc/{process.pid}/root{path}"
