"""More than 500 strings that mean something to a browser, a spreadsheet, a parser, a template, a file system or an eye.

`HOSTILE` has every one of them once, `KINDS` the same by what they attack. What would run calls `CALL`, what would be
requested lies at `HOST`, so a browser that runs or asks for anything can be caught at it. `FILE_NAMES` are titles that
lead out of a folder, or that a file system refuses.
"""

import re
from itertools import product
from typing import Final

CALL: Final = "alert(1)"
HOST: Final = "requested.invalid"
LONG: Final = 70_000
"""Longer than a cell of a spreadsheet (32,767 UTF-16 units) and than the 64 KiB of some readers."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def as_kept(words: str) -> str:
    """The words as a library holds them: half a surrogate pair, which no file can hold, is U+FFFD."""
    return _SURROGATE.sub("\ufffd", words)


_ELEMENTS: Final = (
    f"<script>{CALL}</script>",
    f"<script src=//{HOST}/a.js></script>",
    f"<img src=x onerror={CALL}>",
    f"<img src=//{HOST}/i.png>",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><style>@import url(//{HOST}/c.css)</style>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={CALL}>",
    f"<iframe srcdoc='<script>{CALL}</script>'></iframe>",
    f"<iframe src=//{HOST}/></iframe>",
    f"<object data=//{HOST}/o></object>",
    f"<embed src=//{HOST}/e>",
    f"<link rel=stylesheet href=//{HOST}/s.css>",
    f"<base href=//{HOST}/>",
    f"<meta http-equiv=refresh content='0;url=//{HOST}/'>",
    f"<form action=//{HOST}/><button>Go</button></form>",
    f"<input autofocus onfocus={CALL}>",
    f"<details open ontoggle={CALL}>",
    f"<video><source onerror={CALL}></video>",
    f"<a href='javascript:{CALL}'>link</a>",
    "<style>body{display:none}</style>",
    "<plaintext>",
    "<textarea>",
    "<noscript><p title='</noscript>'>",
    "<template><b>hidden",
    "<table><td>loose cell",
    "<ins>said</ins> <del>unsaid</del>",
)
_WAYS_OUT: Final = (
    "</script>", "</SCRIPT >", "</style>", "</title>", "</textarea>", "</template>", "</noscript>", "</p></div>",
    "</bdi></mark></li>", "]]>", "-->", "--!>", "<!--", "<!-- <script>", "<![CDATA[", "?>", '"', "'", "'\">", "`", "\\",
    "\\\"", "}", "\n", "&quot;", "&#34;", "&#x27;", "\u2028", "\u2029",
)  # fmt: skip
_PAYLOADS: Final = (f"<script>{CALL}</script>", f"<img src=x onerror={CALL}>", f" onmouseover={CALL} autofocus x=")
_ADDRESSES: Final = tuple(
    template.format(call=CALL, host=HOST)
    for template in (
        "javascript:{call}", "JaVaScRiPt:{call}", " javascript:{call}", "java\tscript:{call}", "java\nscript:{call}",
        "\x01javascript:{call}", "javascript&colon;{call}", "javascript%3A{call}", "vbscript:{call}",
        "data:text/html,<script>{call}</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "data:image/svg+xml,<svg onload={call}>", "//{host}/", "https://{host}/?a=1&b=<2>", "\\\\{host}\\share",
        "file:///etc/passwd", "blob:https://{host}/1", "mailto:a@{host}?subject=x%0Abcc:b@{host}",
    )
)  # fmt: skip
_STYLES: Final = (
    f"url(//{HOST}/u)", f"url(javascript:{CALL})", f"@import '//{HOST}/c.css';", f"expression({CALL})",
    f"\\75 rl(//{HOST}/u)", "\\3c script\\3e", "\\000022", "}*{display:none}", "/*", "*/", "/**/ }", ";color:red",
    "x:expression/**/(1)", f"-moz-binding:url(//{HOST}/x#y)", "--a:b;", "\\A ", "content:'\\201C'",
    f"@font-face{{src:url(//{HOST}/f)}}",
)  # fmt: skip
_TEMPLATES: Final = (
    "{{ 7 * 7 }}", "{{7*7}}", "{{ config }}", "{{ self.__init__.__globals__ }}", "{{ ''.__class__.__mro__ }}",
    "{{ x|safe }}", "{% raw %}", "{% endraw %}", "{% endblock %}", "{% include '/etc/passwd' %}", "{% for a in b %}",
    "{%- if 1 -%}", "{# a comment #}", "{#", "{{", "}}", "{%", "%}", "# for x in y", "## line", "${7*7}", "#{7*7}",
    "<%= 7*7 %>", "%(name)s", "%s %d %n", "{0}", "{name!r}", "{}", "{", "$name", "$(id)", "`id`", "[[x]]", "{{{x}}}",
    "@{x}", "*{x}", "~{x}", "\\N{BULLET}", "f'{x}'",
)  # fmt: skip
_FORMULAS: Final = tuple(
    start + rest
    for start, rest in product(
        ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'=", '"='),
        ("1+1", f'HYPERLINK("http://{HOST}/","y")', "cmd|' /C calc'!A0", f'WEBSERVICE("http://{HOST}/")'),
    )
)
_CELLS: Final = (
    "a;b", "a,b", 'a","b', "a\tb", '"', '""', '"""', "_x0041_", "_x000D_", "a_x005F_b", "#REF!", "N/A", "TRUE", "1e5",
    "007", "1/2", "2026-03-03", "sep=;", "\ufeff", "\ufeffa", "\x1a", "a\x00b", "{=1+1}", "0x10", "\u00a0",
    "\u3000", "'", "' ", "null", "None", "undefined", "NaN", "-0", "9" * 400,
)  # fmt: skip
_CONTROLS: Final = tuple(f"a{chr(code)}b" for code in (*range(0x20), *range(0x7F, 0xA0)))
_SEEN: Final = tuple(
    f"one {chr(code)}owt\u2069 three"
    for code in (
        *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x00AD, 0x034F,
        0x115F, 0x180E, 0x2028, 0x2029, 0x2060, 0x2061, 0x206A, 0x206F, 0x3164, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFB, 0xFFFC,
        0xFFFD, 0x1D173, 0xE0001, 0xE0041, 0xE007F, 0xE000, 0xF8FF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF,
        0x10FFFE, 0x10FFFF, 0xF0000,
    )
)  # fmt: skip
_SIGNS: Final = (
    "\u202egnp.exe", "\u202e\u202e\u202e", "\u2066\u2067\u2068", "שלום <b> abc 123", "مرحبا ]]> abc", "e\u0301 e\u0301",
    "\u00e9", "Å Å Å", "ﬁ ligature", "ß ẞ SS", "İ i̇ ı I", "Z" + "\u0351" * 60, "👩🏽‍🚀👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇬🇧🇩🇪🇬",
    "😀" * 40, "\U00020000\U0002f800", "नमस्ते", "한글 ᄒ", "ก็็็็็็", "\u0301leading mark", "a\u200d", "①②③ ⅷ",
    "ａｂｃ＜script＞", "‹script›", "＂ ＇", "\u037e \u2024 \u29f8", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07",
    "\x9b31m", "back\b\b\b\bfront", "over\rwritten", "bell\x07", "\x0c", "\x0b", "\x85", "\x1c\x1d\x1e\x1f",
)  # fmt: skip
_HALVES: Final = ("\ud800", "\udfff", "a\ud83db", "\ude00\ud83d", "\udc80 as bytes")
_XML: Final = (
    '<?xml version="1.0"?>', "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>", "&y;", "&amp;", "&lt;b&gt;",
    "&#60;b&#62;", "&#0;", "&#xFFFF;", "&#xD800;", "&", "&;", "&nbsp;", "&nosuch;", "&amp", "<", ">", "<>", "</", "< b",
    "<!", "<?", "<x:y xmlns:x=''>", "a<b>c</b>d", "]]", "]]]]>>", "<![CDATA[x]]>", "--", "<!--x-->", "%y;",
    "<xi:include href='file:///etc/passwd'/>", "<xsl:value-of/>", "&lt;script&gt;",
)  # fmt: skip
_MARKDOWN: Final = (
    "# heading", "- item", "1. item", "> quote", "```", "~~~", "    code", "***", "---", "===", "a | b", "|---|", "*a*",
    "_a_", "**a**", "`a`", f"[a](javascript:{CALL})", f"![a](//{HOST}/i.png)", f"<https://{HOST}/>",
    f"[a]: //{HOST}/", "[^1]", "~~a~~", "$a$", "\\*", "a  \nb", "- [ ] task", "+ plus", ":smile:", "@someone", "#123",
    "<details>", "&copy;", "1) one", "\\",
)  # fmt: skip
_CHATS: Final = (
    "Agent: Hello", "Customer: no", "[12:00] Ada: hi", "2026-03-03 12:00 Ada: hi", "12:00:01", "WEBVTT",
    "00:00:01.000 --> 00:00:02.000", "1\n00:00:01,000 --> 00:00:02,000\nhi", "From: a@b\nTo: c@d",
    "{\\rtf1 x}", "%PDF-1", "PK\x03\x04", '{"text": "a"}', '[{"role":"user","content":"x"}]', '{"a":',
    "speaker,text\nA,b", "A:", ":", "::", "a\nb\nc", "a\r\nb", "a\rb", "\n\n\n", "  spaced  ", "\ttabbed\t", " ",
    "end\n", "\nstart", "a\n\nb: c\n\nd",
)  # fmt: skip
_QUERIES: Final = (
    "'; DROP TABLE turns; --", "' OR '1'='1", '" OR ""="', "%", "_", "*", "NEAR(a b)", "a AND NOT b", '"a" OR', "col:a",
    "^a", "a*", "(a", "a)", "\\u003c", "\\x3c", "\\0", "\\n", "\\", "\\\\", "//", "/*x*/", "\u0000", "../../etc/passwd",
    "..\\..\\x", "C:\\x", "/dev/null", "~root", "$HOME", "%TEMP%", "a\x00.txt", "(?:a+)+$", "a" * 2000 + "!",
    "[", "(?P<",
)  # fmt: skip
_LONG: Final = (
    "W" * 300, "w " * 1000, "😀" * 17_000, "x" * LONG, "<b>" * 500, "&" * 1000, "\u0301" * 500, "\u202e" * 200,
    "[" * 3000, "(" * 3000, '"' * 999, "\\" * 999, "line\n" * 300, "שלום " * 200, "{{" * 300, "=" * 32_767,
    "a" * 32_768,
)  # fmt: skip

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "elements": _ELEMENTS,
    "ways out": tuple(way + payload for way, payload in product(_WAYS_OUT, _PAYLOADS)),
    "addresses": _ADDRESSES,
    "styles": _STYLES,
    "templates": _TEMPLATES,
    "formulas": _FORMULAS,
    "cells": _CELLS,
    "controls": _CONTROLS,
    "what is seen": _SEEN,
    "signs": _SIGNS,
    "halves": _HALVES,
    "xml": _XML,
    "markdown": _MARKDOWN,
    "chats": _CHATS,
    "queries": _QUERIES,
    "long": _LONG,
}
HOSTILE: Final[tuple[str, ...]] = tuple(dict.fromkeys(words for kind in KINDS.values() for words in kind))

