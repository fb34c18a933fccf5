#!/usr/bin/env python3
"""Every line that we write as a trace is what traces/schema.json says."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from served import skip

TRACES = Path(__file__).resolve().parents[2] / "traces"


def check(validator, text, name):
    for number, line in enumerate(text.splitlines(), 1):
        part = "header" if number == 1 else "event"
        for error in validator[part].iter_errors(json.loads(line)):
            sys.exit(f"{name}, line {number}: {error.message}")


if __name__ == "__main__":
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        skip("Python's jsonschema is not installed")
    schema = json.loads((TRACES / "schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validators = {part: Draft202012Validator({**schema, "oneOf": [{"$ref": f"#/$defs/{part}"}]})
                  for part in ("header", "event")}
    for path in [*TRACES.glob("golden/*.jsonl"), *TRACES.glob("examples/*.jsonl")]:
        check(validators, path.read_text(), path.name)
    with tempfile.TemporaryDirectory() as folder:
        for path in TRACES.glob("captures/*.pcap"):
            out = f"{folder}/{path.stem}.jsonl"
            subprocess.run([f"{sys.argv[1]}/imapsim", "trace", "convert", path, out], check=True)
            check(validators, Path(out).read_text(), path.name)
    print("trace schema: fine")
