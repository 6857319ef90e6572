"""Names, folders and what is no file: the builder opens plain files below content/ and nothing else."""

from tests.hostile.case import Case, File, Folder, Link, Pipe, front_matter

_GOOD = f"---\n{front_matter()}---\nKom erbij!\n"
_EVENTS = "events/de-kern"

_NAMES: dict[str, tuple[str, str]] = {
    "capitals": ("Hoofdletters.md", "bad-name"),
    "spaces": ("met spaties.md", "bad-name"),
    "accents": ("café.md", "bad-name"),
    "accents-in-two-parts": ("cafe\u0301.md", "bad-name"),
    "underscore": ("met_streep.md", "bad-name"),
    "dash-first": ("-rf.md", "bad-name"),
    "dash-last": ("koffie-.md", "bad-name"),
    "dots": ("koffie..md", "bad-name"),
    "two-suffixes": ("koffie.php.md", "translation-without-original"),
    "suffix-of-pages": ("koffie.html.md", "bad-name"),
    "dollar": ("$HOME.md", "bad-name"),
    "command": ("$(id).md", "bad-name"),
    "semicolon": ("a;rm -rf.md", "bad-name"),
    "quotation-mark": ('a"b.md', "bad-name"),
    "markup": ("<script>alert(1)<.md", "bad-name"),
    "markup-with-a-handler": ("<img src=x onerror=alert(1)>.md", "bad-name"),
    "percents": ("%2e%2e%2f.md", "bad-name"),
    "backslash": ("a\\..\\koffie.md", "bad-name"),
    "colon": ("c:koffie.md", "bad-name"),
    "line-end": ("a\nb.md", "bad-name"),
    "escape": ("a\x1b[31mb.md", "bad-name"),
    "bell": ("a\x07b.md", "bad-name"),
    "right-to-left": ("a\u202edm.md", "bad-name"),
    "zero-width": ("kof\u200bfie.md", "bad-name"),
    "letter-of-cyrillic": ("kоffie.md", "bad-name"),
    "wide-letters": ("ｋｏｆｆｉｅ.md", "bad-name"),
    "emoji": ("koffie-☕.md", "bad-name"),
    "no-utf-8": ("a\udcffb.md", "bad-name"),
    "workflow-command": ("::error::x.md", "bad-name"),
    "jinja": ("{{7*7}}.md", "bad-name"),
    "con": ("con.md", "reserved-name"),
    "aux": ("aux.md", "reserved-name"),
    "nul": ("nul.md", "reserved-name"),
    "com1": ("com1.md", "reserved-name"),
    "prn-in-yaml": ("prn.yaml", "reserved-name"),
    "201-letters": (f"{'a' * 201}.md", "name-too-long"),
    "250-letters": (f"{'a' * 250}.md", "name-too-long"),
    "suffix-of-yaml": ("suffix.yml", "use-yaml-suffix"),
    "suffix-of-text": ("suffix.txt", "unexpected-file"),
    "suffix-of-programs": ("suffix.php", "unexpected-file"),
    "suffix-of-scripts": ("suffix.js", "unexpected-file"),
    "suffix-of-web-pages": ("suffix.html", "unexpected-file"),
    "suffix-of-settings": ("_headers", "unexpected-file"),
    "suffix-in-capitals": ("suffix.MD", "unexpected-file"),
    "no-suffix": ("suffix", "unexpected-file"),
    "language-that-is-none": ("koffie.xx-yyyyy.md", "bad-name"),
}
_NO_FILES: dict[str, tuple[File, str]] = {
    "link-to-the-passwords": (Link(to="/etc/passwd"), "file-is-link"),
    "link-to-the-region": (Link(to="../../region.yaml"), "file-is-link"),
    "link-to-nothing": (Link(to="nergens.md"), "file-is-link"),
    "link-to-itself": (Link(to="link-to-itself.md"), "file-is-link"),
    "link-to-zeros": (Link(to="/dev/zero"), "file-is-link"),
    "link-to-memory": (Link(to="/proc/self/environ"), "file-is-link"),
    "pipe": (Pipe(), "file-not-regular"),
}


def _named(name: str, file: str, code: str) -> Case:
    return Case(
        name=f"name-with-{name}",
        files={f"{_EVENTS}/{file}": _GOOD},
        says=(code,),
    )


