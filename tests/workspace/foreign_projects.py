"""REFI-QDA projects the way other programs write them, about one made-up chat."""

from tests.exchange.refi_qda import PROJECT, packed

LINES = (
    "Support chat of 4 May",
    "",
    "Nadia: Hello, this is Nadia 😀. How can I help?",
    "Customer: My kettle leaks, and I want my money back.",
    "Nadia: That is how our terms are.",
    "Customer: I see. Goodbye then.",
)
ANN, BEN = "5C94BC9E-DB8C-4F1D-9CD6-E900C7440860", "df241da2-bca0-4ad9-83c1-b89c98d83567"
TEXT = "8b1f0f4e-0b8c-4b3e-9a43-3c1a2d9b7a01"
TONE, TERMS, REMEDY = (f"2dfba8c9-59f5-4424-99d6-ea9bce18134{digit}" for digit in "abc")


def at(words: str, text: str = "\n".join(LINES)) -> str:
    """The attributes that mark the words, in code points of the text."""
    start = text.index(words)
    return f'startPosition="{start}" endPosition="{start + len(words)}"'


def guid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012x}"


def project(inside: str, *, origin: str = "NVivo R1", name: str = "Kettle study") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
        f'<Project xmlns="{PROJECT}" name="{name}" origin="{origin}" creatingUserGUID="{ANN}">\n{inside}\n</Project>'
    )


USERS = f'<Users><User guid="{ANN}" name="Ann" id="A"/><User guid="{BEN}" name="Ben"/></Users>'


def nvivo() -> bytes:
    """CR LF counted as two signs, a byte order mark, a selection for each code, annotations as linked notes."""
    text = "\r\n".join(LINES)
    inside = f"""{USERS}
<CodeBook><Codes>
 <Code guid="{TONE}" name="Tone" isCodable="true" color="#FF0000"><Description>How it sounds.</Description></Code>
 <Code guid="{TERMS}" name="Hides behind terms" isCodable="true"/>
</Codes></CodeBook>
<Cases><Case guid="{guid(90)}" name="Customer"><SourceRef targetGUID="{TEXT}"/></Case></Cases>
<Sources><TextSource guid="{TEXT}" name="Kettle" plainTextPath="internal://{TEXT}.txt"
  richTextPath="internal://{TEXT}.docx" creatingUser="{ANN}" creationDateTime="2026-05-04T10:00:00Z">
 <PlainTextSelection guid="{guid(1)}" name="" {at("this is Nadia 😀", text)} creatingUser="{ANN}"
  creationDateTime="2026-05-04T10:11:12Z"><Description/>
  <Coding guid="{guid(2)}" creatingUser="{BEN}" creationDateTime="2026-05-04T11:00:00Z">
  <CodeRef targetGUID="{TONE}"/></Coding>
 </PlainTextSelection>
 <PlainTextSelection guid="{guid(3)}" {at("how our terms are", text)} creatingUser="{ANN}">
  <Coding guid="{guid(4)}" creatingUser="{ANN}"><CodeRef targetGUID="{TERMS}"/></Coding></PlainTextSelection>
 <PlainTextSelection guid="{guid(5)}" {at("Goodbye", text)} creatingUser="{ANN}"/>
 <PlainTextSelection guid="{guid(6)}" {at("kettle", text)} creatingUser="{ANN}">
  <Coding guid="{guid(7)}" creatingUser="{ANN}"><CodeRef targetGUID="{guid(90)}"/></Coding></PlainTextSelection>
</TextSource>
<PictureSource guid="{guid(20)}" name="Shop" path="internal://shop.jpg"/></Sources>
<Notes><Note guid="{guid(8)}" name="Note 1" plainTextPath="internal://note.txt" creatingUser="{ANN}"/>
 <Note guid="{guid(9)}" name="Diary" creatingUser="{ANN}"><PlainTextContent>Day one.</PlainTextContent></Note></Notes>
<Links><Link guid="{guid(10)}" direction="OneWay" originGUID="{guid(8)}" targetGUID="{guid(5)}"/></Links>"""
    files = {f"sources/{TEXT}.txt": b"\xef\xbb\xbf" + text.encode(), "sources/note.txt": "\ufeffGives up.".encode()}
    return packed(project(inside), files)


def atlas() -> bytes:
    """CR LF in the file, counted as one sign; quotations with comments, several codes on one."""
    inside = f"""{USERS}
<CodeBook><Codes><Code guid="{TONE}" name="Tone" isCodable="true"/>
<Code guid="{REMEDY}" name="Remedy" isCodable="true"/>
</Codes></CodeBook>
<Sources><TextSource guid="{{{TEXT}}}" name="Kettle.txt" plainTextPath="internal://{TEXT}.txt">
 <PlainTextSelection guid="{guid(1)}" name="My kettle leaks" {at("My kettle leaks")} creatingUser="{ANN}"
  modifyingUser="{ANN}" modifiedDateTime="2026-05-05T08:00:00+02:00"><Description>No remedy is offered.</Description>
  <Coding guid="{guid(2)}"><CodeRef targetGUID="{TONE}"/></Coding>
  <Coding guid="{guid(3)}"><CodeRef targetGUID="{REMEDY}"/></Coding></PlainTextSelection>
 <PlainTextSelection guid="{guid(4)}" {at("Goodbye")} creatingUser="{ANN}">
  <Coding guid="{guid(5)}"><CodeRef targetGUID="{REMEDY}"/></Coding></PlainTextSelection>
</TextSource></Sources>"""
    return packed(project(inside, origin="ATLAS.ti 23"), {f"sources/{TEXT}.txt": "\r\n".join(LINES).encode()})


