"""Small files of word processors and typesetters, made by hand."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, PdfObject, StreamObject

from questions.formats.archives import packed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
_DC = "http://purl.org/dc/elements/1.1/"


def pdf(
    *pages: Sequence[str], title: str = "", locked: bool = False, repeated: int | None = None
) -> bytes:
    """One text line below the other; `repeated` shows the first page so many times."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = _named("/Font", "/F1", _names(_FONT))
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


def stamped(lines: Sequence[str], *, times: int) -> bytes:
    """A page that shows the same drawing so many times."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    drawing = StreamObject()
    drawing.set_data(_drawn(lines))
    drawing[NameObject("/Subtype")] = NameObject("/Form")
    drawing[NameObject("/Resources")] = _named("/Font", "/F1", _names(_FONT))
    page[NameObject("/Resources")] = _named("/XObject", "/X", writer._add_object(drawing))
    stream = DecodedStreamObject()
    stream.set_data(b"/X Do " * times)
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(buffer := BytesIO())
    return buffer.getvalue()


def _named(kind: str, name: str, value: PdfObject) -> DictionaryObject:
    """Resources of a page that have one thing of one kind."""
    return DictionaryObject({NameObject(kind): DictionaryObject({NameObject(name): value})})


def _names(pairs: Mapping[str, str]) -> DictionaryObject:
    return DictionaryObject({NameObject(k): NameObject(v) for k, v in pairs.items()})


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
