"""Makes the files of this folder from those beside it: pip install fonttools brotli; python make.py

typst reads no WOFF2, and each Literata comes in two parts, latin and latin-ext.
"""

import tempfile
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
MADE = [("Regular", "normal", 400, 64, 0), ("Italic", "italic", 400, 1, 2), ("Bold", "normal", 700, 32, 1)]
UNUSED = ["DSIG", "STAT", "HVAR", "MVAR", "gasp", "avar"]

for name, style, weight, selection, mac in MADE:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for part in ("latin", "latin-ext"):
            font = TTFont(HERE.parent / "literata" / f"literata-{part}-wght-{style}.woff2")
            font.flavor = None
            made = font["head"].created
            font = instantiateVariableFont(font, {"wght": weight}, updateFontNames=False)
            parts.append(f"{folder}/{part}.ttf")
            font.save(parts[-1])
        font = Merger(options=Options(drop_tables=UNUSED)).merge(parts)
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    full = f"Literata {name}"
    for number, text in ((1, "Literata"), (2, name), (3, f"{full} (latin, latin-ext)"), (4, full), (6, f"Literata-{name}")):
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~(1 | 32 | 64) | selection
    font["head"].macStyle = mac
    font["head"].created = font["head"].modified = made
    font.recalcTimestamp = False
    font.save(HERE / f"Literata-{name}.ttf")
