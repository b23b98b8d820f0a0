"""The error tree. A message says what happened, to which value, what is allowed, what to do.

GraphBuildError            exit code 2
├── SettingsError          a setting or an option is wrong
├── DocumentError          one input cannot be used (recorded as an Issue, the run goes on)
├── OntologyError          a file under ontology/ or graphbuild/data/ is wrong
├── StoreError             the output cannot be read or written
├── QueryError             a question is not valid SPARQL or has no such name
└── CorrectionError        a correction cannot be made, or corrections.ttl cannot be used
    └── AmbiguousError     a name means several things; ``choices`` lists them
"""


class GraphBuildError(Exception):
    """Anything that graphbuild can explain to its user."""


class SettingsError(GraphBuildError):
    """A setting or a command-line option is wrong."""


class DocumentError(GraphBuildError):
    """One input cannot be used: what is wrong with it, and what its owner can do."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(f"{problem}; {remedy}" if remedy else problem)
        self.problem = problem
        self.remedy = remedy


class OntologyError(GraphBuildError):
    """A file of the ontology or of the knowledge data is wrong."""


class StoreError(GraphBuildError):
    """The output folder cannot be read or written."""


class QueryError(GraphBuildError):
    """A question is not valid SPARQL, or no named question has this name."""


class CorrectionError(GraphBuildError):
    """A correction cannot be made as it was asked for, or ``corrections.ttl`` cannot be used."""


class AmbiguousError(CorrectionError):
    """A name or an identifier means several things: ``choices`` are (IRI, description), sorted."""

    def __init__(self, message: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__("\n".join((message, *(f"  {words}  <{iri}>" for iri, words in choices))))
        self.choices = choices
