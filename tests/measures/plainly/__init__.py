"""Every measure counted a second time, straight from the facts of a child: no rules, no stream, no measures.

Limits come from the second reckoning in ``tests/rules``, which walks day by day. A sample has no choices of a service.
"""
