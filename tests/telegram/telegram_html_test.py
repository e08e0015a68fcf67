#!/usr/bin/env python3
"""Telegram's HTML: what good markup becomes, in what words bad markup is refused, and what is quietly dropped."""

import sys
import unittest

import formatted_text
import rich_html
from refused import Refused

# Source, text, entities as (type, offset, length) and whatever else they hold.
GOOD = [
    ("imap.ionos.com, port 993", "imap.ionos.com, port 993", []),
    ("<b>é😀</b> x", "é😀 x", [("bold", 0, 3)]),
    ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
    ("<ins>a</ins><del>b</del>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
    ("<u>a</u><s>b</s><strike>c</strike>", "abc", [("underline", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)]),
    ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("<B>a</b><b >c</b >", "ac", [("bold", 0, 1), ("bold", 1, 1)]),
    ("<b>a</>", "a", [("bold", 0, 1)]),  # the server takes the nameless end
    ("<b>a <i>b</i></b>", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
    ("<b></b>x", "x", []),
    ('<a href="https://x.org/?a=1&amp;b=2">y</a>', "y", [("text_link", 0, 1, "https://x.org/?a=1&b=2")]),
    ("<a href='x.org'>y</a>", "y", [("text_link", 0, 1, "x.org")]),
    ("<a>https://x.org</a>", "https://x.org", [("text_link", 0, 13, "https://x.org")]),
    ('<a href="tg://user?id=4503599627370495">y</a>', "y", [("text_mention", 0, 1, {"id": 4503599627370495})]),
    ("<code>a</code>", "a", [("code", 0, 1)]),
    ('<code class="language-ini">a</code>', "a", [("code", 0, 1)]),
    ('<pre><code class="language-ini">a</code></pre>', "a", [("pre", 0, 1, "ini")]),
    ("<pre>a</pre>", "a", [("pre", 0, 1)]),
    ("<blockquote>a</blockquote><blockquote expandable>b</blockquote>", "ab", [("blockquote", 0, 1), ("expandable_blockquote", 1, 1)]),
    ("<blockquote>a <code>b</code></blockquote>", "a b", [("blockquote", 0, 3), ("code", 2, 1)]),
    ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2, "5368324170671202286")]),
    ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "', []),
    ("&#233;&#xe9;&#128512;<b>x</b>", "éé😀x", [("bold", 4, 1)]),
    ("&nbsp; &eacute; & &; &#0; &apos;", "&nbsp; &eacute; & &; &#0; &apos;", []),  # no other name is known
    ("&lt3 &amp", "<3 &", []),
    ("&#xd83d;&#xde00;", "😀", []),
    ("\n  a \n", "a", []),
    ("  <b> a</b>  ", " a", [("bold", 0, 2)]),  # space is trimmed up to the first entity
    ("a<b>c </b> ", "ac", [("bold", 1, 1)]),
    ("a\r\nb\tc", "a\nb c", []),
]

ENTITIES = "can't parse entities: "
BAD = [
    ("", "message text is empty"),
    ("  <b> </b> ", "message text is empty"),
    ("<b>x", ENTITIES + 'Can\'t find end tag corresponding to start tag "b"'),
    ("é</b>", ENTITIES + "Unexpected end tag at byte offset 2"),
    ("<b>x</i>", ENTITIES + 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>x</b></i>", ENTITIES + 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<br/>", ENTITIES + 'Unsupported start tag "br/" at byte offset 0'),
    ("a<p>x</p>", ENTITIES + 'Unsupported start tag "p" at byte offset 1'),
    ("<!-- x -->", ENTITIES + 'Unsupported start tag "!--" at byte offset 0'),
    ("a < b", ENTITIES + 'Unsupported start tag "" at byte offset 2'),
    ("a<3", ENTITIES + "Unclosed start tag at byte offset 1"),
    ("<", ENTITIES + "Unclosed start tag at byte offset 0"),
    ("<b", ENTITIES + "Unclosed start tag at byte offset 0"),
    ("<b class", ENTITIES + "Unclosed start tag at byte offset 0"),
    ("<b class=", ENTITIES + 'Unclosed start tag "b" at byte offset 0'),
    ('<a href="x', ENTITIES + "Unclosed start tag at byte offset 0"),
    ("<b class=x'>y</b>", ENTITIES + "Unexpected end of name token at byte offset 9"),
    ("<b =x>y</b>", ENTITIES + 'Empty attribute name in the tag "b" at byte offset 0'),
    ("<b class>y</b>", ENTITIES + 'Expected equal sign in declaration of an attribute of the tag "b" at byte offset 0'),
    ("<b>x</b", ENTITIES + "Unclosed end tag at byte offset 4"),
    ("<b>x</b y>", ENTITIES + "Unclosed end tag at byte offset 4"),
    ("<span>x</span>", ENTITIES + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<span class="x">x</span>', ENTITIES + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<tg-emoji emoji-id="x">x</tg-emoji>', ENTITIES + "Invalid custom emoji identifier specified"),
    ("&#xd83d;", ENTITIES + "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"),
    ("\ud83d", "strings must be encoded in UTF-8"),
    ("x" * 4097, "message is too long"),
    ("<b>" + "😀" * 2049 + "</b>", "message is too long"),
]

