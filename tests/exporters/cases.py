"""The golden exports: what is in exports/, one folder a case."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.domain.annotation import Verdict
from reviewer.domain.review import Point
from reviewer.exporters.chat import Making, ReviewedChat
from reviewer.exporters.formats import Format
from reviewer.exporters.options import DEFAULT, PageOptions
from reviewer.workspace.exporting.page_themes import read_theme
from reviewer.workspace.exporting.tool_forms import TOOL_FORMS
from tests.conftest import CHECKOUT
from tests.exporters.reviews import VERSION, WHEN, Reviewed, comment, review_of, sample

EXPORTS = CHECKOUT / "exports"
GERMAN = PageOptions(language="de")
MARKED = PageOptions(marks=True)
THEME, TEMPLATES = EXPORTS / "themed" / "theme.toml", EXPORTS / "own-template" / "templates"
SOURCES = frozenset(
    (THEME, THEME.with_name("logo.png"), *(TEMPLATES / name for name in ("feedback.html.jinja", "style.css")))
)
"""What pages of the gallery are made with."""

CONCERN, STRENGTH, NONE = Verdict.CONCERN, Verdict.STRENGTH, Verdict.NONE


@dataclass(frozen=True)
class Golden:
    """One file of a case, and how it is made."""

    path: Path
    make: Callable[[], str | bytes]

    def __str__(self) -> str:
        return self.path.relative_to(EXPORTS).as_posix()


def tablet_order() -> Reviewed:
    return sample("tablet-order.review.json")


def renewal_page() -> Reviewed:
    return sample("renewal-page.txt")


def birthday_cake() -> Reviewed:
    return sample("birthday-cake.txt")


def right_to_left() -> Reviewed:
    """Hebrew and Arabic beside English words and numbers."""
    said = (
        ("נועה", "שלום, כאן נועה. איך אפשר לעזור היום?"),
        ("לקוחה", "הזמנתי מנורה ב-149 ש״ח ועד היום לא קיבלתי שום הודעה (order 7731)."),
        ("נועה", "זה לא אמור לקרות. המנורה תישלח היום עם DHL Express ותגיע מחר."),
        ("ليلى", "شكراً لك، هذا يساعدني كثيراً!"),
    )
    chat = review_of(
        "המנורה שלא הגיעה", said, language="he", times=("T09:00:00", "T09:01:00", "T09:05:30", "T09:06:00")
    )
    return (
        chat.commented(
            comment(chat.words(1, "כאן נועה"), 3, STRENGTH, "שם פרטי, קצר וחם."),
            comment(chat.words(3, "תישלח היום עם DHL Express"), 1, CONCERN, "אפשר לומר פשוט יותר.", "יוצאת היום בשליח"),
            comment(chat.words(3, "DHL Express ותגיע מחר"), 5, STRENGTH, "A date that the customer can hold on to."),
            comment(chat.whole(4, 4), None, NONE, "النهاية لطيفة."),
        )
        .rated(3, 4, 5, 4, 5, 4, None)
        .reworded(3, "סליחה, זה לא אמור לקרות. המנורה יוצאת היום בשליח ותגיע מחר.", "התנצלות קודם.")
    )


def hostile() -> Reviewed:
    """Every sign that means something to HTML, CSS, JSON or a reader's eye, in every place that takes words."""
    said = (
        ('Eve <b>bold</b> & "co"', "<script>alert('one')</script> and </script> and <!-- and ]]> and &amp; &#60;"),
        (
            "javascript:alert(2)",
            "One \u202egnol \u2066and\u2069 NUL \x00 sign, \u2028 line, \ud800 half, 😀👩🏽‍🚀 e\u0301 \t tab\nnew line",
        ),
        ('Eve <b>bold</b> & "co"', '" onmouseover="alert(3)" x=\'{{ 7 * 7 }}\' {% raw %} ${x} `y` \\u003c \\'),
        ("", "</style><style>body{display:none}</style> <img src=x onerror=alert(4)>"),
        ("javascript:alert(2)", "W" * 300 + " https://example.invalid/?a=1&b=<2>"),
    )
    title = '</title><script>x</script> "quote" \\ } @import url(//example.invalid) \n second'
    chat = review_of(title, said)
    marked = chat.commented(
        comment(
            chat.words(1, "<script>alert('one')</script>"), 1, CONCERN, "</script><script>alert(5)</script>", "</li>"
        ),
        comment(chat.words(1, "alert('one')</script> and </script>"), 2, STRENGTH, "overlaps the first"),
        comment(chat.words(1, "one"), 3, NONE, ""),
        comment(chat.words(1, "]]>", until=3, last_words="alert(3)"), 4, CONCERN, "over three turns <&>"),
        comment(chat.words(3, "{{ 7 * 7 }}"), None, CONCERN, "{{ 7 * 7 }}", "{% endblock %}"),
        comment(chat.whole(2, 4), 5, CONCERN, "three whole turns"),
        comment(chat.whole(3, 3), 7, NONE, "one whole turn within others"),
        comment(chat.whole(5, 5), 6, STRENGTH, "javascript:alert(6)", ""),
    )
    marked = marked.rated(1, 5, 3, None, 0, 1, 2).reworded(1, "<ins>Hello</ins> & 'good' morning", "<del>why</del>")
    full = marked.full
    link = Point("<a href='javascript:alert(7)'>x</a>", (full.annotations[0].id,))
    review = replace(full.review, headline="<h1>Head</h1> & \u202etfel", worked=(link,), to_change=(Point("]]>"),))
    return replace(marked, full=replace(full, review=review, reviewer=replace(full.reviewer, name="<i>A</i>\x00")))


