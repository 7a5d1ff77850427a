"""The rows of `event_clusters`."""

from __future__ import annotations

import datetime as dt

from pipeline.events.clusters import Cluster, Telling
from pipeline.records.tables.events import ClusterRow


def cluster_row(cluster: Cluster) -> ClusterRow:
    """Summarise a happening: the latest telling gives the status, the finest date and first named place stand."""
    tellings = cluster.tellings
    days = [t.published for t in tellings if t.published]
    names = dict.fromkeys(name for t in tellings for name in t.participant_names)
    best = max(tellings, key=_detail)
    return ClusterRow(
        cluster_id=cluster.cluster_id,
        type=tellings[0].type,
        status=tellings[-1].status,
        date=min((t for t in tellings if t.date), key=_vagueness, default=best).date,
        place=next((t.place_name for t in tellings if t.place_name), ""),
        participants=tuple(names),
        title=best.title,
        events=len(tellings),
        documents=len({t.doc_id for t in tellings}),
        first_published=min(days, default=None),
        last_published=max(days, default=None),
        history=tuple(_history(t) for t in tellings),
    )


def _vagueness(telling: Telling) -> tuple[dt.timedelta, int, str]:
    """Over how many days its date leaves one guessing; of dates without both ends the longer one says more."""
    spanned = dt.timedelta.max
    if telling.earliest is not None and telling.latest is not None:
        spanned = telling.latest - telling.earliest
    return spanned, -len(telling.date), telling.date


def _detail(telling: Telling) -> tuple[int, int, int]:
    """How much a telling says: more of who, where and when first, the earlier one of two equal."""
    return len(telling.participants), bool(telling.place) + bool(telling.date), -telling.order


def _history(telling: Telling) -> str:
    published = telling.published.isoformat() if telling.published else "?"
    return f"{published} {telling.status} {telling.doc_id}"
