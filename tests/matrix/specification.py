"""The Matrix specification's own schemas of the client-server API, to hold against them what is said over the wire.

    specification = Specification()
    specification.request_faults("GET", "/_matrix/client/versions", {}, b"")           # [] or sentences
    specification.answer_faults("GET", "/_matrix/client/versions", 200, {"versions": ["v1.10"]})

npm's @matrix-org/spec has them as the TypeScript types that openapi-typescript made of the specification's OpenAPI;
ts-json-schema-generator makes JSON Schema of those again. 1.10.1, for Matrix 1.10, is the one version that carries them. Both are
fetched once, by the npm of the environment that synapse.py makes; what was generated lies beside them, under build/.

In these types nothing may be said but what they name, so a misspelt field is a fault, of a request and of an answer. What they
don't hold: patterns of ids, and events' contents, which are objects of any kind there.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse

import jsonschema
import synapse

PACKAGES = ["@matrix-org/spec@1.10.1", "ts-json-schema-generator@2.9.0"]
FOLDER = synapse.ROOT / "build" / "specification"
JSON_BODY = ("content", "application/json")
# Parameters that came after Matrix 1.10.
LATER = {"post /_matrix/client/v3/join/{roomIdOrAlias}": {"via": {"type": "array", "items": {"type": "string"}}}}  # 1.12


class Unknown(ValueError):
    """The specification has no such operation."""


def make_schemas():
    """The file with the schemas of all operations; made once for all tests that run side by side."""
    schemas = FOLDER / "paths.json"
    done, wanted = FOLDER / "packages.txt", "\n".join(PACKAGES)
    with synapse.alone(FOLDER):
        if done.is_file() and done.read_text(encoding="utf-8") == wanted:
            return schemas
        print("fetching the Matrix specification from npm …", file=sys.stderr)
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        programs = synapse.ENVIRONMENT / "bin"
        path = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
        subprocess.run([programs / "npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error",
                        "--prefix", FOLDER, *PACKAGES], check=True, env=path, stdout=subprocess.DEVNULL)  # fmt: skip
        modules = FOLDER / "node_modules"
        types = (modules / "@matrix-org/spec/client-server.d.ts").read_text(encoding="utf-8")
        # So openapi-typescript writes an object of which nothing else is said; taken at its word, it would have to be empty.
        (FOLDER / "paths.d.ts").write_text(types.replace("Record<string, never>", "Record<string, unknown>"), encoding="utf-8")
        subprocess.run([modules / ".bin/ts-json-schema-generator", "--path", FOLDER / "paths.d.ts", "--type", "paths",
                        "--no-type-check", "--out", schemas], check=True, env=path)  # fmt: skip
        done.write_text(wanted, encoding="utf-8")
    return schemas


def inner(schema, *names):
    """The schema of a field of a field, or {} where none is named."""
    for name in names:
        schema = schema.get("properties", {}).get(name, {})
    return schema


class Specification:
    def __init__(self):
        self.paths = json.loads(make_schemas().read_text(encoding="utf-8"))["definitions"]["paths"]
        self.patterns = {template: re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template)) + "$")
                         for template in self.paths["properties"]}  # fmt: skip
        login = inner(self.paths, "/_matrix/client/v3/login", "post", "responses", "403")
        self.standard_error = {**inner(login, *JSON_BODY), "additionalProperties": True}
        self.filter = inner(self.paths, "/_matrix/client/v3/user/{userId}/filter", "post", "requestBody", *JSON_BODY)

    def operation(self, method, path):
        """Its name, such as "get /_matrix/client/v3/profile/{userId}", its schema, and what the path says; or Unknown."""
        for template, pattern in self.patterns.items():
            found = pattern.match(path)
            schema = found and inner(self.paths, template, method.lower())
            if schema:
                values = {name: urllib.parse.unquote(value) for name, value in found.groupdict().items()}
                return f"{method.lower()} {template}", schema, values
        raise Unknown(f"the specification knows no {method} {path}")

    def request_faults(self, method, path, query, body):
        """`query` as urllib.parse.parse_qs() gives it, `body` as bytes."""
        try:
            name, schema, in_path = self.operation(method, path)
            said = {"requestBody": {"content": {"application/json": json.loads(body)}}} if body else {}
            filters = [json.loads(text) for text in query.get("filter", []) if text.startswith("{")]
        except ValueError as error:
            return [str(error)]
        known = {**inner(schema, "parameters", "query").get("properties", {}), **LATER.get(name, {})}
        required = inner(schema, "parameters", "query").get("required", [])
        expected = {"path": inner(schema, "parameters", "path"), "requestBody": inner(schema, "requestBody") or False,
                    "query": closed(known, required)}  # fmt: skip
        said.update(path=in_path, query={key: value_of(texts, known.get(key, {})) for key, texts in query.items()})
        faults = check(closed(expected, {"requestBody"} & set(schema["required"])), said, name)
        for each in filters:
            faults += check(self.filter_in(name), each, f"{name}, filter")
        return faults

    def filter_in(self, name):
        """A filter in the address: of /sync the whole that could be stored instead, elsewhere the part about a room's events."""
        return self.filter if name.endswith("/sync") else inner(self.filter, "room", "timeline")

    def answer_faults(self, method, path, status, body):
        """`body` as what JSON says. Any operation may answer with the standard error, and that with fields of its own."""
        try:
            name, schema, _ = self.operation(method, path)
        except Unknown as error:
            return [str(error)]
        listed = self.standard_error if status >= 400 else inner(schema, "responses", str(status), *JSON_BODY)
        if not listed:
            return [f"{name}: the specification knows no answer {status}"]
        return check(listed, body, f"{name}, answer {status}")


def value_of(texts, schema):
    """What an address says, as the kind of value that its schema is about; as text where it isn't of that kind."""
    if schema.get("type") == "array":
        return texts
    if schema.get("type") in ("number", "boolean"):
        try:
            return json.loads(texts[0])
        except ValueError:
            pass
    return texts[0] if len(texts) == 1 else texts


def closed(properties, required):
    return {"properties": properties, "required": list(required), "additionalProperties": False}


def check(schema, said, what):
    faults = jsonschema.Draft7Validator(schema).iter_errors(said)
    return [f"{what}: {fault.json_path}: {fault.message[:300]}" for fault in faults]


if __name__ == "__main__":
    synapse.in_environment()
    make_schemas()
