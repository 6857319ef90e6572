"""Build the site from a checkout: hands over to `streekagenda.cli`, as the installed command `streekagenda` does."""

import os
import sys
from pathlib import Path

VIRTUAL_ENVIRONMENT = Path(__file__).resolve().parent / ".venv"


def run() -> None:
    """Run the command line; where its dependencies are missing, run it with the Python that `make site` set up."""
    try:
        from streekagenda.cli import main  # noqa: PLC0415 -- where it cannot be imported we still have something to say
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "streekagenda":
            raise  # a mistake of ours, not a missing dependency
        use_virtual_environment(missing=error.name)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. The site stands as it was.\n")
        sys.exit(130)
    except Exception:  # noqa: BLE001 -- too little memory, a disk that fails: no exit code of content
        import traceback  # noqa: PLC0415 -- for a mistake alone

        traceback.print_exc()
        sys.exit(3)
    else:
        main()


def use_virtual_environment(*, missing: str) -> None:
    """Start again with the Python of `.venv/`, once; without it say what to do."""
    python = VIRTUAL_ENVIRONMENT / "bin" / "python"
    if python.exists() and Path(sys.prefix).resolve() != VIRTUAL_ENVIRONMENT.resolve():
        os.execv(python, [str(python), __file__, *sys.argv[1:]])  # noqa: S606 -- no shell is wanted
    sys.stderr.write(f"The Python package {missing} is missing. Run: make site (it sets up all that is needed)\n")
    sys.exit(3)


if __name__ == "__main__":
    run()
