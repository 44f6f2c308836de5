"""Each sentence gets a place of its own, in order, or is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.verify.placing import place
from pipeline.verify.reading import Reading, Run, squeeze
from pipeline.verify.wanted import Wanted, Zone


def wanted(text: str, zone: Zone = Zone.FLOW, field: str = "") -> Wanted:
    """A sentence to look for."""
    return Wanted(text, "paragraph", 1, zone, squeeze(text), None, (), 0, field)


def placed(sentences: list[Wanted], shown: str) -> list[str | None]:
    """What stands at the place of each sentence."""
    reading = Reading([Run(shown)])
    return [reading.text[span.start : span.end] if span else None for span in place(tuple(sentences), reading)]


def lost(texts: list[str], shown: str) -> list[str]:
    """The texts that are not there."""
    return [text for text, at in zip(texts, placed([wanted(text) for text in texts], shown), strict=True) if at is None]


LONG = ["The first sentence is this one.", "The second sentence follows it.", "And a third sentence ends the text."]


def test_all_that_is_there_is_found() -> None:
    assert lost([*LONG, "Yes.", "No."], " chrome ".join([*LONG, "Yes. No."])) == []


def test_what_is_gone_is_named() -> None:
    for text in LONG:
        assert lost(LONG, " ".join(other for other in LONG if other != text)) == [text]


def test_a_sentence_that_occurs_twice_has_to_be_there_twice() -> None:
    twice = [LONG[0], "Same.", LONG[1], "Same.", LONG[2]]
    assert lost(twice, " ".join(twice)) == []
    assert lost(twice, " ".join([LONG[0], "Same.", *LONG[1:]])) == ["Same."]
    assert lost(["Same."] * 500, "Same. " * 500) == []
    assert lost(["Same."] * 500, "Same. " * 499) == ["Same."]


def test_a_part_of_a_word_or_of_another_sentence_does_not_count() -> None:
    assert lost(["Zinc"], "Zincora") == ["Zinc"]
    assert lost(["inc."], "Zinc.") == ["inc."]
    assert lost(
        ["The gut is studied by many people.", "It is said that The gut is studied by many people."],
        "It is said that The gut is studied by many people.",
    ) == ["The gut is studied by many people."]


def test_words_that_stand_elsewhere_do_not_stand_in() -> None:
    assert lost([*LONG, "Zinc"], "Zinc " + " ".join(LONG)) == ["Zinc"]
    assert lost([LONG[0], "Zinc", *LONG[1:]], " ".join(LONG) + " Zinc") == ["Zinc"]


def test_a_single_sentence_may_not_move_but_a_section_may() -> None:
    a, b = ([f"{name} sentence number {number} of its section." for number in range(4)] for name in ("Red", "Blue"))
    assert lost([*a, *b], " ".join([*b, *a])) == []
    assert lost([*a, *b], " ".join([a[1], a[2], a[3], *b, a[0]])) == [a[0]]
    assert lost([*a, *b], " ".join([a[0], a[2], a[3], *b[:2], a[1], *b[2:]])) == [a[1]]


def test_cells_keep_their_order_and_columns_may_be_labels() -> None:
    heads = [wanted(text, Zone.COLUMN) for text in ("Food", "Known")]
    cells = [wanted(text, Zone.CELL) for text in ("Oats", "yes", "Rye", "yes yes", "no")]
    table = [wanted(LONG[0]), *heads, *cells, wanted(LONG[1])]
    assert None not in placed(table, f"{LONG[0]} Food Known Oats yes Rye yes yes no {LONG[1]}")
    assert None not in placed(table, f"{LONG[0]} Food: Oats Known: yes Food: Rye Known: yes yes no {LONG[1]}")
    assert placed(table, f"{LONG[0]} Food: Oats Known: yes Food: Rye Known: no no {LONG[1]} yes yes")[6] is None
    assert placed(table, f"{LONG[0]} Food: Oats yes Food: Rye yes yes no {LONG[1]} Known")[2] is None


def test_the_front_stands_before_the_text_and_the_title_in_the_top_heading() -> None:
    title = wanted("Bread", Zone.FRONT, "title")
    assert placed([title, wanted(LONG[0])], f"Bread {LONG[0]}") == ["Bread", squeeze(LONG[0])]
    assert placed([title, wanted(LONG[0])], f"{LONG[0]} Bread")[0] is None
    runs = Reading([Run("Bread. "), Run("Bread", level=1), Run(LONG[0])])
    assert place((title, wanted(LONG[0])), runs)[0] == (6, 11)
    assert place((title,), Reading([Run("Bread. "), Run("Loaf", level=1)]))[0] is None


def test_footnotes_may_stand_anywhere_but_once_each() -> None:
    notes = [wanted("A note.", Zone.LOOSE), wanted("A note.", Zone.LOOSE)]
    assert None not in placed([wanted(LONG[0]), *notes], f"A note. {LONG[0]} A note.")
    assert placed([wanted(LONG[0]), *notes], f"{LONG[0]} A note.").count(None) == 1


def test_descriptions_stand_near_their_block_or_anywhere() -> None:
    near = wanted("alt zinc text", Zone.NEAR)
    assert None not in placed([wanted("zinc"), near, wanted("zinc")], "zinc (Picture: alt zinc text) zinc")
    assert None not in placed([wanted(LONG[0]), near, wanted(LONG[1])], f"(Picture: alt zinc text) {LONG[0]} {LONG[1]}")
    assert placed([wanted("zinc"), near, wanted("zinc")], "zinc (Picture: alt text) zinc")[1] is None
    row = [wanted("zinc", Zone.CELL), near, wanted("zinc", Zone.CELL)]
    assert None not in placed(row, "zinc (Picture: alt zinc text) zinc")


words = st.lists(st.sampled_from(["zinc", "skin", "the", "gut", "Yes", "no", "20"]), min_size=1, max_size=6).map(
    lambda parts: " ".join(parts) + "."
)


@settings(max_examples=300, deadline=None)
@given(st.lists(words, min_size=1, max_size=25), st.lists(st.sampled_from(["", "menu", "zinc", "Yes. no."]), min_size=26, max_size=26))
def test_nothing_that_is_there_is_ever_called_lost(texts: list[str], chrome: list[str]) -> None:
    assert lost(texts, " | ".join(f"{around} | {text}" for around, text in zip(chrome, texts, strict=False))) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(words, min_size=1, max_size=25), st.data())
def test_one_sentence_less_is_always_noticed(texts: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(texts) - 1))
    assert lost(texts, " | ".join(texts[:gone] + texts[gone + 1 :])) != []
