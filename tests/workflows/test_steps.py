"""The shell of each workflow, run as it stands: what is said, published and asked of the forge."""

import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from streekagenda.content.records import read as records
from tests.content_files import EVENT, GOOD, IN_DUTCH, REGION, written
from tests.workflows.forge import FORGEJO, GITHUB, GITLAB, Forge, forge, read

KOFFIE = "content/events/de-kern/koffie.md"
LATER = EVENT.replace("10:00-12:00", "14:00-16:00")
BROKEN = EVENT.replace("plek: de-linde", "plek: de-lynde")


@pytest.fixture
def kern(tmp_path: Path, ready_python: tuple[str, ...]) -> Forge:
    region = f"{IN_DUTCH}horizon: 2 months\narchive: 1 month\n"
    return forge(tmp_path, {**GOOD, "region.yaml": region, "events/de-kern/koffie.md": EVENT}, ready_python)


def proposed(made: Forge, text: str) -> None:
    """Check out what GitHub checks out for a pull request: the merge of it."""
    made.git("switch", "--quiet", "--create", "voorstel")
    made.commit({KOFFIE: text}, "Later")
    made.git("switch", "--quiet", "--detach", "main")
    made.git("merge", "--quiet", "--no-ff", "--no-edit", "voorstel")


def test_check_reports_and_previews_a_change(kern: Forge) -> None:
    proposed(kern, LATER)
    check = GITHUB / "check.yml"
    assert [kern.step(check, "check", name).returncode for name in ("Check", "Report", "Preview")] == [0, 0, 0]
    summary = Path(kern.environment["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")
    assert summary.startswith("# Dit kan in de agenda\n")
    assert "14.00" in summary
    page = kern.checkout / "report/voorbeeld/activiteiten/de-kern/koffie/index.html"
    assert "14.00" in page.read_text(encoding="utf-8")


def test_check_is_red_and_still_reports_when_something_is_wrong(kern: Forge) -> None:
    proposed(kern, BROKEN)
    check = GITHUB / "check.yml"
    red = kern.step(check, "check", "Check")
    assert (red.returncode, red.stdout.split(",")[0]) == (1, f"::error file={KOFFIE}")
    assert [kern.step(check, "check", name).returncode for name in ("Report", "Preview")] == [0, 0]
    report = (kern.checkout / "report/report.md").read_text(encoding="utf-8")
    assert report.startswith("# Bijna klaar: ")
    assert (kern.checkout / "report/voorbeeld/index.html").is_file()


PULL = {
    "number": 7,
    "head": {"sha": "abc", "repo": {"full_name": "wil/agenda"}},
    "base": {"repo": {"full_name": "redactie/agenda"}},
    "labels": [],
}
RUN = {"HEAD_OWNER": "wil", "HEAD_BRANCH": "voorstel", "HEAD_SHA": "abc", "RUN": "99"}


@pytest.mark.parametrize(
    ("pull", "told"),
    [
        (PULL, {"number": "7", "preview": "false"}),
        ({**PULL, "labels": [{"name": "voorbeeld"}]}, {"number": "7", "preview": "true"}),
        (
            {**PULL, "head": {"sha": "abc", "repo": {"full_name": "redactie/agenda"}}},
            {"number": "7", "preview": "true"},
        ),
        ({**PULL, "head": {"sha": "older", "repo": {"full_name": "wil/agenda"}}}, {}),
    ],
)
def test_answer_asks_the_forge_whose_report_it_is(kern: Forge, pull: dict[str, object], told: dict[str, str]) -> None:
    kern.answers("repos:redactie:agenda:pulls", json.dumps([pull]))
    done = kern.step(GITHUB / "answer.yml", "comment", "Which pull request", RUN)
    assert done.returncode == 0, done.stderr
    assert kern.output() == told


def test_answer_comments_once_and_then_changes_its_comment(kern: Forge) -> None:
    kern.artifact({"report.md": "# Dit kan in de agenda\n"})
    answer, said = GITHUB / "answer.yml", {**RUN, "NUMBER": "7"}
    done = kern.step(answer, "comment", "Comment", said)
    assert done.returncode == 0, done.stderr
    assert (
        kern.asked[-1] == "api --method POST repos/redactie/agenda/issues/7/comments --field body=@comment.md --silent"
    )
    assert kern.body == "<!-- streekagenda -->\n# Dit kan in de agenda\n"
    mine = {"id": 5, "user": {"type": "Bot"}, "body": kern.body}
    forged = {"id": 4, "user": {"type": "User"}, "body": kern.body}
    kern.answers("issues:7:comments --jq", json.dumps([forged, mine]))
    kern.run("rm -r report")
    assert kern.step(answer, "comment", "Comment", said).returncode == 0
    assert (
        kern.asked[-1] == "api --method PATCH repos/redactie/agenda/issues/comments/5 --field body=@comment.md --silent"
    )


def test_preview_is_put_beside_the_site_and_goes_when_the_pull_request_does(kern: Forge) -> None:
    publish(kern)
    kern.git("worktree", "add", "--quiet", "--detach", "pages", "origin/gh-pages")
    pages = ["-C", "pages"]
    written(kern.checkout / "pages", {"voorbeeld/3/index.html": "oud"})
    kern.git(*pages, "add", "--all")
    kern.git(*pages, "commit", "--quiet", "--amend", "--message", "Gebouwd")
    kern.git(*pages, "push", "--quiet", "--force", "origin", "HEAD:gh-pages")
    kern.artifact({"voorbeeld/index.html": "nieuw"})
    (kern.folder / "artifact/voorbeeld/paswoord").symlink_to("/etc/passwd")
    kern.answers("pr view 7", '{"state": "OPEN"}')
    kern.answers("pr view 3", '{"state": "CLOSED"}')
    done = kern.step(GITHUB / "answer.yml", "preview", "Put the preview beside the site", {**RUN, "NUMBER": "7"})
    assert done.returncode == 0, done.stderr
    kern.git("fetch", "--quiet", "origin", "+gh-pages:refs/remotes/origin/gh-pages")
    files = kern.git("ls-tree", "-r", "--name-only", "origin/gh-pages", "voorbeeld").splitlines()
    assert files == ["voorbeeld/7/index.html"]
    assert "index.html" in kern.git("ls-tree", "--name-only", "origin/gh-pages").splitlines()


def publish(made: Forge, workflow: Path = GITHUB / "publish.yml") -> None:
    for name in ("Fetch", "Build", "Publish", "Keep what was fetched"):
        done = made.step(workflow, "publish", name)
        assert done.returncode == 0, done.stderr
    branch = "gh-pages" if workflow.parent == GITHUB else "pages"
    made.git("fetch", "--quiet", "origin", f"+{branch}:refs/remotes/origin/{branch}")


def test_publish_puts_what_is_right_on_its_branch_as_one_commit(kern: Forge) -> None:
    kern.commit({"content/events/de-kern/stuk.md": BROKEN}, "Stuk")
    publish(kern)
    kern.run('rm -rf "$RUNNER_TEMP"/* && git worktree prune')
    publish(kern)
    files = kern.git("ls-tree", "-r", "--name-only", "origin/gh-pages").splitlines()
    assert {".nojekyll", "index.html", "feeds/all.ics", "activiteiten/de-kern/koffie/index.html"} <= set(files)
    assert "activiteiten/de-kern/stuk/index.html" not in files
    assert kern.git("rev-list", "--count", "origin/gh-pages") == "1"


def test_publish_of_forgejo_does_the_same(kern: Forge) -> None:
    publish(kern, FORGEJO / "publish.yml")
    assert "index.html" in kern.git("ls-tree", "--name-only", "origin/pages").splitlines()
    assert kern.git("ls-remote", "origin", "sources") == ""


SOURCE = (
    "---\nname: De Kern\nkind: welfare\nsources:\n  - {csv: lijst.csv, place: de-linde, topics: [ontmoeten]}\n---\n"
)


def test_a_source_that_is_away_for_a_night_stays_as_it_was(kern: Forge) -> None:
    def run(*names: str) -> None:
        for name in names:
            done = kern.step(GITHUB / "publish.yml", "publish", name)
            assert done.returncode == 0, done.stderr

    table = "titel;datum;begin;einde\nSoep;1-12-2026;10:00;12:00\n"
    kern.commit({"content/organisations/de-kern.md": SOURCE, "content/lijst.csv": table}, "Bron")
    run("Fetch", "Keep what was fetched")
    (kern.checkout / "content/lijst.csv").unlink()
    kern.run('rm -rf "$RUNNER_TEMP"/* content/.sources')  # the next night begins with what is in git alone
    run("Fetch", "Keep what was fetched")
    assert "de-kern/soep" in {one.id for one in records(kern.checkout / "content").records}
    kern.git("fetch", "--quiet", "origin", "+sources:refs/remotes/origin/sources")
    assert kern.git("rev-list", "--count", "origin/sources") == "1"
    assert kern.git("ls-tree", "-r", "--name-only", "origin/sources").count(".json") == 1


def test_forgejo_keeps_what_was_fetched_as_github_does() -> None:
    def shell(workflow: Path, name: str) -> str:
        (found,) = (one["run"] for one in read(workflow)["jobs"]["publish"]["steps"] if one.get("name") == name)
        return re.sub(r"user\.email=\S+", "", found)

    for name in ("Fetch", "Keep what was fetched"):
        assert shell(FORGEJO / "publish.yml", name) == shell(GITHUB / "publish.yml", name)


def test_what_was_fetched_is_not_forgotten_where_the_remote_does_not_answer(kern: Forge) -> None:
    kern.git("remote", "set-url", "origin", str(kern.folder / "weg"))
    assert kern.step(GITHUB / "publish.yml", "publish", "Fetch").returncode != 0


@pytest.mark.parametrize("text", [LATER, BROKEN])
def test_check_of_forgejo_takes_content_alone_from_a_pull_request(kern: Forge, text: str) -> None:
    kern.git("switch", "--quiet", "--create", "voorstel")
    kern.commit({KOFFIE: text, "Makefile": "tools:\n\ttouch gevaar\n"}, "Later")
    kern.git("push", "--quiet", "origin", "HEAD:refs/pull/7/head")
    kern.git("switch", "--quiet", "main")
    taken = {"NUMBER": "7", "REPOSITORY": str(kern.folder / "remote")}
    done = kern.step(FORGEJO / "check.yml", "check", "Take the content of the pull request", taken)
    assert done.returncode == 0, done.stderr
    assert (kern.checkout / KOFFIE).read_text(encoding="utf-8") == text
    assert not (kern.checkout / "Makefile").exists()
    assert kern.step(FORGEJO / "check.yml", "check", "Check").returncode == 0
    assert kern.step(FORGEJO / "check.yml", "check", "Say whether it is right").returncode == (text == BROKEN)


LABELS = {
    "Van welke organisatie is het?": "De Kern",
    "Hoe heet de activiteit?": "Soep `touch gevaar` $(touch gevaar)",
    "Wanneer is het?": "{when}",
    "Waar is het?": "De Linde",
    "In welke wijk of welk dorp is dat?": "_No response_",
    "Wat is er te doen?": "We eten soep.",
    "Waar gaat het over?": "- [x] Ontmoeten",
    "Voor wie is het?": "- [ ] Ouderen",
    "Wat kost het?": "gratis",
    "Moeten mensen zich aanmelden?": "_No response_",
    "Wie beantwoordt vragen?": "_No response_",
    "Staat hierboven een eigen nummer, e-mailadres of de naam van iemand?": "- [ ] Ja",
}
ISSUE = "\n\n".join(f"### {label}\n\n{said}" for label, said in LABELS.items())


def test_issue_becomes_a_pull_request_with_its_report(kern: Forge) -> None:
    issue = GITHUB / "issue.yml"
    body = ISSUE.format(when="donderdag 14 januari 2027 van 12.00 tot 13.30 uur")
    done = kern.step(issue, "convert", "Make a file of it", {"BODY": body})
    assert (done.returncode, kern.output()) == (0, {"status": "0"}), done.stderr + done.stdout
    done = kern.step(issue, "convert", "Pull request", {"NUMBER": "12", "BASE": "main"})
    assert done.returncode == 0, done.stderr
    assert kern.asked[-1].startswith(
        "pr create --base main --head issue-12 --title Uit het formulier van #12 --body-file"
    )
    assert kern.body.startswith("Uit het formulier van #12.\n\n# Dit kan in de agenda\n")
    made = kern.git("diff", "--name-only", "main", "issue-12").splitlines()
    assert [Path(one).parent.as_posix() for one in made] == ["content/events/de-kern"]
    assert not (kern.checkout / "gevaar").exists()
    assert kern.git("ls-remote", "origin", "issue-12") != ""


def test_issue_that_is_not_clear_is_answered_and_changes_nothing(kern: Forge) -> None:
    issue = GITHUB / "issue.yml"
    done = kern.step(issue, "convert", "Make a file of it", {"BODY": ISSUE.format(when="volgende week donderdag")})
    assert (done.returncode, kern.output()) == (0, {"status": "1"}), done.stderr
    assert kern.git("status", "--short") == ""
    assert kern.step(issue, "convert", "Answer", {"NUMBER": "12"}).returncode == 0
    assert kern.asked[-1].startswith("issue comment 12 --body-file")
    assert "volgende week" in kern.body


@pytest.mark.parametrize(("built", "code"), [("2026-11-22", 0), ("2026-11-21", 0), ("2026-11-19", 1), (None, 1)])
def test_alarm_goes_when_the_site_is_of_before_yesterday(kern: Forge, built: str | None, code: int) -> None:
    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if built and self.path == "/agenda/api/v1/occurrences.json" else 404)
            self.end_headers()
            self.wfile.write(json.dumps({"from": built}).encode() if built else b"")

        def log_message(self, *_: object) -> None:
            pass

    programs = kern.folder / "programs"
    (programs / "date").write_text('#!/bin/sh\nexec /bin/date --date="2026-11-21" +%F\n', encoding="utf-8")
    (programs / "date").chmod(0o755)
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}/agenda/"
        done = kern.step(GITHUB / "alarm.yml", "age", "Is the site of today", {"SITE": site, "no_proxy": "127.0.0.1"})
        server.shutdown()
    assert done.returncode == code, done.stderr
    created = [one for one in kern.asked if one.startswith("issue create --label verouderd")]
    assert len(created) == code


