"""Make pinyin.txt from pypinyin (MIT): the readings of characters, and the words in which they are read otherwise.

usage: python -m resources.han.build_pinyin    (needs the dev extra)
Lines ``syllable=characters`` come first, then, after an empty line, ``word=syllables`` for words of up to four
characters. Tones are left out; characters are simplified ones, as folding leaves them.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import lazy_pinyin
from pypinyin.phrases_dict import phrases_dict

from xinhui_viewer.text.fold import fold

_LONGEST = 4


def main() -> None:
    """Write the table beside this script."""
    read = {sign: _syllables(sign) for sign in map(chr, range(0x4E00, 0xA000)) if fold(sign) == sign}
    read = {sign: syllables for sign, syllables in read.items() if syllables}
    characters: dict[str, str] = defaultdict(str)
    for sign, (syllable,) in read.items():
        characters[syllable] += sign
    words = {}
    for word in phrases_dict:
        plain, syllables = fold(word), _syllables(word)
        usual = [read.get(sign, [""])[0] for sign in plain]
        if len(plain) == len(word) == len(syllables) <= _LONGEST and all(usual) and syllables != usual:
            words[plain] = " ".join(syllables)
    lines = [f"{syllable}={signs}" for syllable, signs in sorted(characters.items())]
    lines += ["", *(f"{word}={syllables}" for word, syllables in sorted(words.items()))]
    (Path(__file__).parent / "pinyin.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _syllables(word: str) -> list[str]:
    return [syllable.replace("ü", "v") for syllable in lazy_pinyin(word, errors="ignore")]


if __name__ == "__main__":
    main()
