"""Says what is wrong with a request, by the table of parameters and types in bot_api_rules.json.

The real server forgives much: it overlooks an unknown parameter and reads a number out of any text. Here both are refused,
since each is a mistake of ours that the real server would hide.
"""

import json
import pathlib
import re

import limits
from refused import Refused

TABLE = json.loads(pathlib.Path(__file__).with_name("bot_api_rules.json").read_text(encoding="utf-8"))
UPDATE_TYPES = TABLE["updates"]
ARRAY = "Array of "
INTEGER = re.compile(r"-?\d{1,19}\Z")
CHAT = re.compile(r"@[A-Za-z]\w{3,31}\Z|-?\d{1,19}\Z")


# A checker takes a value and gives None, or what is wrong with it.


def is_string(value):
    return None if type(value) is str else "must be a String"


def is_boolean(value):
    return None if type(value) is bool else "must be a Boolean"


def is_integer(value):
    if type(value) is not int:  # a bool is no Integer either
        return "must be an Integer"
    return None if -(2**63) <= value < 2**63 else "must fit into 64 bits"


def is_chat(value):
    if type(value) is int:
        return is_integer(value)
    return None if type(value) is str and CHAT.match(value) else "must be an Integer, or a String like @username"


BASIC = {"String": is_string, "Boolean": is_boolean, "Integer": is_integer, "Integer|String": is_chat}


class ObjectRule:
    """An object of a type of the table: its fields, then the limits that limits.py knows for it."""

    def __init__(self, name, fields):
        self.name = name
        self.checks = {field: checker(types) for field, (types, _, _) in fields.items()}
        self.required = [field for field, (_, required, _) in fields.items() if required]
        self.constants = [(field, constant) for field, (_, _, constant) in fields.items() if constant]
        self.limit = limits.OF_TYPE.get(name)

    def fits(self, value):
        """Whether this is the one among several types that the value is meant to be."""
        return all(field in value for field in self.required) and all(value[field] == word for field, word in self.constants)

    def __call__(self, value):
        if type(value) is not dict:
            return f"must be a {self.name} object"
        for field in self.required:
            if field not in value:
                return f"lacks the field {self.name}.{field}"
        for field, item in value.items():
            check = self.checks.get(field)
            if check is None:
                return f"has the unknown field {self.name}.{field}"
            wrong = check(item)
            if wrong:
                return f"{self.name}.{field} {wrong}"
        for field, word in self.constants:
            if value[field] != word:
                return f'{self.name}.{field} must be "{word}"'
        if self.limit:
            self.limit(value)  # raises Refused in the server's own words
        return None


def array_rule(item_check):
    def check(value):
        if type(value) is not list:
            return "must be an Array"
        return next((wrong for wrong in map(item_check, value) if wrong), None)

    return check


def union_rule(members):
    def check(value):
        if type(value) is not dict:
            return "must be an object"
        fitting = [member for member in members if member.fits(value)]
        return fitting[0](value) if fitting else "is none of " + ", ".join(member.name for member in members)

    return check


_rules = {}


def object_rule(name):
    if name not in _rules:
        described = TABLE["types"].get(name)
        if described is None:
            _rules[name] = None
        elif isinstance(described, list):
            _rules[name] = union_rule([object_rule(member) for member in described])
        else:
            _rules[name] = ObjectRule(name, {field: split(rule) for field, rule in described.items()})
    return _rules[name]


def split(rule):
    """`String!=article` -> the types, whether required, the only word allowed."""
    types, _, constant = rule.partition("=")
    return types.rstrip("!"), types.endswith("!"), constant or None


def checker(types):
    if types in BASIC:
        return BASIC[types]
    if types.startswith(ARRAY):
        return array_rule(checker(types[len(ARRAY) :]))
    members = [rule for rule in map(object_rule, types.split("|")) if rule]
    if not members:
        return lambda value: f"is a {types}, which this fake doesn't model"
    return members[0] if len(members) == 1 else union_rule(members)


class MethodRule:
    """The parameters of one method: `read` turns what came into checked values, or raises Refused."""

    def __init__(self, name, fields):
        self.name = name
        fields = {field: split(rule) for field, rule in fields.items()}
        self.types = {field: types for field, (types, _, _) in fields.items()}
        self.checks = {field: checker(types) for field, types in self.types.items()}
        self.required = [field for field, (_, required, _) in fields.items() if required]

    def read(self, parameters, as_text):
        """`as_text`: from a form or a query string, where numbers, truth and objects come as text."""
        for field in self.required:
            if field not in parameters:
                raise Refused(limits.EMPTY.get(field, f'Bad Request: parameter "{field}" is required'))
        for field, value in parameters.items():
            check = self.checks.get(field)
            if check is None:
                raise Refused(f'Bad Request: {self.name} has no parameter "{field}"')
            if type(value) is str:
                parameters[field] = value = from_text(value, self.types[field], field, as_text)
            wrong = check(value)
            if wrong:
                raise Refused(f'Bad Request: parameter "{field}" {wrong}')
        return parameters


def from_text(value, types, field, as_text):
    if types == "String":
        return value
    if types == "Integer|String":
        return int(value) if INTEGER.match(value) else value
    if types == "Integer":
        return int(value) if as_text and INTEGER.match(value) else value
    if types == "Boolean":
        return {"true": True, "false": False}.get(value, value) if as_text else value
    try:  # "a JSON-serialized object": a string that holds JSON is right in every kind of body
        return json.loads(value)
    except ValueError:
        raise Refused(f"Bad Request: can't parse {field} JSON object") from None


METHODS = {name: MethodRule(name, fields) for name, fields in TABLE["methods"].items()}