def maxqda() -> bytes:
    """Nested codes, capitals in GUIDs, a memo at words, variables at the source, whole lines marked."""
    inside = f"""<Users><User guid="{BEN}" name="Ben"/></Users>
<CodeBook><Codes><Code guid="{TONE.upper()}" name="Manner" isCodable="true">
 <Code guid="{TERMS.upper()}" name="Terms" isCodable="true"/>
 <Code guid="{REMEDY.upper()}" name="Remedy" isCodable="true"/>
</Code></Codes></CodeBook>
<Variables><Variable guid="{guid(30)}" name="Age" typeOfVariable="Integer"/></Variables>
<Sources><TextSource guid="{TEXT.upper()}" name="Kettle">
 <PlainTextContent>{chr(10).join(LINES)}</PlainTextContent>
 <PlainTextSelection guid="{guid(1)}" {at("Nadia: That is how our terms are.")}>
  <Coding guid="{guid(2)}"><CodeRef targetGUID="{TERMS.upper()}"/></Coding></PlainTextSelection>
 <NoteRef targetGUID="{guid(3)}"/>
 <VariableValue><VariableRef targetGUID="{guid(30)}"/><IntegerValue>4</IntegerValue></VariableValue>
</TextSource></Sources>
<Notes><Note guid="{guid(3)}" modifyingUser="{BEN}" modifiedDateTime="2026-05-04T12:00:00Z">
 <PlainTextContent>Wants money.</PlainTextContent>
 <PlainTextSelection guid="{guid(4)}" {at("money back")}/></Note></Notes>
<Sets><Set guid="{guid(5)}" name="Group"><MemberSource targetGUID="{TEXT}"/></Set></Sets>"""
    return packed(project(inside, origin="MAXQDA 22"))


def qualcoder() -> bytes:
    """Folders of codes that are not codable, a folder `Sources`, a PDF with its text, positions in UTF-16 units."""
    text = "\n".join(LINES)

    def units(words: str) -> str:
        start = len(text[: text.index(words)].encode("utf-16-le")) // 2
        return f'startPosition="{start}" endPosition="{start + len(words.encode("utf-16-le")) // 2}"'

    inside = f"""{USERS}<CodeBook><Codes><Code guid="{guid(40)}" name="Folder" isCodable="false">
 <Code guid="{TONE}" name="Tone" isCodable="true"/></Code></Codes></CodeBook>
<Sources><PDFSource guid="{guid(41)}" name="kettle.pdf" path="internal://kettle.pdf">
 <Representation guid="{TEXT}" plainTextPath="internal://{TEXT}.txt">
 <PlainTextSelection guid="{guid(1)}" {units("kettle leaks")} creatingUser="{BEN}"><Description>Ouch</Description>
  <Coding guid="{guid(2)}" creatingUser="{BEN}"><CodeRef targetGUID="{TONE}"/></Coding></PlainTextSelection>
 <PlainTextSelection guid="{guid(3)}" {units("terms are.")} creatingUser="{BEN}">
  <Coding guid="{guid(4)}" creatingUser="{BEN}"><CodeRef targetGUID="{TONE}"/></Coding></PlainTextSelection>
</Representation></PDFSource></Sources>"""
    return packed(project(inside, origin="QualCoder 3.5"), {f"Sources/{TEXT}.txt": text.encode()})


def recorded() -> bytes:
    """A recording with a transcript, marked between points in time."""
    text = "\n".join(LINES[2:])
    begin, end = text.index("That is"), text.index("terms are") + len("terms are")
    inside = f"""{USERS}<CodeBook><Codes><Code guid="{TONE}" name="Tone" isCodable="true"/></Codes></CodeBook>
<Sources><AudioSource guid="{guid(50)}" name="Call" path="internal://call.mp3"><Transcript guid="{TEXT}">
 <PlainTextContent>{text}</PlainTextContent>
 <SyncPoint guid="{guid(51)}" timeStamp="1000" position="{begin}"/>
 <SyncPoint guid="{guid(52)}" timeStamp="2000" position="{end}"/>
 <TranscriptSelection guid="{guid(53)}" fromSyncPoint="{guid(51)}" toSyncPoint="{guid(52)}" creatingUser="{ANN}">
  <Coding guid="{guid(54)}"><CodeRef targetGUID="{TONE}"/></Coding></TranscriptSelection>
</Transcript></AudioSource></Sources>"""
    return packed(project(inside))


def many_codes(count: int, used: int, *, below: int = 0) -> bytes:
    """A codebook of `count` codes, each with `below` codes in it; the first `used` of all mark the word kettle."""
    codes, ids = [], []
    for number in range(count):
        inner = [guid(1000 + number * 100 + place) for place in range(below)]
        ids += [guid(500 + number), *inner]
        nested = "".join(f'<Code guid="{one}" name="Inner {one[-3:]}" isCodable="true"/>' for one in inner)
        codes.append(f'<Code guid="{guid(500 + number)}" name="Code {number + 1}" isCodable="true">{nested}</Code>')
    marks = "".join(
        f'<PlainTextSelection guid="{guid(8000 + number)}" {at("kettle")} creatingUser="{ANN}">'
        f'<Coding guid="{guid(9000 + number)}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
        for number, code in enumerate(ids[:used])
    )
    inside = f"""{USERS}<CodeBook><Codes>{"".join(codes)}</Codes></CodeBook>
<Sources><TextSource guid="{TEXT}" name="Kettle" plainTextPath="internal://{TEXT}.txt">{marks}</TextSource></Sources>"""
    return packed(project(inside), {f"sources/{TEXT}.txt": "\n".join(LINES).encode()})
