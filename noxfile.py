"""The order of work. Every session is one command; `nox` alone lints, makes all outputs and reads them back.

All sessions share the environment that bootstrap.py makes (.venv, from requirements.lock).
"""

import sys

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "html", "pdf", "newsletter", "verify"]


def run(session: nox.Session, *command: str) -> None:
    """One command in the shared environment, with what follows -- on nox's command line."""
    session.run(sys.executable, "bootstrap.py", "--run", *command, *session.posargs, external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Look for unsupported claims and missing disclaimers in content/."""
    run(session, "nostrum", "lint")


@nox.session(requires=["lint"])
def html(session: nox.Session) -> None:
    """Make the web page of every cleared article."""
    run(session, "nostrum", "publish", "--only", "web")


@nox.session(requires=["lint"])
def pdf(session: nox.Session) -> None:
    """Make the printable handouts of every cleared article."""
    run(session, "nostrum", "publish", "--only", "handout")


@nox.session(requires=["lint"])
def newsletter(session: nox.Session) -> None:
    """Make the e-mail newsletter of every cleared article."""
    run(session, "nostrum", "publish", "--only", "newsletter")


@nox.session(requires=["lint"])
def publish(session: nox.Session) -> None:
    """Make all outputs of every cleared article."""
    run(session, "nostrum", "publish")


@nox.session
def verify(session: nox.Session) -> None:
    """Read back what lies in build/ and compare it with the articles."""
    run(session, "nostrum", "verify")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests."""
    run(session, "python", "-m", "pytest")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types with mypy --strict."""
    run(session, "python", "-m", "mypy")


@nox.session
def style(session: nox.Session) -> None:
    """Check style and format with ruff."""
    run(session, "ruff", "check", ".")
    run(session, "ruff", "format", "--check", ".")


@nox.session
def accuracy(session: nox.Session) -> None:
    """Measure how well the rules find claims, on labelled sentences."""
    run(session, "python", "-m", "tests.accuracy")


@nox.session
def bench(session: nox.Session) -> None:
    """Time the linter on generated articles."""
    run(session, "python", "-m", "tests.bench")
