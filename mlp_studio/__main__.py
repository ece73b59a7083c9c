"""``python -m mlp_studio``: the same as the ``mlp-studio`` command."""

from mlp_studio.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
