"""What each command of ``mlp-studio`` does. The parser is in `mlp_studio.cli`."""
