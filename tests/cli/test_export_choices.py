"""`reviewer export` with what is shown, and what is not, chosen."""

from pathlib import Path

import pytest

from reviewer.exchange import review_file
from tests.cli.conftest import CHAT, Run


def exported(run: Run, *choices: str) -> str:
    (line,) = run("export", "--all", "--to", "out", *choices).out.splitlines()
    return Path(line).read_text(encoding="utf-8")


def test_a_page_with_some_parts_holds_nothing_of_the_others(run: Run, chat: Path) -> None:
    run("import", chat)
    assert "nine days" in exported(run)
    page = exported(run, "--parts", "summary, scorecard")
    assert "nine days" not in page
    assert 'id="conversation"' not in page
    assert 'href="#conversation"' not in page
    assert review_file.find_review(page.encode()) is None


def test_the_legend_is_no_loss_for_an_import(run: Run, chat: Path) -> None:
    run("import", chat)
    page = exported(run, "--parts", "summary,scorecard,conversation,revised,discussion")
    assert review_file.find_review(page.encode()) is not None


def test_an_unknown_part_is_named(run: Run, chat: Path) -> None:
    run("import", chat)
    ended = run("export", "--all", "--to", "out", "--parts", "summary,score")
    assert ended.status == 2
    assert "“score”" in ended.err
    assert "summary, scorecard, conversation" in ended.err
    assert not Path("out").exists()


@pytest.mark.parametrize("choices", [("--format", "json"), ("--format", "csv"), ("--kind", "revised")])
def test_forms_that_hold_all_parts_refuse_a_choice_of_them(run: Run, chat: Path, choices: tuple[str, str]) -> None:
    run("import", chat)
    ended = run("export", "--all", "--to", "out", "--parts", "summary", *choices)
    assert (ended.status, ended.out) == (2, "")
    assert "Use --parts with a feedback page or report: html, pdf, md, txt." in ended.err
    assert not Path("out").exists()


def test_a_chat_that_is_named_twice_is_written_once(run: Run, chat: Path) -> None:
    run("import", chat)
    ended = run("export", "Late parcel", "Late parcel", "--to", "out")
    assert ended.out.splitlines() == [str(Path("out") / "late-parcel-feedback.html")]
    assert len(list(Path("out").iterdir())) == 1


def test_a_file_in_place_of_the_folder_is_named(run: Run, chat: Path) -> None:
    run("import", chat)
    Path("out").write_text("mine", encoding="utf-8")
    for to in ("out", "out/below"):
        ended = run("export", "--all", "--to", to)
        assert ended.status == 1
        assert "there is a file where its folder should be. Choose another folder." in ended.err
    assert Path("out").read_text(encoding="utf-8") == "mine"


def test_pages_without_the_review_are_refused_where_files_come_in(run: Run, chat: Path, tmp_path: Path) -> None:
    run("import", chat)
    (tmp_path / "other.txt").write_text(CHAT.replace("parcel", "lamp"), encoding="utf-8")
    run("import", "other.txt")
    part, _, index = run("export", "--all", "--to", "out", "--parts", "summary,conversation").out.splitlines()
    for page in (part, index):
        for command in ("import", "inspect"):
            ended = run(command, page)
            assert (ended.status, ended.out) == (3, "")
            assert "is a page of this program without a review inside" in ended.err
    assert len(run("list", "--json").json()) == 2


def test_details_are_in_no_form_when_they_are_hidden(run: Run, tmp_path: Path) -> None:
    said = CHAT.replace("Good, thank you.", "Good, write to ines@example.org or call +44 20 7946 0123.")
    (tmp_path / "chat.txt").write_text(said, encoding="utf-8")
    run("import", "chat.txt")
    for form in ("html", "json", "md", "txt", "webanno", "labelstudio", "tei"):
        for choices, shown in (((), True), (("--hide-details",), False)):
            lines = run("export", "--all", "--to", "out", "--format", form, *choices).out.splitlines()
            words = "".join(Path(line).read_text(encoding="utf-8") for line in lines)
            assert ("ines@example.org" in words, "7946" in words) == (shown, shown), form


def test_pages_and_reports_in_german(run: Run, chat: Path) -> None:
    run("import", chat)
    page = exported(run, "--language", "de", "--mask-names")
    assert '<html lang="de" dir="ltr">' in page
    assert "<dt>Beiträge</dt>" in page
    assert "<bdi>Kunde</bdi>" in page
    assert "# " in exported(run, "--language", "de", "--format", "md")
    assert "Erstellt mit" in exported(run, "--language", "de", "--format", "txt")


def test_an_unknown_language_is_refused_with_the_list(run: Run, chat: Path) -> None:
    run("import", chat)
    ended = run("export", "--all", "--to", "out", "--language", "xx")
    assert ended.status == 2
    assert "Pages do not speak “xx”. The languages are en (English), de (Deutsch)." in ended.err
    assert not Path("out").exists()
