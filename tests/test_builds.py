import gc

from streekagenda.builds import all_to_stay


def test_nobody_looks_for_rubbish_among_what_is_to_stay() -> None:
    try:
        with all_to_stay():
            assert not gc.isenabled()
            made = [object]
        assert gc.isenabled()
        assert not any(one is made for one in gc.get_objects())
    finally:
        gc.unfreeze()
