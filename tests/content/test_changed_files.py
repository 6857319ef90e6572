"""What changed since a revision, in real git repositories."""

import stat
from pathlib import Path

import pytest

from streekagenda.content.calendar import validate
from streekagenda.content.changed_files import ChangedFiles, changed_files, snapshot_of
from streekagenda.content.faults import Fault
from streekagenda.content.files import open_content, walk
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from streekagenda.content.revisions import NoSuchRevision
from tests.content_files import EVENT, GOOD, TODAY, codes
from tests.git_repositories import changed, committed, git, repository

KOFFIE, THEE = "events/de-kern/koffie.md", "events/de-kern/thee.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A repository with the content in a folder of its own, one event in it."""
    repository(tmp_path / "streek")
    committed(tmp_path / "streek", {"README.md": "Lees mij\n"})
    committed(tmp_path / "streek", {f"content/{path}": text for path, text in {**GOOD, KOFFIE: EVENT}.items()})
    return tmp_path / "streek/content"


def since(content: Path, asked: str) -> ChangedFiles:
    return changed_files(snapshot_of(content, asked))


def reason(content: Path, asked: str) -> tuple[str, str]:
    with pytest.raises(NoSuchRevision) as refused:
        snapshot_of(content, asked)
    return refused.value.reason, refused.value.revision


def test_nothing_changed_since_head(content: Path) -> None:
    assert since(content, "HEAD") == ChangedFiles()


def test_what_is_not_committed_counts(content: Path) -> None:
    changed(content, {KOFFIE: EVENT.replace("Koffie", "Thee"), THEE: EVENT, "places/de-linde.md": None})
    assert since(content, "HEAD") == ChangedFiles(added=(THEE,), changed=(KOFFIE,), deleted=("places/de-linde.md",))


def test_files_beside_the_content_do_not_count(content: Path) -> None:
    changed(content.parent, {"README.md": "Anders\n", "content/LEESMIJ.md": "Niets\n"})
    assert since(content, "HEAD") == ChangedFiles()


def test_another_line_end_or_byte_order_mark_is_no_change(content: Path) -> None:
    (content / KOFFIE).write_bytes(b"\xef\xbb\xbf" + EVENT.replace("\n", "\r\n").encode())
    assert since(content, "HEAD") == ChangedFiles()


def test_a_renamed_file_is_followed_also_when_a_line_changed(content: Path) -> None:
    new = "events/de-kern/koffie-op-vrijdag.md"
    changed(content, {KOFFIE: None, new: EVENT.replace("Kom erbij!", "Kom langs!")})
    assert since(content, "HEAD") == ChangedFiles(renamed=((KOFFIE, new),))


def test_many_files_that_move_are_followed_as_long_as_they_stay_the_same(content: Path) -> None:
    committed(content, {f"events/de-kern/{n}.md": EVENT + f"{n}\n" for n in range(60)})
    moved = {f"events/de-brug/{n}.md": EVENT + f"{n}\n" for n in range(60)}
    changed(
        content, {**{f"events/de-kern/{n}.md": None for n in range(60)}, **moved, "events/de-brug/7.md": EVENT + "x\n"}
    )
    found = since(content, "HEAD")
    assert (len(found.renamed), found.added, found.deleted) == (60, (), ())
    assert ("events/de-kern/7.md", "events/de-brug/7.md") in found.renamed


def test_another_file_in_its_place_is_no_rename(content: Path) -> None:
    changed(content, {KOFFIE: None, THEE: "---\ntitel: Iets heel anders\n---\nNiets is hetzelfde.\n"})
    assert since(content, "HEAD") == ChangedFiles(added=(THEE,), deleted=(KOFFIE,))


def test_a_file_never_becomes_one_of_another_kind(content: Path) -> None:
    changed(content, {KOFFIE: None, "pages/koffie.md": EVENT})
    assert since(content, "HEAD") == ChangedFiles(added=("pages/koffie.md",), deleted=(KOFFIE,))