def test_audit_opens_an_issue_once_and_closes_it(kern: Forge) -> None:
    audit, run = GITHUB / "audit.yml", "https://github.example/redactie/agenda/actions/runs/1"

    def told(result: str) -> list[str]:
        before = len(kern.asked)
        done = kern.step(audit, "tell", "Tell", {"AUDIT": result, "RUN": run})
        assert done.returncode == 0, done.stderr
        return [" ".join(one.split()[:2]) for one in kern.asked[before:]]

    assert told("success") == ["issue list"]
    assert told("failure") == ["issue list", "label create", "issue create"]
    assert run in kern.asked[-1]
    kern.answers("issue list", '[{"number": 3}]')
    assert told("failure") == ["issue list", "label create"]
    assert told("success") == ["issue list", "issue close"]
    assert kern.asked[-1].startswith("issue close 3 ")


def test_alarm_finds_the_address_in_the_region(kern: Forge) -> None:
    curl = kern.folder / "programs/curl"
    curl.write_text('#!/bin/sh\nfor last; do :; done\necho "$last" >> "$FORGE/asked"\n', encoding="utf-8")
    curl.chmod(0o755)
    for url in ("https://agenda.example.org/", '"https://agenda.example.org/"  # de site'):
        region = REGION.replace("https://agenda.example.org/", url)
        (kern.checkout / "content/region.yaml").write_text(region, encoding="utf-8")
        kern.step(GITHUB / "alarm.yml", "age", "Is the site of today", {"SITE": ""})
        assert kern.asked[0] == "https://agenda.example.org/api/v1/occurrences.json", os.linesep.join(kern.asked)
        (kern.folder / "asked").unlink()


