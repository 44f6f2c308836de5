"""From arguments to an exit code."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.cli import console
from pipeline.cli.arguments import Arguments, parse
from pipeline.errors import NostrumError


def run(argv: Sequence[str]) -> int:
    """Do what the arguments say. Every error of the tree is told in one line; a bug is not caught."""
    console.prepare()
    try:
        return _done(parse(argv))
    except NostrumError as error:
        console.tell(error)
    except ModuleNotFoundError as fault:
        _tell_missing(fault)
    except KeyboardInterrupt:
        console.say("stopped")
        return console.INTERRUPTED
    except (OSError, MemoryError) as fault:
        _tell_machine(fault)
    finally:
        console.finish()
    return console.NOT_DONE


def _done(arguments: Arguments) -> int:
    from pipeline.cli.commands import COMMANDS

    return COMMANDS[arguments.command](arguments)


def _tell_missing(fault: ModuleNotFoundError) -> None:
    """A package that is not installed is the machine's fault; a module of our own that is not there is a bug."""
    if (fault.name or "pipeline").split(".")[0] == "pipeline":
        raise fault
    console.say(f"the package {fault.name} is not installed; install the project's dependencies again, or run: nostrum doctor")


def _tell_machine(fault: OSError | MemoryError) -> None:
    """What the operating system refused: no space, no permission, no memory."""
    if isinstance(fault, MemoryError):
        console.say("this machine has not enough memory for the job; close other programs, or build fewer articles at a time")
        return
    place = f"{fault.filename}: " if fault.filename else ""
    console.say(f"{place}{fault.strerror or fault}; check the disk, the file and its permissions")
