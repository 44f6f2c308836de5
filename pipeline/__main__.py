"""`nostrum` and `python -m pipeline`."""

from __future__ import annotations

import sys


def main() -> int:
    """Exit code: 0 clean, 1 findings at or above the failing severity, 2 the job could not be done."""
    try:
        from pipeline.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were still being loaded
        return 130


if __name__ == "__main__":
    sys.exit(main())
