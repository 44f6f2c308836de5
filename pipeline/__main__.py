"""`nostrum` and `python -m pipeline`."""

from __future__ import annotations

import gc
import sys

# Objects between two looks for cycles. Nearly everything here is acyclic and lives to the end; Python's
# 700 would spend a fifth of a short run on looking (0.172 against 0.135 s of CPU for a two-word article).
GARBAGE_EVERY = 100_000


def main() -> int:
    """Exit code: 0 clean, 1 findings at or above the failing severity, 2 the job could not be done."""
    gc.set_threshold(GARBAGE_EVERY, 20, 20)
    try:
        from pipeline.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were still being loaded
        return 130


if __name__ == "__main__":
    sys.exit(main())