# Accepted, but not all of it is shown: source, what is kept, what was dropped.
DROPPED = [
    ("<code><b>x</b> y</code>", [("code", 0, 3)], ["bold inside code"]),
    ("<pre>a <a href='x.org'>b</a></pre>", [("pre", 0, 3)], ["text_link inside pre"]),
    ("<b>a <code>x</code> c</b>", [("bold", 0, 2), ("code", 2, 1), ("bold", 3, 2)], ["bold around code"]),
    ("<a href='x.org'>a <code>x</code></a>", [("code", 2, 1)], ["text_link around code"]),
    ("<blockquote>a <blockquote>b</blockquote></blockquote>", [("blockquote", 0, 3)], ["a quotation inside a quotation"]),
    ("<a href='x.org'>a <a href='y.org'>b</a></a>", [("text_link", 0, 3, "x.org")], ["text_link inside text_link"]),
    ("<a href='nowhere'>a</a>", [], ['a link to "nowhere", which is no URL to the server']),
    ("<a href='mailto:a@x.org'>a</a>", [], ['a link to "mailto:a@x.org", which is no URL to the server']),
]


def read(source):
    return formatted_text.read({"text": source, "parse_mode": "HTML"})


def flat(entities):
    return [tuple(entity.values()) for entity in entities]


class Html(unittest.TestCase):
    def refusal(self, source):
        with self.assertRaises(Refused) as caught:
            read(source)
        return caught.exception

    def test_good_markup_becomes_text_and_entities(self):
        for source, text, entities in GOOD:
            with self.subTest(source):
                found, marked, dropped = read(source)
                self.assertEqual((text, entities, []), (found, flat(marked), dropped))

    def test_bad_markup_is_refused_in_the_servers_words(self):
        for source, words in BAD:
            with self.subTest(source[:40]):
                refused = self.refusal(source)
                self.assertEqual("Bad Request: " + words, refused.description)
                self.assertTrue(refused.ours)

    def test_what_may_not_nest_is_dropped(self):
        for source, entities, dropped in DROPPED:
            with self.subTest(source):
                _, found, why = read(source)
                self.assertEqual((entities, dropped), (flat(found), why))

    def test_the_length_counts_after_the_markup_is_gone(self):
        self.assertEqual(4096, len(read("<b>" + "x" * 4096 + "</b>" + " " * 9)[0]))
        self.assertEqual(2048, len(read("&#128512;" * 2048)[0]))

    def test_only_a_hundred_entities_are_kept(self):
        _, entities, dropped = read("<b>x</b> " * 101)
        self.assertEqual((100, ["1 entities after the first 100"]), (len(entities), dropped))

    def test_another_parse_mode_is_refused(self):
        for mode in ("MarkdownV2", "html5"):
            with self.subTest(mode), self.assertRaises(Refused):
                formatted_text.read({"text": "x", "parse_mode": mode})

    def test_plain_text_is_left_alone(self):
        self.assertEqual(("<b>&amp;", [], []), formatted_text.read({"text": "<b>&amp;"}))


class RichHtml(unittest.TestCase):
    def test_a_table_is_read_cell_by_cell(self):
        rows = "<tr><th>a</th><th>b</th></tr><tr><td><code>mail.nplus.ca</code></td><td>993 &amp; x</td></tr>"
        text, tables = rich_html.parse({"html": f"<h3>nplus.ca</h3><table>{rows}</table><p>y</p>"})
        self.assertEqual("nplus.ca\na\tb\nmail.nplus.ca\t993 & x\ny", text)
        self.assertEqual([[["a", "b"], ["mail.nplus.ca", "993 & x"]]], tables)

    def test_bad_markup_and_too_much_are_refused(self):
        row = "<tr>" + "<td>x</td>" * 21 + "</tr>"
        for source in ("<div>x</div>", "<p>x", "x</p>", "<p>a < b</p>", "<td>x</td>", "<table><td>x</td></table>", "", f"<table>{row}</table>",
                       "x" * 32_769, "<p>x</p>" * 501, "<b>" * 17 + "x" + "</b>" * 17, "\ud83d"):
            with self.subTest(source[:40]), self.assertRaises(Refused):
                rich_html.parse({"html": source})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