def job_of_gitlab(made: Forge, job: str, **environment: str) -> int:
    """Run the script of a job; what it installs before is not run here."""
    done = made.run("\n".join(read(GITLAB)[job]["script"]), environment)
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode


@pytest.mark.parametrize("text", [LATER, BROKEN])
def test_gitlab_checks_reports_and_previews_a_change(kern: Forge, text: str) -> None:
    base = kern.git("rev-parse", "HEAD")
    kern.commit({KOFFIE: text}, "Later")
    assert job_of_gitlab(kern, "check", CI_MERGE_REQUEST_DIFF_BASE_SHA=base) == (text == BROKEN)
    quality = json.loads((kern.checkout / "codequality.json").read_text(encoding="utf-8"))
    wrong = [one["location"] for one in quality if one["severity"] == "major"]
    assert wrong == ([{"path": KOFFIE, "lines": {"begin": 4}}] if text == BROKEN else [])
    assert (kern.checkout / "report/report.md").read_text(encoding="utf-8").startswith("# ")
    assert (kern.checkout / "report/voorbeeld/index.html").is_file()


def test_gitlab_publishes_what_is_right(kern: Forge) -> None:
    kern.commit({"content/events/de-kern/stuk.md": BROKEN}, "Stuk")
    assert job_of_gitlab(kern, "pages") == 0
    assert (kern.checkout / "public/activiteiten/de-kern/koffie/index.html").is_file()
    assert read(GITLAB)["pages"]["cache"] == {"key": "sources", "paths": ["content/.sources/"]}
    assert [name for name, job in read(GITLAB).items() if "cache" in job] == ["pages"]


def test_publish_begins_again_when_somebody_else_pushed_meanwhile(kern: Forge) -> None:
    publish(kern)
    kern.run('rm -rf "$RUNNER_TEMP"/* && git worktree prune')
    # The first push is met by another one, as when a preview is put there at the same moment.
    meets = f"""#!/bin/sh
    test -e "$FORGE/met" && exit 0
    touch "$FORGE/met"
    cd "{kern.folder}/remote"
    git update-ref refs/heads/gh-pages "$(git -c user.name=x -c user.email=x@example.org commit-tree -m Ander "$(git mktree < /dev/null)")"
    """
    hook = kern.checkout / ".git/hooks/pre-push"
    written(hook.parent, {hook.name: meets})
    hook.chmod(0o755)
    publish(kern)
    assert (kern.folder / "met").exists()
    assert kern.git("log", "--format=%s", "origin/gh-pages") == "Gebouwd"
    assert "index.html" in kern.git("ls-tree", "--name-only", "origin/gh-pages").splitlines()
