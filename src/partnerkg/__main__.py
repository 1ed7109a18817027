"""`python -m partnerkg` is `partnerkg`."""

from partnerkg.cli import main

if __name__ == "__main__":
    main()
