"""Small files of word processors and typesetters, made by hand."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from questions.formats.archives import packed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DC = "http://purl.org/dc/elements/1.1/"


def pdf(
    *pages: Sequence[str], title: str = "", locked: bool = False, repeated: int | None = None
) -> bytes:
    """One text line below the other; `repeated` shows the first page so many times."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        names = DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})
        fonts = DictionaryObject({NameObject("/F1"): names})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(_drawn(lines))
        page[NameObject("/Contents")] = writer._add_object(stream)
    for _ in range(repeated or 0):
        writer.add_page(writer.pages[0])
    if title:
        writer.add_metadata({"/Title": title})
    if locked:
        writer.encrypt("a word", algorithm="RC4-128")
    writer.write(buffer := BytesIO())
    return buffer.getvalue()


def _drawn(lines: Iterable[str]) -> bytes:
    shown = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    text = " ".join(f"({line}) Tj 0 -14 Td" for line in shown)
    return f"BT /F1 11 Tf 60 780 Td {text} ET".encode("latin-1")


def word(body: str, *, title: str = "", others: Mapping[str, bytes] | None = None) -> bytes:
    """A document with this body in WordprocessingML; more files of the archive by name."""
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    core = f'<p xmlns:dc="{_DC}"><dc:title>{escape(title)}</dc:title></p>'
    files = {"word/document.xml": document.encode(), "docProps/core.xml": core.encode()}
    return packed(files | dict(others or {}))


def paragraph(*runs: str, style: str = "") -> str:
    """Runs of text in a paragraph."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}{''.join(f'<w:r><w:t>{escape(run)}</w:t></w:r>' for run in runs)}</w:p>"
