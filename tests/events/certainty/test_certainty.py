"""How likely a record and its cells are right, of shares made by hand: «[Иран] вчера в [Женеве] обвинил [Израиль]»."""

from dataclasses import replace

import pytest
import spacy

from pipeline.events.candidate import Candidate
from pipeline.events.certainty.odds import UNASKED, Odds, all_right, united
from pipeline.events.certainty.rate import rated
from pipeline.events.certainty.record import joint_odds, what_is_known
from pipeline.events.certainty.weights import shipped_weights
from pipeline.events.tellings import Telling
from pipeline.language.extensions import register_extensions
from pipeline.records.annotations import Argument, Event

ODDS = Odds(participants={"iran": 0.9, "israel": 0.8, "geneva": 0.3}, places={"geneva": 0.95}, status=0.9)


def candidate(share=0.9):
    return Candidate(
        type="accusation", plover="ACCUSE", head=4, start=24, end=31, light=None, entry="обвинить", source="verb/обвинить",
        confidence=0.7, share=share,
    )  # fmt: skip


def telling(odds=ODDS, share=0.9, status="occurred"):
    return Telling(candidate=candidate(share), status=status, cue=None, phase="", evidence=(0, 40), odds=odds)


def filler(role, entity="", value=""):
    return Argument(
        role=role, name=entity or value, start=0, end=4, text="Иран", entity=entity, value=value, source="frame/subject",
        confidence=0.4,
    )  # fmt: skip


EVENT = Event(
    type="accusation", plover="ACCUSE", status="occurred", phase="", trigger="обвинил", trigger_start=24, trigger_end=31,
    evidence_start=0, evidence_end=40, source="verb/обвинить", place="geneva", confidence=0.4,
    arguments=(filler("agent", "iran"), filler("recipient", "israel"), filler("place", "geneva")),
)  # fmt: skip


@pytest.fixture(scope="module")
def doc():
    """An article that the encoder has not read."""
    register_extensions()
    return spacy.blank("ru")("Иран вчера в Женеве обвинил Израиль")


@pytest.mark.parametrize(
    ("chosen", "probability"),
    [
        ({"iran", "israel"}, 0.9 * 0.8 * 0.7),
        ({"iran"}, 0.9 * 0.2 * 0.7),
        (set(), 0.1 * 0.2 * 0.7),
        ({"iran", "israel", "never asked about"}, 0.9 * 0.8 * 0.7 * 0.8),
    ],
)
def test_all_is_right_if_each_chosen_name_is_and_no_other(chosen, probability):
    assert all_right(ODDS.participants, chosen) == pytest.approx(probability)


def test_of_two_tellings_the_surer_one_counts_for_each_name():
    assert united([{"iran": 0.2, "israel": 0.8}, {"iran": 0.9}]) == {"iran": 0.9, "israel": 0.8}
    told = [telling(Odds(dates={"2024-05-13": 0.4}, status=0.99), status="planned"), telling(replace(ODDS, status=0.6))]
    both = joint_odds(EVENT, told)
    assert (both.dates, both.places, both.status) == ({"2024-05-13": 0.4}, {"geneva": 0.95}, 0.6)


def test_the_place_of_a_record_is_not_also_doubted_as_one_who_takes_part():
    known = what_is_known(EVENT, [telling()], ODDS)
    assert known["participants"] == pytest.approx(0.944, abs=0.001), "log-odds of 0.9 * 0.8"
    assert known["nobody"] == 0.0
    assert what_is_known(replace(EVENT, arguments=()), [telling()], ODDS)["nobody"] == 1.0


@pytest.mark.parametrize("kind", ["careful", "quick"])
def test_nothing_that_is_surer_makes_a_record_less_certain(kind):
    weights = getattr(shipped_weights(), kind).record
    assert min(weights.type, weights.participants, weights.place, weights.date, weights.status) >= 0
    assert weights.nobody <= 0


def test_a_record_has_the_calibrated_probabilities_of_what_the_networks_were_asked(doc):
    found = rated(doc, EVENT, [telling()])
    curves = shipped_weights().quick
    cells = {cell.entity: cell.confidence for cell in found.arguments}
    assert found.confidence == round(float(curves.event.apply(0.9)), 2)
    assert cells["iran"] == round(float(curves.participant.apply(0.9)), 2)
    assert cells["geneva"] == round(float(curves.place.apply(0.95)), 2)
    assert 0 < found.certainty < 1


def test_a_doubtful_name_makes_the_record_less_certain(doc):
    doubtful = replace(ODDS, participants={**ODDS.participants, "israel": 0.5})
    assert rated(doc, EVENT, [telling(doubtful)]).certainty < rated(doc, EVENT, [telling()]).certainty


def test_what_no_network_was_asked_about_keeps_the_confidence_of_its_rule(doc):
    others = (filler("organizer", "iran"), filler("killed", value="3"), filler("date", value="2024-05-13"))
    found = rated(doc, replace(EVENT, arguments=others), [telling(UNASKED, share=0.0)])
    assert [cell.confidence for cell in found.arguments] == [0.4, 0.4, 0.4]
    assert found.confidence == 0.4
