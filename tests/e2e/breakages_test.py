#!/usr/bin/env python3
"""What `facteur check` says of broken knowledge: each breakage names its file, its line and what was expected, and nothing crashes.

    python3 breakages_test.py path/to/facteur
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import unittest

from facteur_runs import FACTEUR, Checked, copy_of_the_knowledge, main, read, write

SECONDS = 20.0  # far more than any takes, on a busy machine and with sanitizers; a hang takes longer
HERE = object()  # the line of what was changed


class At:
    """The line of the first `text`, once the file is changed."""

    def __init__(self, text):
        self.text = text


class Change:
    """A change to a file; `line` is where it begins, once it is made."""
    line = 1

    def make(self, path):
        raise NotImplementedError


class Put(Change):
    """`new` in the place of the first `old`."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def make(self, path):
        text = read(path)
        assert self.old in text, f"{path} has no {self.old!r} any more: mend the test"
        before, after = text.split(self.old, 1)
        self.line = 1 + before.count("\n")
        write(path, before.encode() + (self.new if isinstance(self.new, bytes) else self.new.encode()) + after.encode())


class Whole(Change):
    """A whole new file."""

    def __init__(self, text):
        self.text = text

    def make(self, path):
        write(path, self.text)


class End(Change):
    """More at the file's end."""

    def __init__(self, text):
        self.text = text

    def make(self, path):
        text = read(path)
        self.line = 1 + text.count("\n")
        write(path, text + self.text)


class Do(Change):
    """Whatever else can be done to a path."""

    def __init__(self, action):
        self.make = action


def replaced_by(action):
    """What stood at the path is gone before the action on it."""
    def act(path):
        remove(path)
        action(path)
    return Do(act)


def remove(path):
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.remove(path)


def bind_socket(path):
    here = os.getcwd()
    os.chdir(os.path.dirname(path))  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.basename(path))
    os.chdir(here)


def a_program(path):
    with open(FACTEUR, "rb") as file:
        write(path, file.read(100_000))


def moved_behind_a_link(path):
    os.rename(path, path + ".moved")
    os.symlink(os.path.basename(path) + ".moved", path)


def emptied(path):
    for name in os.listdir(path):
        remove(os.path.join(path, name))


NPLUS = "providers/nplus.toml"
IONOS = "providers/ionos.toml"
GODADDY = "providers/godaddy.toml"
IMAP = "concepts/imap.toml"
POP = "concepts/pop.toml"
VERSUS = "concepts/imap-vs-pop.toml"
OUTLOOK = "guides/outlook.toml"
SWITCH = "guides/pop-to-imap.toml"
BOUNCE = "problems/bounce-unknown.toml"
GMAIL_POP = "problems/gmail-pop-ending.toml"
FRENCH = "languages/fr.toml"
ENGLISH = "languages/en.toml"
ADDRESSES = "addresses.toml"
PROVIDER = 'name = "A"\ndomains = ["a.example"]\nsource = "a page"\n'
SERVER = '{ host = "imap.a.example", port = 993, security = "tls" }'
WORDS = 'title = "A"\ntext = "A"\nexamples = ["a"]\n'

