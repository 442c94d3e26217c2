"""What a `datapackage.json` may say (Frictionless v1 and v2), and our `factcheck` object on a resource.

The standard's keys keep their standard meaning and unknown ones are let through, as the standard
asks; inside `factcheck` an unknown key is a mistake, and the error says which one was probably meant.
"""

import datetime
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.reference.exact import exact

Exact = Annotated[Fraction, BeforeValidator(exact)]
Kind = Literal["count", "share", "ratio", "rate", "index", "money", "measure"]


class _Standard(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, arbitrary_types_allowed=True, populate_by_name=True)


class _Ours(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Constraints(_Standard):
    required: bool = False
    unique: bool = False
    minimum: Any = None
    maximum: Any = None
    enum: list[Any] | None = None
    pattern: str | None = None


class Column(_Standard):
    """A field of the table schema."""

    name: str
    type: str = "string"
    title: str | None = None
    format: str = "default"
    decimal_char: str = Field(default=".", alias="decimalChar")
    group_char: str = Field(default="", alias="groupChar")
    bare_number: bool = Field(default=True, alias="bareNumber")
    constraints: Constraints = Constraints()


class Schema(_Standard):
    fields: list[Column]
    primary_key: str | list[str] = Field(default=[], alias="primaryKey")
    missing_values: list[Any] = Field(default=[""], alias="missingValues")


class Dialect(_Standard):
    delimiter: str = ","
    quote: str = Field(default='"', alias="quoteChar")
    double_quote: bool = Field(default=True, alias="doubleQuote")
    escape: str | None = Field(default=None, alias="escapeChar")
    skip_initial_space: bool = Field(default=False, alias="skipInitialSpace")
    header: bool = True
    comment: str | None = Field(default=None, alias="commentChar")
    header_rows: list[int] | None = Field(default=None, alias="headerRows")


class Time(_Ours):
    """Where the period stands: a column, two columns, or the same for the whole table."""

    column: str | None = None
    granularity: Literal["year", "quarter", "month", "day", "financial-year"] = "year"
    ends: str | None = None
    start: str | None = None
    end: str | None = None
    fixed: str | None = None


class Place(_Ours):
    column: str | None = None
    scheme: Literal["name", "country-name", "iso3", "iso2"] = "name"
    fixed: str | None = None
    labels: list[str] = []


class Dimension(_Ours):
    total: str | None = None
    labels: dict[str, list[str]] = {}


class Measure(_Ours):
    """One thing that can be claimed; the table of keys in the reference manual says what each means."""

    labels: list[str] = Field(min_length=1)
    kind: Kind
    column: str | None = None
    columns: dict[str, str] = {}
    unit: str | None = None
    multiplier: Exact = Fraction(1)
    precision: Exact | None = None
    excludes: list[str] = []
    flow: bool = False
    additive: list[str] = []
    population: str | None = None
    subset_of: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    other_denominators: dict[str, str] = {}
    part_of: str | None = None
    growth: bool = False

    @property
    def derived(self) -> bool:
        """Whether it can be worked out from two others."""
        return self.numerator is not None and self.denominator is not None


class Anchor(BaseModel):
    """A value known from elsewhere. Further keys are dimensions: `"age": "18"`."""

    model_config = ConfigDict(extra="allow", frozen=True, arbitrary_types_allowed=True)
    measure: str
    value: Exact
    tolerance: Exact = Fraction(0)
    place: str | None = None
    time: str | None = None

    @property
    def members(self) -> dict[str, Any]:
        return dict(self.model_extra or {})


class Meaning(_Ours):
    """The `factcheck` object of a resource."""

    value: str | None = None
    time: Time | None = None
    place: Place | None = None
    selectors: list[str] = []
    dimensions: dict[str, Dimension] = {}
    measures: dict[str, Measure] = Field(min_length=1)
    anchors: list[Anchor] = []
    checked_on: datetime.date | None = None


class Resource(_Standard):
    name: str
    path: str | list[str] | None = None
    data: Any = None
    format: str | None = None
    encoding: str = "utf-8"
    dialect: Dialect = Dialect()
    table: Schema | None = Field(default=None, alias="schema")
    factcheck: Meaning | None = None

    @property
    def paths(self) -> list[str]:
        return [] if self.path is None else [self.path] if isinstance(self.path, str) else self.path


class Source(_Standard):
    title: str | None = None
    path: str | None = None
    retrieved: str | None = None


class Package(_Standard):
    """A dataset: one `datapackage.json`."""

    name: str
    title: str | None = None
    description: str | None = None
    version: str | None = None
    sources: list[Source] = []
    resources: list[Resource] = Field(min_length=1)
