"""How the amounts wander by themselves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.recognition.prodding import NEUTRAL, Prodding
from lenet_gui.ui.network import amounts
from lenet_gui.ui.network.amounts import AMOUNTS

_FRAME = 0.04
_proddings = st.builds(
    Prodding,
    grain=st.floats(0, 10),
    centred=st.booleans(),
    **{amount.name: st.floats(amount.least, amount.most) for amount in AMOUNTS},
)
_seconds = st.floats(0, 3600)


@given(_proddings)
def test_wandering_begins_where_a_hand_left_off(start: Prodding) -> None:
    at_once = amounts.wandered(start, 0.0)
    for amount in AMOUNTS:
        assert abs(amount.of(at_once) - amount.of(start)) < 1e-9
    assert at_once.centred == start.centred


@given(_proddings, _seconds)
def test_no_amount_wanders_further_than_a_hand_could_move_it(
    start: Prodding, seconds: float
) -> None:
    there = amounts.wandered(start, seconds)
    for amount in AMOUNTS:
        assert amount.least <= amount.of(there) <= amount.most
    assert there.centred == start.centred


@settings(max_examples=50)
@given(_proddings, _seconds)
def test_wandering_is_gentle(start: Prodding, seconds: float) -> None:
    one, next_ = (amounts.wandered(start, at) for at in (seconds, seconds + _FRAME))
    for amount in AMOUNTS:
        moved = abs(amount.of(next_) - amount.of(one))
        assert moved < 0.02 * (amount.most - amount.least)
    assert 0 < next_.grain - one.grain < 0.1


def test_every_amount_wanders_both_ways_where_it_can_and_never_long_alike() -> None:
    way = [amounts.wandered(NEUTRAL, second) for second in range(900)]
    for amount in AMOUNTS:
        places = [amount.of(there) for there in way]
        assert max(places) > amount.neutral + amount.reach / 2
        assert min(places) < max(amount.neutral - amount.reach / 2, amount.least + 1e-9)
        assert len({round(place, 6) for place in places}) > 200
