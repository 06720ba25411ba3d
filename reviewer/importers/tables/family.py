"""Tables: delimited text and sheets, as importers over one reading of rows."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from reviewer.errors import NoConversation
from reviewer.importers import refusal
from reviewer.importers.base import DEFAULTS, SNIFFED, Found, Importer, Options, Problem, Score, Source, Unit
from reviewer.importers.containers.documents import Document, document_of
from reviewer.importers.containers.zips import is_zip
from reviewer.importers.decoding import decode
from reviewer.importers.drafts import assembled
from reviewer.importers.lines.grammar import Grammar
from reviewer.importers.tables.delimited import STREAMED_FROM, Dialect, Reading, dialect_of, head_of, read_rows
from reviewer.importers.tables.ods import open_document_sheets
from reviewer.importers.tables.plan import REFUSED, Plan
from reviewer.importers.tables.reading import Tables, planned, read_table
from reviewer.importers.tables.sheets import Sheet, excel_sheets

HEADED: Final = 0.8
SURE: Final = 0.6


@dataclass(frozen=True, slots=True)
class DelimitedImporter:
    """CSV, TSV and the like."""

    grammars: tuple[Grammar, ...]
    format: str = "csv"
    title: str = "Table (CSV, TSV)"

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every row understood; with `most`, only those in about so many bytes.

        Raises:
            Unreadable: it is no table, or a cell has no end.
            NoConversation: no column holds what somebody says.
        """
        dialect = _dialect(source, options.encoding)
        if dialect is None:
            raise NoConversation(f"{source.name} is no table: its rows do not have the same number of cells.")
        reading = Reading()
        tables = Tables()
        rows = read_rows(source, dialect, reading, options.encoding, most)
        plan, rows = planned(rows, options, self.grammars)
        if plan.holds_chat:
            read_table(tables, plan, rows, options, dialect.delimiter)
        partial = most is not None and source.size > most
        return _found(self, source, tables, reading, partial=partial)

    def sniff(self, source: Source) -> Score:
        """How sure it is that the head is a table with a chat in it."""
        text = head_of(source)
        if refusal.looks_like(text) == refusal.JSON:
            return Score(0.0, ("it is JSON",))
        dialect = dialect_of(text, whole=source.size <= SNIFFED)
        if dialect is None:
            return Score(0.0, ("its rows do not have the same number of cells",))
        rows = read_rows(source, dialect, Reading(), None, SNIFFED)
        plan, _ = planned(rows, DEFAULTS, self.grammars)
        if plan.score < HEADED and refusal.looks_like(text):
            return Score(0.0, ("it is no table",))
        return Score(plan.score, (plan.reason,) if plan.reason else ())


@dataclass(frozen=True, slots=True)
class SheetImporter:
    """Sheets of one kind of spreadsheet."""

    grammars: tuple[Grammar, ...]
    format: str
    title: str
    sheets: Callable[[Source], Generator[Sheet, None, None]]

    def read(self, source: Source, options: Options = DEFAULTS, most: int | None = None) -> Found:
        """Every row of every sheet with a chat in it; with `most`, rows of about so many bytes of text.

        Raises:
            Unreadable: it is damaged, locked, or unpacks to more than is sound.
            NoConversation: no sheet has a column that holds what somebody says.
        """
        tables = Tables()
        left = _Allowance(most)
        with closing(self.sheets(source)) as sheets:
            for sheet in sheets:
                _read_sheet(tables, sheet, left, options, self.grammars)
                if left.spent:
                    break
        return _found(self, source, tables, Reading(), partial=left.spent)


class _Allowance:
    """Lets rows through until so many characters were read."""

    def __init__(self, most: int | None) -> None:
        self._left = most
        self.spent = False

    def rows(self, rows: Iterator[list[str]]) -> Iterator[list[str]]:
        for row in rows:
            yield row
            if self._left is not None:
                self._left -= sum(map(len, row))
                if self._left < 0:
                    self.spent = True
                    return