# The breakage; the file; the change; the line that is named (None: the file as a whole; a text: another place); fragments of what is
# said about it.
ERRORS = [
    # TOML
    ("a quote that is not closed", NPLUS, Put('"N Plus"', '"N Plus'), HERE, ["not TOML", "expected"]),
    ("text without quotes", NPLUS, Put('"tls"', "tls"), HERE, ["not TOML", "text in quotes"]),
    ("no equals sign", NPLUS, Put('name = "N', 'name "N'), HERE, ["not TOML", "expected '='"]),
    ("no value", NPLUS, Put('"N Plus"', ""), HERE, ["not TOML", "expected"]),
    ("a bracket that is not closed", NPLUS, Put("[pop]", "[pop"), HERE, ["not TOML", "expected ']'"]),
    ("a brace that is not closed", NPLUS, Put('"password" }', '"password"'), HERE, ["not TOML", "expected"]),
    ("an array that is not closed", NPLUS, Put('["nplus.ca"]', '["nplus.ca"'), 4, ["not TOML", "closing ']'"]),
    ("a text that is not closed", IMAP, Whole("[fr]\ntext = '''\nabc\n"), 3, ["not TOML", "expected an end to what was opened"]),
    ("a backslash in double quotes", BOUNCE, Put('["550"', r'["\w+", "550"'), HERE, ["not TOML", "single quotes"]),
    ("a key given twice", NPLUS, Put('name = "N Plus"', 'name = "N Plus"\nname = "N"'), 3, ["not TOML", "each key and each table once"]),
    ("a table given twice", NPLUS, Put("[pop]", "[imap]"), HERE, ["not TOML", "each key and each table once"]),
    ("what a merge leaves behind", NPLUS, Put('name = "N Plus"', "<<<<<<< ours\n"), HERE, ["not TOML", "expected"]),
    ("another format", NPLUS, Whole('{"name": "N Plus"}\n'), 1, ["not TOML", "expected"]),
    ("brackets, deep", NPLUS, Put('["nplus.ca"]', "[" * 100_000), HERE, ["not TOML", "expected"]),
    ("brackets, deep and closed", NPLUS, Put('["nplus.ca"]', "[" * 100_000 + "]" * 100_000), HERE, ["not TOML", "expected"]),
    ("braces, deep", NPLUS, Put('["nplus.ca"]', "{a=" * 100_000), HERE, ["not TOML", "expected"]),
    ("a key of many parts", NPLUS, Put("name =", "a." * 100_000 + "a = 1\nname ="), HERE, ["more than 8 dots", "expected"]),
    ("a table of many parts", NPLUS, Put("[pop]", "[" + "a." * 100_000 + "a]"), HERE, ["more than 8 dots", "expected"]),
    # bytes
    ("a byte that is not UTF-8", NPLUS, Put("N Plus", b"N \xff Plus"), HERE, ["not TOML", "expected UTF-8"]),
    ("Latin-1", FRENCH, Put("français", "français".encode("latin-1")), HERE, ["not TOML", "expected UTF-8"]),
    ("half a character at the end", NPLUS, Put('"N Plus"', b'"N Plus"  # \xc3'), HERE, ["not TOML", "expected UTF-8"]),
    ("UTF-16", NPLUS, Whole((PROVIDER).encode("utf-16")), 1, ["not TOML", "expected UTF-8"]),
    ("a NUL", NPLUS, Put("N Plus", "N \0 Plus"), HERE, ["not TOML", "expected"]),
    ("a NUL between the lines", NPLUS, Put("[pop]", "\0[pop]"), HERE, ["not TOML", "expected"]),
    ("a control character", NPLUS, Put("N Plus", "N \x1b[31m Plus"), HERE, ["not TOML", "expected"]),
    ("a program", NPLUS, Do(a_program), 1, ["not TOML: a NUL byte", "expected UTF-8 text"]),
    # files
    ("an empty provider", NPLUS, Whole(""), 1, ["has no `name`", "expected"]),
    ("an empty concept", IMAP, Whole(""), 1, ["no `source`", "expected"]),
    ("an empty language", ENGLISH, Whole(""), 1, ["no [phrases]", "expected"]),
    ("empty addresses", ADDRESSES, Whole("\n# nothing\n"), 1, ["no `host_prefixes`", "expected"]),
    ("50 MB of a provider", NPLUS, Whole(b"#" * 50_000_000), None, ["50000000 bytes", "expected at most"]),
    ("50 MB of a concept", IMAP, Whole(b"#" * 50_000_000), None, ["50000000 bytes", "expected at most"]),
    ("50 GB that take no space", NPLUS, Do(lambda path: os.truncate(path, 50_000_000_000)), None, ["50000000000 bytes", "expected at most"]),
    ("a folder with a file's name", NPLUS, replaced_by(os.mkdir), None, ["not a regular file", "expected a TOML file"]),
    ("a link to nothing", NPLUS, replaced_by(lambda path: os.symlink("nowhere.toml", path)), None, ["No such file", "expected"]),
    ("a link to itself", NPLUS, replaced_by(lambda path: os.symlink("nplus.toml", path)), None, ["symbolic links", "expected"]),
    ("a link to a folder's parent", NPLUS, replaced_by(lambda path: os.symlink("..", path)), None, ["not a regular file", "expected"]),
    ("a link out of the knowledge", NPLUS, replaced_by(lambda path: os.symlink("/etc/passwd", path)), None, ["link out of", "expected"]),
    ("a link to a device", NPLUS, replaced_by(lambda path: os.symlink("/dev/zero", path)), None, ["link out of", "expected"]),
    ("a pipe", NPLUS, replaced_by(os.mkfifo), None, ["not a regular file", "expected a TOML file"]),
    ("a socket", NPLUS, replaced_by(bind_socket), None, ["not a regular file", "expected a TOML file"]),
    ("no addresses", ADDRESSES, Do(os.remove), None, ["No such file", "expected"]),
    ("no folder of languages", "languages", Do(shutil.rmtree), None, ["No such file", "expected"]),
    ("no folder of concepts", "concepts", Do(shutil.rmtree), None, ["No such file", "expected"]),
    ("a file in the place of a folder", "guides", replaced_by(lambda path: write(path, "")), None, ["Not a directory", "expected"]),
    ("a folder that is a link to itself", "problems", replaced_by(lambda path: os.symlink("problems", path)), None, ["symbolic links", "expected"]),
    ("no language left", "languages", Do(emptied), None, ["default"]),
    # keys and types
    ("an unknown key", NPLUS, Put("name =", 'nmae = "N"\nname ='), HERE, ["unknown key `nmae`", "did you mean `name`?"]),
    ("a key misspelt", NPLUS, Put("domains =", "domain ="), HERE, ["unknown key `domain`", "did you mean `domains`?"]),
    ("a key misspelt in a server", NPLUS, Put("port = 993", "prot = 993"), HERE, ["unknown key `prot` in [imap.incoming]", "did you mean `port`?"]),
    ("a table misspelt", NPLUS, Put("[pop]", "[popp]"), HERE, ["unknown key `popp`", "did you mean `pop`?"]),
    ("a key like no other", IMAP, Put("protocol =", "colour = 1\nprotocol ="), HERE, ["unknown key `colour`", "expected one of", "keywords"]),
    ("another kind's key", IMAP, Put("protocol =", "shows_settings = true\nprotocol ="), HERE, ["unknown key `shows_settings`", "expected one of"]),
    ("a language that is not there", IMAP, End('[zz]\ntitle = "A"\ntext = "A"\n'), HERE, ["unknown key `zz`", "expected one of", "fr"]),
    ("a number for a text", NPLUS, Put('"N Plus"', "5"), HERE, ["`name` is an integer", "expected a string"]),
    ("an array for a text", NPLUS, Put('"N Plus"', '["N"]'), HERE, ["`name` is an array", "expected a string"]),
    ("a number in an array of texts", NPLUS, Put('["nplus.ca"]', '["nplus.ca", 5]'), HERE, ["`domains` is an integer", "expected a string"]),
    ("a text for a table", NPLUS, Whole(PROVIDER + f'pop = "none"\n[imap]\nincoming = {SERVER}\n'), 4, ["`pop` is a string", "expected a table"]),
    ("a table for a server", NPLUS, Put("incoming = {", "incoming = 1 #"), HERE, ["`incoming` is an integer", "expected a table"]),
    ("a text for true or false", GMAIL_POP, Put("telling = true", 'telling = "yes"'), HERE, ["`telling` is a string", "expected true or false"]),
    ("a table for an array of tables", NPLUS, Put("[pop]", "[notice]\n[pop]"), HERE, ["`notice` is a table", "expected an array of tables"]),
    ("texts for an array of arrays", SWITCH, Put('[["change", "pop_then_imap"], ', '["change", '),
     HERE, ["`when` is a string", "expected an array of strings"]),
    ("a link for an array of links", IMAP, Put("links = [ {", 'links = "https://a.example" # {'),
     HERE, ["`links` is a string", "expected an array of tables"]),
    # providers
    ("port 0", NPLUS, Put("993", "0"), HERE, ["port 0 is not 1 to 65535"]),
    ("port 99300", NPLUS, Put("993", "99300"), HERE, ["port 99300 is not 1 to 65535"]),
    ("port -1", NPLUS, Put("993", "-1"), HERE, ["port -1 is not 1 to 65535"]),
    ("a port beyond all integers", NPLUS, Put("993", "99999999999999999999"), HERE, ["not TOML", "expected"]),
    ("a port in quotes", NPLUS, Put("993", '"993"'), HERE, ["`port` is a string", "expected an integer"]),
    ("a port with a point", NPLUS, Put("993", "993.0"), HERE, ["`port` is a number with a point", "expected an integer"]),
    ("no port", NPLUS, Put("port = 993, ", ""), HERE, ["[imap.incoming] has no `port`", "expected 1 to 65535"]),
    ("a security of another name", NPLUS, Put('"tls"', '"SSL"'), HERE, ["security `SSL` is unknown", "expected tls, starttls or none"]),
    ("no security", NPLUS, Put(', security = "tls"', ""), HERE, ["[imap.incoming] has no `security`", "expected"]),
    ("no host", NPLUS, Put('host = "mail.nplus.ca", ', ""), HERE, ["[imap.incoming] has no `host`", "expected"]),
    ("an empty host", NPLUS, Put('"mail.nplus.ca"', '""'), HERE, ["`host` is empty", "expected"]),
    ("a host that is a link", NPLUS, Put('"mail.nplus.ca"', '"https://mail.nplus.ca"'), HERE, ["is no host name", "expected"]),
    ("a host with a port", NPLUS, Put('"mail.nplus.ca"', '"mail.nplus.ca:993"'), HERE, ["is no host name", "expected"]),
    ("a host that is a number", NPLUS, Put('"mail.nplus.ca"', '"192.0.2.1"'), HERE, ["is no host name", "expected"]),
    ("an authentication of another name", NPLUS, Put('"password"', '"Normal Password"'),
     HERE, ["authentication `Normal Password` is unknown", "expected password"]),
    ("no incoming server", NPLUS, Put("incoming =", "# incoming ="), At("[imap]"), ["[imap] has no `incoming`", "expected"]),
    ("neither IMAP nor POP", NPLUS, Whole(PROVIDER), 1, ["neither [imap] nor [pop]", "expected"]),
    ("no name", NPLUS, Put("name =", "# name ="), 1, ["has no `name`", "expected a string"]),
    ("a blank name", NPLUS, Put('"N Plus"', '" "'), HERE, ["`name` is empty", "expected some text"]),
    ("no source", NPLUS, Put("source =", "# source ="), 1, ["no `source`", "expected where the facts come from"]),
    ("an empty source", NPLUS, Put('"000_5f4ed5ee90a38a4f.txt"', '""'), HERE, ["no `source`", "expected"]),
    ("no domains", NPLUS, Put("domains =", "# domains ="), 1, ["no `domains`", "expected at least one"]),
    ("an empty list of domains", NPLUS, Put('["nplus.ca"]', "[]"), HERE, ["no `domains`", "expected at least one"]),
    ("a domain with an @", NPLUS, Put('["nplus.ca"]', '["@nplus.ca"]'), HERE, ["`@nplus.ca` is no domain", "expected"]),
    ("a domain with capitals", NPLUS, Put('["nplus.ca"]', '["Nplus.ca"]'), HERE, ["`Nplus.ca` is no domain", "lower-case"]),
    ("a domain with an accent", NPLUS, Put('["nplus.ca"]', '["né.ca"]'), HERE, ["`né.ca` is no domain", "xn--"]),
    ("a domain without a dot", NPLUS, Put('["nplus.ca"]', '["nplus"]'), HERE, ["`nplus` is no domain", "expected"]),
    ("a domain twice in a file", NPLUS, Put('["nplus.ca"]', '["nplus.ca",\n"nplus.ca"]'), 4, ["domain `nplus.ca` is given twice", f"{NPLUS}:3"]),
    ("a domain in two files", NPLUS, Put('["nplus.ca"]', '["nplus.ca", "ordiamicus.com"]'),
     HERE, ["domain `ordiamicus.com` is given twice", f"{IONOS}:3"]),
    ("a user name of another kind", GODADDY, Put('username = "address"', 'username = "email"'),
     HERE, ["username `email` is unknown", "expected address or local-part"]),
    ("a notice without a date", GODADDY, Put("date =", "# date ="), At("[[notice]]"), ["[notice] has no `date`", "expected"]),
    ("a date in words", GODADDY, Put('"2026-11-01"', '"in November"'), HERE, ["date `in November` is none", "expected year, month and day"]),
    ("a date without quotes", GODADDY, Put('"2026-11-01"', "2026-11-01"), HERE, ["`date` is a date or time", "expected a string"]),
    ("a day that does not exist", GODADDY, Put('"2026-11-01"', '"2026-02-30"'), HERE, ["date `2026-02-30` is none", "expected"]),
    ("a notice without a text", GODADDY, Whole(PROVIDER + f"[imap]\nincoming = {SERVER}\n[[notice]]\ndate = \"2026-11-01\"\nsource = \"a\"\n"), 6,
     ["the notice has no text", "expected"]),
    ("a notice without a source", GODADDY, Put("source = \"https", "# \"https"), At("[[notice]]"), ["no `source`", "expected"]),
    ("a notice about an unknown problem", GODADDY, Put('"password-refused"', '"password-refusd"'),
     HERE, ["`password-refusd` in `problems` is unknown", "did you mean `password-refused`?"]),
    # concepts, guides, problems
    ("words in no language", IMAP, Whole('source = "a"\n'), None, ["words in no language", "expected a table such as [fr]"]),
    ("no title", IMAP, Put('title = "IMAP"', ""), At("[fr]"), ["[fr] has no `title`", "expected"]),
    ("no text", IMAP, Put("text = '''", "x = '''"), At("[fr]"), ["[fr] has no `text`", "expected"]),
    ("an empty text", POP, Whole(f'source = "a"\n[fr]\n{WORDS}[en]\ntitle = "A"\ntext = """\n"""\n'), 8, ["`text` is empty", "expected some text"]),
    ("a problem without a first step", BOUNCE, Put("first =", "# first ="), At("[fr]"), ["[fr] has no `first`", "expected"]),
    ("a protocol of another name", IMAP, Put('"imap"', '"imap4"'), HERE, ["protocol `imap4` is unknown", "expected imap, pop or smtp"]),
    ("a direction of another name", IMAP, Put("protocol =", 'direction = "in"\nprotocol ='),
     HERE, ["direction `in` is unknown", "expected incoming or outgoing"]),
    ("a field of another name", IMAP, Put("protocol =", 'field = "ports"\nprotocol ='), HERE, ["field `ports` is unknown", "expected host, port"]),
    ("a program of another name", OUTLOOK, Put('"outlook"', '"outlok"'), HERE, ["client `outlok` is unknown", "outlook, thunderbird"]),
    ("a rank of 0", OUTLOOK, Put("rank = 2", "rank = 0"), HERE, ["rank 0 is not 1 to 9"]),
    ("a comparison with what is not there", VERSUS, Put('["imap", "pop"]', '["imap",\n"popp"]'),
     4, ["`popp` in `compares` is unknown", "did you mean `pop`?"]),
    ("a kind of what is not there", IMAP, Put("protocol =", 'kind_of = "protocl"\nprotocol ='), HERE, ["`protocl` in `kind_of` is unknown"]),
    ("a `when` of what is not there", SWITCH, Put('"change", "pop_then_imap"', '"chnage", "pop_then_imap"'),
     HERE, ["`chnage` in `when` is unknown", "did you mean `change`?"]),
    ("a `when` of one name", SWITCH, Put('["change", "pop_then_imap"]', '["change"]'), HERE, ["fewer than two names", "expected"]),
    ("a pattern that is not closed", BOUNCE, Put('["550"', '["(550", "550"'), HERE, ["pattern `(550` is unsound", "expected RE2's syntax"]),
    ("a pattern that looks ahead", BOUNCE, Put('["550"', "['a(?=b)', \"550\""), HERE, ["is unsound", "expected RE2's syntax"]),
    ("a pattern that refers back", BOUNCE, Put('["550"', r'''['(\w)\1', "550"'''), HERE, ["is unsound", "expected RE2's syntax"]),
    ("a pattern that repeats too much", BOUNCE, Put('["550"', '["(a{1000}){1000}", "550"'), HERE, ["is unsound", "expected RE2's syntax"]),
    ("an empty pattern", BOUNCE, Put('["550"', '["", "550"'), HERE, ["a pattern has 0 bytes", "expected 1 to 1000"]),
    ("a pattern without end", BOUNCE, Put('["550"', '["' + "a " * 501 + '", "550"'), HERE, ["a pattern has 1002 bytes", "expected 1 to 1000"]),
    ("an empty keyword", IMAP, Put('keywords = ["imap"', 'keywords = [""'), HERE, ["a pattern has 0 bytes", "expected"]),
    ("a link that is not https", IMAP, Put('url = "https:', 'url = "http:'), HERE, ["is no link", "expected https://"]),
    ("a link that is a script", IMAP, Put('url = "https://www.', 'url = "javascript:'), HERE, ["is no link", "expected https://"]),
    ("a link with a space", IMAP, Put('url = "https://www.', 'url = "https://www. '), HERE, ["is no link", "without spaces"]),
    ("a link with a bracket", IMAP, Put('url = "https://www.', 'url = "https://www.>'), HERE, ["is no link", "brackets"]),
    ("a link without a title", IMAP, Put("{ title =", "{ titel ="), HERE, ["unknown key `titel` in [fr.links]", "did you mean `title`?"]),
    ("a link to nowhere", IMAP, Put("url = \"https", 'x = "https'), HERE, ["[fr.links] has no `url`", "expected"]),
    # languages
    ("a sentence that is missing", ENGLISH, Put("ask_domain_open =", "# ="), At("[phrases]"), ["[phrases] has no `ask_domain_open`", "expected"]),
    ("a sentence of another name", ENGLISH, Put("greet =", "great ="), HERE, ["unknown key `great` in [phrases]", "did you mean `greet`?"]),
    ("a sentence with an unknown fact", ENGLISH, Put("{what} for {domain}", "{what} for {domian}"),
     HERE, ["`settings_lead` has {domian}", "{domain}"]),
    ("a sentence with a fact too many", ENGLISH, Put('"Goodbye!"', '"Goodbye, {name}!"'), HERE, ["`farewell` has {name}", "expected no braces"]),
    ("an empty sentence", ENGLISH, Put('"Goodbye!"', '""'), HERE, ["`farewell` is empty", "expected some text"]),
    ("no sentences", ENGLISH, Put("[phrases]", "[phrase]"), HERE, ["unknown key `phrase`", "did you mean `phrases`?"]),
    ("no words that tell the language", ENGLISH, Put("function_words =", "words ="), 1, ["no `function_words`", "expected"]),
    ("no default language", FRENCH, Put("default = true", "default = false"),
     "languages", ["no language is the default", "expected `default = true`"]),
    ("two default languages", ENGLISH, Put('name = "English"', 'default = true\nname = "English"'),
     f"{FRENCH}:3", ["a second default language", f"{ENGLISH}:2"]),
    ("a language with a long name", "languages/english.toml", Do(lambda path: shutil.copy(path.replace("english", "en"), path)),
     None, ["ISO 639", "such as fr.toml"]),
    ("a command with its slash", ENGLISH, Put('["help"]', '["/help"]'),
     HERE, ["`/help` in `help_commands` is no command", "expected a word without its slash"]),
    ("words for a concept that is not there", ENGLISH, End(f"[concepts.imapp]\n{WORDS}"),
     HERE, ["no such file: concepts/imapp.toml", "did you mean `imap`?"]),
    ("words for a problem that is not there", ENGLISH, End(f"[problems.bouncee]\nfirst = \"A\"\n{WORDS}"),
     HERE, ["no such file: problems/bouncee.toml", "did you mean `bounce`?"]),
    ("words that another file has", ENGLISH, End(f"[concepts.imap]\n{WORDS}"), HERE, ["`imap` has words in this language already", f"{IMAP}:"]),
    ("a cue whose pattern is not closed", ENGLISH, Put("joining = [", 'joining = [ "(",'), HERE, ["pattern `(` is unsound", "expected RE2's syntax"]),
    ("a cue that is a number", ENGLISH, Put("joining = [", "joining = 5\nx = ["),
     HERE, ["`joining` is an integer", "expected a string or an array of strings"]),
    # addresses
    ("a host's label with a dot", ADDRESSES, Put('"imap",', '"imap.",'), HERE, ["`imap.` in `host_prefixes`", "expected"]),
    ("no endings of domains", ADDRESSES, Put("domain_endings =", "domain_ending ="),
     HERE, ["unknown key `domain_ending`", "did you mean `domain_endings`?"]),
]

