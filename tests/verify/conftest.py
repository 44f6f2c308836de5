"""One article, rendered once for all tests that read it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.article.document import Document
from pipeline.verify.expectations import Expectations, expectations
from tests.publish.making import press, site
from tests.verify.sample import everything, written


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the article and its picture lie."""
    return tmp_path_factory.mktemp("content")


@pytest.fixture(scope="session")
def document(folder: Path) -> Document:
    """The article."""
    return written(folder)


@pytest.fixture(scope="session")
def files(document: Document, folder: Path) -> dict[str, bytes]:
    """All of its outputs."""
    return everything(document, folder)


@pytest.fixture(scope="session")
def expected(document: Document, folder: Path) -> Expectations:
    """What they have to show."""
    return expectations(document, False, press(folder).register, site())
