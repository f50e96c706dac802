#!/usr/bin/env python3
"""Holds the SARIF that concord prints against the 2.1.0 model of the package sarif-pydantic (PyPI).

    pip install sarif-pydantic
    Benchmarks/sarif/validate.py .build/release/concord Benchmarks/planted/*.txt Benchmarks/planted/*.xml

Prints for each file the number of results; exits with 1 where a log is not valid, or a result names no rule or place.
"""
import json
import subprocess
import sys

from pydantic import ValidationError
from sarif_pydantic import Sarif


def faults(log: dict) -> list[str]:
    """What the model does not ask for and every reader needs."""
    found = []
    if log.get("version") != "2.1.0" or "2.1.0" not in log.get("$schema", ""):
        found.append("no version 2.1.0 with its schema")
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        artifacts = run.get("artifacts", [])
        for result in run["results"]:
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                found.append(f"{result['ruleId']}: index of another rule")
            for location in result["locations"]:
                place = location["physicalLocation"]
                index = place["artifactLocation"].get("index")
                if index is not None and index >= len(artifacts):
                    found.append(f"{result['ruleId']}: no such artifact")
                region = place["region"]
                start = (region["startLine"], region["startColumn"])
                end = (region.get("endLine", region["startLine"]), region.get("endColumn", region["startColumn"] + 1))
                if end <= start:
                    found.append(f"{result['ruleId']}: region ends before it starts")
    return found


def main() -> int:
    tool, *paths = sys.argv[1:]
    status = 0
    for path in paths:
        for language in ("en", "zh"):
            run = subprocess.run(
                [tool, "check", "--format", "sarif", "--lang", language, path], capture_output=True, text=True)
            try:
                log = json.loads(run.stdout)
                Sarif.model_validate(log)
                wrong = faults(log)
            except (json.JSONDecodeError, ValidationError, KeyError) as error:
                wrong = [repr(error)]
            print(path, language, "not valid: " + "; ".join(wrong) if wrong else f"valid, {len(log['runs'][0]['results'])} results")
            status |= bool(wrong)
    return status


if __name__ == "__main__":
    sys.exit(main())