# What is legal but suspicious.
WARNINGS = [
    ("a host one letter away from the usual name", GODADDY, Put('"imap.secureserver.net"', '"map.secureserver.net"'), HERE,
     ["`map.secureserver.net`", "`imap.secureserver.net`", "typing error"]),
    ("a host that is named for another protocol", IONOS, Put('"imap.ionos.com"', '"pop.ionos.com"'),
     HERE, ["named for pop", "expected a host for imap"]),
    ("a port that goes with another security", IONOS, Put("993", "143"), HERE, ["port 143 goes with starttls", "expected port 993"]),
    ("an unusual port", IONOS, Put("993", "9930"), HERE, ["port 9930 is unusual", "expected 993"]),
    ("port 25", IONOS, Put("587", "25"), HERE, ["port 25", "expected 465 or 587"]),
    ("no encryption", IONOS, Put('"tls"', '"none"'), HERE, ["in clear", "expected tls or starttls"]),
    ("an explanation missing in one language", IMAP, Whole(f'source = "a"\n[fr]\n{WORDS}'), None, ["has no words in en", "expected a table [en]"]),
    ("no examples", IMAP, Whole(f'source = "a"\n[fr]\n{WORDS}[en]\ntitle = "A"\ntext = "A"\n'), 6, ["no `examples` in en", "expected questions"]),
    ("a notice missing in one language", GODADDY, Put("en =", "# en ="), At("[[notice]]"), ["the notice has no text in en", "expected `en`"]),
    ("a pattern that matches everything", BOUNCE, Put('["550"', '[".*", "550"'), HERE, ["pattern `.*` matches everything", "expected words"]),
    ("a pattern that matches every word", BOUNCE, Put('["550"', r'''['\w+', "550"'''), HERE, [r"pattern `\w+` matches everything", "expected words"]),
    ("a pattern that matches nothing at all", BOUNCE, Put('["550"', '["(?:mail)?", "550"'),
     HERE, ["pattern `(?:mail)?` matches everything", "expected words"]),
    ("a pattern with a capital", BOUNCE, Put('["550"', '["Mail", "550"'), HERE, ["pattern `Mail` can never match", "expected lower case"]),
    ("a pattern with an accent", BOUNCE, Put('["550"', '["réglé", "550"'), HERE, ["pattern `réglé` can never match", "no `é`", "without accents"]),
    ("a pattern with an apostrophe", BOUNCE, Put('["550"', '["n\'arrive", "550"'), HERE, ["can never match", "a space for an apostrophe"]),
    ("a pattern with a hyphen", BOUNCE, Put('["550"', '["non-remis", "550"'), HERE, ["can never match", "a hyphen"]),
    ("a pattern with two spaces", BOUNCE, Put('["550"', '["mail  back", "550"'), HERE, ["can never match", "expected"]),
    ("a pattern twice", BOUNCE, Put('["550"', '["550", "550"'), HERE, ["pattern `550` stands twice", "expected once"]),
    ("a cue that nothing uses", ENGLISH, Put("joining = [", 'joinning = ["a"]\njoining = ['),
     HERE, ["cue `joinning` is used by no file", "did you mean `joining`?"]),
    ("a cue missing in one language", ENGLISH, Put("alternative = [", "alternativ = ["),
     None, ["no patterns for the cue `alternative`", "expected some under [cues]"]),
    ("a sentence that leaves a fact out", ENGLISH, Put("{what} for {domain}: **{value}**", "{what}: **{value}**"),
     HERE, ["`settings_lead` leaves out {domain}", "expected"]),
    ("a file of another kind", "concepts/notes.txt", Whole("notes"), None, ["is passed over", "expected a name that ends in .toml"]),
    ("a folder of another name", "problem", Do(os.mkdir), None, ["is passed over", "expected one of", "problems"]),
    ("a concept with a cue's name", "concepts/explain.toml", Whole(f'source = "a"\n[fr]\n{WORDS}[en]\n{WORDS}'),
     None, ["the name of a cue", "expected another name"]),
    ("no providers", "providers", Do(emptied), None, ["no file that ends in .toml", "expected one at least"]),
]

