"""Every component by its own examples: templates/components/<name>/examples.yaml holds what an author
writes, what is printed of it, and exactly what each markup family makes of that."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from pipeline.publish.environment import environment
from tests.publish.making import TEMPLATES, view_of

COMPONENTS = TEMPLATES / "components"


class Example(msgspec.Struct, forbid_unknown_fields=True):
    """`print` is the macro's call, `flow` and `mail` what it makes; a family that the component lacks is absent."""

    name: str
    print: str
    body: str
    front: str = "relationship: none\n"
    flow: str | None = None
    mail: str | None = None


EXAMPLES = {
    (folder.name, example.name): example
    for folder in sorted(COMPONENTS.iterdir())
    for example in msgspec.yaml.decode((folder / "examples.yaml").read_bytes(), type=list[Example])
}


@pytest.mark.parametrize("family", ["flow", "mail"])
@pytest.mark.parametrize(("component", "name"), EXAMPLES)
def test_example(tmp_path: Path, component: str, name: str, family: str) -> None:
    example = EXAMPLES[component, name]
    file = COMPONENTS / component / f"{family}.html.jinja"
    expected = getattr(example, family)
    assert file.exists() == (expected is not None)
    if expected is not None:
        macro = example.print.split("(")[0]
        source = f'{{% from "components/{component}/{file.name}" import {macro} %}}{{{{ {example.print} }}}}'
        printed = environment(TEMPLATES, "en").from_string(source).render(view=view_of(tmp_path, example.body, example.front))
        assert printed.strip() == expected.strip()


def test_every_component_has_examples() -> None:
    assert [folder.name for folder in COMPONENTS.iterdir() if not (folder / "examples.yaml").is_file()] == []
