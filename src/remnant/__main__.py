"""`python -m remnant` is the `remnant` command."""

from remnant.cli import main

if __name__ == "__main__":
    main()