# What may look broken and is none.
SOUND = [
    ("nothing", NPLUS, Put("N Plus", "N Plus")),
    ("a byte order mark", NPLUS, Put("#:schema", "\ufeff#:schema")),
    ("lines that end as on Windows", NPLUS, Do(lambda path: write(path, read(path).replace("\n", "\r\n")))),
    ("no newline at the end", NPLUS, Do(lambda path: write(path, read(path).rstrip("\n")))),
    ("an editor's own file", "concepts/.imap.toml.swp", Whole(b"\xff\0")),
    ("a schema", "concepts/concept.schema.json", Whole("{}")),
    ("a note at the top", "README.md", Whole("notes")),
    ("a link within the knowledge", NPLUS, Do(moved_behind_a_link)),
]


# Ten files at once, one breakage each.
TEN = [
    (NPLUS, Put("993", "99300"), HERE, ["port 99300"]),
    (IONOS, Put('"starttls"', '"startls"'), HERE, ["security `startls`"]),
    (GODADDY, Put("username =", "usrname ="), HERE, ["unknown key `usrname`", "did you mean `username`?"]),
    (IMAP, Put("protocol =", "protocl ="), HERE, ["unknown key `protocl`", "did you mean `protocol`?"]),
    (POP, Put("source =", "source"), HERE, ["not TOML"]),
    (OUTLOOK, Put("rank = 2", "rank = 20"), HERE, ["rank 20"]),
    (SWITCH, Put('"change"', '"chang"'), HERE, ["`chang` in `when`"]),
    (BOUNCE, Put('["550"', '["(550"'), HERE, ["pattern `(550`"]),
    (ENGLISH, Put("greet =", "greeet ="), HERE, ["unknown key `greeet` in [phrases]"]),
    (ADDRESSES, Put('"imap",', '"im ap",'), HERE, ["`im ap` in `host_prefixes`"]),
]


