"""Which project a bundle of sums belongs to, chosen by how likely each of the article's is.

Every project is asked, and none; the likeliest is taken. What even the likeliest is unlikely for
is left out: a wrong budget in a table is worse than a missing one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractors.models import load
from extractors.relations.budget_amounts import Bundle
from extractors.relations.budget_features import owner_features
from extractors.relations.budget_scene import Scene
from extractors.relations.budget_setting import Owner, firm_of, shares_out
from extractors.relations.budget_view import View
from extractors.relations.phrases import phrases

SURE = 0.38
"""How likely the likeliest project must be; what is unsure is told behind what is sure."""
UNOWNED = 0.38
"""How likely it must be that a sum is nobody's: it stands in no project's table."""
TOGETHER = 0.6
"""How surely a total of several tasks is told of all of them."""
PLANT = 0.85
"""How surely what a firm spends on a plant without a name is no project's."""
_NEAR = 1
"""How many paragraphs a sum's owner is handed on over."""


@dataclass(slots=True)
class Chooser:
    """Chooses owners in the order of the text, for each takes up the one before."""

    scene: Scene
    last: str | None = None
    paragraph: int = -9
    sentence: int = -9
    owners: dict[int, str | None] = field(default_factory=dict)

    def view(self, bundle: Bundle, ruled: Owner | None) -> View:
        """The bundle as it is seen behind the owners chosen so far."""
        near = 0 <= bundle.sentence.paragraph - self.paragraph <= _NEAR
        far = self.scene.reading.document.number_at(bundle.start) - self.sentence if near else -1
        return View(self.scene, bundle, ruled, self.last, far, owners=self.owners)

    def took(self, view: View, key: str | None) -> None:
        """Hand an owner on."""
        self.last, self.paragraph = key, view.bundle.sentence.paragraph
        self.sentence = view.at
        self.owners[view.bundle.start] = key

    def owner(self, bundle: Bundle, ruled: Owner | None) -> Owner | None:
        """The likeliest owner; `ruled` is the rules' choice, which counts as one sign more."""
        view = self.view(bundle, ruled)
        if view.is_unread:
            self.took(view, None)
            return ruled if ruled is not None and ruled.project is None else None
        weigh = load("budget_owner").probability
        chances = {key: weigh(owner_features(view, key)) for key in view.candidates()}
        key = max(chances, key=lambda each: chances[each])
        # Each was asked by itself; where several are likely, none is as likely as it seems.
        chance = chances[key] / max(1.0, sum(chances.values()))
        self.took(view, key)
        if ruled is not None and shares_out(self.scene.text, bundle, ruled):
            return ruled
        if key is not None and "plant" in view.signs:
            self.took(view, None)
            return Owner(None, "firm", PLANT, bundle.start, bundle.end, firm=True)
        if chance < (UNOWNED if key is None else SURE):
            if view.parts_of_it or view.examples:
                return Owner(None, "several", TOGETHER, bundle.start, bundle.end)
            return None
        if ruled is not None and ruled.project == key:
            return replace(ruled, confidence=round(chance, 3))
        return Owner(
            key,
            "link",
            round(chance, 3),
            bundle.start,
            bundle.end,
            firm=self._firm(bundle),
        )

    def _firm(self, bundle: Bundle) -> bool:
        reading = self.scene.reading
        return firm_of(reading, bundle, phrases(reading, bundle.sentence)) is not None
