"""The second kept-out set, drawn before its author had seen how forms are read. First and last results: unseen.md."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts import unseen_projects as projects
from corpus.layouts import unseen_units as units
from corpus.layouts.formless import FORMLESS
from corpus.layouts.truth import Drawn

UNSEEN: dict[str, Callable[[int], Drawn]] = {
    "levels_in_one_cell": projects.levels_in_one_cell,
    "score_over_weight": projects.score_over_weight,
    "unit_below_number": projects.unit_below_number,
    "arrived_and_left": projects.arrived_and_left,
    "remarks_between": projects.remarks_between,
    "outline": projects.outline,
    "rate_of_each": projects.rate_of_each,
    "inputs_to_effects": units.inputs_to_effects,
    "duty_and_efficiency": units.duty_and_efficiency,
    "plain_department": units.plain_department,
    "projects_of_a_district": units.projects_of_a_district,
    "transfer_by_level": units.transfer_by_level,
    "two_reviewers": units.two_reviewers,
    "form_inside_report": units.form_inside_report,
    **FORMLESS,
}
