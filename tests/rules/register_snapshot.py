"""The register as text, so that every change of the law's table is a reviewable difference.

After a change of the register that is meant, renew ``register_snapshot.json`` with
``python -m tests.rules.register_snapshot`` and read what changed in it before committing.
"""

import json
from dataclasses import asdict
from pathlib import Path

from iro_desktop.rules.model import Rule
from iro_desktop.rules.register import LAW_CHECKED_ON, RULES

SNAPSHOT = Path(__file__).parent / "register_snapshot.json"


def printed() -> str:
    """Every row in the register's order, and the day the law was checked."""
    register = {"law_checked_on": LAW_CHECKED_ON.isoformat(), "rules": [_row(rule) for rule in RULES]}
    return json.dumps(register, indent=1, ensure_ascii=False) + "\n"


def _row(rule: Rule) -> dict[str, object]:
    row = asdict(rule) | {"offset": str(rule.offset), "in_force": f"{rule.valid_from or ''} to {rule.valid_to or ''}"}
    return {name: value for name, value in row.items() if name not in ("valid_from", "valid_to")}


if __name__ == "__main__":
    SNAPSHOT.write_text(printed(), encoding="utf-8")
    print(f"{SNAPSHOT.name} now has {len(RULES)} rows")
