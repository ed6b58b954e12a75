"""Make variants.txt from Unicode's Unihan_Variants.txt and OpenCC's JPVariants.txt: variants, and the usual characters.

usage: python resources/han/build_variants.py Unihan_Variants.txt JPVariants.txt
A character that GB 2312 lacks is a variant of one that GB 2312 has where Unicode calls the two one character in
another shape (kZVariant), two dictionaries call them the same in meaning (kSemanticVariant), or it is the Japanese
shape; and of no other. What simplified.txt folds stays as it is there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path


def main(unihan: Path, japanese: Path) -> None:
    """Write the table beside this script."""
    here = Path(__file__).parent
    traditional, simplified = (here / "simplified.txt").read_text("utf-8").split("\n")[:2]
    folded = dict(zip(traditional, simplified, strict=True))
    usual: dict[str, set[str]] = {}
    for one, other in (*_same(unihan), *_shapes(japanese)):
        for variant, same in ((one, folded.get(other, other)), (other, folded.get(one, one))):
            if _is_common(same) and not _is_common(variant) and variant not in folded:
                usual.setdefault(variant, set()).add(same)
    table = {variant: min(same) for variant, same in sorted(usual.items()) if len(same) == 1}
    lines = ("".join(table), "".join(table.values()))
    (here / "variants.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _same(unihan: Path) -> Iterator[tuple[str, str]]:
    for line in unihan.read_text("utf-8").splitlines():
        if not line.startswith("U+"):
            continue
        character, kind, others = line.split("\t")
        for named, _, dictionaries in (other.partition("<") for other in others.split()):
            if kind == "kZVariant" or (kind == "kSemanticVariant" and "," in dictionaries):
                yield _character(character), _character(named)


def _shapes(japanese: Path) -> Iterator[tuple[str, str]]:
    for line in japanese.read_text("utf-8").splitlines():
        for old, _, new in (line.partition("\t"),):
            yield from ((old, shape) for shape in new.split())


def _character(named: str) -> str:
    return chr(int(named.removeprefix("U+"), 16))


def _is_common(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