def test_names_of_any_letters_and_a_leading_dash_are_files_as_others(content: Path) -> None:
    odd = ["events/de-kern/café één.md", "events/de-kern/-rf.md", 'events/de-kern/"x".md']
    before = committed(content, dict.fromkeys(odd, EVENT))
    assert since(content, "HEAD~1") == ChangedFiles(added=tuple(sorted(odd)))
    changed(content, {odd[0]: "---\ntitel: Weg\n---\n"})
    assert since(content, before) == ChangedFiles(changed=(odd[0],))


def test_range_with_three_dots_counts_from_where_the_branch_began(content: Path) -> None:
    git(content, "switch", "-q", "-c", "voorstel")
    committed(content, {THEE: EVENT})
    git(content, "switch", "-q", "main")
    committed(content, {"organisations/nieuw.md": "---\nname: Nieuw\n---\n"})
    git(content, "switch", "-q", "voorstel")
    assert since(content, "main...HEAD") == since(content, "main...") == ChangedFiles(added=(THEE,))
    assert since(content, "main") == ChangedFiles(added=(THEE,), deleted=("organisations/nieuw.md",))
    assert since(content, "main..voorstel") == since(content, "main")


def test_merge_of_the_main_branch_counts_for_nothing(content: Path) -> None:
    git(content, "switch", "-q", "-c", "voorstel")
    committed(content, {THEE: EVENT})
    git(content, "switch", "-q", "main")
    committed(content, {"organisations/nieuw.md": "---\nname: Nieuw\n---\n"})
    git(content, "switch", "-q", "voorstel")
    git(content, "merge", "-q", "--no-edit", "main")
    assert since(content, "main...") == since(content, "main") == ChangedFiles(added=(THEE,))


def test_what_is_not_checked_out_is_refused(content: Path) -> None:
    git(content, "branch", "voorstel", "HEAD~1")
    assert reason(content, "main...voorstel") == ("elsewhere", "voorstel")


@pytest.mark.parametrize(
    ("asked", "about"),
    [("bestaat-niet", "bestaat-niet"), ("--help", "--help"), ("main...niets", "niets"), ("f" * 40, "f" * 40)],
)
def test_unknown_revision_is_refused(content: Path, asked: str, about: str) -> None:
    assert reason(content, asked) == ("unknown", about)


def test_folder_without_git_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path, "HEAD") == ("no-repository", "HEAD")


