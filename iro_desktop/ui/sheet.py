"""The style sheet as text: small, made from tokens, for what palette roles can't say. No colours of its own."""

from collections.abc import Mapping

# kind of label: size against running text, weight
KINDS = {
    "figure": (2.2, 700),
    "title": (1.70, 700),
    "heading": (1.38, 700),
    "group": (1.04, 700),
    "strong": (1.0, 600),
    "label": (0.96, 600),
    "small": (0.93, 400),
}


def type_rules(pixels: float) -> str:
    """Sizes and weights, kept in contrast themes too. ``pixels`` is the size of running text."""
    rules = [
        f'QLabel[kind="{kind}"] {{ font-size: {round(pixels * size)}px; font-weight: {weight}; }}'
        for kind, (size, weight) in KINDS.items()
    ]
    return "\n".join(rules) + "\n"


_COLOUR_RULES = """
QLabel[tone="soft"], QLabel[kind="label"], QLabel[kind="small"] {{ color: {soft}; }}
QLabel[tone="overdue"] {{ color: {overdue}; }}
QLabel[tone="today"] {{ color: {today}; }}
QLabel[tone="met"] {{ color: {met}; }}
QLabel[tone="waiting"] {{ color: {waiting}; }}
QLabel[tone="soon"] {{ color: {accent}; }}
QLineEdit, QPlainTextEdit, QComboBox {{
    background: {surface}; border: 1px solid {edge}; border-radius: 8px; padding: 6px 10px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {accent}; padding: 5px 9px; }}
QLineEdit[refused="true"], QComboBox[refused="true"] {{ border: 2px solid {overdue}; padding: 5px 9px; }}
WritingBox[proposed="true"] {{ color: {soft}; font-style: italic; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {ground}; border-color: {line}; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: none; width: 0; }}
QComboBox QAbstractItemView {{
    background: {surface}; border: 1px solid {edge}; padding: 4px; outline: 0;
    selection-background-color: {selected}; selection-color: {ink};
}}
QAbstractScrollArea {{ border: 0; background: transparent; }}
WritingBox {{ background: {surface}; border: 1px solid {edge}; }}
WritingBox:focus {{ border: 2px solid {accent}; }}
WritingBox[refused="true"] {{ border: 2px solid {overdue}; padding: 5px 9px; }}
RowTable {{ selection-background-color: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QHeaderView {{ background: transparent; border: 0; }}
QToolTip {{ background: {ink}; color: {ground}; border: 0; padding: 5px 8px; }}
QMenu {{ background: {surface}; border: 1px solid {edge}; padding: 6px; }}
QMenu::item {{ padding: 6px 20px 6px 6px; border-radius: 6px; }}
QMenu::item:selected {{ background: {selected}; color: {ink}; }}
QMenu::item:disabled {{ color: {soft}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {thumb}; border: 3px solid transparent; border-radius: 6px; min-height: 36px; }}
QScrollBar::handle {{ background-clip: content; min-width: 36px; }}
QScrollBar::handle:hover {{ background: {edge}; background-clip: content; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def colour_rules(colours: Mapping[str, str]) -> str:
    """Boxes and colours, from the tokens by name; left out in contrast themes."""
    return _COLOUR_RULES.format_map(colours)
