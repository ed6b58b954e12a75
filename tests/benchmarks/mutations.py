"""Read mutated documents of every kind in limited processes; list those that crash, hang, fail or lose text silently.

usage: python -m tests.benchmarks.mutations [COUNT] [SEED] [--only KIND,KIND] [--keep FOLDER]
Of each kind COUNT/21 documents are read (10,000 without COUNT), each a sound one with one or two changes. Each must
give bulletins or a sentence that names the file; bulletins that hold less than half of the text of the sound one are
listed when neither a sentence nor a warning says so: a change may have taken the text itself, so look at them. Of
formats that are plain text only what the mutated file still holds counts: nothing tells that the rest was there.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.benchmarks.mutating import PACKED, PLAIN
from tests.benchmarks.mutation_seeds import KINDS, seeds
from xinhui_viewer.importers.encoding import decoded
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.worker import Answer, Task
from xinhui_viewer.importers.run.workers import Workers
from xinhui_viewer.job import Job

_AT_ONCE = 420  # files on disk
_HALF = 0.5
_PIECE = 6  # characters
_PLAIN = ("csv", "md", "txt")
_MARKS = re.compile(r"""[\s,"#>|*`-]+""")  # what formats of plain text put between and around words
_BROKEN = ("ended unexpectedly", "program error", "takes more than")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mutated document: its file, what was changed, and the pieces of the sound one's text."""

    path: Path
    changes: str
    pieces: frozenset[str]


def main() -> None:
    """Mutate, read and list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("seed", type=int, nargs="?", default=5)
    parser.add_argument("--only", default=",".join(KINDS))
    parser.add_argument("--keep", type=Path, help="folder for the documents that are listed")
    asked = parser.parse_args()
    chance, counts, began = random.Random(asked.seed), Counter[str](), perf_counter()
    os.environ["PATH"] = ""  # no LibreOffice: it is not ours to test
    with tempfile.TemporaryDirectory() as folder, Pool() as pool:
        sound = {kind: _sound(Path(folder), kind, pool, contents) for kind, contents in seeds().items()}
        wanted = [kind for kind in asked.only.split(",") for _ in range(asked.count // len(asked.only.split(",")))]
        for start in range(0, len(wanted), _AT_ONCE):
            mutants = [
                _mutant(Path(folder), f"{start + n}.{kind}", chance, sound[kind])
                for n, kind in enumerate(wanted[start : start + _AT_ONCE])
            ]
            for mutant, answers, seconds in _read(mutants, pool):
                verdict = _verdict(mutant, answers)
                counts[verdict.partition(":")[0]] += 1
                if verdict not in ("read", "refused", "warned") or seconds > 5:
                    print(f"{mutant.path.name} ({mutant.changes}) {seconds:.1f} s {verdict[:300]}", flush=True)
                    if asked.keep:
                        mutant.path.replace(asked.keep / mutant.path.name)
                mutant.path.unlink(missing_ok=True)
    print(f"{sum(counts.values())} documents in {perf_counter() - began:.0f} s:", dict(counts.most_common()))


def _sound(folder: Path, kind: str, pool: Pool, contents: Sequence[bytes]) -> list[tuple[bytes, frozenset[str]]]:
    found: list[tuple[bytes, frozenset[str]]] = []
    for number, content in enumerate(contents):
        path = folder / f"sound{number}.{kind}"
        path.write_bytes(content)
        ((_, answers, _),) = _read([Mutant(path, "", frozenset())], pool)
        pieces = _pieces(answers)
        if not pieces:
            print(f"sound {kind} {number} is not read: {answers[0].error if answers else ''}")
        found.append((content, pieces))
    return found


def _mutant(folder: Path, name: str, chance: random.Random, sound: Sequence[tuple[bytes, frozenset[str]]]) -> Mutant:
    content, pieces = chance.choice(sound)
    said: list[str] = []
    for _ in range(chance.choice((1, 1, 1, 2))):
        zipped = content.startswith(b"PK\x03\x04")
        change = chance.choice(PACKED if zipped and not said and chance.random() < 0.75 else PLAIN)
        content = change(content, chance) or b"\0"
        said.append(change.__name__)
    path = folder / name
    path.write_bytes(content)
    if path.suffix[1:] in _PLAIN:
        pieces &= _pieces_of((decoded(content).text,))
    return Mutant(path, ", ".join(said), pieces)


def _read(mutants: Sequence[Mutant], pool: Pool) -> Iterator[tuple[Mutant, list[Answer], float]]:
    with Workers(None, [Task(str(one.path)) for one in mutants], pool) as workers:
        answers: list[Answer] = []
        left = iter(mutants)
        began = perf_counter()
        for answer in workers.answers(Job()):
            if answer is not None:
                answers.append(answer)
                continue
            yield next(left), answers, perf_counter() - began
            answers, began = [], perf_counter()


def _pieces(answers: Sequence[Answer]) -> frozenset[str]:
    return _pieces_of(
        text
        for answer in answers
        if answer.prepared is not None
        for one in answer.prepared.bulletins
        for text in (one.facts.title, one.body, *(file.text.body for file in one.attachments if file.text))
    )


def _pieces_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the pieces of six characters that texts consist of."""
    solid = (_MARKS.sub("", text) for text in texts)
    return frozenset(text[at : at + _PIECE] for text in solid for at in range(max(1, len(text) - _PIECE + 1)))


def _verdict(mutant: Mutant, answers: Sequence[Answer]) -> str:
    errors = [answer.error for answer in answers if answer.error]
    for error in errors:
        if any(words in error for words in _BROKEN):
            return f"broken: {error}"
    held = len(mutant.pieces & _pieces(answers)) / max(1, len(mutant.pieces))
    warned = any(one.warnings for answer in answers if answer.prepared for one in answer.prepared.bulletins)
    if errors:
        return "refused"
    if warned or any(answer.warning for answer in answers):
        return "warned"
    if not answers:
        return "silent: no answer"
    return "read" if held >= _HALF or not mutant.pieces else f"less: {held:.2f} of the text"


if __name__ == "__main__":
    main()
