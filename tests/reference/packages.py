"""A small sound package, and the means to break it."""

import copy
import json
from pathlib import Path
from typing import Any

ROWS = """measure,town,group,value,from,to
callouts,Alderley,all,120,2019-01-01,2019-12-31
callouts,Alderley,all,130,2020-01-01,2020-12-31
callouts,Alderley,night,45,2020-01-01,2020-12-31
callouts,Brigg,all,80,2020-01-01,2020-12-31
fires,Alderley,all,30,2019-01-01,2019-12-31
fires,Alderley,all,26,2020-01-01,2020-12-31
fires,Alderley,night,9,2020-01-01,2020-12-31
fires,Brigg,all,20,2020-01-01,2020-12-31
late,Alderley,all,12.5,2020-01-01,2020-12-31
"""

DESCRIPTOR: dict[str, Any] = {
    "name": "fire-service",
    "title": "Callouts of the fire service, by town",
    "licenses": [{"name": "CC0-1.0"}],
    "sources": [{"title": "The county's own log", "path": "https://example.org/log"}],
    "resources": [
        {
            "name": "callouts",
            "path": "callouts.csv",
            "schema": {
                "fields": [
                    {"name": "measure", "type": "string"},
                    {"name": "town", "type": "string"},
                    {"name": "group", "type": "string"},
                    {"name": "value", "type": "number"},
                    {"name": "from", "type": "date"},
                    {"name": "to", "type": "date"},
                ],
                "primaryKey": ["measure", "town", "group", "from", "to"],
            },
            "factcheck": {
                "value": "value",
                "time": {"start": "from", "end": "to"},
                "place": {"column": "town", "scheme": "name"},
                "selectors": ["measure"],
                "dimensions": {"group": {"total": "all", "labels": {"night": ["at night"]}}},
                "measures": {
                    "callouts": {
                        "labels": ["callouts", "times the brigade was called out"],
                        "kind": "count",
                        "unit": "callouts",
                        "flow": True,
                        "additive": ["time", "place"],
                    },
                    "fires": {
                        "labels": ["fires", "callouts to a fire"],
                        "kind": "count",
                        "unit": "fires",
                        "flow": True,
                        "additive": ["time"],
                        "subset_of": "callouts",
                    },
                    "late": {"labels": ["late arrivals"], "kind": "share", "unit": "percent", "precision": "0.1"},
                },
                "anchors": [{"measure": "callouts", "place": "Brigg", "time": "2020-01-01/2020-12-31", "value": "80"}],
                "checked_on": "2026-01-31",
            },
        }
    ],
}


class Package:
    """A descriptor and files that a test may spoil before they are written."""

    def __init__(self) -> None:
        self.descriptor = copy.deepcopy(DESCRIPTOR)
        self.files: dict[str, bytes] = {"callouts.csv": ROWS.encode()}
        self.raw: bytes | None = None

    @property
    def resource(self) -> dict[str, Any]:
        return self.descriptor["resources"][0]  # type: ignore[no-any-return]

    @property
    def meaning(self) -> dict[str, Any]:
        return self.resource["factcheck"]  # type: ignore[no-any-return]

    @property
    def measures(self) -> dict[str, Any]:
        return self.meaning["measures"]  # type: ignore[no-any-return]

    def fields(self, name: str) -> dict[str, Any]:
        return next(f for f in self.resource["schema"]["fields"] if f["name"] == name)  # type: ignore[no-any-return]

    def swap(self, old: str, new: str) -> None:
        """Change the text of the table; the old text must be there."""
        text = self.files["callouts.csv"].decode()
        assert old in text
        self.files["callouts.csv"] = text.replace(old, new).encode()

    def write(self, folder: Path) -> Path:
        home = folder / "catalogue" / "fire-service"
        home.mkdir(parents=True)
        for name, content in self.files.items():
            (home / name).write_bytes(content)
        text = self.raw if self.raw is not None else json.dumps(self.descriptor, ensure_ascii=False).encode()
        (home / "datapackage.json").write_bytes(text)
        return home.parent
