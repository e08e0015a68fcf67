"""From what sendMessage was given to what its message shows: markup taken out, entities mended, text trimmed, limits kept.

After fix_formatted_text of td/telegram/MessageEntity.cpp in tdlib/td; how entities may nest is said in
https://core.telegram.org/bots/api#formatting-options.
"""

import re

import telegram_html
from limits import ENTITIES, TEXT_UNITS, refuse, utf16_length
from refused import Refused

ALONE = {"code", "pre"}  # neither inside another entity nor around one
QUOTES = {"blockquote", "expandable_blockquote"}
SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
TRIMMED = " \n"


def is_utf8(text):
    """JSON may escape half of a surrogate pair, which no text in UTF-8 can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def read(parameters, text_field="text"):
    """The plain text, the entities, and in words what the server dropped. Raises Refused."""
    source = parameters[text_field]
    if not source.isascii() and not is_utf8(source):
        refuse("strings must be encoded in UTF-8")
    mode = parameters.get("parse_mode", "")
    if mode == "HTML" or mode.lower() == "html":
        text, entities, dropped = telegram_html.parse(source)
    elif mode:
        refuse("unsupported parse_mode" if mode.lower() not in ("markdown", "markdownv2") else f"{mode} isn't modelled by this fake")
    else:
        text, entities, dropped = source, sorted_entities(parameters.get("entities", [])), []
    text, entities = trim(CONTROL.sub(" ", text.replace("\r", "")) if CONTROL.search(text) else text, entities)
    if not text:
        raise Refused("Bad Request: message text is empty")
    if utf16_length(text) > TEXT_UNITS:
        raise Refused("Bad Request: message is too long")
    if entities:
        entities = nest(sorted_entities(entities), dropped)
        if len(entities) > ENTITIES:
            dropped.append(f"{len(entities) - ENTITIES} entities after the first {ENTITIES}")
            del entities[ENTITIES:]
    return text, entities, dropped


def sorted_entities(entities):
    """Outer before inner."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def trim(text, entities):
    """Space goes from the end, and from the beginning up to the first entity; what held nothing else goes too."""
    begin = len(text) - len(text.lstrip(TRIMMED))  # what is trimmed is ASCII: one unit each
    if entities:
        begin = min(begin, min(entity["offset"] for entity in entities))
    trimmed = text[begin:].rstrip(TRIMMED)
    if len(trimmed) == len(text):
        return text, entities
    end = utf16_length(trimmed)
    kept = []
    for entity in entities:
        offset = entity["offset"] - begin
        length = min(entity["length"], end - offset)
        if length > 0:
            kept.append({**entity, "offset": offset, "length": length})
    return trimmed, kept


def end_of(entity):
    return entity["offset"] + entity["length"]


def nest(entities, dropped):
    """The entities that the nesting rules leave."""
    kept, around = [], []
    for entity in entities:
        while around and end_of(around[-1]) <= entity["offset"]:
            around.pop()
        reason = next((why for why in (conflict(outer, entity) for outer in around) if why), None)
        if reason:
            dropped.append(reason)
            continue
        if entity["type"] in ALONE:
            for outer in [outer for outer in around if outer["type"] in SPLITTABLE or outer["type"] == "text_link"]:
                dropped.append(f"{outer['type']} around {entity['type']}")
                if outer in kept:
                    kept.remove(outer)
                    kept += outside(outer, entity) if outer["type"] in SPLITTABLE else []
        kept.append(entity)
        around.append(entity)
    return sorted_entities(kept)


def conflict(outer, inner):
    if outer["type"] in ALONE:
        return f"{inner['type']} inside {outer['type']}"
    if outer["type"] in QUOTES and inner["type"] in QUOTES:
        return "a quotation inside a quotation"
    rest = {outer["type"], inner["type"]} - SPLITTABLE - QUOTES - ALONE
    if len(rest) == 2 or (outer["type"] == inner["type"] and rest):
        return f"{inner['type']} inside {outer['type']}"
    return None


def outside(outer, inner):
    """What is left of the outer entity before and after the inner one."""
    before = {**outer, "length": inner["offset"] - outer["offset"]}
    after = {**outer, "offset": end_of(inner), "length": end_of(outer) - end_of(inner)}
    return [part for part in (before, after) if part["length"] > 0]
