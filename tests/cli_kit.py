"""Running the ``assess`` command within a test."""

from assesslib.cli import main


def ran(arguments, capsys):
    """Run the command; its exit code and what it printed and complained of."""
    try:
        code = main(arguments)
    except SystemExit as end:
        code = end.code
    said = capsys.readouterr()
    return code, said.out, said.err
