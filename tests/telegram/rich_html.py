"""The HTML of a rich message (Bot API 10.1): its plain text, its tables and its limits.

From https://core.telegram.org/bots/api#rich-messages: the tags are those that the types RichBlock… and RichText… name. The words
in which the server refuses bad markup aren't published; a bot should go by the code 400 here.
"""

import re

from formatted_text import is_utf8
from limits import refuse
from telegram_html import CHARACTER_REFERENCE, NAMED

CHARACTERS = 32_768
BLOCKS = 500
LEVELS = 16
COLUMNS = 20

INLINE = """b strong i em u ins s strike del code mark sub sup span a tg-spoiler tg-emoji tg-time tg-math tg-reference cite
    summary caption figcaption""".split()
BLOCK = """p h1 h2 h3 h4 h5 h6 pre blockquote aside footer ul ol li table thead tbody tr td th details figure tg-math-block
    tg-collage tg-slideshow""".split()
VOID = "br hr img input tg-map".split()
COUNTED = set(BLOCK) - {"td", "th", "thead", "tbody"} | {"hr", "img", "tg-map"}
INSIDE = {"tr": {"table", "thead", "tbody"}, "td": {"tr"}, "th": {"tr"}, "li": {"ul", "ol"}, "summary": {"details"}, "caption": {"table"}}

PIECE = re.compile(
    r"""<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s+[A-Za-z-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[\w.-]+))?)*)\s*/?>
    |(?P<text>[^<]+)""",
    re.VERBOSE,
)
COLSPAN = re.compile(r"""\bcolspan\s*=\s*["']?(\d+)""")


def decode(text):
    def character(found):
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            return NAMED.get(name, found[0])
        code = int(hexadecimal or decimal or "0", 16 if hexadecimal else 10)
        return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else found[0]

    return CHARACTER_REFERENCE.sub(character, text)


class RichText:
    """`text`: a line a block, the cells of a row apart by tabs. `tables`: a list of rows of cells for each."""

    def __init__(self, source):
        self.lines = [""]
        self.tables = []
        self.open = []
        self.blocks = 0
        at = 0
        for piece in PIECE.finditer(source):
            if piece.start() != at:
                break
            at = piece.end()
            if piece["text"] is not None:
                self.add(decode(piece["text"]))
            elif piece["close"]:
                self.end(piece["tag"].lower())
            else:
                self.start(piece["tag"].lower(), piece["attributes"])
        if at != len(source):
            refuse(f"can't parse rich message: unexpected markup at byte offset {len(source[:at].encode())}")
        if self.open:
            refuse(f'can\'t parse rich message: Can\'t find end tag corresponding to start tag "{self.open[-1]}"')
        self.text = "\n".join(line for line in (line.strip(" \t\n") for line in self.lines) if line)

    def add(self, text):
        self.lines[-1] += text
        if any(tag in ("td", "th") for tag in self.open):
            self.tables[-1][-1][-1] += text

    def start(self, tag, attributes):
        if tag not in INLINE and tag not in BLOCK and tag not in VOID:
            refuse(f'can\'t parse rich message: Unsupported start tag "{tag}"')
        if tag in INSIDE and not (self.open and self.open[-1] in INSIDE[tag]):
            refuse(f'can\'t parse rich message: tag "{tag}" is out of place')
        self.blocks += tag in COUNTED
        if tag in ("td", "th"):
            colspan = COLSPAN.search(attributes)
            self.tables[-1][-1] += [""] * (int(colspan[1]) if colspan else 1)
            self.lines[-1] += "\t" if self.lines[-1] else ""
        elif tag not in INLINE or tag in ("summary", "caption", "figcaption"):
            self.lines.append("")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        if tag not in VOID:
            self.open.append(tag)

    def end(self, tag):
        if not self.open or self.open[-1] != tag:
            refuse(f"can't parse rich message: Unmatched end tag \"{tag}\"")
        self.open.pop()
        if tag in BLOCK and tag not in ("td", "th"):
            self.lines.append("")


def depth(source):
    deepest = level = 0
    for piece in PIECE.finditer(source):
        if piece["tag"] and piece["tag"].lower() not in VOID:
            level += -1 if piece["close"] else 1
            deepest = max(deepest, level)
    return deepest


def parse(rich_message):
    """The text and the tables of an InputRichMessage; its Markdown is taken as it stands. Raises Refused."""
    source = rich_message.get("html", rich_message.get("markdown"))
    if not is_utf8(source):
        refuse("strings must be encoded in UTF-8")
    rich = RichText(source) if "html" in rich_message else None
    text = rich.text if rich else source.strip()
    if not text:
        refuse("rich message is empty")
    if len(text) > CHARACTERS:
        refuse("RICH_MESSAGE_TOO_LONG")
    if rich and rich.blocks > BLOCKS:
        refuse("RICH_MESSAGE_BLOCKS_TOO_MUCH")
    if rich and any(len(row) > COLUMNS for table in rich.tables for row in table):
        refuse("RICH_MESSAGE_TABLE_TOO_WIDE")
    if rich and depth(source) > LEVELS:
        refuse("RICH_MESSAGE_TOO_DEEP")
    return text, rich.tables if rich else []
