"""The states of validity (有效性) that official pages print behind a label, each under one name."""

from __future__ import annotations

import re

from xinhui_viewer.text.fold import fold

# Each state, the words that pages print for it, and the English words that a query may have.
_STATES = (
    ("现行有效", re.compile("(?:现行|继续)?有效|现行|有效期内|是"), ("in force", "valid")),
    ("已修改", re.compile("(?:已经?)?被?修[改订正]|部分修改"), ("amended",)),
    ("部分失效", re.compile("(?:已经?)?部分(?:失效|废止|有效)"), ("partly",)),
    ("已废止", re.compile("(?:已经?)?被?(?:废止|宣布废止)"), ("repealed",)),
    ("失效", re.compile("(?:已经?|宣布)?失效|无效|已过期|过期|否"), ("expired", "invalid")),
    ("尚未施行", re.compile("(?:尚未|未|待)(?:施行|生效|实施)"), ("pending",)),
)
REPEALED = _STATES[3][0]
_AROUND = " \t\u3000。；;（）()[]【】"


def validity(text: str) -> str:
    """Return the state that a text behind a label such as 有效性 names; empty when it names none."""
    bare = text.strip(_AROUND)
    return next((state for state, words, _english in _STATES if words.fullmatch(bare)), "")


def asked(word: str, exactly: bool = False) -> tuple[str, ...]:
    """Return the states that a word of a query asks for: those of that name, or with the word in their names."""
    wanted = fold(word).strip()
    if not wanted:
        return ()
    named = tuple(state for state, _words, english in _STATES if fold(state) == wanted or wanted in english)
    return named if named or exactly else tuple(state for state, *_rest in _STATES if wanted in fold(state))
