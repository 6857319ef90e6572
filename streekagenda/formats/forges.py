"""Pages of forges that somebody without git can use: a new file, a file to edit, a form for an issue.

Every page is opened by a plain GET, its fields filled in by the query:

- GitHub: ``/new/<branch>?filename=<path>&value=<text>``, ``/edit/<branch>/<path>``,
  ``/issues/new?template=<file>&<field>=<answer>``.
- GitLab: ``/-/new/<branch>?file_name=<path>``, ``/-/edit/<branch>/<path>``, ``/-/issues/new?issuable_template=<name>``.
  Its editor passes over a text in the query (gitlab-org/gitlab#594214), so that the text has to be pasted; an issue
  has no form, only a text to fill in, which ``issue[description]`` can bring filled in.
- Forgejo and Gitea: ``/_new/<branch>/?filename=<path>&value=<text>`` (go-gitea/gitea#16556),
  ``/_edit/<branch>/<path>``, ``/issues/new?template=<path of the form>&field:<field>=<answer>``. Both read the forms
  that stand in ``.github/ISSUE_TEMPLATE``, beside those in folders of their own; a form in two folders is shown twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from msgspec import Struct

from streekagenda.model.repository import Forge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.model.repository import Repository

LONGEST = 8000
"""Characters of an address, counted as in :func:`fits`: common servers refuse a request line of more than 8 KiB."""
FORMS = ".github/ISSUE_TEMPLATE"
"""Folder of the forms of GitHub, Forgejo and Gitea."""


class NewFilePage(Struct, frozen=True, kw_only=True):
    """How a script in a browser opens the page for a new file: ``address``, and its query."""

    address: str
    name_key: str
    """The query's key for the path of the file, from the root of the repository."""
    text_key: str | None
    """The query's key for the text; ``None`` where the forge takes no text, so that it has to be pasted."""
    folder: str
    """What comes before the path below the content folder: ``content/``."""


def new_file_page(repository: Repository) -> NewFilePage:
    """Return the page for a new file."""
    branch = quote(repository.branch)
    address, name_key, text_key = {
        Forge.GITHUB: (f"/new/{branch}", "filename", "value"),
        Forge.GITLAB: (f"/-/new/{branch}", "file_name", None),
        Forge.FORGEJO: (f"/_new/{branch}/", "filename", "value"),
    }[repository.forge]
    return NewFilePage(
        address=repository.url + address,
        name_key=name_key,
        text_key=text_key,
        folder=f"{repository.content}/" if repository.content else "",
    )


def new_file(repository: Repository, path: str, text: str) -> str | None:
    """Return the address of the page for a new file with ``text`` in it, at a path below the content folder.

    ``None`` where the address would be too long: then the file has to be downloaded, and uploaded there.
    """
    page = new_file_page(repository)
    query = {page.name_key: page.folder + path} | ({page.text_key: text} if page.text_key else {})
    return _within(f"{page.address}?{urlencode(query)}")


def edit(repository: Repository, path: str) -> str:
    """Return the address of the page on which the file at a path below the content folder is edited."""
    verb = {Forge.GITHUB: "edit", Forge.GITLAB: "-/edit", Forge.FORGEJO: "_edit"}[repository.forge]
    folder = f"{repository.content}/" if repository.content else ""
    return f"{repository.url}/{verb}/{quote(repository.branch)}/{quote(folder + path)}"


def issue_form(repository: Repository, form: str, answers: Mapping[str, str] | None = None) -> str | None:
    """Return the address of an issue form, such as ``wijzigen``, with answers by the ids of its fields.

    GitLab has texts to fill in instead of forms, which take no answers: they are left out there.
    ``None`` where the address would be too long.
    """
    given = dict(answers or {})
    path, query = {
        Forge.GITHUB: ("/issues/new", {"template": f"{form}.yml", **given}),
        Forge.GITLAB: ("/-/issues/new", {"issuable_template": form}),
        Forge.FORGEJO: (
            "/issues/new",
            {"template": f"{FORMS}/{form}.yml", **{f"field:{field}": answer for field, answer in given.items()}},
        ),
    }[repository.forge]
    return _within(f"{repository.url}{path}?{urlencode(query)}")


def fits(address: str) -> bool:
    """Whether a forge can take an address: also when it first sends somebody to sign in, with the address encoded again."""
    return len(quote(address, safe="")) <= LONGEST


def _within(address: str) -> str | None:
    return address if fits(address) else None
