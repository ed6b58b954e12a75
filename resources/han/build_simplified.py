"""Make simplified.txt from OpenCC's TSCharacters.txt: a line of traditional, a line of simplified characters.

usage: python resources/han/build_simplified.py TSCharacters.txt
Only the first simplified form of a character is kept: the table maps one character to one. A form that is itself
mapped further is replaced by the end of the chain, so that folding twice changes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(source: Path) -> None:
    """Write the table beside this script."""
    table: dict[str, str] = {}
    for line in source.read_text("utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == len(first) == 1 and traditional != first:
            table[traditional] = first
    for traditional, simplified in table.items():
        while simplified in table and table[simplified] != traditional:
            simplified = table[simplified]
        table[traditional] = simplified
    lines = ("".join(table), "".join(table.values()))
    (Path(__file__).parent / "simplified.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
