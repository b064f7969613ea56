"""`python -m reportgen`."""

from reportgen.start import main

if __name__ == "__main__":
    main()
