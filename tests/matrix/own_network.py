"""A test in a network and with mounts of its own: port 443 of its loopback is free, names are what it says, and whom programs trust
over TLS is too. Needs no rights on the machine: namespaces (unshare(1)), in which the test starts once more.

    own_network.enter()                       # first, and once whatever comes from elsewhere is there
    own_network.resolve("example.test")       # to loopback
    authority = own_network.Authority(folder)
    own_network.trust(authority.file)
    authority.serves("example.test")          # an ssl.SSLContext
"""

import datetime
import fcntl
import os
import pathlib
import socket
import ssl
import struct
import subprocess
import sys
import tempfile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ENTERED = "FACTEUR_TEST_HAS_ITS_OWN_NETWORK"
TRUSTED = "/etc/ssl/certs/ca-certificates.crt"  # Debian's libcurl reads it


def enter():
    if ENTERED not in os.environ:
        within = ["unshare", "--user", "--map-root-user", "--mount", "--net"]
        os.execvpe(within[0], [*within, sys.executable, *sys.argv], {**os.environ, ENTERED: "yes"})
    switch_on_loopback()


def switch_on_loopback():
    """netdevice(7): SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP."""
    with socket.socket() as any_socket:
        asked = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, 0x8913, asked))[1]
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14x", b"lo", flags | 1))


def instead_of(path, text):
    """For everybody in here, that file says this."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        subprocess.run(["mount", "--bind", file.name, path], check=True)


def resolve(*names):
    instead_of("/etc/hosts", f"127.0.0.1 localhost {' '.join(names)}\n")


def trust(certificate):
    instead_of(TRUSTED, pathlib.Path(certificate).read_text(encoding="ascii"))


class Authority:
    """Who vouches for the servers' certificates; its own lies in `file`."""

    def __init__(self, folder, name="Authority of a test"):
        self.folder = pathlib.Path(folder)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.file = self.folder / "authority.pem"
        basic = x509.BasicConstraints(ca=True, path_length=None)
        self.file.write_bytes(pem(self.sign(self.name, self.key, basic)))

    def sign(self, subject, key, *extensions):
        now = datetime.datetime.now(datetime.timezone.utc)
        certificate = x509.CertificateBuilder(self.name, subject, key.public_key(), x509.random_serial_number(),
                                              now - datetime.timedelta(hours=1), now + datetime.timedelta(days=1))  # fmt: skip
        for each in extensions:
            certificate = certificate.add_extension(each, critical=False)
        return certificate.sign(self.key, hashes.SHA256())

    def serves(self, *names):
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        certificate = self.sign(subject, key, x509.SubjectAlternativeName([x509.DNSName(name) for name in names]))
        secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        file = self.folder / f"{names[0]}.pem"
        file.write_bytes(secret + pem(certificate))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


def pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)
