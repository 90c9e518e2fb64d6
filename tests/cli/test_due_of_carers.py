"""``due`` and ``why`` for foster carers, who are no children and nobody's caseload."""

import json


def test_a_foster_carers_review_is_listed_and_says_why(command, tmp_path):
    acts = tmp_path / "acts.json"
    acts.write_text(json.dumps([{"act": "AddFosterCarer", "carer": "FC12", "approved_on": "2024-02-29"}]))
    assert command("--on", "2024-06-03", "act", acts).code == 0
    (row,) = command("--on", "2024-06-03", "due", "--child", "FC12", "--json").json
    assert (row["id"], row["due_on"]) == ("foster-carer.review/FC12/2024-02-29", "2025-02-28")
    why = command("--on", "2024-06-03", "why", row["id"], "--json").json
    assert why["steps"][-1]["on"] == "2025-02-28"
