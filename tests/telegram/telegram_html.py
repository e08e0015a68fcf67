"""Telegram's HTML, read as its server reads it: `parse` gives the plain text, its entities and what was dropped.

After parse_html and fix_formatted_text of td/telegram/MessageEntity.cpp in tdlib/td, words of the errors included, and
https://core.telegram.org/bots/api#html-style. What isn't modelled: finding links, addresses, mentions and commands in plain text.
"""

import re

from limits import URL, utf16_length
from refused import Refused

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler", "tg-spoiler": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}  # fmt: skip
ARGUMENTS = {("a", "href"), ("code", "class"), ("span", "class"), ("tg-emoji", "emoji-id"), ("tg-time", "unix"), ("tg-time", "format")}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

# is_space of tdutils counts the zero byte that ends a C string; "\0" ends ours too.
END = "\0"
SPACE = " \t\r\n\0\v"
SPECIAL = re.compile("[<&]")
TAG_NAME = re.compile(r"[^ \t\r\n\0\v>]*")
SPACES = re.compile(r"[ \t\r\n\v]*")
ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\0\v=>/\"']*")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
CHARACTER_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]*));?")
USER_LINK = re.compile(r"tg://user\?id=(\d+)\Z")


class Parser:
    def __init__(self, source):
        self.source = source + END
        self.at = 0
        self.text = []
        self.units = 0  # UTF-16 code units of self.text
        self.open = []  # (tag, arguments, its offset, where its text begins in self.text)
        self.entities = []
        self.dropped = []

    def fail(self, words, position=None):
        if position is not None:
            words = words.replace("@", f"at byte offset {len(self.source[:position].encode())}")
        raise Refused("Bad Request: can't parse entities: " + words)

    def append(self, text):
        self.text.append(text)
        self.units += utf16_length(text)

    def run(self):
        end = len(self.source) - 1
        while self.at < end:
            special = SPECIAL.search(self.source, self.at, end)
            if special is None or special.start() > self.at:
                stop = special.start() if special else end
                self.append(self.source[self.at : stop])
                self.at = stop
            elif special[0] == "&":
                self.append(self.character())
            elif self.source[self.at + 1] == "/":
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            self.fail(f"Can't find end tag corresponding to start tag \"{self.open[-1][0]}\"")
        text = "".join(self.text)
        try:
            # A character reference may be half of a surrogate pair; the other half has to follow.
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError:
            self.fail("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
        return text, self.entities, self.dropped

    def character(self):
        """One character reference, or the lone ampersand, which stands for itself."""
        found = CHARACTER_REFERENCE.match(self.source, self.at)
        hexadecimal, decimal, name = found.groups() if found else (None, None, "")
        if name is None:
            digits = hexadecimal if hexadecimal is not None else decimal
            code = int(digits or "0", 16 if hexadecimal is not None else 10)
            length = len(found[0].rstrip(";"))
            decoded = chr(code) if 0 < code < 0x10FFFF and length < 10 else ""
        else:
            decoded = NAMED.get(name, "")
        self.at += len(found[0]) if decoded else 1
        return decoded or "&"

    def start_tag(self):
        begin = self.at
        self.at = TAG_NAME.match(self.source, begin + 1).end()
        if self.source[self.at] == END:
            self.fail("Unclosed start tag @", begin)
        tag = self.source[begin + 1 : self.at].lower()
        if tag not in KINDS:
            self.fail(f'Unsupported start tag "{tag}" @', begin)
        arguments = {}
        while True:
            self.at = SPACES.match(self.source, self.at).end()
            if self.source[self.at] == ">":
                break
            name, value = self.attribute(tag, begin)
            if (tag, name) in ARGUMENTS or name == "expandable":
                arguments[name] = value
        if tag == "span" and arguments.get("class") != "tg-spoiler":
            self.fail('Tag "span" must have class "tg-spoiler" @', begin)
        self.at += 1
        self.open.append((tag, arguments, self.units, len(self.text)))

    def attribute(self, tag, begin):
        name_end = ATTRIBUTE_NAME.match(self.source, self.at).end()
        name = self.source[self.at : name_end]
        if not name:
            if self.source[self.at] == END:
                self.fail("Unclosed start tag @", begin)
            self.fail(f'Empty attribute name in the tag "{tag}" @', begin)
        self.at = SPACES.match(self.source, name_end).end()
        if self.source[self.at] != "=":
            if tag == "blockquote" and name == "expandable" and self.source[self.at] != END:
                return name, ""
            if self.source[self.at] == END:
                self.fail("Unclosed start tag @", begin)
            self.fail(f'Expected equal sign in declaration of an attribute of the tag "{tag}" @', begin)
        self.at = SPACES.match(self.source, self.at + 1).end()
        first = self.source[self.at]
        if first == END:
            self.fail(f'Unclosed start tag "{tag}" @', begin)
        if first not in "\"'":
            start = self.at
            self.at = NAME_TOKEN.match(self.source, start).end()
            if self.source[self.at] not in SPACE + ">":
                self.fail("Unexpected end of name token @", start)
            value = self.source[start : self.at].lower()
        else:
            value = self.quoted(first)
        if self.source[self.at] == END:
            self.fail("Unclosed start tag @", begin)
        return name, value

    def quoted(self, mark):
        value = []
        self.at += 1
        while (character := self.source[self.at]) not in (mark, END):
            if character == "&":
                value.append(self.character())
            else:
                value.append(character)
                self.at += 1
        self.at += character == mark
        return "".join(value)

    def end_tag(self):
        begin = self.at
        if not self.open:
            self.fail("Unexpected end tag @", begin)
        name_end = TAG_NAME.match(self.source, begin + 2).end()
        name = self.source[begin + 2 : name_end].lower()
        self.at = SPACES.match(self.source, name_end).end()
        if self.source[self.at] != ">":
            self.fail("Unclosed end tag @", begin)
        self.at += 1
        tag, arguments, offset, text_begin = self.open.pop()
        if name and name != tag:
            self.fail(f'Unmatched end tag @, expected "</{tag}>", found "</{name}>"', begin)
        if self.units > offset:
            self.close(tag, arguments, {"type": KINDS[tag], "offset": offset, "length": self.units - offset}, text_begin)

    def close(self, tag, arguments, entity, text_begin):
        if tag == "a":
            url = arguments.get("href") or "".join(self.text[text_begin:])
            user = USER_LINK.match(url)
            if user:
                entity.update(type="text_mention", user={"id": int(user[1])})
            elif URL.match(url):
                entity["url"] = url
            else:
                self.dropped.append(f'a link to "{url}", which is no URL to the server')
                return
        elif tag == "tg-emoji":
            if not arguments.get("emoji-id", "").isdigit():
                self.fail("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = arguments["emoji-id"]
        elif tag == "tg-time":
            if not arguments.get("unix", "").isdigit():
                self.fail("Invalid date specified")
            entity.update(unix_time=int(arguments["unix"]), date_time_format=arguments.get("format", ""))
        elif tag == "blockquote" and "expandable" in arguments:
            entity["type"] = "expandable_blockquote"
        elif tag in ("pre", "code") and self.join_pre_and_code(tag, arguments, entity):
            return
        elif tag == "code" and arguments.get("class", "").startswith("language-"):
            entity["language"] = arguments["class"][len("language-") :]  # taken away again unless a <pre> closes around it
        self.entities.append(entity)

    def join_pre_and_code(self, tag, arguments, entity):
        """<pre><code class="language-x"> is one entity, in either order."""
        last = self.entities[-1] if self.entities else {}
        if (last.get("offset"), last.get("length")) != (entity["offset"], entity["length"]):
            return False
        if tag == "pre" and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
            return True
        if tag == "code" and last["type"] == "pre" and arguments.get("class", "").startswith("language-"):
            last["language"] = arguments["class"][len("language-") :]
            return True
        return False


def parse(source):
    """The text, its entities in the order of their offsets (UTF-16 code units), and what the server dropped, in words.

    Raises Refused. REQUIRES: the source has no lone surrogates.
    """
    text, entities, dropped = Parser(source).run()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities, dropped
