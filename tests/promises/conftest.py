"""One small site for all promises, built once a worker."""

import pytest

from tests.promises.region import FROM_STRANGERS, GOOD, SECRET, Site, build, written


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("promises")
    (folder / "kluis.md").write_text(f"---\ntitel: {SECRET}\n---\n", encoding="utf-8")
    content = written(folder / "content", {**GOOD, **FROM_STRANGERS})
    (content / "events/de-kern/link.md").symlink_to(folder / "kluis.md")
    return Site(content=content, folder=folder / "site", code=build(content, folder / "site"))
