"""Where the program starts: the command line, or the window. Neither is loaded before it is wanted."""


def main() -> None:
    """The `reviewer` command."""
    from reviewer.cli.main import main as command_line

    command_line()


def window() -> None:
    """The window alone, for a menu or desktop icon."""
    import sys

    from reviewer.gui.app import open_window

    sys.exit(open_window())


if __name__ == "__main__":
    main()
