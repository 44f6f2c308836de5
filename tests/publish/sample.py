"""An article with one of everything, about nothing that matters."""

FRONT = """\
description: Bread and sleep may have to do with each other.
subject: "Bread and sleep: a short read"
preheader: Four findings, and when to get help.
author: {name: Example editors, kind: organization}
date: 2026-11-01
updated: 2026-11-20
last_reviewed: 2026-11-20
relationship: none
disclaimers: [medical-advice]
"""

COMMERCIAL = FRONT.replace("relationship: none", "relationship: affiliate").replace(
    "[medical-advice]",
    "[medical-advice, material-connection, fda-structure-function]\nproducts: [{name: Loaf, url: https://shop.example.com/loaf}]",
)

BODY = """\
## In short {.in-short}

- Some people who sleep badly also eat more bread. That does not show that one causes the other.
- “Crumb syndrome” is not a diagnosis.

## When to get medical help {.red-flags}

### Call your emergency number now for

- trouble breathing

### See a doctor soon for

- a jaw that aches for more than two weeks

## What the evidence says {.evidence}

Bread was studied twice.

### Bread and bad sleep {certainty="low"}

**Linked; cause not shown.** In a study of 9,475 people, those who slept badly ate more bread [@doe2020].

### Rye bread for naps {certainty="cannot-say"}

**Little is known.** One review found no change [@roe2021; @doe2020, p. 3].

## What the words mean

Researchers use the phrase for *signals* between bread and `sleep`.[^1] It is an idea under study, not a **diagnosis**.

> Comparisons can mislead.

See [the public page](https://example.org/sleep "Opens elsewhere"), or [what is in short](#in-short).

1. First
2. Second
   - nested

     with a paragraph

```
{{ UnsubscribeURL }} *|UNSUB|* {% if x %} <!--[if mso]> -->
    indented
```

| Choice | What is known | Take care |
|---|---|--:|
| Oats | Not tested well. | Add slowly. |
| Rye | No clear benefit [@roe2021] | Ask first. |

---

## Questions people ask {.faq}

### How long before I would sleep better?

Nobody can say. Trials usually run for 12 weeks.

### Is toast enough?

There is no known dose for sleep. Eat it if you like it [@doe2020].

- Rye
- Or wheat

## Loaf {.product}

Bread helps maintain normal crumbs.\\*

[See Loaf at shop.example.com](https://shop.example.com/loaf)

[^1]: They were counted, not weighed. See [how](https://example.org/how).
"""
