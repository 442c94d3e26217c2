"""The version of the package, and of the report's JSON Schema."""

VERSION = "0.1.0"
SCHEMA = "1.0"