_RESERVED: Final = ("CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9", "CONIN$", "CLOCK$")
FILE_NAMES: Final[tuple[str, ...]] = (
    "", " ", ".", "..", "...", "/", "\\", "../x", "../../../../tmp/x", "..\\..\\x", "/etc/passwd",
    "C:\\Windows\\x", "C:x",
    "\\\\server\\share", "~/x", "a/b/c", "a\\b", "a\nb", "a\r\nb", "a\tb", "a\x00b", "a\x00/../b",
    "\x1b[31m", "-rf", "--to",
    ".hidden", "x.", "x ", " x", "x...", "a:b", "a::$DATA", "a*b", "a?b", 'a"b', "a<b>c", "a|b", "a;b", "$(x)", "`x`",
    "%2e%2e%2f", "..%2f", "．．／x", "\u2025/x", "a\u202egpj.exe", "\ufeffx", "e\u0301", "\u00e9", "😀",
    "\ud800", "x" * 300,
    "漢" * 300, "😀" * 300, "e\u0301" * 300, "CON", *(f"{name}.txt" for name in _RESERVED),
    *(name.lower() for name in _RESERVED), "com¹", "desktop.ini", "Thumbs.db", "index.html", "feedback.html",
    "-feedback.html", "<script>alert(1)</script>", "{{ 7 * 7 }}", "=1+1",
)  # fmt: skip
