"""Texts without the commands that they say to type: who is handed a page has no terminal, who
is in the explorer has keys."""

import re

from penitcareer.render.document import Document, Facts, Next, mapped
from penitcareer.render.words.french import FIXED, THIN

_TYPED = r"(?:penit |--[a-z])"
# « (penit grille cpip) », « (--age) », and the end of « (article 1, penit grille dsp) ».
_ASIDE = re.compile(rf" \({_TYPED}[^()]*\)|, penit [^(),]*(?=\))|{THIN}; [^;.]* avec {_TYPED}[^;.]*")
_SHEET = re.compile(r"\bvoir penit show (?=\w)")
# The sentence that ends a text by a command.
_LAST = re.compile(rf"(?:^|(?<=\. ))([^.]*?)(?:[{THIN}{FIXED}]: {_TYPED}| : penit )[^.]*\.?$")


def untyped(text: str) -> str:
    """The same text for a page: of a sentence that is there for its command, the count alone
    stays (« 24 autres »)."""
    if "penit " not in text and "--" not in text:
        return text
    told = _LAST.sub(lambda last: last[1] if last[1][:1].isdigit() else "", _ASIDE.sub("", text))
    return _SHEET.sub("voir ", told).rstrip()


def without_commands(document: Document) -> Document:
    """The same document, less the commands worth typing next."""
    kept = [
        Facts(fact for fact in block if not isinstance(fact[1], Next)) if isinstance(block, Facts) else block
        for block in document.blocks
        if not isinstance(block, Next)
    ]
    told: Document = mapped(document._replace(blocks=tuple(kept)), untyped)
    return told._replace(blocks=tuple(block for block in told.blocks if block))