def test_repository_that_git_does_not_read_is_told_apart(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # as in a container, where it is somebody else's
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    assert reason(content, "HEAD") == ("refused", "HEAD")


def test_machine_without_git_is_told_apart(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(content))
    assert reason(content, "HEAD") == ("no-git", "HEAD")


def test_repository_without_commits_is_refused(tmp_path: Path) -> None:
    assert reason(repository(tmp_path), "HEAD") == ("no-commits", "HEAD")


def test_branches_without_a_shared_past_are_refused(content: Path) -> None:
    git(content, "switch", "-q", "--orphan", "los")
    committed(content.parent, {"README.md": "Los\n"})
    content.mkdir(exist_ok=True)
    assert reason(content, "main...los") == ("no-shared-past", "main...los")


def test_shallow_clone_says_that_it_is_not_whole(content: Path, tmp_path: Path) -> None:
    committed(content, {THEE: EVENT})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{content.parent}", "deel")
    assert reason(tmp_path / "deel/content", "HEAD~1") == ("shallow", "HEAD~1")
    assert since(tmp_path / "deel/content", "HEAD") == ChangedFiles()


def test_clone_without_old_files_fetches_nothing_and_says_so(content: Path, tmp_path: Path) -> None:
    git(content, "config", "uploadpack.allowFilter", "true")
    committed(content, {KOFFIE: EVENT.replace("Koffie", "Thee")})
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{content.parent}", "deel")
    assert reason(tmp_path / "deel/content", "HEAD~1") == ("shallow", "HEAD~1")


def test_tree_or_commit_before_there_was_content_makes_everything_new(content: Path) -> None:
    assert since(content, "HEAD~1").added == tuple(sorted({**GOOD, KOFFIE: EVENT}))
    assert since(content, "4b825dc642cb6eb9a060e54bf8d69288fbee4904").added == tuple(sorted({**GOOD, KOFFIE: EVENT}))


def test_repository_with_sha256_names(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256")
    committed(tmp_path, {**GOOD, KOFFIE: EVENT})
    changed(tmp_path, {KOFFIE: EVENT + "En koek.\n"})
    assert since(tmp_path, "HEAD") == ChangedFiles(changed=(KOFFIE,))


def test_nothing_that_a_repository_brings_is_run(content: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/gestart\ncat\n", encoding="utf-8")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    for key in ("core.fsmonitor", "core.pager", "filter.trap.clean", "filter.trap.smudge", "diff.trap.textconv"):
        git(content, "config", key, str(trap))
    changed(content.parent, {".gitattributes": "* filter=trap diff=trap\n"})
    changed(content, {KOFFIE: EVENT + "En koek.\n", THEE: EVENT})
    (content.parent / ".git/hooks/post-index-change").write_bytes(trap.read_bytes())
    (content.parent / ".git/hooks/post-index-change").chmod(0o755)
    assert since(content, "HEAD") == ChangedFiles(added=(THEE,), changed=(KOFFIE,))
    assert not (tmp_path / "gestart").exists()


def test_hook_of_git_may_run_it(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert snapshot_of(content, "HEAD").contents == {}


def test_link_at_a_revision_is_never_followed(content: Path) -> None:
    (content / THEE).symlink_to("/etc/passwd")
    git(content, "add", "-A", ".")
    git(content, "commit", "-q", "-m", "een link")
    (content / THEE).unlink()
    snapshot = snapshot_of(content, "HEAD")
    assert open_content(snapshot, THEE) == Fault(code="file-is-link")
    assert [found.fault for found in walk(snapshot, "events") if found.path == THEE] == [Fault(code="file-is-link")]


def test_snapshot_is_walked_and_read_as_the_folder_that_it_was(content: Path) -> None:
    files = {
        "events/a/b.md": EVENT, "events/a-b.md": EVENT, "events/a.md": EVENT, "events/a/.verborgen.md": "",
        "events/a/b~": "", "places/leeg.md": "", "organisations/ünï.md": EVENT,
    }  # fmt: skip
    committed(content, files)
    before = read(content)
    walked = [list(walk(content, folder)) for folder in ("events", "places", "organisations")]
    changed(content, {"events/a.md": "iets anders", "events/a-b.md": None, "region.yaml": "stuk: ["})
    snapshot = snapshot_of(content, "HEAD")
    assert [list(walk(snapshot, folder)) for folder in ("events", "places", "organisations")] == walked
    assert read(snapshot) == before


def test_calendar_of_a_snapshot_is_the_one_that_was(content: Path) -> None:
    committed(content, {"media/foto.png": "geen echte foto", KOFFIE: EVENT.replace("Kom", "[Kom](media/x.png)")})
    broken = EVENT.replace("titel: Koffie", "titel: Koffie\nafbeelding: {bestand: foto.png, beschrijving: Foto}")
    committed(content, {THEE: broken})
    before = validate(read(content), content, history=FileHistory(), today=TODAY)
    assert codes(before) == [(THEE, 3, "media-not-what-it-says")]
    changed(content, {"media/foto.png": None, THEE: None, KOFFIE: "stuk"})
    snapshot = snapshot_of(content, "HEAD")
    assert validate(read(snapshot), snapshot, history=FileHistory(), today=TODAY) == before


def test_content_may_be_the_whole_repository(tmp_path: Path) -> None:
    committed(repository(tmp_path), {**GOOD, KOFFIE: EVENT})
    changed(tmp_path, {THEE: EVENT})
    assert since(tmp_path, "HEAD") == ChangedFiles(added=(THEE,))
