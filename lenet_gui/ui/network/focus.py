"""What is lit in the network view: the choice, what the mouse is on, marks, a sweep."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from lenet_gui.network.fields import Field
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_stages import Stage
from lenet_gui.ui.network.sweep import Swept


@dataclass(frozen=True)
class Focus:
    """What is lit.

    Attributes:
        chosen: the map or unit chosen.
        hovered: the one under the mouse.
        strengths: how strong its links are, by stage and map at the other end.
        fields: what the unit chosen sees of the layers before it, the input first.
        silenced: the maps and units that are marked as silenced.
        swept: how far a sweep has come; what it has not reached is empty.
        pinned: the units that are marked as pinned.
        spotlight: the stage that alone is lit while nothing is chosen; None: all are.
    """

    chosen: Place | None = None
    hovered: Place | None = None
    strengths: Mapping[tuple[int, int], float] | None = None
    fields: tuple[Field, ...] = ()
    silenced: frozenset[Place] = frozenset()
    swept: Swept | None = None
    pinned: frozenset[Place] = frozenset()
    spotlight: int | None = None

    @property
    def chosen_map(self) -> Place | None:
        """The map chosen, or the one of the unit chosen."""
        return None if self.chosen is None else replace(self.chosen, unit=None)

    @property
    def has_links(self) -> bool:
        """Whether links lead from and to what is chosen.

        A sweep over all maps of a stage has none: they would change with every map.
        """
        sweeps_all = self.swept is not None and self.swept.way.map is None
        return self.chosen is not None and not sweeps_all

    def of_links(self) -> Focus:
        """As much of it as its links depend on."""
        return Focus(
            self.chosen_map,
            strengths=self.strengths,
            swept=self.swept and replace(self.swept, index=0),  # its links stay
        )

    def lit(self, stages: Sequence[Stage]) -> dict[int, Collection[int]] | None:
        """The maps to light, by stage: the one chosen, those that feed it and those it feeds.

        Where nothing is chosen they are those in the spotlight; None without one.
        """
        found: dict[int, Collection[int]] = dict.fromkeys(range(len(stages)), ())
        chosen = self.chosen
        if chosen is None:
            if self.spotlight is None:
                return None
            found[self.spotlight] = range(stages[self.spotlight].maps)
            return found
        found[chosen.stage] = (chosen.map,)
        stage = stages[chosen.stage]
        if chosen.stage > 0:
            found[chosen.stage - 1] = stage.sees[chosen.map]
        if self.swept is not None:  # what comes next is not made yet
            if self.swept.way.map is None:
                found[chosen.stage] = range(stage.maps)
            return found
        if chosen.stage + 1 < len(stages):
            found[chosen.stage + 1] = stage.feeds(chosen.map, stages[chosen.stage + 1])
        return found
