"""Every kind of broken package gets one clear error: the file, the row and column where there is one, what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import ReferenceDataError
from factcheck.reference import load_catalogue
from tests.reference.packages import ROWS, Package

Spoil = Callable[[Package], object]
CASES: dict[str, tuple[Spoil, tuple[str, ...]]] = {}


def broken(name: str, *expected: str) -> Callable[[Spoil], Spoil]:
    """One way to break the package, and what its error must say."""

    def register(spoil: Spoil) -> Spoil:
        CASES[name] = (spoil, expected)
        return spoil

    return register


def table(name: str, old: str, new: str, *expected: str) -> None:
    CASES[name] = (lambda p: p.swap(old, new), ("callouts.csv", *expected))


def key(name: str, spoil: Spoil, *expected: str) -> None:
    CASES[name] = (spoil, ("datapackage.json", *expected))


# The table itself
table("a row with a cell too many", "Brigg,all,80,", "Brigg,all,80,x,", "row 5", "7 cells", "6")
table("a row with a cell too few", "fires,Brigg,all,20,", "fires,Brigg,20,", "row 9", "5 cells")
table("an empty row", "callouts,Brigg", "\ncallouts,Brigg", "row 5", "empty", "Delete")
table("a header that stands twice", "measure,town,group", "measure,town,town", "row 1", "'town'", "twice")
table("an empty header", "measure,town,group", "measure,,group", "row 1", "header of column 2 is empty")
table("a header that the schema does not know", "town,group", "village,group", "row 1", "'village'", "schema")
table("a header spelt otherwise", "measure,town", "measure,Town", "row 1", "'Town'", "Did you mean 'town'")
table("text for a number", ",130,", ",many,", "row 3", "'value'", "'many' is not a number")
table("a sign for a missing number", ",130,", ",n/a,", "row 3", "'value'", "missingValues")
table("a percent sign", ",12.5,", ",12.5%,", "row 10", "'12.5%'", "bareNumber")
table("a currency sign", ",130,", ",£130,", "row 3", "bareNumber")
table("thousands separators", ",130,", ',"1,300",', "row 3", "thousands", "groupChar")
table("a decimal comma", ",12.5,", ',"12,5",', "row 10", "thousands")
table("a number in scientific notation out of bounds", ",130,", ",1e50000000,", "row 3", "not a number")
table("digits of another script", ",130,", ",١٣٠,", "row 3", "not a number")
table("a number that is not finite", ",130,", ",NaN,", "row 3", "not a number")
table("a key that stands twice", "fires,Brigg,all,20", "callouts,Brigg,all,81", "row 9", "also stands in row 5")
table("a measure that is not described", "late,Alderley", "early,Alderley", "row 10", "'early'", "measures")
table("a date that is none", "80,2020-01-01", "80,2020-13-01", "row 5", "'from'", "date")
table("a date the other way round", "80,2020-01-01", "80,01/01/2020", "row 5", "'from'", "2019-08-13")
table("a period that ends before it begins", "80,2020-01-01,2020-12-31", "80,2020-12-31,2020-01-01", "row 5", "before")
table("a share over 100", ",12.5,", ",112.5,", "row 10", "over 100", "ratio")
table("a count below zero", ",26,", ",-26,", "row 7", "below zero")
table("a share below zero", ",12.5,", ",-2.5,", "row 10", "below zero")
table(
    "a part larger than its whole", "fires,Brigg,all,20", "fires,Brigg,all,90", "row 9", "fires (90)", "callouts (80)"
)
table("an unnamed group", "Alderley,night,45", "Alderley,,45", "row 4", "'group'", "member")
table("an unnamed place", "callouts,Brigg", "callouts,", "row 5", "'town'", "unknown place")
table("an anchor that does not hold", "Brigg,all,80", "Brigg,all,84", "row 5", "callouts = 80", "84", "not used")
table("quotation marks left open", "callouts,Brigg", '"callouts,Brigg', "quot")


@broken("cumulative figures that cannot both be right", "callouts.csv", "row 6", "cannot hold", "120", "row 2")
def _(p: Package) -> None:
    p.swap("fires,Alderley,all,30,2019", "callouts,Alderley,all,110,2018-01-01,2019-12-31\nfires,Alderley,all,30,2019")


@broken("another delimiter", "callouts.csv", "row 1", "delimiter", "';'", "dialect")
def _(p: Package) -> None:
    p.files["callouts.csv"] = ROWS.replace(",", ";").encode()


@broken("tabs for commas", "callouts.csv", "row 1", "delimiter")
def _(p: Package) -> None:
    p.files["callouts.csv"] = ROWS.replace(",", "\t").encode()


@broken("another encoding", "callouts.csv", "row 5", "not utf-8", "encoding")
def _(p: Package) -> None:
    p.files["callouts.csv"] = ROWS.replace("callouts,Brigg", "callouts,Brïgg").encode("latin-1")


@broken("two bytes a letter", "callouts.csv", "encoding")
def _(p: Package) -> None:
    p.files["callouts.csv"] = ROWS.encode("utf-16")


@broken("zero bytes", "callouts.csv", "zero bytes", "row 1")
def _(p: Package) -> None:
    p.files["callouts.csv"] = ROWS.replace("town", "to\x00n").encode()


@broken("an unknown encoding", "callouts.csv", "unknown encoding 'utf-88'")
def _(p: Package) -> None:
    p.resource["encoding"] = "utf-88"


@broken("an empty file", "callouts.csv", "empty")
def _(p: Package) -> None:
    p.files["callouts.csv"] = b"\n\n"


@broken("a header and no rows", "callouts.csv", "no rows")
def _(p: Package) -> None:
    p.files["callouts.csv"] = ROWS.partition("\n")[0].encode()


@broken("a spreadsheet", "callouts.csv", "spreadsheet", "CSV")
def _(p: Package) -> None:
    p.files["callouts.csv"] = b"PK\x03\x04rest"


@broken("a column that is missing", "callouts.csv", "row 1", "column 'to' is missing")
def _(p: Package) -> None:
    lines = [line.rpartition(",")[0] for line in ROWS.splitlines()]
    p.files["callouts.csv"] = "\n".join(lines).encode()


@broken("a constraint that is broken", "callouts.csv", "row 2", "'value'", "maximum")
def _(p: Package) -> None:
    p.fields("value")["constraints"] = {"maximum": 100}


@broken("a required cell that is empty", "callouts.csv", "row 3", "'value'", "required")
def _(p: Package) -> None:
    p.fields("value")["constraints"] = {"required": True}
    p.swap(",130,", ",,")


@broken("a value outside its list", "callouts.csv", "row 4", "'group'", "allowed")
def _(p: Package) -> None:
    p.fields("group")["constraints"] = {"enum": ["all", "day"]}


@broken("a cell that does not match its pattern", "callouts.csv", "row 5", "'town'", "match")
def _(p: Package) -> None:
    p.fields("town")["constraints"] = {"pattern": "A.*"}


@broken("a decimal in a column of whole numbers", "callouts.csv", "row 10", "'12.5'", "whole number")
def _(p: Package) -> None:
    p.fields("value")["type"] = "integer"


@broken("a place that its scheme does not know", "callouts.csv", "row 2", "'town'", "'Alderley'", "iso3")
def _(p: Package) -> None:
    p.meaning["place"]["scheme"] = "iso3"


@broken("a country that nobody knows", "callouts.csv", "row 2", "'town'", "country-name")
def _(p: Package) -> None:
    p.meaning["place"]["scheme"] = "country-name"


@broken("shares of one breakdown over 100", "callouts.csv", "row 11", "'arrivals'", "125")
def _(p: Package) -> None:
    p.swap("late,Alderley,all,12.5", "early,Alderley,all,95,2020-01-01,2020-12-31\nlate,Alderley,all,30")
    p.measures["late"]["part_of"] = "arrivals"
    p.measures["early"] = {"labels": ["early"], "kind": "share", "unit": "percent", "part_of": "arrivals"}


@broken("periods of another granularity", "callouts.csv", "row 2", "'from'", "granularity")
def _(p: Package) -> None:
    p.meaning["time"] = {"column": "from", "granularity": "year"}


# The descriptor
key("an unknown key", lambda p: p.measures["fires"].update(lables=["x"]), "measures.fires.lables", "'labels'")
key("an unknown key of the table", lambda p: p.meaning.update(dimension={}), "Did you mean 'dimensions'")
key("an unknown key of the time", lambda p: p.meaning["time"].update(begin="x"), "begin")
key("an unknown kind", lambda p: p.measures["late"].update(kind="percentage"), "kind", "'share'")
key("no labels", lambda p: p.measures["late"].pop("labels"), "measures.late.labels", "missing")
key("an empty list of labels", lambda p: p.measures["late"].update(labels=[]), "measures.late.labels")
key("an empty label", lambda p: p.measures["late"].update(labels=[" "]), "empty label")
key("no measures", lambda p: p.meaning.update(measures={}), "measures")
key("no time", lambda p: p.meaning.pop("time"), "no `time`")
key("two kinds of time", lambda p: p.meaning["time"].update(fixed="2020"), "`time` is unclear")
key("half an interval", lambda p: p.meaning["time"].pop("end"), "`time` is unclear")
key("a place that is two", lambda p: p.meaning["place"].update(fixed="Alderley"), "`place` is unclear")
key("a column that is not there", lambda p: p.meaning.update(value="values"), "'values'", "Did you mean 'value'")
key("values of the wrong type", lambda p: p.fields("value").update(type="string"), "'value'", "number")
key("a key of columns that are not there", lambda p: p.resource["schema"].update(primaryKey=["place"]), "primaryKey")
key("a part of nothing", lambda p: p.measures["fires"].update(subset_of="calls"), "subset_of", "'calls'", "callouts")
key("a part of itself", lambda p: p.measures["callouts"].update(subset_of="fires"), "circle")
key("a numerator of nothing", lambda p: p.measures["late"].update(numerator="x", denominator="fires"), "numerator")
key(
    "a denominator of nothing", lambda p: p.measures["late"].update(other_denominators={"x": "y"}), "other_denominators"
)
key("a sum over nothing", lambda p: p.measures["fires"].update(additive=["towns"]), "additive", "'towns'")
key("a level added up over time", lambda p: p.measures["fires"].update(flow=False), "level", "time")
key("a precision of nothing", lambda p: p.measures["late"].update(precision="0"), "precision", "above zero")
key("a multiplier in words", lambda p: p.measures["late"].update(multiplier="thousand"), "multiplier", "plain number")
key("a measure without rows", lambda p: p.measures.update(x={"labels": ["x"], "kind": "count"}), "'x'", "no figure")
key("a member that no row has", lambda p: p.meaning["dimensions"]["group"].update(total="everyone"), "'everyone'")
key("an anchor of nothing", lambda p: p.meaning["anchors"][0].update(measure="call"), "anchors.0", "callouts")
key("an anchor without a row", lambda p: p.meaning["anchors"][0].update(place="Corby"), "anchor", "names no row")
key("an anchor of an unknown dimension", lambda p: p.meaning["anchors"][0].update(grup="all"), "'grup'", "'group'")
key("an anchor without a period", lambda p: p.meaning["anchors"][0].update(time="lately"), "anchor", "no period")
key("an anchor that is no number", lambda p: p.meaning["anchors"][0].update(value="eighty"), "anchors.0.value")
key("a day of checking that is none", lambda p: p.meaning.update(checked_on="soon"), "checked_on")
key("no name", lambda p: p.descriptor.pop("name"), "'name'", "missing")
key("no resources", lambda p: p.descriptor.update(resources=[]), "resources")
key("no schema", lambda p: p.resource.pop("schema"), "schema")
key("no path", lambda p: p.resource.pop("path"), "no `path`")
key("rows in the descriptor", lambda p: p.resource.update(data=[{"a": 1}]), "inline", "CSV")
key("a file that is missing", lambda p: p.files.clear(), "'callouts.csv' is missing")
key("a path to the folder above", lambda p: p.resource.update(path="../x.csv"), "leaves the folder")
key("a path from the root", lambda p: p.resource.update(path="/etc/passwd"), "leaves the folder")
key("a path of another system", lambda p: p.resource.update(path="C:\\x.csv"), "leaves the folder")
key("a path to the web", lambda p: p.resource.update(path="https://example.org/x.csv"), "web address", "Download")
key("a column named twice", lambda p: p.resource["schema"]["fields"].append({"name": "to"}), "'to'", "twice")


@broken("two resources of one name", "datapackage.json", "'callouts'", "name")
def _(p: Package) -> None:
    p.descriptor["resources"].append(p.resource)


@broken("no JSON", "datapackage.json", "not JSON", "row 1")
def _(p: Package) -> None:
    p.raw = b"{'name': 'x'}"


@broken("JSON of another shape", "datapackage.json", "not a JSON object")
def _(p: Package) -> None:
    p.raw = b"[1, 2]"


@broken("JSON that is not UTF-8", "datapackage.json", "not UTF-8")
def _(p: Package) -> None:
    p.raw = '{"name": "Brïgg"}'.encode("latin-1")


@broken("a number that JSON does not know", "datapackage.json", "NaN")
def _(p: Package) -> None:
    p.raw = b'{"name": "x", "version": NaN}'


def test_there_are_sixty_kinds() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_broken_package_is_refused_with_a_clear_error(name: str, tmp_path: Path) -> None:
    spoil, expected = CASES[name]
    package = Package()
    spoil(package)
    with pytest.raises(ReferenceDataError) as caught:
        load_catalogue(package.write(tmp_path))
    message = str(caught.value)
    for words in expected:
        assert words in message, message
    assert message.rstrip()[-1] in ".?…}", "the last sentence says what to do"
    assert len(message) < 500


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    package = Package()
    content = package.files.pop("callouts.csv")
    (tmp_path / "elsewhere.csv").write_bytes(content)
    package.files["other.csv"] = content
    folder = package.write(tmp_path)
    (folder / "fire-service" / "callouts.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(ReferenceDataError, match="through a link"):
        load_catalogue(folder)


def test_the_sound_package_is_accepted(tmp_path: Path) -> None:
    assert [dataset.name for dataset in load_catalogue(Package().write(tmp_path)).datasets] == ["fire-service"]


def test_a_folder_without_packages_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="reference add"):
        load_catalogue(tmp_path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="no such folder"):
        load_catalogue(tmp_path / "nowhere")
