"""The evidence: no study is cited that is not in studies.yaml, a second place, so that it is added on purpose."""

from pathlib import Path

import yaml

from backend.exercises.catalogue import catalogue

SOURCES = [
    (slug, source)
    for slug, exercise in catalogue()["en"].exercises.items()
    for source in exercise["evidence"]["sources"]
]


def test_every_study_is_one_that_was_read() -> None:
    read = yaml.safe_load(Path(__file__).with_name("studies.yaml").read_text())
    cited = [[source["author"], source["year"], source["venue"]] for _, source in SOURCES]
    assert [study for study in cited if study not in read] == []


def test_every_study_says_what_it_was() -> None:
    assert {slug for slug, source in SOURCES if "detail" not in source} == set()
