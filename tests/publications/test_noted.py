"""What is noted of a file is all that it was made of: also where another file had it looked up before."""

from __future__ import annotations

import random
from datetime import date, datetime
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bench.generate import generate
from streekagenda import preparing, publications
from streekagenda.builds import Settings
from streekagenda.model.selection import Selection
from streekagenda.output import Kept, Placed, ready
from streekagenda.publications.editions.coming import coming
from streekagenda.publications.editions.once import WORDLESS, WORDS, still_told
from streekagenda.publications.noted import END, Heard, Made, Noted, Noting, Staying, list_again, listed
from streekagenda.publications.noted import noted as noted_of
from streekagenda.publications.pages.nearby import Nearby
from streekagenda.publications.written import Whole, Written, parts_of
from streekagenda.recurrence.asked import ALL, HELD, LISTED, OF, REMARKED, TOLD, Asked
from streekagenda.recurrence.questions import row_of
from streekagenda.recurrence.selections import Index
from streekagenda.recurrence.turns import Recent
from streekagenda.store.zipped import zipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from streekagenda.output import Output
    from streekagenda.preparing import Prepared
    from streekagenda.publications.noted import Questions
    from streekagenda.publications.site import Site
    from streekagenda.recurrence.asked import Question


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    content = tmp_path_factory.mktemp("noted") / "content"
    generate(content, 8, random.Random(7))
    settings = Settings(content=content, layouts=Path("layouts"), output=content / "no", now=datetime(2026, 11, 22, 12))
    return preparing.prepare(settings)


@pytest.fixture(scope="module")
def site(prepared: Prepared) -> Site:
    assert prepared.site is not None
    return prepared.site


def behind(made: Made) -> dict[str, Questions]:
    """Return the questions behind each file."""
    found = made.written()
    return {
        path: frozenset(found.question(int(one)) for one in found.set_of(number)[1:])
        for path, number in found.files.items()
    }


def noted(site: Site, staying: Collection[str] = (), listings: Collection[Question] = ()) -> dict[str, Questions]:
    made = Made()

    def place(output: Output) -> Placed:
        assert output.stays == (output.path in staying)
        if not output.stays:
            output.make()
        return Placed(path=output.path, written=not output.stays)

    fresh = replace(site)  # with nothing found before
    for _ in publications.placed(fresh, 1, place, staying=Staying(staying, ()), listings=listings, made=made):
        pass
    return behind(made)


def listings_of(found: dict[str, Questions]) -> set[Question]:
    """Return what is listed; who lists all asks for all."""
    return {one for asked in found.values() for one in asked if one[0] == LISTED or one == ALL}


