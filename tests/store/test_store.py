"""What is remembered: right, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from streekagenda.store import Json, Store

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(), inner, max_size=4)),
    max_leaves=12,
)


def kept(store: Store, *, largest: int = 1_000_000) -> Store:
    """The store as the next run finds it."""
    return Store(store.lines(), largest=largest)


def test_answer_is_known_to_the_next_run_for_this_function_and_question_only() -> None:
    store = Store(b"")
    store.learn("days", "elke dinsdag", ["di", {"é": 1}])
    after = kept(store)
    assert after.recall("days", "elke dinsdag") == ["di", {"é": 1}]
    assert after.recall("days", "elke dinsdag ") is None
    assert after.recall("day", "selke dinsdag") is None
    assert after.recall("days\nelke", "dinsdag") is None
    assert (store.learnt, after.learnt) == (True, False)


def test_store_without_lines_remembers_nothing() -> None:
    store = Store()
    store.learn("days", "elke dinsdag", ["di"])
    assert (store.recall("days", "elke dinsdag"), store.remembers, store.learnt) == (None, False, False)


@given(st.dictionaries(st.tuples(st.text(), st.text(st.characters())), JSON, max_size=5))
def test_every_answer_is_what_was_learnt(answers: dict[tuple[str, str], None]) -> None:
    store = Store(b"")
    for (function, question), answer in answers.items():
        store.learn(function.replace("\n", ""), question, answer)
    after = kept(store)
    last = {(function.replace("\n", ""), question): answer for (function, question), answer in answers.items()}
    assert {asked: after.recall(*asked) for asked in last} == last


def test_no_damage_makes_another_answer() -> None:
    store = Store(b"")
    answers: dict[str, Json] = {f"vraag {number}": [number, "antwoord"] for number in range(3)}
    for question, answer in answers.items():
        store.learn("f", question, answer)
    whole = store.lines()
    damaged = [
        *(whole[:at] for at in range(len(whole))),
        *(whole[at:] for at in range(len(whole))),
        *(
            whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :]
            for at in range(len(whole))
            for bit in (1, 4, 32, 128)
        ),
        *(whole[:at] + b"\n" + whole[at:] for at in range(len(whole))),
        *(whole[:at] + bytes(8) + whole[at + 8 :] for at in range(len(whole))),
    ]
    for lines in damaged:
        found = {question: Store(lines).recall("f", question) for question in answers}
        assert all(answer in (None, answers[question]) for question, answer in found.items()), lines


def test_answer_under_the_key_of_another_question_is_not_believed() -> None:
    store = Store(b"")
    store.learn("f", "een", [1])
    store.learn("f", "twee", [2])
    one, two = store.lines().split(b"\n")
    swapped = Store(one[:32] + two[32:] + b"\n" + two[:32] + one[32:])
    assert (swapped.recall("f", "een"), swapped.recall("f", "twee")) == (None, None)


def test_what_was_not_used_for_longest_goes_first() -> None:
    store = Store(b"")
    for number in range(10):
        store.learn("f", str(number), ["x" * 100])
    second = kept(store, largest=5 * 160)
    assert second.recall("f", "2") == ["x" * 100]
    second.learn("f", "nieuw", ["x" * 100])
    third = kept(second)
    assert len(second.lines()) <= 5 * 160
    known = [question for question in (*map(str, range(10)), "nieuw") if third.recall("f", question)]
    assert known == ["2", "7", "8", "9", "nieuw"]
