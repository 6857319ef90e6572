"""YAML that is a bomb, a maze, a program, or nothing at all."""

from tests.hostile.case import Case, event, front_matter, raw

_MISSING = ("missing-key", "missing-place", "missing-topics")
_LAUGHS = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 10))
_MORE = {
    "billion-laughs": ("l0: &l0 [ha, ha]\n" + _LAUGHS, ("yaml-too-large",)),
    "laughs-in-mappings": (
        "a: &a {x: lol}\n"
        + "".join(
            f"b{n}: &b{n} {{p: *{'a' if not n else f'b{n - 1}'}, q: *{'a' if not n else f'b{n - 1}'}}}\n"
            for n in range(30)
        ),
        ("yaml-too-large",),
    ),
    "quadratic-aliases": (
        f"groot: &groot '{'x' * 20_000}'\nlijst: [{', '.join(['*groot'] * 15_000)}]\n",
        ("yaml-too-large",),
    ),
    "alias-of-a-long-text": (
        f"groot: &groot '{'x' * 900_000}'\ndoelgroepen: [{', '.join(['*groot'] * 1_000)}]\n",
        ("yaml-too-large",),
    ),
    "alias-of-a-long-line": (
        f"uitnodiging: {{straten: [&s '{'straat ' * 100_000}', {', '.join(['*s'] * 900)}]}}\n",
        ("yaml-too-large",),
    ),
    "colons-behind-a-gap": (f"samenvatting: a: b{' ' * 300_000}c : d\n", ("yaml-colon",)),
    "accents-without-end": (
        f"samenvatting: Z{chr(0x301) * 200_000}{(chr(0x301) + chr(0x323)) * 100_000}\n",
        ("too-long",),
    ),
    "key-of-accents": (f"? Z{(chr(0x301) + chr(0x323)) * 200_000}\n: x\n", ("unknown-key",)),
    "alias-of-itself": ("lus: &lus [*lus]\n", ("yaml-alias-loop",)),
    "alias-of-its-holder": ("lus: &lus {a: {b: {c: *lus}}}\n", ("yaml-alias-loop",)),
    "alias-of-nothing": ("lus: *nergens\n", ("yaml-alias",)),
    "merge-key": ("basis: &basis {draft: ja}\n<<: *basis\n", ("unknown-key",)),
    "tag-that-runs": ("samenvatting: !!python/object/apply:os.system ['touch /tmp/pwned']\n", ("yaml-tag",)),
    "tag-that-imports": ("samenvatting: !!python/module:antigravity ''\n", ("yaml-tag",)),
    "tag-written-in-full": ("samenvatting: !<tag:yaml.org,2002:python/name:os.system> x\n", ("yaml-tag",)),
    "tag-of-bytes": ("samenvatting: !!binary aGFsbG8=\n", ("yaml-tag",)),
    "tag-of-a-set": ("samenvatting: !!set {a, b}\n", ("yaml-tag",)),
    "tag-of-a-moment": ("samenvatting: !!timestamp 2026-01-01\n", ("yaml-tag",)),
    "tag-of-ruby": ("samenvatting: !ruby/object:Gem::Installer {i: x}\n", ("yaml-tag",)),
    "key-that-is-a-list": ("? [a, b]\n: c\n", ("yaml-key-not-text",)),
    "key-that-is-a-mapping": ("? {a: b}\n: c\n", ("yaml-key-not-text",)),
    "key-that-is-an-alias": ("a: &a samenvatting\n*a : x\n", ("yaml-key-not-text",)),
    "key-that-is-empty": ("'': x\n", ("yaml-key-empty",)),
    "key-of-a-hundred-kilobytes": (f"{'k' * 900}: x\n? {'q' * 100_000}\n: x\n", ("unknown-key",)),
    "key-of-python": ("__class__: x\n__proto__: {polluted: ja}\nconstructor: x\n", ("unknown-key",)),
    "key-twice": ("titel: Nog een\n", ("duplicate-key-alike",)),
    "key-twice-in-two-languages": ("title: Nog een\n", ("duplicate-key",)),
    "key-twice-inside": ("contact: {naam: a, naam: b}\n", ("duplicate-key-alike",)),
    "key-twice-by-another-accent": ("e-mail: a\nlink: b\n", ("misplaced-key", "unknown-key-near")),
    "two-thousand-unknown-keys": (
        "".join(f"sleutel{n}: x\n" for n in range(2_000)),
        ("too-many-mistakes", "unknown-key"),
    ),
    "ten-thousand-keys-twice": ("titel: x\n" * 10_000, ("duplicate-key-alike", "too-many-mistakes")),
    "nodes-beyond-counting": (f"lijst: [{'a,' * 30_000}]\n", ("yaml-too-large",)),
    "list-of-two-thousand-topics": (f"doelgroepen: [{', '.join(f'd{n}' for n in range(2_000))}]\n", ("list-too-long",)),
    "list-of-a-thousand-strangers": (
        f"doelgroepen: [{', '.join(f'onbekende-groep-{n}' for n in range(1_000))}]\n",
        ("too-many-mistakes", "unknown-audience"),
    ),
    "deep-brackets": (f"lijst: {'[' * 50_000}\n", ("yaml-too-deep",)),
    "deep-brackets-that-close": (f"lijst: {'[' * 5_000}{']' * 5_000}\n", ("yaml-too-deep",)),
    "deep-braces": (f"lijst: {'{a: ' * 5_000}{'}' * 5_000}\n", ("yaml-too-deep",)),
    "deep-dashes": (f"lijst:\n  {'- ' * 20_000}x\n", ("yaml-too-deep",)),
    "deep-indents": ("lijst:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 700)), ("yaml-too-deep",)),
    "deep-question-marks": (f"{'? ' * 20_000}x\n", ("yaml-key-not-text",)),
    "quotation-that-never-ends": (f"samenvatting: '{'x' * 100_000}\n", ("yaml-quote",)),
    "bracket-that-never-ends": ("samenvatting: [a, b\n", ("yaml-bracket",)),
    "escape-that-is-none": ('samenvatting: "\\q"\n', ("yaml-escape",)),
    "escape-beyond-unicode": ('samenvatting: "\\U00110000"\n', ("yaml-broken",)),
    "tab-as-indent": ("contact:\n\tnaam: x\n", ("yaml-tab",)),
    "anchor-of-ten-kilobytes": (f"samenvatting: &{'a' * 10_000} x\n", ()),
    "text-of-half-a-megabyte": (f"samenvatting: {'woord ' * 90_000}\n", ("too-long",)),
    "one-word-of-half-a-megabyte": (f"samenvatting: {'x' * 500_000}\n", ("too-long",)),
    "folded-text-of-ten-thousand-lines": ("samenvatting: >\n" + "  regel\n" * 10_000, ("too-long",)),
    "list-where-text-is-meant": ("samenvatting: [a, b]\n", ("not-text",)),
    "mapping-where-a-list-is-meant": ("doelgroepen: {a: b}\n", ("not-text",)),
    "mapping-of-no-language": ("samenvatting: {}\n", ("empty-text",)),
    "mapping-of-a-thousand-languages": (
        f"samenvatting: {{{', '.join(f'{a}{b}: x' for a in 'abcdefghijklmnopqrstuvwxyz' for b in 'abcdefghijklmnopqrstuvwxyz')}}}\n",
        ("duplicate-key",),
    ),
}
_WHOLE = {
    "front-matter-of-a-list": ("---\n- a\n- b\n---\n", ("not-a-mapping",)),
    "front-matter-of-a-word": ("---\nkoffie\n---\n", ("not-a-mapping",)),
    "front-matter-empty": ("---\n---\n", _MISSING),
    "front-matter-of-remarks": ("---\n# niets\n# niets\n---\n", _MISSING),
    "front-matter-open": ("---\ntitel: x\n", ("front-matter-open",)),
    "front-matter-of-a-null": ("---\n~\n---\n", ("not-a-mapping",)),
    "directive": (f"---\n%YAML 9.9\n{front_matter()}---\n", ("yaml-broken",)),
    "directive-of-tags": (f"---\n%TAG ! tag:evil.example,2026:\n{front_matter()}---\n", ("yaml-indent",)),
    "end-of-document": (f"---\n{front_matter()}...\ntitel: x\n---\n", ("yaml-indent",)),
    "file-without-anything": ("", ("no-front-matter",)),
    "file-of-fences": ("---\n" * 50_000, ("body-too-long",)),
    "file-of-open-fences": (f"---\n{front_matter()}---\n" + "---\ntitel x\n" * 1_000, ("body-lines",)),
    "file-of-a-megabyte-of-brackets": ("---\n" + "[" * 990_000 + "\n---\n", ("yaml-too-deep",)),
    "file-of-a-megabyte-of-braces": ("---\n" + "{" * 990_000 + "\n---\n", ("yaml-key-not-text",)),
    "file-of-a-megabyte-of-colons": ("---\n" + ": " * 490_000 + "\n---\n", ("yaml-key-empty",)),
    "file-of-a-megabyte-of-ampersands": ("---\na: " + "&" * 990_000 + "\n---\n", ("yaml-indent",)),
    "file-of-a-megabyte-of-exclamations": ("---\na: " + "!" * 990_000 + "\n---\n", ("yaml-tag",)),
    "file-of-a-megabyte-of-spaces": ("---\n" + " " * 990_000 + "\n---\n", _MISSING),
    "file-of-a-megabyte-of-lines": ("---\n" + "\n" * 990_000 + "---\n", _MISSING),
    "file-of-a-megabyte-of-quotes": ("---\na: " + "'" * 990_001 + "\n---\n", ("yaml-quote",)),
    "file-of-a-megabyte-of-tabs": ("---\n" + "\t" * 990_000 + "\n---\n", ("yaml-tab",)),
    "file-of-more-than-a-megabyte": ("---\n" + "# x\n" * 250_001 + "---\n", ("file-too-large",)),
}
_TEXTS = {
    "norway": "NO",
    "sexagesimal": "19:30:15",
    "octal": "0570123456",
    "not-a-number": ".nan",
    "infinity": "-.inf",
    "moment-that-does-not-exist": "2026-02-30",
    "hexadecimal": "0xDEADBEEF",
    "number-with-lines": "1_000_000",
    "exponent": "1e999999",
    "tilde": "~ en null",
    "yes": "yes",
}

CASES: tuple[Case, ...] = (
    *(
        raw(name, f"---\n{front_matter()}{more}---\nKom erbij!\n", *says, most=201)
        for name, (more, says) in _MORE.items()
    ),
    *(raw(name, content, *says) for name, (content, says) in _WHOLE.items()),
    *(event(f"text-like-{name}", titel=text, shows=(f"<h1>{text}</h1>",)) for name, text in _TEXTS.items()),
    event("number-of-five-thousand-digits", "too-long", titel="9" * 5_000),
    event("price-of-five-thousand-digits", "too-long", prijs="9" * 5_000),
)