def made_for(one: Format, kind: str, *chats: Reviewed, options: PageOptions = DEFAULT) -> dict[str, bytes]:
    """The files of a form, by the endings of their names."""
    making = Making(WHEN, VERSION, kind, lambda ending: ending, options)
    files = one.writer([ReviewedChat(chat.full, lambda chat=chat: chat.turns) for chat in chats], making)
    return {
        ending: b"".join(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece for piece in pieces)
        for ending, pieces in files
    }


CASES: dict[str, Callable[[], Reviewed]] = {
    "tablet-order": tablet_order,
    "renewal-page": renewal_page,
    "birthday-cake": birthday_cake,
    "right-to-left": right_to_left,
    "hostile": hostile,
}


PAINTED = {EXPORTS / "tablet-order" / f"{kind}.pdf": kind for kind in ("feedback", "revised")}
"""Golden files that no two machines paint alike, with their kinds; `test_painted_goldens.py` compares what they say."""


def goldens() -> list[Golden]:
    """Every golden file that is the same everywhere."""
    files = []
    for case, made in CASES.items():
        files.append(Golden(EXPORTS / case / "feedback.html", lambda made=made: made().page()))
        if made().full.revised_turns:
            files.append(Golden(EXPORTS / case / "revised.html", lambda made=made: made().page("revised")))
    for kind in ("feedback", "revised"):
        path = EXPORTS / "tablet-order" / f"{kind}.de.html"
        files.append(Golden(path, lambda kind=kind: tablet_order().page(kind, GERMAN)))
    files.append(
        Golden(EXPORTS / "tablet-order" / "revised.marked.html", lambda: tablet_order().page("revised", MARKED))
    )
    for kind in ("feedback", "revised"):
        path = EXPORTS / "themed" / f"{kind}.html"
        files.append(Golden(path, lambda kind=kind: tablet_order().page(kind, PageOptions(theme=read_theme(THEME)))))
    own = PageOptions(templates=TEMPLATES)
    files.append(Golden(EXPORTS / "own-template" / "feedback.html", lambda: tablet_order().page(options=own)))
    files.append(Golden(EXPORTS / "tablet-order" / "review.json", lambda: tablet_order().json))
    return [*files, *_for_other_tools()]


def _for_other_tools() -> list[Golden]:
    """The finished sample in every form."""
    folder = EXPORTS / "tablet-order"
    return [
        Golden(folder / ending, lambda one=one, kind=kind, ending=ending: made_for(one, kind, tablet_order())[ending])
        for one in TOOL_FORMS.values()
        for kind in one.kinds
        for ending in made_for(one, kind, tablet_order())
    ]
