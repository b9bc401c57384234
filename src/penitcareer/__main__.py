"""`python -m penitcareer` is `penit`."""

from penitcareer.cli.main import main

if __name__ == "__main__":
    main()