CASES: tuple[Case, ...] = (
    *(_named(name, file, code) for name, (file, code) in _NAMES.items()),
    *(
        Case(
            name=name,
            files={f"{_EVENTS}/{name}.md": file},
            says=(code,),
            page=f"activiteiten/de-kern/{name}/index.html",
        )
        for name, (file, code) in _NO_FILES.items()
    ),
    Case(name="folder-as-a-file", files={f"{_EVENTS}/folder-as-a-file.md": Folder()}),
    Case(
        name="folder-with-files-as-a-file",
        files={f"{_EVENTS}/folder-with-files.md/koffie.md": _GOOD},
        says=("bad-name",),
    ),
    Case(name="link-to-a-folder", files={f"{_EVENTS}/link-to-a-folder": Link(to="/etc")}, says=("file-is-link",)),
    Case(name="link-to-the-folder-above", files={f"{_EVENTS}/link-to-above": Link(to="..")}, says=("file-is-link",)),
    Case(name="hidden-file", files={f"{_EVENTS}/.verborgen.md": "geen kop"}),
    Case(name="file-of-an-editor", files={f"{_EVENTS}/koffie.md~": "geen kop", f"{_EVENTS}/#koffie.md#": "geen kop"}),
    Case(name="file-of-a-repository", files={f"{_EVENTS}/.git/config": "[core]\n\tfsmonitor = touch /tmp/pwned\n"}),
    Case(
        name="name-of-200-letters",
        files={f"{_EVENTS}/{'a' * 200}.md": _GOOD},
        page=f"activiteiten/de-kern/{'a' * 200}/index.html",
    ),
    Case(
        name="folders-in-folders",
        files={f"{_EVENTS}/{'diep/' * 60}koffie.md": _GOOD},
        page=f"activiteiten/de-kern/{'diep/' * 60}koffie/index.html",
    ),
    Case(
        name="folders-without-end",
        files={f"{_EVENTS}/{'q/' * 1_500}koffie.md": _GOOD},
        says=("path-too-long",),
    ),
    Case(
        name="long-names-in-long-names",
        files={f"{_EVENTS}/{('a' * 190 + '/') * 6}koffie.md": _GOOD},
        says=("path-too-long",),
    ),
    Case(
        name="one-id-in-two-suffixes",
        files={f"{_EVENTS}/een-id.md": _GOOD, f"{_EVENTS}/een-id.yaml": front_matter()},
        says=("duplicate-id",),
    ),
    Case(
        name="names-that-clash-by-case",
        files={f"{_EVENTS}/gelijk.md": _GOOD, f"{_EVENTS}/GELIJK.md": _GOOD},
        says=("bad-name",),
    ),
    Case(name="folder-in-capitals", files={"EVENTS/de-kern/koffie.md": _GOOD}, says=("folder-name",)),
    Case(name="folder-of-others", files={"node_modules/x/index.md": _GOOD}, says=("outside-folders",)),
    Case(name="folder-of-others-without-end", files={f"docs/{'q/' * 1_500}koffie.md": _GOOD}),
    Case(name="folder-of-others-that-is-a-link", files={"Events": Link(to="/etc")}),
    Case(
        name="folder-of-nobody",
        files={"events/niemand/koffie.md": _GOOD},
        says=("folder-without-organisation",),
        page="activiteiten/niemand/koffie/index.html",
    ),
    Case(
        name="file-beside-the-folders",
        files={"events/los.md": _GOOD},
        says=("no-organiser",),
        page="activiteiten/los/index.html",
    ),
    Case(
        name="translation-of-nothing",
        files={f"{_EVENTS}/vertaling-van-niets.en.md": "---\ntitle: X\n---\n"},
        says=("translation-without-original",),
    ),
    Case(
        name="translation-in-no-language",
        files={f"{_EVENTS}/gewoon.qq.md": "---\ntitle: X\n---\n"},
        says=("unknown-language",),
    ),
    Case(
        name="page-that-takes-an-address", files={"pages/agenda.md": "---\ntitel: X\n---\n"}, says=("reserved-address",)
    ),
    Case(
        name="page-that-takes-a-folder",
        files={"pages/feeds/all.md": "---\ntitel: X\n---\n"},
        says=("reserved-address",),
    ),
    Case(
        name="page-that-takes-a-language",
        files={"pages/nl/over.md": "---\ntitel: X\n---\n"},
        says=("reserved-address",),
    ),
    Case(
        name="page-that-takes-the-media", files={"pages/media.md": "---\ntitel: X\n---\n"}, says=("reserved-address",)
    ),
    Case(name="page-of-the-name-index", files={"pages/index.md": "---\ntitel: X\n---\n"}, page="index/index.html"),
    Case(name="page-that-takes-the-headers", files={"pages/_headers.md": "---\ntitel: X\n---\n"}, says=("bad-name",)),
    Case(
        name="page-in-a-page",
        files={"pages/over-ons.md": "---\ntitel: A\n---\n", "pages/over-ons/meer.md": "---\ntitel: B\n---\n"},
    ),
)
