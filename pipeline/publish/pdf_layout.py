"""WeasyPrint, called strictly: what it would only warn about stops the job. Imported by the child process alone."""

from __future__ import annotations

import logging
import mimetypes
import warnings
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML  # type: ignore[import-untyped]
from weasyprint.css.counters import CounterStyle  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

from pipeline.publish.pdf import Job
from pipeline.publish.pdf_markup import anchor_names, prepare
from pipeline.publish.pdf_repair import repaired

_MAX_FAULTS = 5
_PICTURE_DPI = 220


class Refused(Exception):
    """The job asks for something it may not have, or WeasyPrint is not content with it."""


class _Faults(logging.Handler):
    """Keeps what WeasyPrint warns about: a missing picture, a glyph that no font has, a property it does not know."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if not _left_to_the_reading_back(record):
            self.messages[record.getMessage()] = None

    def stop(self) -> None:
        """Raise Refused if anything was reported."""
        if self.messages:
            rest = len(self.messages) - _MAX_FAULTS
            more = f" (and {rest} more)" if rest > 0 else ""
            raise Refused("; ".join(list(self.messages)[:_MAX_FAULTS]) + more)


def _left_to_the_reading_back(record: logging.LogRecord) -> bool:
    """A link to a reference or note that is not there: verification names what is missing, with its words."""
    return str(record.msg).startswith("No anchor #%s for internal URI reference")


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Serves the job's own resources and the files of its shelves. Everything else ends the job."""

    def __init__(self, job: Job) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._resources = {resource.url: resource for resource in job.resources}
        self._shelves = job.shelves

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The bytes behind an address. FatalURLFetchingError if the job does not hold them."""
        resource = self._resources.get(url)
        if resource is not None:
            return URLFetcherResponse(url, resource.data, {"Content-Type": resource.media_type})
        path = self._file(url)
        if path is None:
            raise FatalURLFetchingError(f"{url} is not part of this project: pages are made from content/ and templates/ alone")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    def _file(self, url: str) -> Path | None:
        """The file that an address stands for; None outside the shelves, also by way of `..` or a symbolic link."""
        for shelf in self._shelves:
            if url.startswith(shelf.url):
                folder = Path(shelf.folder).resolve()
                path = (folder / unquote(urlsplit(url[len(shelf.url) :]).path).lstrip("/")).resolve()
                return path if path.is_relative_to(folder) and path.is_file() else None
        return None


def lay_out(job: Job) -> tuple[bytes, ...]:
    """The finished PDFs, one for each style sheet of the job. Raises Refused with WeasyPrint's own words."""
    faults = _Faults()
    logging.getLogger("weasyprint").addHandler(faults)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return tuple(_one(job, sheet, faults) for sheet in job.sheets)
        except FatalURLFetchingError as error:
            raise Refused(str(error.__cause__ or error)) from error


def _one(job: Job, sheet: str, faults: _Faults) -> bytes:
    fetcher, fonts, counters = _Fetcher(job), FontConfiguration(), CounterStyle()
    page = HTML(string=job.html, base_url=job.base_url, url_fetcher=fetcher)
    names = anchor_names(page.etree_element)
    prepare(page.etree_element)
    style = CSS(string=sheet, base_url=job.base_url, url_fetcher=fetcher, font_config=fonts, counter_style=counters)
    faults.stop()
    data = page.write_pdf(
        stylesheets=[style],
        font_config=fonts,
        counter_style=counters,
        pdf_variant="pdf/ua-1",
        optimize_images=True,
        dpi=_PICTURE_DPI,
        uncompressed_pdf=True,  # pdf_repair.py writes the file anew
    )
    faults.stop()
    return repaired(data, names)