class Checks(unittest.TestCase):
    @contextlib.contextmanager
    def copied(self):
        with tempfile.TemporaryDirectory() as folder:
            yield copy_of_the_knowledge(folder)

    def check(self, knowledge, command=()):
        checked = Checked(knowledge, command, SECONDS)
        self.assertEqual(checked.done.stderr, b"")
        self.assertIn(checked.status, (0, 1), checked.text)
        self.assertLess(len(checked.text), 300_000)
        self.assertFalse(any(ord(c) < 32 and c != "\n" or 0x7F <= ord(c) < 0xA0 for c in checked.text), "a control character is shown")
        for line in checked.lines:
            if line["severity"] == "error":
                self.assertRegex(line["message"], r"expected|did you mean|is not 1 to|already|and more", "it doesn't say what was expected")
        return checked

    def assert_said(self, checked, severity, place, fragments):
        if not checked.find(severity, place, *fragments):
            self.fail(f"expected {place}: {severity}: … {' … '.join(fragments)}\nin:\n{checked.text[:3000]}")

    @staticmethod
    def place(knowledge, file, change, line):
        if isinstance(line, str):
            return line
        if isinstance(line, At):
            text = read(os.path.join(knowledge, file))
            line = 1 + text[:text.index(line.text)].count("\n")
        return file if line is None else f"{file}:{change.line if line is HERE else line}"


