"""Builds one content folder in a process of its own, and says as JSON what was said and what it cost."""

import json
import resource
import sys
from datetime import datetime
from pathlib import Path

from streekagenda import pipeline

NOW = datetime(2026, 11, 22, 12)


def main(content: Path, output: Path) -> None:
    built = pipeline.build(
        pipeline.Settings(content=content, layouts=Path("layouts").resolve(), output=output, now=NOW)
    )
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {
        "said": [[one.location.path, one.location.line, one.code, one.severity] for one in built.diagnostics],
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1_000,
        "written": built.published.written if built.published else None,
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
