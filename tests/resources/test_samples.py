"""The sample chats are listed, and each is a well-formed text with the turns that its caption promises."""

import re
import tomllib
from collections import Counter

import pytest

from reviewer import resources

TABLET, RENEWAL, CAKE = "tablet-order.txt", "renewal-page.txt", "birthday-cake.txt"
TURN = re.compile(r"\[(?P<time>\d\d:\d\d)\] (?:(?P<speaker>Customer|[A-Z][a-z]+ [A-Z]\.): )?(?P<text>\S.*)")


def listed() -> list[dict[str, str]]:
    samples: list[dict[str, str]] = tomllib.loads(resources.read_text("samples", "samples.toml"))["samples"]
    return samples


def turns(name: str) -> list[re.Match[str]]:
    """The turns of a sample, each on its own line below title and two labels, blank lines between."""
    lines = resources.read_text("samples", name).split("\n")[5::2]
    found = [match for match in map(TURN.fullmatch, lines) if match]
    assert len(found) == len(lines), f"{name} holds a line that is no turn"
    return found


def test_the_list_has_three_samples_in_order() -> None:
    assert [(sample["file"], sample["caption"]) for sample in listed()] == [
        (TABLET, "15 turns, tense"),
        (RENEWAL, "26 turns, scripted"),
        (CAKE, "14 turns, exemplary"),
    ]
    assert [sample.get("review") for sample in listed()] == ["tablet-order.review.json", None, None]


def test_every_text_in_the_folder_is_listed() -> None:
    assert sorted(sample["file"] for sample in listed()) == resources.names("samples", suffix=".txt")


@pytest.mark.parametrize("sample", listed(), ids=lambda sample: sample["file"])
def test_title_and_number_of_turns_are_as_listed(sample: dict[str, str]) -> None:
    assert resources.read_text("samples", sample["file"]).split("\n")[0] == sample["title"]
    assert sample["caption"].startswith(f"{len(turns(sample['file']))} turns, ")


@pytest.mark.parametrize("name", [TABLET, RENEWAL, CAKE])
def test_labels_follow_the_title_and_blank_lines_part_the_turns(name: str) -> None:
    _, blank, channel, date, *rest = resources.read_text("samples", name).split("\n")
    assert (blank, channel) == ("", "Channel: Web chat")
    assert re.fullmatch(r"Date: 2026-03-\d\d", date)
    assert set(rest[0::2]) == {""}
    assert all(rest[1::2])


@pytest.mark.parametrize(
    ("name", "agent", "first", "last", "counts"),
    [
        (TABLET, "Dana R.", "10:02", "10:14", (7, 7, 1)),
        (RENEWAL, "Tomas K.", "14:20", "14:56", (12, 12, 2)),
        (CAKE, "Priya M.", "09:41", "09:56", (7, 6, 1)),
    ],
)
def test_people_and_times(name: str, agent: str, first: str, last: str, counts: tuple[int, int, int]) -> None:
    chat = turns(name)
    by_speaker = Counter(turn["speaker"] for turn in chat)
    assert set(by_speaker) == {agent, "Customer", None}
    assert (by_speaker[agent], by_speaker["Customer"], by_speaker[None]) == counts
    times = [turn["time"] for turn in chat]
    assert times == sorted(times)
    assert (times[0], times[-1]) == (first, last)


def test_personal_details_in_the_samples_belong_to_nobody() -> None:
    everything = "".join(resources.read_text("samples", sample["file"]) for sample in listed())
    assert set(re.findall(r"\S+@(\S+)", everything)) == {"example.com"}
    assert all(number.startswith("07700 900") for number in re.findall(r"\b0\d{4} \d{6}\b", everything))