class Breakages(Checks):
    def test_there_are_as_many_as_were_promised_each_under_a_name_of_its_own(self):
        names = [row[0] for row in ERRORS + WARNINGS + SOUND]
        self.assertGreaterEqual(len(ERRORS), 45)
        self.assertEqual(len(names), len(set(names)))

    def test_each_error_names_file_line_and_what_was_expected(self):
        for name, file, change, line, fragments in ERRORS:
            with self.subTest(name), self.copied() as knowledge:
                change.make(os.path.join(knowledge, file))
                checked = self.check(knowledge)
                self.assert_said(checked, "error", self.place(knowledge, file, change, line), fragments)
                self.assertEqual(checked.status, 1, checked.text)

    def test_each_warning_names_file_line_and_what_was_expected_and_the_knowledge_is_taken(self):
        for name, file, change, line, fragments in WARNINGS:
            with self.subTest(name), self.copied() as knowledge:
                change.make(os.path.join(knowledge, file))
                checked = self.check(knowledge)
                self.assert_said(checked, "warning", self.place(knowledge, file, change, line), fragments)
                self.assertEqual(checked.status, 0, checked.text)

    def test_what_only_looks_broken_changes_nothing(self):
        with self.copied() as knowledge:
            usual = self.check(knowledge).lines
        for name, file, change in SOUND:
            with self.subTest(name), self.copied() as knowledge:
                change.make(os.path.join(knowledge, file))
                checked = self.check(knowledge)
                self.assertEqual(checked.status, 0, checked.text)
                self.assertEqual([line for line in checked.lines if "ends in .toml" not in line["message"]], usual)

    def test_ten_files_that_are_broken_at_once_are_all_told(self):
        self.assertEqual(len({file for file, _, _, _ in TEN}), 10)
        with self.copied() as knowledge:
            for file, change, _, _ in TEN:
                change.make(os.path.join(knowledge, file))
            checked = self.check(knowledge)
            for file, change, line, fragments in TEN:
                with self.subTest(file):
                    self.assert_said(checked, "error", self.place(knowledge, file, change, line), fragments)
            self.assertEqual(checked.status, 1)

    def test_one_broken_file_is_told_once_and_those_that_name_it_are_not_blamed(self):
        for file in (IMAP, BOUNCE, OUTLOOK, NPLUS, ENGLISH, "problems/password-refused.toml", "guides/iphone.toml"):
            with self.subTest(file), self.copied() as knowledge:
                End("\n[").make(os.path.join(knowledge, file))
                errors = [line for line in self.check(knowledge).lines if line["severity"] == "error"]
                self.assertEqual([line["file"] for line in errors], [file], errors)

    def test_broken_knowledge_answers_nothing_and_says_why(self):
        with self.copied() as knowledge:
            Put("993", "99300").make(os.path.join(knowledge, NPLUS))
            done = subprocess.run([FACTEUR, "ask", "--knowledge", knowledge, "c'est quoi IMAP ?"], capture_output=True, timeout=SECONDS, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(f"{NPLUS}:7: error: port 99300 is not 1 to 65535", done.stderr.decode())

    def test_a_name_of_any_bytes_is_shown_in_one_line(self):
        with self.copied() as knowledge:
            for name in (b"a\nb.toml", b"a\x1b[31m.toml", b"\xff.toml"):
                with open(os.path.join(os.fsencode(knowledge), b"concepts", name), "wb") as file:
                    file.write(b"x")
            checked = self.check(knowledge)
            self.assertEqual(len([line for line in checked.lines if line["severity"] == "error"]), 3, checked.text)

    def test_a_million_errors_are_counted_and_a_thousand_told(self):
        with self.copied() as knowledge:
            many = "[" + '"@a",\n' * 1_000_000 + "]"
            write(os.path.join(knowledge, NPLUS), PROVIDER.replace('["a.example"]', many) + f"[imap]\nincoming = {SERVER}\n")
            checked = self.check(knowledge)
            self.assertEqual(checked.status, 1)
            self.assertIn("1000000 errors", checked.text.splitlines()[-1])
            self.assertLess(len(checked.lines), 1100)


class Unreadable(Checks):
    """A file and a folder that the user may not read. Root may read everything, so root runs the check as nobody."""
    COMMAND = ()

    def setUp(self):
        if os.getuid() != 0:
            return
        self.COMMAND = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all")
        try:
            tried = subprocess.run([*self.COMMAND, FACTEUR, "--version"], capture_output=True, timeout=SECONDS, check=False).returncode
        except FileNotFoundError:
            tried = None
        if tried != 0:
            self.skipTest("root reads everything, and another user can't start the program here")

    def check_without(self, mode, *names):
        with self.copied() as knowledge:
            os.chmod(os.path.dirname(knowledge), 0o755)
            for name in names:
                os.chmod(os.path.join(knowledge, name), mode)
            try:
                return self.check(knowledge, self.COMMAND)
            finally:
                for name in names:
                    os.chmod(os.path.join(knowledge, name), 0o755)

    def test_a_file_that_may_not_be_read(self):
        checked = self.check_without(0, NPLUS)
        self.assert_said(checked, "error", NPLUS, ["Permission denied", "expected a file that this user may read"])
        self.assertEqual(checked.status, 1)

    def test_a_folder_that_may_not_be_read(self):
        checked = self.check_without(0, "problems")
        self.assert_said(checked, "error", "problems", ["Permission denied", "expected a folder of TOML files"])
        self.assertEqual(checked.status, 1)

    def test_a_folder_that_may_be_listed_but_not_entered(self):
        checked = self.check_without(0o444, "providers")
        self.assert_said(checked, "error", NPLUS, ["Permission denied", "expected"])
        self.assertEqual(checked.status, 1)


if __name__ == "__main__":
    main(__doc__)