def _read_sheet(
    tables: Tables, sheet: Sheet, left: _Allowance, options: Options, grammars: tuple[Grammar, ...]
) -> None:
    before, ledger = len(tables.ledger.kinds), tables.ledger
    plan, rows = planned(left.rows(sheet.rows), options, grammars)
    if plan.score <= REFUSED:
        plan = Plan(0, (), headed=False, width=0, breaks=False)
    had = len(tables.drafts)
    read_table(tables, plan, rows, options, "\t")
    where = (min(before + 1, max(1, len(ledger.kinds))), max(1, len(ledger.kinds)))
    if len(tables.drafts) == had:
        tables.plans.pop()
        ledger.problems.append(Problem(where, f"Sheet “{sheet.name}” holds no chat. It was left out.", ""))
        return
    if sheet.hidden:
        ledger.problems.append(Problem(where, f"Sheet “{sheet.name}” is hidden. It was read.", ""))
    if sheet.formulas:
        count = len(sheet.formulas)
        cells = "1 cell holds a formula" if count == 1 else f"{count:,} cells hold a formula"
        what = f"{cells} without a result. The formula was taken as text."
        ledger.problems.append(Problem((before + sheet.formulas[0], before + sheet.formulas[-1]), what, ""))
    for draft in tables.drafts[had:]:
        draft.title = draft.title or sheet.name


@dataclass(frozen=True, slots=True)
class TableFamily:
    """Delimited text and sheets."""

    delimited: DelimitedImporter
    excel: SheetImporter
    open_document: SheetImporter

    def sniff(self, source: Source) -> list[tuple[Score, Importer]]:
        """How sure it is that the source is a table with a chat in it.

        Raises:
            Unreadable: a sheet is damaged, locked, or unpacks to more than is sound.
        """
        if not is_zip(source):
            return [(self.delimited.sniff(source), self.delimited)]
        kind = document_of(source)
        for one, importer in ((Document.XLSX, self.excel), (Document.ODS, self.open_document)):
            if kind is one:
                return [(_sheet_score(source, importer), importer)]
        return []


def _sheet_score(source: Source, importer: SheetImporter) -> Score:
    """The score of its best sheet; a sheet is never read as anything else."""
    best = Score(0.0)
    left = _Allowance(SNIFFED)
    with closing(importer.sheets(source)) as sheets:
        for sheet in sheets:
            plan, _ = planned(left.rows(sheet.rows), DEFAULTS, importer.grammars)
            if plan.score > best.value:
                best = Score(plan.score, (plan.reason,) if plan.reason else ())
            if left.spent:
                break
    if best.value <= REFUSED:
        raise no_chat(source)
    return best


def family(grammars: Sequence[Grammar]) -> TableFamily:
    """Tables as a family; `grammars` are the styles of text in which a cell may hold a whole conversation."""
    styles = tuple(grammars)
    return TableFamily(
        DelimitedImporter(styles),
        SheetImporter(styles, "xlsx", "Excel sheet", excel_sheets),
        SheetImporter(styles, "ods", "OpenDocument sheet", open_document_sheets),
    )


def no_chat(source: Source) -> NoConversation:
    """The error for a table without a chat."""
    return NoConversation(
        f"{source.name} is a table in which no column holds what people say to each other. "
        "Head one column “speaker” and one “text”, or save the chat as text."
    )


def _dialect(source: Source, encoding: str | None) -> Dialect | None:
    dialect = dialect_of(head_of(source, encoding), whole=source.size <= SNIFFED)
    if dialect and dialect.delimiter == "\t" and SNIFFED < source.size <= STREAMED_FROM:
        content = source.whole()
        if b'"' in content:
            return dialect_of(decode(content, None, encoding).text, whole=True) or dialect
    return dialect


def _found(
    importer: DelimitedImporter | SheetImporter, source: Source, tables: Tables, reading: Reading, *, partial: bool
) -> Found:
    tables.ledger.settle()
    if not tables.drafts:
        raise no_chat(source)
    plan = max(tables.plans, key=lambda one: one.score)
    stem = PurePath(source.name).stem or source.name
    several = len(tables.drafts) > 1
    titles = (f"{stem} ({number})" if several else stem for number in range(1, len(tables.drafts) + 1))
    return Found(
        importer.format,
        round(plan.score, 2),
        reading.encoding,
        tuple(assembled(draft, title) for draft, title in zip(tables.drafts, titles, strict=True)),
        tuple(tables.ledger.kinds),
        (*reading.problems(), *tables.ledger.problems),
        Unit.RECORD,
        texts=tables.ledger.texts,
        date_order=tables.order,
        question=plan.question if plan.score < SURE else None,
        columns=plan.layout.shown() if plan.layout else None,
        headings=plan.headings,
        partial=partial,
    )
