"""Large sets of names, told by what differs from another one."""

from streekagenda.output import Names


def test_names_are_those_of_another_collection_with_what_differs() -> None:
    before = {"a": 1, "b": 2, "c": 3}.keys()
    names = Names(before, {"b", "c"}, {"c", "d"})
    assert names == {"a", "c", "d"}
    assert sorted(names) == ["a", "c", "d"]
    assert len(names) == 3
    assert ["a" in names, "b" in names, "c" in names, "d" in names, "e" in names] == [True, False, True, True, False]


def test_what_differs_is_the_same_whether_it_is_known_or_found() -> None:
    before = {"a", "b", "c"}
    names = Names(before, {"b", "c"}, {"c", "d"})
    assert names ^ before == {"b", "d"} == names ^ {*before}
    assert names ^ {"a", "e"} == {"c", "d", "e"}