def test_each_file_asks_the_same_whatever_was_made_before_it(site: Site) -> None:
    whole = noted(site)
    half = set(random.Random(1).sample(sorted(whole), len(whole) // 2))
    for staying in (half, whole.keys() - half):
        found = noted(site, staying, listings_of(whole))
        assert {path: asked for path, asked in found.items() if asked != whole[path]} == {}
        assert found.keys() == whole.keys() - staying


def test_a_page_that_lists_feeds_asks_which_there_are_and_is_made_where_these_are_others(site: Site) -> None:
    whole = noted(site)
    page = "abonneren/index.html"
    feeds = listed("feeds/", whole.keys())
    assert [one for one in whole[page] if one[0] == LISTED] == [feeds]
    assert ALL not in whole[page]
    assert feeds != listed("feeds/", whole.keys() | {"feeds/all-2.ics"})
    assert feeds == listed("feeds/", whole.keys() | {"agenda/1999/01/index.html"})
    assert ALL in whole["sitemap.xml"]
    made = []

    def place(output: Output) -> Placed:
        made.extend([] if output.stays else [output.path])
        return Placed(path=output.path, written=not output.stays)

    for _ in publications.placed(site, 1, place, staying=Staying([page], ()), made=Made()):
        pass
    assert page in made


def test_the_questions_behind_an_answer_are_known_with_it_and_come_before_it(site: Site) -> None:
    made = Made()
    for _ in publications.placed(replace(site), 1, _made_up, made=made):
        pass
    answers = [one for one in made.questions if one[0] == TOLD]
    reached = next(one for one in answers if str(one[1]).endswith("._reach"))
    assert reached[-1]
    assert [one for one in answers if any(made.questions[own] > made.questions[one] for own in one[-1])] == []


def test_what_is_told_wordless_is_found_without_any_words_of_events(prepared: Prepared, site: Site) -> None:
    assert prepared.validated.calendar is not None
    whole = prepared.validated.calendar
    mute = replace(whole, events=tuple(replace(one, **WORDS) for one in whole.events))
    timeline = preparing.expand(mute, site.timeline.now)
    silent = replace(site, timeline=timeline, index=Index(timeline), recent=Recent())
    made = Made()
    for _ in publications.placed(replace(site), 1, _made_up, made=made):
        pass
    told = [row_of(one, made.questions.__getitem__) for one in made.questions if one[0] == TOLD and one[1] in WORDLESS]
    assert {one[1] for one in told} == WORDLESS
    assert [one for one in told if not still_told(silent, one)] == []


def test_questions_that_are_behind_no_file_any_more_go_when_they_are_many() -> None:
    last = Made()
    for day in range(8):
        last.add(f"{day}.html", frozenset({(OF, str(day)), ALL}), f"day {day}")
    went_on = Made.after(last.written())
    went_on.add("7.html", frozenset({ALL}), "day 7")
    assert went_on.keep({f"day {day}" for day in range(6)}) == (6, {"6.html", "7.html"})
    assert went_on.keep(set(), {"6.html"}) == (7, {"7.html"})
    assert behind(went_on) == behind(last) | {"7.html": {ALL}}
    assert went_on.needed() is went_on  # 9 sets, of which 8 are behind a file
    fewer = Made.after(last.written())
    fewer.keep({"day 1", "day 2"})
    assert fewer.needed() is fewer  # of the 8 sets of the build before each was behind a file
    fewest = Made.after(fewer.written())
    fewest.keep({"day 1", "day 2"})
    found = fewest.needed()
    assert behind(found) == {path: behind(last)[path] for path in ("1.html", "2.html")}
    assert set(found.questions) == {ALL, (OF, "1"), (OF, "2")}


def test_what_is_asked_again_is_not_written_twice() -> None:
    last, near = Made(), (TOLD, "near", ("a",), "1", frozenset({ALL, (HELD, Selection(area="a"), None, date.max)}))
    last.add("a.html", frozenset({near, (OF, "a")}), "page of a")
    last.add("b.html", frozenset({(OF, "b")}), "page of b")
    before = last.written()
    made = Made.after(before, {before.files["a.html"]})
    made.add("a.html", frozenset({near, (OF, "a")}), "page of a")
    made.keep({"page of b"})
    assert made.written() == before
    made.add("a.html", frozenset({near, (OF, "c")}), "page of a")
    number = [before.question(one) for one in range(len(before.questions))].index(near)
    assert made.written().sets == [*before.sets, ("page of a", number, len(before.questions))]
    assert behind(made)["a.html"] == {near, (OF, "c")}


def _made_up(output: Output) -> Placed:
    output.make()
    return Placed(path=output.path, written=True)


def test_a_page_of_an_event_asks_for_that_event_and_for_what_is_near(site: Site) -> None:
    found, near = noted(site), {}
    for event in site.calendar.events:
        if ahead := [one for one in site.index.of(event) if one.moment.first > site.today]:
            near[event.id] = {one.event.id for one in Nearby(site).of(ahead[0])}
    assert any(near.values())
    for event_id, others in near.items():
        asked = found[f"activiteiten/{event_id}/index.html"]
        assert {one[1] for one in asked if one[0] == OF} == {event_id, *others}
        assert {one[0] for one in asked} <= {OF, TOLD}


def test_a_list_of_all_events_asks_which_it_shows_and_for_these(site: Site) -> None:
    found = noted(site)
    agenda = {one.event.id for one in coming(site, Selection()).shown}
    for path in ("agenda/index.html", "embed/agenda/index.html", "embed/agenda/fragment.html", "embed/agenda.rss"):
        assert {one[0] for one in found[path]} == {OF, TOLD}
    assert {one[1] for one in found["agenda/index.html"] if one[0] == OF} == agenda


def test_a_page_of_a_month_asks_for_that_month(site: Site) -> None:
    asked = noted(site)["agenda/2026/12/index.html"]
    days = {one[2:] for one in asked if one[0] == HELD and one[1] == Selection()}
    assert [tuple(map(str, one)) for one in days] == [("2026-12-01", "2026-12-31")]
    assert ALL not in asked


@pytest.mark.parametrize(("most", "between"), [(3, {1}), (1, {0, 1})])  # a day that is cut is asked for by both pieces
def test_a_piece_of_a_month_asks_for_its_own_days_and_where_the_month_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, between: set[int]
) -> None:
    monkeypatch.setattr("streekagenda.publications.editions.contents.MOST", most)
    monkeypatch.setattr("streekagenda.publications.editions.coming.MOST", most)
    content = tmp_path / "content"
    generate(content, 8, random.Random(7))
    settings = Settings(content=content, layouts=Path("layouts"), output=content / "no", now=datetime(2026, 11, 22, 12))
    found = preparing.prepare(settings).site
    assert found is not None
    of_pieces = {path: asked for path, asked in noted(found).items() if path.startswith("agenda/2026/12/")}
    spans = sorted(one[2:] for asked in of_pieces.values() for one in asked if one[0] == HELD and one[1] == Selection())
    assert len(of_pieces) > 1
    assert len(spans) == len(of_pieces)
    assert [str(spans[0][0]), str(spans[-1][1])] == ["2026-12-01", "2026-12-31"]
    assert {(first - last).days for (_, last), (first, _) in pairwise(spans)} == between


def test_who_reads_all_events_depends_on_all(site: Site) -> None:
    assert ALL in noted(site)["api/v1/events.json"]


def test_a_file_that_is_named_by_its_content_is_made_once_and_its_questions_noted_each_time(site: Site) -> None:
    made: list[str] = []

    def place(output: Output) -> Placed:
        if not output.stays:
            made.append(output.path)
        return Placed(path=output.path, written=not output.stays)

    def placed(stood: Collection[str]) -> dict[str, Questions]:
        made.clear()
        found = Made()
        for _ in publications.placed(replace(site), 1, place, stood=stood, made=found):
            pass
        return behind(found)

    first = placed(())
    index = {
        path
        for path in made
        if "pagefind/" in path and path.endswith((".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"))
    }
    assert len(index) > 10
    assert placed(first) == first
    assert set(first) - set(made) == index


def of_things(made: Made) -> dict[str, set[str]]:
    """Return the files of each thing, by its name."""
    found: dict[str, set[str]] = {}
    written = made.written()
    for path, number in written.files.items():
        found.setdefault(written.things[number], set()).add(path)
    return found


def test_things_of_which_all_stays_are_not_listed_and_their_files_are_kept_with_what_was_asked(site: Site) -> None:
    whole = Made()
    for _ in publications.placed(replace(site), 1, _made_up, made=whole):
        pass
    files = of_things(whole)
    unnamed = files.pop("")
    assert len(unnamed) < len(whole.files) / 3
    for seed in range(2):
        skipped = set(random.Random(seed).sample(sorted(files), len(files) // 2))
        listed_again: set[str] = set()

        def place(output: Output) -> Placed:
            listed_again.add(output.path)  # noqa: B023 -- in this turn
            output.make()
            return Placed(path=output.path, written=True)

        made, kept = Made.after(whole.written(), range(9)), whole.files.keys()
        staying, stood = Staying((), skipped), whole.files.keys()
        for one in publications.placed(replace(site), 1, place, staying=staying, stood=stood, made=made):
            if isinstance(one, Kept):
                kept = whole.files.keys() - one.but
                assert len(kept) == one.many
        assert kept == set().union(*(files[thing] for thing in skipped))
        assert listed_again == whole.files.keys() - kept
        assert behind(made) == behind(whole)
        assert of_things(made) == of_things(whole)


def test_what_searching_finds_and_pages_that_list_feeds_are_not_listed_where_they_stay(site: Site) -> None:
    whole = Made()
    for _ in publications.placed(replace(site), 1, _made_up, made=whole):
        pass
    unnamed = of_things(whole)[""]
    beginnings = ("zoeken/pagefind/fragment/", "abonneren/")
    assert {one for one in beginnings for path in whole.files if path.startswith(one)} == set(beginnings)
    assert not [path for path in unnamed if path.startswith(beginnings)]


def test_a_thing_that_is_not_there_any_more_keeps_no_files(site: Site) -> None:
    made = Made()
    made.add("weg.html", frozenset({ALL}), "nl page of weg")
    after = Made.after(made.written())
    staying = Staying(["weg.html"], {"nl page of weg"})
    found = list(publications.placed(replace(site), 1, _made_up, staying=staying, made=after))
    assert not any(isinstance(one, Kept) or one.path == "weg.html" for one in found)
    assert "weg.html" not in after.written().files


def test_who_asks_for_a_thing_after_its_last_file_has_it_listed_each_time(site: Site) -> None:
    asked, events = site.index.asked, site.calendar.events[:3]

    def files() -> Iterator[Output]:
        for event in asked.each(lambda: events, lambda one: one.id):
            if event is events[0]:
                continue  # without a file
            site.index.of(event)
            yield ready(f"{event.id}.html", b"")
            if event is events[1]:
                site.index.of(events[0])

    noting, made = Noting(asked, _made_up, (), ()), Made()
    *found, heard = map(noting, noted_of(asked, files))
    for one in found:
        assert isinstance(one, Noted)
        made.take(one)
    assert heard == Heard(met=(), passed=(), late=(events[1].id,))
    before = behind(made)
    made.forget({*heard.late})
    assert behind(made) == before
    assert of_things(made) == {"": {f"{events[1].id}.html"}, events[2].id: {f"{events[2].id}.html"}}


def test_a_file_without_a_thing_is_of_none_also_after_things_that_were_made_again(site: Site) -> None:
    asked, made = site.index.asked, Made()
    noting = Noting(asked, _made_up, (), ())

    def of_thing() -> Iterator[Output]:
        for _ in asked.each(lambda: ["een"], lambda one: one):
            yield ready("een.html", b"")

    again, here = list_again(asked, partial(noted_of, asked, of_thing), ())
    assert here == [Heard((), (), ())]
    for one in map(noting, chain(again(), noted_of(asked, lambda: iter([ready("geen.html", b"")])))):
        if isinstance(one, Noted):
            made.take(one)
    assert of_things(made) == {"een": {"een.html"}, "": {"geen.html"}}


def test_nothing_of_a_site_is_asked_for_after_the_last_file_of_a_thing(site: Site) -> None:
    asked = replace(site).index.asked
    noting = Noting(asked, _made_up, (), ())
    for group in publications.groups(replace(site)):
        *_, last = noted_of(asked, group.outputs)
        assert last is END
        assert noting(last) == Heard((), (), ())


def test_a_group_asks_nothing_of_what_was_half_made_when_its_process_was_forked() -> None:
    asked = Asked()
    with asked.during():
        asked.note((OF, "half made"))
        outputs = noted_of(asked, lambda: iter([ready("een", b""), ready("twee", b"")]))
        with asked.during():
            questions = []
            for one in outputs:
                if one is not END:
                    asked.note((OF, one.path))
                    questions.append(asked.until_now())
        assert asked.until_now() == {(OF, "half made")}
    assert questions == [{(OF, "een")}, {(OF, "een"), (OF, "twee")}]


@pytest.mark.parametrize("by_content", [True, False])
def test_a_file_that_is_named_by_its_content_stays_as_one_of_what_lists_it_now(by_content: bool) -> None:
    asked = Asked()
    output = replace(ready("een", b""), named_by_content=by_content)
    outputs = partial(map, lambda _: output, asked.each(lambda: ["now"], str))

    def place(one: Output) -> Placed:
        assert one.stays
        return Placed(one.path, written=False)

    first, _ = map(Noting(asked, place, {"een"}, {"een"}), noted_of(asked, lambda: iter(outputs())))
    assert first == Noted(Placed("een", written=False), frozenset() if by_content else None, "now")


def test_what_was_remarked_last_is_found_of_all_at_once() -> None:
    def remarked(made: Made, event: str, text: str) -> None:
        made.add(f"{event}.ics", frozenset({(REMARKED, event, text)}), "")

    first = Made()
    for one in "abcd":
        remarked(first, one, "1")
    written = first.written()
    parts = {"facets": b"[]", "prints": b"{}", "dates": b"{}"}
    for name, pieces in parts_of(written.files, written.sets, written.questions):
        parts[name] = b"".join(pieces)
    packed = {name: zipped((content,)) for name, content in parts.items()}
    before = Written(whole=Whole(packed))
    assert {event: text for event, (_, text) in before.newest(REMARKED)} == dict.fromkeys("abcd", "1")
    made = Made.after(before)
    made.files["a.ics"] = before.files["a.ics"]
    remarked(made, "b", "2")  # the file of c went, and that of d was made as it was
    made.add("d.ics", frozenset({(REMARKED, "d", "1"), ALL}), "")
    remarked(made, "e", "1")
    newest = {event: text for event, (_, text) in made.written().newest(REMARKED)}
    assert newest == {"a": "1", "b": "2", "d": "1", "e": "1"}
