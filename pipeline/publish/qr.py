"""The two pictures that the handout draws itself: the way to the web page, and how sure we are."""

from __future__ import annotations

from io import BytesIO

# Modules of white around the code, as the standard asks for.
QUIET_ZONE = 4


def qr_svg(address: str, dark: str, light: str) -> bytes:
    """The address as a QR code (ISO/IEC 18004, level M) in SVG: one unit a module, quiet zone included.

    Colours are CSS hex values.
    """
    import segno

    out = BytesIO()
    code = segno.make(address, error="m", boost_error=False, micro=False)
    code.save(out, kind="svg", border=QUIET_ZONE, dark=dark, light=light, xmldecl=False, svgclass=None, lineclass=None, nl=False)
    return out.getvalue()


def squares_svg(filled: int, colour: str, ground: str) -> bytes:
    """Four squares of 30 units, 15 apart, the first `filled` of them solid: shape says it, not colour."""
    squares = (
        f'<rect x="{45 * place}" width="30" height="30" fill="{colour}"/>'
        + ("" if place < filled else f'<rect x="{45 * place + 4}" y="4" width="22" height="22" fill="{ground}"/>')
        for place in range(4)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="165" height="30" viewBox="0 0 165 30">{"".join(squares)}</svg>'.encode()
